import { listCommand } from './listCommand.ts';

/** Lists the documents with who speaks there, what is said and coded, and their values, or writes them as a sheet. */
export const documentsCommand = listCommand('documents', 'document.export', async (engine, { words: { say, percent } }) => {
  const { attributes, lines } = await engine.call('document.lines', {});
  return {
    // An attribute may be called __proto__: its value must not pass for something else.
    json: lines.map((line) => ({ ...line, values: Object.fromEntries(attributes.flatMap(({ name }, at) => (line.values[at] === '' ? [] : [[name, line.values[at]]]))) })),
    rows: [
      [say('field.title'), say('participants.speakersHere'), ...attributes.map(({ name }) => name), say('participants.turns'), say('participants.words'), say('participants.codings'), say('participants.coded')],
      ...lines.map((line) => [line.name, line.speakers.join(', '), ...line.values.map((value) => value.replace(/\s+/g, ' ')), ...[line.turns, line.words, line.codings].map(String), percent(line.coded)]),
    ],
    left: 2 + attributes.length,
  };
});
