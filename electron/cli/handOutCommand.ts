import { Problem } from '../../shared/model/problem.ts';
import { nameKey } from '../../shared/model/text.ts';
import type { Words } from '../../shared/words/index.ts';
import type { OutputOf } from '../ops/index.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { exitCodes, type CliCommand } from './command.ts';
import { textTable } from './textTable.ts';

function whoHasWhat({ say, list, moment }: Words, { packages, documents }: OutputOf<'handOut.list'>): string {
  const [nobody, several] = [documents.filter(({ out, back }) => out.length + back.length === 0), documents.filter(({ out }) => out.length > 1)];
  const names = (of: typeof documents) => list(of.map(({ name }) => name));
  return [
    textTable([
      (['coder', 'documents', 'since', 'returned', 'finished', 'codings'] as const).map((column) => say(`cli.whoHasWhat.${column}`)),
      ...packages.map(({ coder, documents: held, created, returned }) => [coder, list(held.map(({ name, uuid }) => name || uuid)), moment(created), returned === null ? '' : moment(returned), `${held.filter(({ finished }) => finished).length}/${held.length}`, String(held.reduce((sum, { codings }) => sum + codings, 0))]),
    ], 4),
    ...(packages.length > 0 && nobody.length > 0 ? [say('cli.whoHasWhat.nobody', { documents: names(nobody) })] : []),
    ...(several.length > 0 ? [say('cli.whoHasWhat.several', { documents: names(several) })] : []),
  ].join('\n');
}

export const handOutCommand: CliCommand = {
  name: 'hand-out', arguments: '<study>',
  declare: (command) => command.option('--documents <titles>').option('--blind').option('--people <told>').option('--note <text>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], { documents, blind, people, note, json, output }) => desk.withStudy(String(study), async (engine) => {
    const coder = desk.coderNamed();
    if (coder === undefined) {
      const listed = await engine.call('handOut.list', {});
      if (json === true) desk.printJson(listed);
      else desk.print(whoHasWhat(desk.words, listed));
      return exitCodes.done;
    }
    if (typeof documents !== 'string' || typeof output !== 'string') throw new Problem('bad-input', { operation: 'hand-out', what: '--coder NAME --documents A,B -o FILE' });
    const known = new Map((await engine.call('document.list', {})).map((document) => [nameKey(document.name), document.id]));
    // A title may hold a comma: the whole is tried first.
    const titles = known.has(nameKey(documents)) ? [documents] : documents.split(',').map((title) => title.trim());
    const asked = {
      coder: coder, blind: blind === true, ...(people === undefined ? {} : { people }),
      documents: titles.map((title) => { const id = known.get(nameKey(title)); if (id === undefined) throw new Problem('no-such-document', { document: title }); return id; }),
    };
    const told = await desk.ask<OutputOf<'handOut.preview'>>(engine, 'handOut.preview', asked);
    const { bytes } = await desk.ask<IncomingFile>(engine, 'handOut.make', { ...asked, ...(note === undefined ? {} : { note }) });
    desk.save(output, bytes);
    if (json === true) desk.printJson({ file: output, coder, ...told });
    else {
      desk.print(desk.words.say('cli.handedOut', { coder: coder, documents: told.documents, codings: told.codings, file: output }));
      if (told.leftOut.codes + told.leftOut.memos > 0) desk.tell(desk.words.say('cli.leftOut', { ...told.leftOut }));
    }
    return exitCodes.done;
  }, 'here'),
};
