import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStudy, type Engine } from '../../electron/core/engine.ts';
import { readWhole } from '../../electron/core/files.ts';
import type { TableName } from '../../shared/model/schema.ts';
import { tables } from '../../shared/model/schema.ts';
import type { Fields } from '../../shared/model/fields.ts';
import { everything, newStudy, temporaryFolder } from './study.ts';

/** One study of a team: a file that is opened while somebody works in it. */
export interface Copy { readonly file: string; readonly who: string }

/** A study that `begin` writes, and a copy of it for each coder. */
export async function copiesFor(coders: readonly string[], begin: (engine: Engine) => Promise<void>): Promise<Copy[]> {
  const folder = temporaryFolder();
  const first = newStudy(folder, { who: 'Lin' });
  await begin(first);
  first.close();
  return coders.map((who) => ({ who, file: another({ file: first.file, who }, folder) }));
}
let made = 0;
/** The file as it is now, copied. */
export function another({ file }: Copy, folder = temporaryFolder()): string {
  const copy = join(folder, `${made++}.concord`);
  copyFileSync(file, copy);
  return copy;
}
/** Works in a copy, as its coder. */
export async function within<R>({ file, who }: Copy, work: (engine: Engine) => Promise<R>): Promise<R> {
  const engine = openStudy(file, { who });
  onTestFinished(() => engine.close());
  try { return await work(engine); } finally { engine.close(); }
}
const files = { preparation: { file: async (path: string) => readWhole(path) } };
export interface Asked { readonly decisions?: Record<string, 'mine' | 'theirs' | 'both'>; readonly rest?: 'mine' | 'theirs' | 'both'; readonly mapping?: Record<string, string | null> }
export const merge = (into: Copy, from: Copy, asked: Asked = {}): Promise<any> => within(into, async (engine) => (await engine.ask('study.merge', { handle: from.file, ...asked }, files)).value);
export const preview = (into: Copy, from: Copy, asked: Asked = {}): Promise<any> => within(into, async (engine) => (await engine.ask('study.mergePreview', { handle: from.file, ...asked }, files)).value);

/** What a study holds, told without the numbers of its rows: the same in every copy that holds the same. */
export function contents({ file }: Copy): Record<string, unknown[]> {
  const all = everything(file) as Record<TableName, Record<string, unknown>[]>;
  const uuidOf = new Map(Object.entries(all).map(([table, rows]) => [table, new Map(rows.map((row) => [row['id'], row['uuid']]))]));
  return Object.fromEntries((Object.entries(all) as [TableName, Record<string, unknown>[]][]).map(([table, rows]) => [table, rows.map(({ id: _id, ...row }) => Object.fromEntries(Object.entries(row).map(([name, value]) => {
    const refers = table === 'memos' && name === 'target' ? String(row['about']) : (tables[table] as Fields)[name]!.refers;
    return [name, refers === null || value === null ? value : uuidOf.get(refers)!.get(value) ?? value];
  }))).toSorted((a, b) => String(a['uuid']).localeCompare(String(b['uuid'])))]));
}

export interface Handed { readonly documents: readonly number[]; readonly blind?: boolean; readonly people?: 'values' | 'names' | 'numbers'; readonly attributes?: number[] }
/** A package of a study for a coder, as the file that she gets. */
export async function handOut(from: Copy, coder: string, asked: Handed): Promise<Copy> {
  const file = join(temporaryFolder(), `${made++}.concord`);
  await within(from, async (engine) => writeFileSync(file, (await engine.call('handOut.make', { coder, ...asked, documents: [...asked.documents] })).bytes));
  return { file, who: coder };
}
