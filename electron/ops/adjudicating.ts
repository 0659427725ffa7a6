import { z } from 'zod';
import { agreementInput, mostCoders, type Verdict } from '../../shared/model/agreement.ts';
import { givenName, wholeText } from '../../shared/model/fields.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Row } from '../../shared/model/schema.ts';
import type { Span } from '../../shared/model/span.ts';
import { nameKey } from '../../shared/model/text.ts';
import { agreementAhead } from './agreement.ts';
import { adjudicationsOf, basisOf, decidedAbout, type Adjudicated } from './adjudicated.ts';
import { checkJudgement, passageAt, soundSpan } from './codings.ts';
import { readyOf } from './disagreements.ts';
import { consensusOf } from './layers.ts';
import { command, type Preparation, type Writer } from './operation.ts';
import { removeCodings } from './removal.ts';

const id = z.int().positive();
/** How the layer is called when the first decision makes it: in the language of whoever decides. */
const layer = givenName.default('Consensus');
type Judged = Pick<Row<'codings'>, 'rating' | 'party' | 'counterparty'>;
type Placed = Span & Judged & { readonly code: number };

/** The layer that decisions are written into; made with the first of them. */
function consensusLayer(project: Writer, name: string): number {
  const known = consensusOf(project);
  if (known !== null) return known;
  const taken = new Set(project.all('coders').map((coder) => nameKey(coder.name)));
  let free = name;
  for (let number = 2; taken.has(nameKey(free)); number++) free = `${name} ${number}`;
  return project.add('coders', { name: free, layer: 'consensus' });
}
/** What an earlier decision put into the layer goes with it. */
function takeBack(project: Writer, decisions: readonly Adjudicated[]): void {
  const made = project.query<{ id: number }>('SELECT id FROM codings WHERE uuid IN (SELECT value FROM json_each(?))', JSON.stringify(decisions.flatMap(({ basis }) => basis.made))).map(({ id: coding }) => coding);
  removeCodings(project, made);
  // One decision may have been about what are two places by now.
  project.remove('adjudications', decisions.flatMap(({ row: { id: decision } }) => (project.find('adjudications', decision) ? [decision] : [])));
}
/** Codes places in the layer; answers with the UUIDs of what is new there. */
function putInto(project: Writer, consensus: number, document: number, places: readonly Placed[]): string[] {
  return places.flatMap(({ start, end, ...said }) => {
    const passage = passageAt(project, document, { start, end });
    if (project.all('codings', { passage, code: said.code, coder: consensus }).length > 0) return [];
    return [project.get('codings', project.add('codings', { passage, coder: consensus, ...said, created: project.now, changed: project.now })).uuid];
  });
}
const judgedAs = ({ rating, party, counterparty }: Judged): Judged => ({ rating, party, counterparty });
const sameOr = <V>(values: readonly V[]): V | null => (values.length > 0 && values.every((value) => value === values[0]) ? values[0]! : null);

interface About { readonly document: number; readonly code: number; readonly codings: readonly number[] }
/** What a verdict puts into the layer, from the originals. */
function outcome(project: Writer, { code, codings }: About, verdict: Verdict, taken: number | null, anew: readonly Placed[]): readonly Placed[] {
  const originals = codings.map((coding) => { const row = project.get('codings', coding); const { start, end } = project.get('passages', row.passage); return { row, start, end }; });
  const asThey = (whose: number | undefined): Placed[] => originals.filter(({ row }) => row.coder === whose).map(({ row, start, end }) => ({ code, start, end, ...judgedAs(row) }));
  if (verdict === 'anew') return anew;
  if (verdict === 'coder') return asThey(taken ?? undefined);
  if (verdict === 'agreed') return asThey(originals[0]?.row.coder);
  if (verdict === 'neither' || originals.length === 0) return [];
  // They overlap one after the other: together they are one stretch. What they judge differently is left open.
  const said = { rating: sameOr(originals.map(({ row }) => row.rating)), party: sameOr(originals.map(({ row }) => row.party)), counterparty: sameOr(originals.map(({ row }) => row.counterparty)) };
  return [{ code, start: Math.min(...originals.map(({ start }) => start)), end: Math.max(...originals.map(({ end }) => end)), ...said }];
}
interface Deciding { readonly coders: readonly number[]; readonly consensus: number; readonly who: number; readonly note: string }
function decide(project: Writer, { coders, consensus, who, note }: Deciding, about: About, verdict: Verdict, taken: number | null, anew: readonly Placed[], earlier: readonly Adjudicated[]): void {
  const basis = basisOf(project, about.document, coders, about.codings)!;
  const places = outcome(project, about, verdict, taken, anew);
  takeBack(project, earlier);
  const made = putInto(project, consensus, about.document, places);
  project.add('adjudications', { document: about.document, code: about.code, verdict, taken, basis: { ...basis, made }, note, coder: who, created: project.now });
}
/** The codings as they were looked at; a Problem `disagreement-changed` where one is gone or says something else by now. */
function checked(project: Writer, { document, code, codings }: About, coders: readonly number[]): void {
  for (const coding of codings) {
    const row = project.find('codings', coding);
    if (!row || row.code !== code || !coders.includes(row.coder) || project.get('passages', row.passage).document !== document) throw new Problem('disagreement-changed');
  }
}

