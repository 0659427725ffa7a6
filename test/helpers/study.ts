import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createStudy, openStudy, type Engine, type EngineOptions } from '../../electron/core/engine.ts';
import { tableNames } from '../../shared/model/schema.ts';
import Database from 'better-sqlite3';
import { scratch } from './scratch.ts';

/** A folder of the test's own, gone when the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(scratch, 'concord-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
/** An empty study on the real SQLite, closed when the test has finished. */
export function newStudy(folder = temporaryFolder(), options: EngineOptions = { who: 'Lin' }): Engine {
  const file = join(folder, 'study.concord');
  createStudy(file, 'Study');
  const engine = openStudy(file, options);
  onTestFinished(() => engine.close());
  return engine;
}

/** Every row of every table of a study that is closed. */
export function everything(file: string): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true });
  try { return Object.fromEntries(tableNames.map((table) => [table, db.prepare(`SELECT * FROM "${table}" ORDER BY id`).all()])); } finally { db.close(); }
}

/** 'I was [tired: so tired] then' -> the text and its marks, as tests write them. Marks may nest. */
export function unmark(marked: string): { text: string; marks: { code: string; start: number; end: number }[] } {
  const marks: { code: string; start: number; end: number }[] = [];
  const open: { code: string; start: number }[] = [];
  let text = '';
  for (const token of marked.match(/\[[^\][:]+: |\]|[^[\]]+/g) ?? []) {
    if (token === ']') marks.push({ ...open.pop()!, end: text.length });
    else if (token.startsWith('[')) open.push({ code: token.slice(1, -2), start: text.length });
    else text += token;
  }
  return { text, marks: marks.toSorted((a, b) => a.start - b.start || b.end - a.end) };
}
/** The inverse of `unmark`, for spans that nest. */
export function mark(text: string, marks: readonly { code: string; start: number; end: number }[]): string {
  const edges = marks.flatMap(({ code, start, end }, index) => [{ at: start, order: index, put: `[${code}: ` }, { at: end, order: -1e6 - index, put: ']' }]);
  return edges.toSorted((a, b) => b.at - a.at || b.order - a.order).reduce((marked, { at, put }) => marked.slice(0, at) + put + marked.slice(at), text);
}

/** A study with one document in which the marks of the notation are codings. */
export async function codedStudy(marked: string, options?: EngineOptions) {
  const engine = newStudy(temporaryFolder(), options);
  const { text, marks } = unmark(marked);
  const { document } = await engine.call('document.create', { name: 'Interview', text });
  const codes = new Map<string, number>();
  for (const { code, start, end } of marks) {
    if (!codes.has(code)) codes.set(code, (await engine.call('code.create', { name: code, facet: 'theme' })).code);
    await engine.call('coding.apply', { document, start, end, codes: [{ code: codes.get(code)! }] });
  }
  return {
    engine, document, codes,
    /** The document as it stands, in the notation. */
    async shown(): Promise<string> {
      const names = new Map((await engine.call('code.list', {})).map((code) => [code.id, code.name]));
      const { text: now } = await engine.call('document.read', { document });
      return mark(now, (await engine.call('coding.list', { document })).map((coding) => ({ code: names.get(coding.code)!, start: coding.start, end: coding.end })));
    },
    /** Replaces the first occurrence of `removed` by `inserted`, or inserts before `removed` where it is to stay. */
    async edit(removed: string, inserted: string): Promise<void> {
      const { text: now } = await engine.call('document.read', { document });
      await engine.call('document.edit', { document, splices: [{ at: now.indexOf(removed), removed, inserted }] });
    },
  };
}
