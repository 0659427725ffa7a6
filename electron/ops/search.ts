import { z } from 'zod';
import { wholeText } from '../../shared/model/fields.ts';
import { unfold } from './folding.ts';
import { parsePath } from '../../shared/model/path.ts';
import { Problem } from '../../shared/model/problem.ts';
import { facets, type TableName } from '../../shared/model/schema.ts';
import { expressionOf } from '../../shared/model/search.ts';
import { splitsPair, type Span } from '../../shared/model/span.ts';
import { unitAt } from '../../shared/model/text.ts';
import { codeAtPath } from './codes.ts';
import { addCodings } from './codingSheet.ts';
import { command, query, type Preparation, type Reader } from './operation.ts';
import { searcher } from './expression.ts';
import { codeSources, documentSources, memoSources, memoWords, narrowing, subjectOf, textsOf, turnAt, turnsOf, type SearchField, type Source } from './searchSources.ts';

const id = z.int().positive();
const sought = {
  text: wholeText.pipe(z.string().min(1).max(1000)),
  regex: z.boolean().default(false), wholeWord: z.boolean().default(false), matchCase: z.boolean().default(false),
  speakers: z.enum(['interviewees', 'all']).default('all'),
  /** Only in these; in all without it. */
  documents: z.array(id).optional(),
  /** Only what is said by people (or stands in documents) with this value of an attribute, or of any attribute. */
  group: z.strictObject({ attribute: id.optional(), value: z.string() }).optional(),
};
const asked = z.strictObject({ ...sought, in: z.enum(['documents', 'memos', 'codes']).default('documents') });
type Asked = z.output<typeof asked>;

/** One hit in its words. `left` and `right` stay inside of the turn. */
export interface Hit extends Span {
  /** The document, memo or code it is in. */
  readonly of: number;
  readonly field: SearchField;
  /** Number of the turn in its document, from 1. */
  readonly turn: number | null;
  readonly speaker: string;
  readonly left: string;
  readonly hit: string;
  readonly right: string;
}
/** What was found in one text: spans as start, end, start, end … */
export interface Finding extends Omit<Source, 'text' | 'folded'> { readonly places: readonly number[] }

/** Texts are handed over in lots of about so many UTF-16 units, the first and the largest: each costs a clock of its own, and the first screen waits for the first. */
const [firstLot, largestLot] = [500_000, 16_000_000];
function* lotsOf(project: Reader, { in: where, documents }: Asked): Generator<Source[]> {
  let sources: Source[] = [];
  let units = 0;
  let lot = firstLot;
  for (const source of where === 'documents' ? documentSources(project, documents) : where === 'memos' ? memoSources(project) : codeSources(project)) {
    sources.push(source);
    if ((units += source.text.length) <= lot) continue;
    yield sources;
    sources = [];
    units = 0;
    lot = Math.min(2 * lot, largestLot);
  }
  yield sources;
}
/** Takes what was found in a lot, as far as it is asked for, and says how many hits that is. */
function collect(findings: Finding[], sources: readonly Source[], places: readonly (readonly number[])[], isAsked: ReturnType<typeof narrowing>): number {
  let hits = 0;
  sources.forEach(({ of, label, field }, index) => {
    const found = places[index]!;
    const kept = isAsked && found.length > 0 ? isAsked(of, found) : found;
    if (kept.length === 0) return;
    findings.push({ of, label, field, places: kept });
    hits += kept.length / 2;
  });
  return hits;
}
/** All that is found; with `enough`, what is found until there are so many hits. */
export interface Findings { readonly findings: readonly Finding[]; readonly complete: boolean }
/** What is looked through: texts with their compatibility forms written out, but for an expression of the person's own. */
const textsOfLot = (sources: readonly Source[], { regex }: Asked) => sources.map((source) => (regex ? source.text : source.folded()?.text ?? source.text));
const placesIn = (sources: readonly Source[], places: readonly number[][], { regex }: Asked) => (regex ? places : places.map((each, index) => {
  const folded = each.length === 0 ? null : sources[index]!.folded();
  return folded ? unfold(folded, each) : each;
}));

function findAll(project: Reader, search: Asked, enough = Number.POSITIVE_INFINITY): Findings {
  const find = searcher(search.text, expressionOf(search));
  const isAsked = search.in === 'documents' ? narrowing(project, search) : null;
  const findings: Finding[] = [];
  let hits = 0;
  for (const sources of lotsOf(project, search)) {
    if (hits >= enough) return { findings, complete: false };
    hits += collect(findings, sources, placesIn(sources, find(textsOfLot(sources, search)), search), isAsked);
  }
  return { findings, complete: true };
}
/** As `findAll`, in a thread of its own. */
async function findBeside({ project, searcher: beside }: Preparation, search: Asked, enough = Number.POSITIVE_INFINITY): Promise<Findings> {
  const find = beside(search.text, expressionOf(search));
  const isAsked = search.in === 'documents' ? narrowing(project, search) : null;
  const findings: Finding[] = [];
  let hits = 0;
  for (const sources of lotsOf(project, search)) {
    if (hits >= enough) return { findings, complete: false };
    hits += collect(findings, sources, await find(textsOfLot(sources, search)), isAsked);
  }
  return { findings, complete: true };
}