const place = z.strictObject({ start: z.int().min(0), end: z.int().min(0), code: id.optional(), rating: z.int().nullable().default(null), party: id.nullable().default(null), counterparty: id.nullable().default(null) });
export const decideDisagreements = command({
  /**
   * Decides on disagreements and writes what was decided into the consensus layer; the originals stay. `coder`: as `taken` has it; `both`: all that
   * any of them has, as one; `neither`: nothing; `anew`: `places` (UTF-16 units), coded with the same code where none is said. `earlier` is a decision
   * that is all that is left of a disagreement. A Problem `disagreement-changed` where the codings are not as they were looked at.
   */
  input: z.strictObject({
    coders: z.array(id).min(2).max(mostCoders), verdict: z.enum(['coder', 'both', 'neither', 'anew']), taken: id.nullable().default(null), places: z.array(place).default([]), note: wholeText.max(10_000).default(''), layer,
    items: z.array(z.strictObject({ document: id, code: id, codings: z.array(id), earlier: id.optional() })).min(1).max(10_000),
  }),
  run(project, { coders, verdict, taken, places, note, layer: name, items }) {
    if (verdict === 'coder' && (taken === null || !coders.includes(taken))) throw new Problem('bad-input', { operation: 'agreement.decide', what: 'taken' });
    if (verdict === 'anew' && (places.length === 0 || items.length > 1)) throw new Problem('bad-input', { operation: 'agreement.decide', what: 'places' });
    const deciding = { coders, consensus: consensusLayer(project, name), who: project.coder(), note };
    for (const about of items) {
      checked(project, about, coders);
      const { text } = project.get('documents', about.document);
      const anew = places.map(({ start, end, code = about.code, ...judged }): Placed => {
        checkJudgement(project, code, judged);
        return { code, ...soundSpan(text, { start, end }), ...judged };
      });
      const all = adjudicationsOf(project, { document: about.document, code: about.code });
      const known = decidedAbout(project, all);
      const earlier = new Set([...about.codings.flatMap((coding) => known.get(coding) ?? []), ...all.filter(({ row }) => row.id === about.earlier)]);
      if (about.codings.length === 0 && verdict === 'neither') takeBack(project, [...earlier]);
      else decide(project, deciding, about, verdict, verdict === 'coder' ? taken : null, anew, [...earlier]);
    }
    return { code: project.get('codes', items[0]!.code).name };
  },
  about: (_project, { items }, { code }) => ({ code, count: items.length }),
});

export const reopenDisagreements = command({
  /** Takes decisions back, with what they put into the consensus layer: they are to be made again. */
  input: z.strictObject({ decisions: z.array(id).min(1).max(10_000) }),
  run(project, { decisions }) {
    const rows = decisions.map((decision) => project.get('adjudications', decision));
    const chosen = new Set(decisions);
    takeBack(project, adjudicationsOf(project).filter(({ row }) => chosen.has(row.id)));
    return { code: project.get('codes', rows[0]!.code).name };
  },
  about: (_project, { decisions }, { code }) => ({ code, count: decisions.length }),
});

export const adoptAgreements = command({
  /** Takes over into the consensus layer all that the coders agree on and that is not there yet, as the first of them has it. */
  input: z.strictObject({ ...agreementInput.shape, layer }),
  prepare: (asked, preparation: Preparation) => agreementAhead(asked, preparation),
  run(project, { layer: name, ...asked }) {
    const ready = readyOf(project, asked);
    if (ready.length === 0) return { agreements: 0 };
    const deciding = { coders: asked.coders, consensus: consensusLayer(project, name), who: project.coder(), note: '' };
    const known = decidedAbout(project, adjudicationsOf(project));
    for (const about of ready) decide(project, deciding, about, 'agreed', null, [], [...new Set(about.codings.flatMap((coding) => known.get(coding) ?? []))]);
    return { agreements: ready.length };
  },
  about: (_project, _input, { agreements }) => ({ count: agreements }),
});
