import type { Change } from '../../shared/model/change.ts';
import { facts, type Facts } from './facts.ts';
import { countedCoders, countedInSql } from './layers.ts';
import type { Reader } from './operation.ts';

/** How often each document, code and coder stands in the codings, by their numbers: what lists show beside every name. Plain JSON. */
export interface Tallies {
  /** `units`: UTF-16 units of the document that lie in some passage that is coded, each once. */
  readonly documents: Record<number, { codings: number; units: number }>;
  readonly codes: Record<number, { codings: number; documents: number }>;
  readonly coders: Record<number, number>;
}

type OfDocument = { document: number; codings: number; units: number };
type OfCode = { code: number; codings: number; documents: number };
const list = (ids: Iterable<number>) => JSON.stringify([...ids]);
/** The coder that counts, twice; null for all people. */
const by = countedInSql();
const units = `SELECT document, sum(max(0, "end" - max("start", reached))) AS units FROM (
  SELECT document, "start", "end", coalesce(max("end") OVER (PARTITION BY document ORDER BY "start", "end" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS reached
  FROM passages WHERE document IN (SELECT value FROM json_each(?)) AND EXISTS (SELECT 1 FROM codings WHERE passage = passages.id AND ${by})) GROUP BY document`;

/** In one walk over the facts: SQL takes five times as long in a study of a million codings. */
function makeTallies(project: Reader, coder: number | null): Tallies {
  const { codings, passages } = facts(project);
  const tallies: Tallies = { documents: {}, codes: {}, coders: {} };
  const coded = new Uint8Array(passages.id.length);
  const seen = new Map<number, Set<number>>();
  const counts = countedCoders(project, coder);
  for (let coding = 0; coding < codings.code.length; coding++) {
    const [code, who, passage] = [codings.code[coding]!, codings.coder[coding]!, codings.passage[coding]!];
    if (code === 0 || !counts(who)) continue;
    const document = passages.document[passage]!;
    coded[passage] = 1;
    (tallies.documents[document] ??= { codings: 0, units: 0 }).codings++;
    (tallies.codes[code] ??= { codings: 0, documents: 0 }).codings++;
    tallies.coders[who] = (tallies.coders[who] ?? 0) + 1;
    const documents = seen.get(code) ?? new Set();
    if (documents.size === 0) seen.set(code, documents);
    documents.add(document);
  }
  for (const [code, documents] of seen) tallies.codes[code]!.documents = documents.size;
  addUnits(tallies, passages, coded);
  return tallies;
}
/** Passages as islands, so that overlaps count once. */
function addUnits(tallies: Tallies, { document, start, end }: Facts['passages'], coded: Uint8Array): void {
  const inOrder = Array.from(document.keys()).filter((passage) => coded[passage] === 1);
  const later = (one: number, other: number) => document[one]! - document[other]! || start[one]! - start[other]!;
  if (inOrder.some((passage, index) => index > 0 && later(inOrder[index - 1]!, passage) > 0)) inOrder.sort(later);
  let [here, reached] = [0, 0];
  for (const passage of inOrder) {
    if (document[passage] !== here) [here, reached] = [document[passage]!, 0];
    tallies.documents[here]!.units += Math.max(0, end[passage]! - Math.max(start[passage]!, reached));
    reached = Math.max(reached, end[passage]!);
  }
}

/** More codings, documents and codes than this are counted sooner from the beginning. */
const mostTouched = 400;