/** Findings of the last searches, until the study changes: the next page of a list must not search again. */
const kept = 4;
/** Where changes make a search anew. Coding is not among them for documents: coding what was found finds nothing else. */
const decidedBy = { documents: ['documents', 'turns', 'participants', 'attributeValues'], memos: ['memos', 'codes', 'documents', 'participants', 'passages', 'codings', 'project'], codes: ['codes'] } as const satisfies Record<Asked['in'], readonly TableName[]>;
const keptOf = (project: Reader, where: Asked['in']) => project.derive(`searches/${where}`, () => {
  // What is derived is kept until a table changes that was read to make it.
  for (const table of decidedBy[where]) project.one(`SELECT 1 FROM "${table}" LIMIT 1`);
  return new Map<string, readonly Finding[]>();
});
function keep(known: Map<string, readonly Finding[]>, search: Asked, found: readonly Finding[]): void {
  known.set(JSON.stringify(search), found);
  if (known.size > kept) known.delete(known.keys().next().value!);
}
function findings(project: Reader, search: Asked, enough?: number): Findings {
  const known = keptOf(project, search.in);
  const there = known.get(JSON.stringify(search));
  if (there) return { findings: there, complete: true };
  const found = findAll(project, search, enough);
  if (found.complete) keep(known, search, found.findings);
  return found;
}
/** Tries at a search beside the core while others write into the study; then it is made in the core, where nobody can. */
const tries = 4;
/** Finds ahead what an expression of the person's own finds, which may take long: `run` has it from what is kept, or takes what was found soon enough. */
async function findAhead(preparation: Preparation, search: Asked, enough?: number): Promise<Findings | undefined> {
  if (!search.regex) return undefined;
  for (let round = 0; round < tries; round++) {
    const known = keptOf(preparation.project, search.in);
    if (known.has(JSON.stringify(search))) return undefined;
    const found = await findBeside(preparation, search, enough);
    if (keptOf(preparation.project, search.in) !== known) continue;
    if (found.complete) keep(known, search, found.findings);
    return found.complete ? undefined : found;
  }
  return undefined;
}

/** UTF-16 units of context on either side of a hit, and of a hit that are shown. */
const context = 90;
const shownHit = 300;
const sound = (text: string, at: number) => (splitsPair(text, at) ? at + 1 : at);

/** The hits `from` up to `from + limit` of what was found. */
function page(project: Reader, where: Asked['in'], found: readonly Finding[], from: number, limit: number): Hit[] {
  const hits: Hit[] = [];
  let before = 0;
  for (const { of, field, places } of found) {
    const first = Math.max(0, from - before);
    const last = Math.min(places.length / 2, from + limit - before);
    before += places.length / 2;
    if (last <= 0) break;
    if (first >= last) continue;
    const text = where === 'documents' ? textsOf(project)(of) : where === 'memos' ? memoWords(project, of, field === 'title' ? 'title' : 'text') : project.get('codes', of)[field === 'text' || field === 'title' ? 'name' : field];
    const turns = where === 'documents' ? turnsOf(project, of) : [];
    for (let place = first; place < last; place++) {
      const [start, end] = [places[2 * place]!, places[2 * place + 1]!];
      const turn = turnAt(turns, start);
      const bounds = where === 'documents' ? stretchAt(text, turns, start) : { start: 0, end: text.length };
      hits.push({
        of, field, start, end, turn: turn?.number ?? null, speaker: turn?.participant ? project.find('participants', turn.participant)?.name ?? '' : '',
        left: text.slice(sound(text, Math.max(bounds.start, start - context)), start),
        hit: text.slice(start, sound(text, Math.min(end, start + shownHit))),
        right: text.slice(end, sound(text, Math.max(end, Math.min(bounds.end, end + context)))),
      });
    }
  }
  return hits;
}
/** The turn at an offset; outside of any turn, the line. */
function stretchAt(text: string, turns: readonly Span[], offset: number): Span {
  const turn = turnAt(turns, offset);
  if (turn) return turn;
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end };
}

