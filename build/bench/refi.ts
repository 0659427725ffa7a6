import type { Snapshot } from '../../shared/model/snapshot.ts';
import { openTables } from '../../electron/core/foreignTables.ts';
import { readProjectFile } from '../../electron/formats/projectFormats.ts';
import { writeProject } from '../../electron/formats/refi/writeProject.ts';

const words = ['the', 'night', 'shift', 'is', 'long', 'pay', '夜班', '😀', 'nobody', 'asked', 'us', 'again'];
/** A made-up study of about that many codings: 400 a document, 300 codes, three coders. The same every time. */
export function projectOf(codings: number): Snapshot {
  let seed = 42;
  const next = (below: number) => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return seed % below; };
  const codes: Snapshot['codes'] = Array.from({ length: 300 }, (_, index) => ({ uuid: uuid(1, index), path: index % 10 === 0 ? [`Group ${index}`] : [`Group ${index - (index % 10)}`, `Code ${index}`], facet: 'theme' as const, definition: 'What it means.', include: '', exclude: '', example: '', scale: [] }));
  const documents = Array.from({ length: Math.ceil(codings / 400) }, (_, index): Snapshot['documents'][number] => {
    const lines = Array.from({ length: 220 }, () => Array.from({ length: 12 + next(20) }, () => words[next(words.length)]!).join(' '));
    let at = 0;
    return { uuid: uuid(2, index), name: `P${index}`, text: lines.join('\n'), values: {}, created: 1_700_000_000_000, turns: lines.map((line) => { const start = at; at += line.length + 1; return { start, end: start + line.length, participant: null, label: '', time: null, timeEnd: null }; }) };
  });
  const coders = ['Ana', 'Ben', 'Chen'];
  const made = Array.from({ length: codings }, (_, index): Snapshot['codings'][number] => {
    const document = documents[Math.floor(index / 400)]!;
    const turn = document.turns[index % document.turns.length]!;
    const { path, facet } = codes[(index * 7) % codes.length]!;
    return { uuid: uuid(3, index), document: document.name, start: turn.start, end: turn.end, code: path, facet, coder: coders[index % 3]!, rating: null, party: null, counterparty: null, memo: '', created: 1_700_000_000_000 + index * 1000, changed: 1_700_000_000_000 + index * 1000 };
  });
  const passages = new Map(made.map(({ document, start, end }) => [`${document}/${start}`, { document, start, end }]));
  return { format: 4, name: 'Bench', description: '', attributes: [], participants: [], codes, documents, codings: made, coders: coders.map((name, index) => ({ uuid: uuid(4, index), name })), passages: [...passages.values()].map((passage, index) => ({ uuid: uuid(5, index), ...passage })), memos: [], codeSets: [] };
}
const uuid = (kind: number, index: number): string => `0000000${kind}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
const names = { documentGroup: 'Document group', inGroup: 'yes', unnamed: 'Unnamed', unknownCoder: 'Unknown' };

export interface ExchangeTime { readonly codings: number; /** Bytes of the file. */ readonly size: number; /** ms; `foreign`: read as another program's file. */ readonly write: number; readonly read: number; readonly foreign: number; /** MB that this process has taken so far. */ readonly memory: number }
/** How long a .qdpx of so many codings takes to be written, read back, and read as if another program had written it. */
export async function timeExchange(codings: number): Promise<ExchangeTime> {
  const study = projectOf(codings);
  const how = { names: { include: 'Include', exclude: 'Exclude', example: 'Example' }, unit: 'codePoint' as const };
  const timed = async <R>(work: () => R | Promise<R>): Promise<[R, number]> => { const began = performance.now(); const value = await work(); return [value, performance.now() - began]; };
  const read = async (bytes: Uint8Array) => (await readProjectFile({ name: 'bench.qdpx', bytes }, names, openTables)).snapshot;
  const [{ bytes }, write] = await timed(() => writeProject(study, { ...how, ours: true }));
  const [own, reading] = await timed(() => read(bytes));
  const bare = writeProject(study, { ...how, ours: false }).bytes;
  const [theirs, foreign] = await timed(() => read(bare));
  if (own.codings.length !== codings || theirs.codings.length !== codings) throw new Error(`of ${codings} codings ${own.codings.length} and ${theirs.codings.length} came back`);
  return { codings, size: bytes.length, write, read: reading, foreign, memory: process.resourceUsage().maxRSS / 1024 };
}
/** By which power of their number the time grows, from the fewest to the most. */
export const growthOf = (times: readonly ExchangeTime[], part: 'write' | 'read' | 'foreign'): number => {
  const [first, last] = [times[0]!, times.at(-1)!];
  return Math.log(last[part] / first[part]) / Math.log(last.codings / first.codings);
};
if (import.meta.main) {
  const times: ExchangeTime[] = [];
  for (const codings of [25_000, 50_000, 100_000, 200_000]) { times.push(await timeExchange(codings)); console.log(times.at(-1)); }
  for (const part of ['write', 'read', 'foreign'] as const) console.log(part, 'grows by the power of', growthOf(times, part).toFixed(2));
}
