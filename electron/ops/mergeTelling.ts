import { createHash } from 'node:crypto';
import { inShort } from '../../shared/model/memoText.ts';
import { columnsOf, type MergedTable } from '../../shared/model/merge.ts';
import { formatPath } from '../../shared/model/path.ts';
import type { Row } from '../../shared/model/schema.ts';
import { codePaths } from './codes.ts';
import type { AnyRow } from './mergeDelta.ts';
import type { Reader } from './operation.ts';

/** A few letters that stand for two values: a decision about them holds for nothing else. */
export const fingerprint = (one: unknown, other: unknown): string => createHash('sha256').update(JSON.stringify([one, other])).digest('hex').slice(0, 12);

type Side = 'ours' | 'theirs';
/** Says records and values of either study in words that can be shown. */
export function createTelling(ours: Reader, theirs: Reader) {
  const of = (side: Side) => (side === 'ours' ? ours : theirs);
  function named(side: Side, table: MergedTable, id: number): string {
    const project = of(side);
    if (table === 'codes') { const path = codePaths(project).get(id); return path ? formatPath(path) : ''; }
    const row = project.find(table, id) as unknown as AnyRow | null;
    return row ? shown(side, table, row) : '';
  }
  const place = (side: Side, passage: number) => {
    const span = of(side).find('passages', passage);
    const document = span && of(side).find('documents', span.document);
    return { words: document ? inShort(document.text.slice(span.start, span.end)) : '', document: document?.name ?? '' };
  };
  /** What a record is called, or says. */
  function shown(side: Side, table: MergedTable, row: AnyRow): string {
    if (table === 'codings') return `${named(side, 'codes', row['code'] as number)} · ${place(side, row['passage'] as number).words}`;
    if (table === 'passages') return place(side, row.id).words;
    if (table === 'memos') return inShort(String(row['title'] || row['text']));
    if (table === 'turns') return String(row['label']);
    if (table === 'attributeValues') return `${named(side, 'attributes', row['attribute'] as number)}: ${String(row['value'])}`;
    if (table === 'codes') return named(side, 'codes', row.id) || String(row['name']);
    return (row['name'] ?? row['word'] ?? row['value'] ?? row['answer'] ?? '') as string;
  }
  function where(side: Side, table: MergedTable, row: AnyRow): string {
    if (table === 'codings') return `${place(side, row['passage'] as number).document} · ${named(side, 'coders', row['coder'] as number)}`;
    if (table === 'turns' || table === 'passages') return named(side, 'documents', row['document'] as number);
    if (table === 'attributeValues') return row['participant'] === null ? named(side, 'documents', row['document'] as number) : named(side, 'participants', row['participant'] as number);
    if (table === 'memos') { const memo = row as unknown as Row<'memos'>; return memo.about === 'project' ? '' : named(side, memo.about, memo.target); }
    return '';
  }
  return {
    shown, named,
    about: (side: Side, table: MergedTable, row: AnyRow) => ({ about: shown(side, table, row), where: where(side, table, row) }),
    /** A value of a column, in words. References of ours that only come are told by nothing. */
    value(side: Side, table: MergedTable, column: string, value: unknown): string | null {
      if (value === null || value === undefined) return null;
      const refers = columnsOf(table).find(({ name }) => name === column)?.refers;
      if (typeof refers === 'string' && refers !== 'about') return named(side, refers as MergedTable, value as number);
      return typeof value === 'string' ? value : JSON.stringify(value);
    },
  };
}
export type Telling = ReturnType<typeof createTelling>;