export const findText = query({
  /**
   * Key words in context: hits `from` to `from + limit` in the order of documents and text, and how many there are in each document, memo or code.
   * With `soon` it answers when the first `limit` hits are known: `complete` is false where there may be more, and the numbers are those so far.
   */
  input: asked.extend({ from: z.int().min(0).default(0), limit: z.int().min(0).max(5000).default(100), soon: z.boolean().default(false) }),
  prepare: ({ from, limit, soon, ...search }, preparation: Preparation) => findAhead(preparation, search, soon ? from + limit : undefined),
  run(project, { from, limit, soon, ...search }, ahead) {
    // Also what was found ahead follows the tables that decided it.
    keptOf(project, search.in);
    const { findings: found, complete } = ahead ?? findings(project, search, soon ? from + limit : undefined);
    const groups = [...Map.groupBy(found, ({ of }) => of).entries()].map(([of, inside]) => ({
      id: of, label: inside[0]!.label, count: inside.reduce((sum, { places }) => sum + places.length / 2, 0),
      /** What a memo is about, and where; a code's facet is in the list of codes. */
      about: search.in === 'memos' ? memoPlace(project, of) : null,
    }));
    return { total: groups.reduce((sum, { count }) => sum + count, 0), complete, groups, hits: page(project, search.in, found, from, limit) };
  },
});
function memoPlace(project: Reader, memo: number) {
  const { about, target } = project.get('memos', memo);
  const { document, start, end } = subjectOf(project, { about, target });
  return { about, target, document, start, end };
}

const extents = ['hit', 'sentence', 'turn'] as const;
export type Extent = (typeof extents)[number];

/** A hit as the passage to be coded: itself, its sentences or its turns, without white space at the edges. */
function widen(text: string, turns: readonly Span[], { start, end }: Span, extent: Extent): Span {
  if (extent === 'hit') return { start, end };
  const first = stretchAt(text, turns, start);
  const last = stretchAt(text, turns, end - 1);
  const sentence = (within: Span, at: number) => {
    const unit = unitAt(text.slice(within.start, within.end), at - within.start, 'sentence');
    return { start: within.start + unit.start, end: within.start + unit.end };
  };
  const wide = extent === 'turn' ? { start: first.start, end: last.end } : { start: sentence(first, start).start, end: sentence(last, end - 1).end };
  const words = text.slice(wide.start, wide.end);
  return { start: Math.min(start, wide.start + words.length - words.trimStart().length), end: Math.max(end, wide.end - words.length + words.trimEnd().length) };
}

export const codeFound = command({
  /** Codes what `search` finds in documents: all of it, or the hits that `only` names (each by where it begins, UTF-16 units). One step of the history. */
  input: z.strictObject({
    search: z.strictObject(sought),
    only: z.array(z.strictObject({ document: id, start: z.int().min(0) })).optional(),
    /** A code, or the path of one, which is made where it is missing. */
    code: z.union([id, z.strictObject({ path: z.string(), facet: z.enum(facets).nullable().default(null) })]),
    extent: z.enum(extents).default('hit'),
  }),
  prepare: ({ search }, preparation: Preparation) => findAhead(preparation, { ...search, in: 'documents' }),
  run(project, { search, only, code: chosen, extent }) {
    const nameOf = ({ document, start }: { document: number; start: number }) => `${document}/${start}`;
    const wanted = only && new Set(only.map(nameOf));
    const hits = findings(project, { ...search, in: 'documents' }).findings.flatMap(({ of: document, places }) => Array.from({ length: places.length / 2 }, (_, place) => ({ document, start: places[2 * place]!, end: places[2 * place + 1]! })))
      .filter((hit) => !wanted || wanted.has(nameOf(hit)));
    if (hits.length === 0) throw new Problem('nothing-found');
    // What was picked before somebody edited the text may stand elsewhere now.
    if (wanted && hits.length < wanted.size) throw new Problem('text-has-changed');
    const path = typeof chosen === 'number' ? null : parsePath(chosen.path);
    if (path?.length === 0) throw new Problem('no-such-code', { code: '' });
    const code = typeof chosen === 'number' ? project.get('codes', chosen).id : codeAtPath(project, path!, chosen.facet);
    const coder = project.coder();
    const spans = new Map<string, Span & { document: number }>();
    for (const [document, inside] of Map.groupBy(hits, (hit) => hit.document)) {
      const { text } = project.get('documents', document);
      const turns = turnsOf(project, document);
      for (const hit of inside) {
        const span = widen(text, turns, hit, extent);
        spans.set(`${document}/${span.start}/${span.end}`, { document, ...span });
      }
    }
    return { code, hits: hits.length, ...addCodings(project, [...spans.values()].map((span) => ({ ...span, code, coder }))) };
  },
  about: (project, _input, { code, added }) => ({ code: project.get('codes', code).name, count: added }),
  remember: ({ only, ...rest }) => ({ ...rest, only: only?.length ?? null }),
});
