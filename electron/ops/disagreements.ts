import { z } from 'zod';
import { agreementAsked, type AgreementAsked, type Decision, type Disagreement, type DisagreementCode, type DisagreementSide } from '../../shared/model/agreement.ts';
import { agreementAhead } from './agreement.ts';
import { tableCodes } from './agreementItems.ts';
import { agreementTable } from './agreementTable.ts';
import { adjudicationsOf, basisOf, decidedAbout, decisionOf, holds, type Adjudicated } from './adjudicated.ts';
import { differingIn, meetingsOf, type Meeting, type Meetings } from './disagreeing.ts';
import { query, type Preparation, type Reader } from './operation.ts';

const byCode = (asked: AgreementAsked): AgreementAsked => ({ ...asked, triples: false });

/** A meeting with the decision about it, if there is one. */
interface Judged { readonly meeting: Meeting; readonly decision: Decision | null; /** UUIDs of what it made. */ readonly made: readonly string[] }
/** A decision whose originals are all gone, while the consensus has something there still. */
interface Gone { readonly of: Adjudicated; readonly made: readonly number[] }

const codingIds = ({ scope, coded }: Meetings, { from, to }: Meeting): number[] => Array.from(coded.coding.subarray(from, to), (coding) => scope.ground.facts.codings.id[coding]!);

function judge(project: Reader, meetings: Meetings): { judged: Judged[]; gone: Gone[] } {
  const { scope, coded, all } = meetings;
  const decisions = adjudicationsOf(project);
  if (decisions.length === 0) return { judged: all.map((meeting) => ({ meeting, decision: null, made: [] })), gone: [] };
  const about = decidedAbout(project, decisions);
  const met = new Set<number>();
  const judged = all.map((meeting): Judged => {
    const codings = codingIds(meetings, meeting);
    const known = [...new Set(codings.flatMap((coding) => about.get(coding) ?? []))];
    for (const { row } of known) met.add(row.id);
    if (known.length === 0) return { meeting, decision: null, made: [] };
    const now = basisOf(project, scope.documents[meeting.document]!.id, scope.coders, codings)!;
    const holding = known.findLast(({ basis }) => holds(basis, now));
    const last = holding ?? known.at(-1)!;
    return { meeting, decision: decisionOf(last, !holding), made: last.basis.made };
  });
  const coders = scope.coders.map((id) => project.get('coders', id).uuid).toSorted().join();
  const codes = new Set(coded.items.map(({ code }) => code!.id));
  const gone = decisions.flatMap((each): Gone[] => {
    if (met.has(each.row.id) || each.basis.codings.length === 0 || each.basis.coders.join() !== coders || !codes.has(each.row.code) || (scope.indexOf[each.row.document] ?? -1) < 0) return [];
    const made = project.query<{ id: number }>('SELECT id FROM codings WHERE uuid IN (SELECT value FROM json_each(?))', JSON.stringify(each.basis.made)).map(({ id }) => id);
    return made.length === 0 ? [] : [{ of: each, made }];
  });
  return { judged, gone };
}

function sidesOf(project: Reader, { scope, coded }: Meetings, { document, from, to }: Meeting): DisagreementSide[] {
  const { judged, facts } = scope.ground;
  const { present } = scope.documents[document]!;
  return scope.coders.flatMap((coder, place): DisagreementSide[] => {
    if ((present & (1 << place)) === 0) return [];
    const own = Array.from({ length: to - from }, (_, index) => from + index).filter((at) => coded.coder[at] === place);
    return [{ coder, codings: own.map((at) => { const id = facts.codings.id[coded.coding[at]!]!; return { id, start: coded.start[at]!, end: coded.end[at]!, rating: judged.rating[id] ?? null, party: judged.party[id] ?? null, counterparty: judged.counterparty[id] ?? null }; }) }];
  });
}
function consensusIn(project: Reader, made: readonly string[]): Disagreement['consensus'] {
  if (made.length === 0) return [];
  return project.query<Disagreement['consensus'][number]>('SELECT codings.code, codings.rating, passages."start", passages."end" FROM codings JOIN passages ON passages.id = passage WHERE codings.uuid IN (SELECT value FROM json_each(?)) ORDER BY passages."start", codings.id', JSON.stringify(made));
}
function toldOf(project: Reader, meetings: Meetings, { meeting, decision, made }: Judged): Disagreement {
  const document = meetings.scope.documents[meeting.document]!.id;
  const code = meetings.coded.items[meeting.item]!.code!.id;
  return { key: `${code}/${document}/${Math.min(...codingIds(meetings, meeting))}`, code, document, start: meeting.start, end: meeting.end, kind: meeting.differ === 'judgement' ? 'judgement' : 'place', sides: sidesOf(project, meetings, meeting), differing: differingIn(meetings, meeting), decision, consensus: consensusIn(project, made) };
}
function toldGone(project: Reader, { of, made }: Gone): Disagreement {
  const spans = made.map((coding) => project.get('passages', project.get('codings', coding).passage));
  return { key: `gone/${of.row.id}`, code: of.row.code, document: of.row.document, start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)), kind: 'gone', sides: [], differing: spans.map(({ start, end }) => ({ start, end })), decision: decisionOf(of, true), consensus: consensusIn(project, of.basis.made) };
}
const isOpen = (decision: Decision | null): boolean => decision === null || decision.outdated;

