import { listCommand } from './listCommand.ts';

/** Lists the participants with their values and what they say, or writes them as a sheet that can be taken in again. */
export const participantsCommand = listCommand('participants', 'participant.export', async (engine, { words: { say } }) => {
  const attributes = (await engine.call('attribute.list', {})).filter(({ of }) => of === 'participants');
  const people = await engine.call('participant.list', {});
  const spoken = new Map((await engine.call('participant.spoken', {})).map((each) => [each.participant, each]));
  const documents = new Map((await engine.call('document.list', {})).map(({ id, name }) => [id, name]));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const listed = people.map((person) => {
    const said = spoken.get(person.id);
    return {
      name: person.name, role: person.role, sampling: person.sampling, referredBy: names.get(person.referredBy ?? 0) ?? null, turns: said?.turns ?? 0, words: said?.words ?? 0, codings: said?.codings ?? 0,
      documents: (said?.documents ?? []).map(({ document, turns, words }) => ({ document: documents.get(document)!, turns, words })),
      values: attributes.flatMap(({ id, name }) => (person.values[id] === undefined ? [] : [[name, person.values[id]] as const])),
    };
  });
  return {
    // An attribute may be called __proto__: its value must not pass for something else.
    json: listed.map((person) => ({ ...person, values: Object.fromEntries(person.values) })),
    rows: [
      [say('participants.name'), say('participants.role'), say('participants.sampling'), say('participants.referredBy'), ...attributes.map(({ name }) => name), say('participants.inDocuments'), say('participants.turns'), say('participants.words'), say('participants.codings')],
      ...listed.map((person) => [person.name, say(`role.${person.role}`), person.sampling, person.referredBy ?? '', ...attributes.map(({ name }) => person.values.find(([attribute]) => attribute === name)?.[1].replace(/\s+/g, ' ') ?? ''), ...[person.documents.length, person.turns, person.words, person.codings].map(String)]),
    ],
    left: 4 + attributes.length,
  };
});
