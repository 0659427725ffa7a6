import { expect, test } from 'vitest';
import { openArchive } from '../../electron/formats/archive.ts';
import type { IncomingFile } from '../../electron/ops/operation.ts';
import { commandLine } from '../helpers/commandLine.ts';
import { callWith } from '../helpers/handing.ts';
import { hasRealFiles } from '../helpers/projects.ts';
import { faultsBySchema } from '../helpers/standard.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

const code = (name: string, definition = '') => ({ path: [name], facet: 'theme' as const, definition, include: '', exclude: '', example: '', scale: [] });
const [one, two] = ['I am always afraid of the night shift, said nobody.', 'My sister was fired for it, and I never told anybody.'];
const study = {
  name: 'Nights', description: '', attributes: [{ name: 'Site', of: 'participants' as const, kind: 'text' as const, choices: [] }],
  participants: [{ name: 'Ana', role: 'interviewee' as const, values: { Site: 'north' } }, { name: 'Secret', role: 'interviewee' as const, values: { Site: 'south' }, referredBy: 'Ana' }],
  codes: [code('Pay', 'As in “My sister was fired for it”.'), code('Fear', 'being afraid')],
  documents: [{ name: 'P01', text: one, values: {}, turns: [{ start: 0, end: one.length, participant: 'Ana', label: '', time: null }] }, { name: 'P02', text: two, values: {}, turns: [{ start: 0, end: two.length, participant: 'Secret', label: '', time: null }] }],
  codings: ([['P01', 0, 37, 'Fear', 'Wei'], ['P01', 0, 37, 'Fear', 'Lin'], ['P01', 38, 50, 'Pay', 'Lin'], ['P02', 0, 26, 'Pay', 'Wei']] as const).map(([document, start, end, name, coder]) => ({ document, start, end, code: [name], facet: 'theme' as const, coder, rating: null, party: null, counterparty: null, memo: coder === 'Lin' ? 'Lin thinks so' : '', created: 1000 })),
};
const text = (bytes: Uint8Array) => { const archive = openArchive({ name: 'x', bytes }); return archive.names.map((name) => `${name}\n${new TextDecoder().decode(archive.read(name)!)}`).join('\n'); };

test('a part for those who may see no more: chosen documents, chosen coders, and no word of the others', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  await engine.call('study.take', { snapshot: study });
  const documents = await engine.call('document.list', {});
  const coders = await engine.call('coder.list', {});
  const asked = { format: 'qdpx', documents: [documents[0]!.id], coders: [coders.find(({ name }) => name === 'Wei')!.id] };
  const file = await engine.call('exchange.export', asked) as unknown as IncomingFile;
  const all = text(file.bytes);
  for (const word of ['P02', 'sister', 'Secret', 'south', 'Lin']) expect(all, word).not.toContain(word);
  expect(all).toContain('being afraid');
  if (hasRealFiles) expect(await faultsBySchema('Project', [{ fileName: 'p.xml', contents: new TextDecoder().decode(openArchive(file).read('project.qde')!) }])).toEqual([]);
  expect((await engine.call('exchange.exportNotes', asked)).notes.filter(({ code: each }) => each.endsWith('-left')).map(({ code: each, count, names }) => [each, count, names])).toEqual([['documents-left', 1, ['P02']], ['coders-left', 1, ['Lin']], ['memos-left', 2, []]]);
  const other = newStudy();
  expect((await callWith(other, { 'part.qdpx': file.bytes }, 'exchange.take', { handle: 'part.qdpx' })).added).toMatchObject({ documents: 1, codings: 1, passages: 1, coders: 1, participants: 1, codes: 2, memos: 0 });
  engine.close();
  const run = commandLine(folder);
  const made = await run(['export', 'study.concord', '--documents', 'P01', '--coders', 'wei', '-o', 'part.qdpx']);
  expect([made.code, made.err]).toEqual([0, expect.stringContaining('The work of one coder is left out.')]);
  expect((await run(['export', 'study.concord', '--coders', 'Nobody', '-o', 'no.qdpx'])).err).toContain('Nobody');
}, 30_000);
