import { Problem } from '../../shared/model/problem.ts';
import { nameKey } from '../../shared/model/text.ts';
import type { OutputOf } from '../ops/index.ts';
import { exitCodes, type CliCommand, type Desk } from './command.ts';

type Preview = OutputOf<'document.replacePreview'>;
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What would become of the passages: counts, then those that do not stay on the same words, each with its codes and coders. */
function previewText({ words: { say } }: Desk, { stretches, passages, items }: Omit<Preview, 'text'>): string {
  const told = (['lost', 'changed', 'moved'] as const).flatMap((fate) => items.filter((item) => item.fate === fate).flatMap(({ before, after, codings }) => {
    const codes = codings.map(({ path, coder }) => `${path.join(' > ')} (${coder})`).join(', ') || say('correct.replace.uncoded');
    return ['', `${say(`correct.replace.fate.${fate}`)}: ${codes}`, `  - ${oneLine(before.text)}`, ...(after === null || fate === 'moved' ? [] : [`  ${fate === 'lost' ? '?' : '+'} ${oneLine(after.text)}`])];
  }));
  return [`${say('correct.replace.stretches', { count: stretches })}: ${say('correct.replace.cliCounts', passages)}`, ...told].join('\n');
}

export const replaceCommand: CliCommand = {
  name: 'replace', arguments: '<study> <document> <file>',
  declare: (command) => command.option('--dry-run').option('--without-place <what>').option('--turns <whose>').option('--encoding <name>').option('--json'),
  run: (desk, [study, name, file], { dryRun, withoutPlace, turns, encoding, json }) => desk.withStudy(String(study), async (engine) => {
    const document = (await engine.call('document.list', {})).find((each) => nameKey(each.name) === nameKey(String(name)))?.id;
    if (document === undefined) throw new Problem('no-such-document', { document: String(name) });
    const version = { document, handle: desk.path(String(file)), ...(turns === undefined ? {} : { turns }), ...(encoding === undefined ? {} : { choices: { encoding } }) };
    // The text itself is what was handed in.
    const { text: _text, ...said } = await desk.ask<Preview>(engine, 'document.replacePreview', version);
    if (!json) desk.print(previewText(desk, said));
    if (dryRun) {
      if (json) desk.printJson(said);
      else desk.print(`\n${desk.words.say('correct.replace.cliDry')}`);
      return said.same ? exitCodes.done : exitCodes.differences;
    }
    const lost = withoutPlace === undefined ? {} : { lost: withoutPlace === 'leave-out' ? 'leaveOut' : withoutPlace };
    const done = await desk.ask<OutputOf<'document.replace'>>(engine, 'document.replace', { ...version, ...lost, on: said.textHash });
    if (json) desk.printJson({ ...said, ...done });
    else desk.print(`\n${done.replaced ? desk.words.say('correct.replace.done', { document: done.document, same: done.same, passages: done.passages, leftOut: done.leftOut }) : desk.words.say('correct.replace.doneNothing')}`);
    return exitCodes.done;
  }),
};