/** What changes touched: documents and codes that are counted anew, and each coding with the coder that it had before (null: it was not there). */
function touchedBy(project: Reader, changes: readonly Change[]) {
  const touched = { documents: new Set<number>(), codes: new Set<number>(), before: new Map<number, number | null>() };
  const passages = new Set<number>();
  const first = (coding: number, coder: number | null) => { if (!touched.before.has(coding)) touched.before.set(coding, coder); };
  const coded = ({ code, passage }: { code?: unknown; passage?: unknown }) => {
    if (code !== undefined) touched.codes.add(Number(code));
    if (passage !== undefined) passages.add(Number(passage));
  };
  for (const change of changes) {
    if (change.kind === 'spliced') touched.documents.add(change.document);
    // Whether what went with a coder had counted nobody can tell any more.
    else if (change.table === 'coders' && change.kind !== 'added') return null;
    else if (change.table === 'codings') {
      if (change.kind === 'added') {
        if (change.last - change.first >= mostTouched) return null;
        for (let id = change.first; id <= change.last; id++) first(id, null);
        project.query<{ code: number; passage: number }>('SELECT code, passage FROM codings WHERE id BETWEEN ? AND ?', change.first, change.last).forEach(coded);
      } else if (change.kind === 'removed') {
        for (const row of change.rows as readonly { id: number; code: number; passage: number; coder: number }[]) { first(row.id, row.coder); coded(row); }
      } else if ('code' in change.after || 'coder' in change.after || 'passage' in change.after) {
        const now = project.find('codings', change.id);
        for (const row of [change.before, change.after, ...(now ? [now] : [])]) coded(row);
        // Of a coding whose coder stays the row itself knows it, unless it went since.
        const coder = (change.before['coder'] as number | undefined) ?? now?.coder;
        if (coder === undefined && !touched.before.has(change.id)) return null;
        first(change.id, coder ?? null);
      }
    } else if (change.table === 'passages') {
      if (change.kind === 'removed') for (const row of change.rows as readonly { document: number }[]) touched.documents.add(row.document);
      else if (change.kind === 'changed') passages.add(change.id);
      else if (change.last - change.first >= mostTouched) return null;
      else for (let id = change.first; id <= change.last; id++) passages.add(id);
    }
    if (touched.before.size + touched.codes.size + passages.size > mostTouched) return null;
  }
  for (const { document } of project.query<{ document: number }>('SELECT DISTINCT document FROM passages WHERE id IN (SELECT value FROM json_each(?))', list(passages))) touched.documents.add(document);
  for (const { document } of project.query<{ document: number }>('SELECT DISTINCT document FROM codings JOIN passages ON passages.id = passage WHERE codings.id IN (SELECT value FROM json_each(?))', list(touched.before.keys()))) touched.documents.add(document);
  return touched;
}

function catchUp(project: Reader, tallies: Tallies, changes: readonly Change[], coder: number | null): Tallies | null {
  const touched = touchedBy(project, changes);
  if (!touched) return null;
  const [documents, codes] = [list(touched.documents), list(touched.codes)];
  for (const document of touched.documents) delete tallies.documents[document];
  for (const code of touched.codes) delete tallies.codes[code];
  for (const { document, codings } of project.query<OfDocument>(`SELECT document, count(*) AS codings FROM passages JOIN codings ON passage = passages.id WHERE document IN (SELECT value FROM json_each(?)) AND ${by} GROUP BY document`, documents, coder, coder)) tallies.documents[document] = { codings, units: 0 };
  for (const { document, units: coded } of project.query<OfDocument>(units, documents, coder, coder)) tallies.documents[document]!.units = coded;
  for (const { code, ...counted } of project.query<OfCode>(`SELECT code, count(*) AS codings, count(DISTINCT document) AS documents FROM codings JOIN passages ON passages.id = passage WHERE code IN (SELECT value FROM json_each(?)) AND ${by} GROUP BY code`, codes, coder, coder)) tallies.codes[code] = counted;
  const counting = countedCoders(project, coder);
  const add = (who: number | null | undefined, by: number) => { if (who !== null && who !== undefined && counting(who)) tallies.coders[who] = (tallies.coders[who] ?? 0) + by; };
  for (const [coding, before] of touched.before) {
    add(before, -1);
    add(project.find('codings', coding)?.coder, 1);
  }
  for (const [who, n] of Object.entries(tallies.coders)) if (n === 0) delete tallies.coders[Number(who)];
  return tallies;
}

/** The tallies of all people's codings, or of one coder's (or layer's). A coding more or less costs what it touches, not what there is. */
export const talliesOf = (project: Reader, coder: number | null = null): Tallies =>
  project.derive(`tallies/${coder ?? ''}`, () => makeTallies(project, coder), (known, changes) => catchUp(project, known, changes, coder), ...(coder === null ? ['inFile' as const] : []));
