import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Processor time, ms, and the most memory that a process of its own took for it, MB. */
export interface Spent { readonly cpu: number; readonly memory: number; /** Bytes of the file. */ readonly size: number }
export const parts = ['write', 'read', 'foreign'] as const;
export type Part = (typeof parts)[number];

/** Writes a .qdpx, reads it back, or reads it as if another program had written it; the file lies in `folder`. */
async function perform(part: Part, codings: number, folder: string): Promise<Spent> {
  const place = (ours: boolean) => join(folder, `${codings}-${ours ? 'ours' : 'bare'}.qdpx`);
  const how = { names: { include: 'Include', exclude: 'Exclude', example: 'Example' }, unit: 'codePoint' as const };
  const study = part === 'write' ? projectOf(codings) : null;
  const file = study ? null : { name: 'bench.qdpx', bytes: readFileSync(place(part === 'read')) };
  const start = process.cpuUsage();
  const bytes = study ? writeProject(study, { ...how, ours: true }).bytes : file!.bytes;
  const count = study ? codings : (await readProjectFile(file!, names, openTables)).snapshot.codings.length;
  const { user, system } = process.cpuUsage(start);
  const spent = { cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1024, size: bytes.length };
  if (count !== codings) throw new Error(`of ${codings} codings ${count} came back`);
  if (study) { writeFileSync(place(true), bytes); writeFileSync(place(false), writeProject(study, { ...how, ours: false }).bytes); }
  return spent;
}
/** All three of so many codings, each in a process of its own. */
export function timeExchange(codings: number): Readonly<Record<Part, Spent>> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-refi-'));
  try {
    return Object.fromEntries(parts.map((part) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, part, String(codings), folder], { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      return [part, JSON.parse(stdout) as Spent];
    })) as Record<Part, Spent>;
  } finally { rmSync(folder, { recursive: true, force: true }); }
}
/** By which power of the number of codings a time grows. */
export const growth = (few: number, many: number, times: number): number => Math.log(many / few) / Math.log(times);

if (import.meta.main) {
  const [part, codings, folder] = process.argv.slice(2);
  if (folder !== undefined) console.log(JSON.stringify(await perform(part as Part, Number(codings), folder)));
  else for (const each of [50_000, 200_000]) console.log(each, timeExchange(each));
}
