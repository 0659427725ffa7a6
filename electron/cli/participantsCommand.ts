import type { IncomingFile } from '../ops/operation.ts';
import { exitCodes, type CliCommand } from './command.ts';
import { listFormat } from './listFormat.ts';
import { textTable } from './textTable.ts';

/** Lists the participants with their values and what they say, or writes them as a sheet that can be taken in again. */
export const participantsCommand: CliCommand = {
  name: 'participants', arguments: '<study>',
  declare: (command) => command.option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], options) => desk.withStudy(String(study), async (engine) => {
    const wanted = listFormat(desk, options);
    if (wanted === null) return exitCodes.usage;
    const { output } = options;
    const write = (bytes: Uint8Array) => (typeof output === 'string' ? desk.save(output, bytes) : process.stdout.write(bytes));
    if (wanted === 'csv' || wanted === 'xlsx') {
      write((await desk.ask<IncomingFile>(engine, 'participant.export', { format: wanted, language: desk.words.language })).bytes);
      return exitCodes.done;
    }
    const attributes = (await engine.call('attribute.list', {})).filter(({ of }) => of === 'participants');
    const people = await engine.call('participant.list', {});
    const spoken = new Map((await engine.call('participant.spoken', {})).map((each) => [each.participant, each]));
    const documents = new Map((await engine.call('document.list', {})).map(({ id, name }) => [id, name]));
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const { say } = desk.words;
    const rows = people.map((person) => {
      const said = spoken.get(person.id);
      return {
        name: person.name, role: person.role, sampling: person.sampling, referredBy: names.get(person.referredBy ?? 0) ?? null, turns: said?.turns ?? 0, words: said?.words ?? 0, codings: said?.codings ?? 0,
        documents: (said?.documents ?? []).map(({ document, turns, words }) => ({ document: documents.get(document)!, turns, words })),
        values: attributes.flatMap(({ id, name }) => (person.values[id] === undefined ? [] : [[name, person.values[id]] as const])),
      };
    });
    // An attribute may be called __proto__: its value must not pass for something else.
    if (wanted === 'json') write(Buffer.from(`${JSON.stringify(rows.map((row) => ({ ...row, values: Object.fromEntries(row.values) })), null, 1)}\n`));
    else write(Buffer.from(`${textTable([
      [say('participants.name'), say('participants.role'), say('participants.sampling'), say('participants.referredBy'), ...attributes.map(({ name }) => name), say('participants.inDocuments'), say('participants.turns'), say('participants.words'), say('participants.codings')],
      ...rows.map((row) => [row.name, say(`role.${row.role}`), row.sampling, row.referredBy ?? '', ...attributes.map(({ name }) => row.values.find(([attribute]) => attribute === name)?.[1].replace(/\s+/g, ' ') ?? ''), ...[row.documents.length, row.turns, row.words, row.codings].map(String)]),
    ], 4 + attributes.length)}\n`));
    return exitCodes.done;
  }),
};
