import { z } from 'zod';
import type { FindingCode } from '../../shared/model/problem.ts';
import { splitsPair } from '../../shared/model/span.ts';
import type { TableName } from '../../shared/model/schema.ts';
import { query, type Reader } from './operation.ts';

export interface Finding { readonly code: FindingCode; readonly where: string; readonly count: number }

export const checkStudy = query({
  /** Looks for damage: pages and references, texts and imported files against their SHA-256, spans against their texts. Finds nothing in a sound study. */
  input: z.strictObject({}),
  run(project) {
    const findings: Finding[] = [];
    const found = (code: Finding['code'], where: string, count: number) => { if (count > 0) findings.push({ code, where, count }); };
    found('damaged-pages', '', project.integrity.pages().length);
    // Nothing that is read from damaged pages says anything.
    if (findings.length > 0) return { findings, documents: 0, codings: 0, passages: 0 };
    found('dangling-reference', '', project.integrity.references());
    for (const { id, name, textHash } of project.query<{ id: number; name: string; textHash: string }>('SELECT id, name, textHash FROM documents')) {
      const { text } = project.get('documents', id);
      found('text-differs', name, project.integrity.hash(text) === textHash ? 0 : 1);
      checkSpans(project, id, name, text, found);
    }
    for (const { hash, name } of project.integrity.originals()) found('original-differs', name, project.integrity.original(hash) ? 0 : 1);
    for (const about of ['documents', 'participants', 'codes', 'passages', 'codings'] as const)
      found('memo-about-nothing', about, count(project, `memos WHERE about = '${about}' AND target NOT IN (SELECT id FROM "${about}")`));
    found('register-astray', 'conflicts', astray(project));
    return { findings, documents: count(project, 'documents'), codings: count(project, 'codings'), passages: count(project, 'passages') };
  },
});

/** Parties that are no stakeholders, passages of one conflict on a point of another, and the same passage twice in a place. */
const astray = (project: Reader): number => count(project, `conflicts WHERE EXISTS (SELECT 1 FROM codes WHERE codes.id IN (party, counterparty) AND facet <> 'stakeholder') OR EXISTS (SELECT 1 FROM codes WHERE codes.id = conflicts.code AND facet <> 'conflict')`)
  + count(project, 'conflictPassages JOIN conflictPoints ON conflictPoints.id = point WHERE conflictPoints.conflict <> conflictPassages.conflict')
  + count(project, '(SELECT 1 FROM conflictPassages GROUP BY conflict, passage, point HAVING count(*) > 1)');
const count = (project: Reader, from: string): number => project.one<{ n: number }>(`SELECT count(*) AS n FROM ${from}`)!.n;

function checkSpans(project: Reader, document: number, name: string, text: string, found: (code: Finding['code'], where: string, count: number) => void): void {
  for (const table of ['passages', 'turns'] as const satisfies readonly TableName[]) {
    const spans = project.query<{ start: number; end: number }>(`SELECT "start", "end" FROM ${table} WHERE document = ? ORDER BY "start", "end"`, document);
    const outside = spans.filter(({ start, end }) => start < 0 || start > end || end > text.length || (table === 'passages' && start === end));
    found('span-outside-text', `${name}: ${table}`, outside.length);
    found('span-splits-character', `${name}: ${table}`, spans.filter(({ start, end }) => splitsPair(text, start) || splitsPair(text, end)).length);
    if (table === 'turns') found('turns-overlap', name, spans.filter(({ start }, index) => index > 0 && start < spans[index - 1]!.end).length);
  }
}