export const listDisagreements = query({
  /**
   * Where coders differ, by code: the code with the least κ (of segments, the least agreement) first, or in the order of documents and text.
   * `open` is what is to be decided still: never decided, or one of the originals changed since. `ready`: agreements that are not in the consensus yet.
   */
  input: z.strictObject({ ...agreementAsked, show: z.enum(['open', 'decided']).default('open'), order: z.enum(['code', 'document']).default('code'), from: z.int().min(0).default(0), limit: z.int().min(1).max(1000).default(200) }),
  prepare: (asked, preparation: Preparation) => agreementAhead(asked, preparation),
  run(project, { show, order, from, limit, ...given }) {
    const asked = byCode(given);
    const meetings = meetingsOf(project, asked);
    const { judged, gone } = judge(project, meetings);
    const differing = judged.filter(({ meeting }) => meeting.differ !== null);
    const rows = agreementTable(project, asked).rows;
    const rank = rankOf(rows.map(({ kappa, percent }) => kappa.value ?? percent.value ?? 1));
    const toTable = tableCodes(project);
    const itemOf = new Map(meetings.coded.items.map(({ code }, item) => [code!.id, item]));
    const counts = meetings.coded.items.map(() => ({ open: 0, decided: 0 }));
    for (const { meeting, decision } of differing) counts[meeting.item]![isOpen(decision) ? 'open' : 'decided']++;
    for (const { of } of gone) counts[itemOf.get(of.row.code)!]!.open++;
    const codes = counts.map(({ open, decided }, item): DisagreementCode & { readonly item: number } => ({ item, code: toTable(project.get('codes', meetings.coded.items[item]!.code!.id)), open, decided, kappa: rows[item]!.kappa.value, percent: rows[item]!.percent.value }))
      .filter((each) => each.open + each.decided > 0).toSorted((a, b) => rank[a.item]! - rank[b.item]!).map(({ item: _item, ...each }) => each);
    const wanted = differing.filter(({ decision }) => isOpen(decision) === (show === 'open'));
    const placed = [
      ...wanted.map((each) => ({ item: each.meeting.item, document: each.meeting.document, start: each.meeting.start, tell: () => toldOf(project, meetings, each) })),
      ...(show === 'open' ? gone : []).map((each) => { const told = toldGone(project, each); return { item: itemOf.get(told.code)!, document: meetings.scope.indexOf[told.document]!, start: told.start, tell: () => told }; }),
    ].toSorted((a, b) => (order === 'code' ? rank[a.item]! - rank[b.item]! : 0) || a.document - b.document || a.start - b.start || rank[a.item]! - rank[b.item]!);
    const count = (which: 'open' | 'decided') => counts.reduce((sum, each) => sum + each[which], 0);
    return {
      codes, open: count('open'), decided: count('decided'), total: placed.length, rows: placed.slice(from, from + limit).map(({ tell }) => tell()),
      ready: judged.filter(({ meeting, decision }) => meeting.differ === null && isOpen(decision)).length, leftOut: meetings.scope.leftOut,
    };
  },
});
/** The place of each in the order of their values, least first. */
function rankOf(values: readonly number[]): number[] {
  const ranks: number[] = [];
  values.map((_, index) => index).toSorted((a, b) => values[a]! - values[b]! || a - b).forEach((index, rank) => { ranks[index] = rank; });
  return ranks;
}

/** Where all coders agree and the consensus does not say so yet: the document, the code, and the codings that are of one mind. */
export function readyOf(project: Reader, given: AgreementAsked): { document: number; code: number; codings: number[] }[] {
  const meetings = meetingsOf(project, byCode(given));
  return judge(project, meetings).judged.flatMap(({ meeting, decision }) => (meeting.differ === null && isOpen(decision) ? [{ document: meetings.scope.documents[meeting.document]!.id, code: meetings.coded.items[meeting.item]!.code!.id, codings: codingIds(meetings, meeting) }] : []));
}
