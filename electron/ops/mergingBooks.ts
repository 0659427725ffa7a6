import { z } from 'zod';
import { comparing, type Likeness } from '../../shared/model/codeLikeness.ts';
import { bookDecisions, type BookCode, type BookItem } from '../../shared/model/codebookMerge.ts';
import { pathsOf } from '../../shared/model/codebookLinks.ts';
import { mergeBooks } from '../../shared/model/mergeBooks.ts';
import { inOrder } from '../../shared/model/codeOrder.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Row } from '../../shared/model/schema.ts';
import type { Language } from '../../shared/words/index.ts';
import { overlapOf } from './bookOverlap.ts';
import { mergeCode, previewMerge } from './merging.ts';
import { command, query, type Preparation, type Reader, type Writer } from './operation.ts';
import { bookKinds, bookOf, otherBook, readBooks, type BookRecord, type Handed, type OtherBook } from './otherBooks.ts';
import { mayChangeFacet } from './severalCodes.ts';
import { talliesOf } from './tallies.ts';
import { writeBook } from './writingBooks.ts';

const asked = {
  /** The other codebooks, in the order in which they are brought in: studies, codebooks or projects of other programs, sheets. */
  others: z.array(z.string()).min(1).max(20),
  decisions: bookDecisions.default({}),
  /** What holds where somebody would have to choose. */
  rest: z.enum(['mine', 'theirs', 'both']).optional(),
  /** The other codebook holds in everything: what it has no more goes, unless something hangs on it. */
  wholly: z.boolean().default(false),
};
const input = z.strictObject(asked);
type Asked = z.output<typeof input>;
const prepare = ({ others }: { others: string[] }, preparation: Preparation): Promise<Handed[]> => readBooks(others, preparation);

export interface BookPlan {
  readonly before: readonly BookCode[];
  readonly after: readonly BookCode[];
  readonly items: readonly BookItem[];
  readonly folded: readonly (readonly [string, string])[];
  readonly gone: readonly string[];
  readonly records: readonly BookRecord[];
  readonly books: readonly (Pick<OtherBook, 'file' | 'kind' | 'origin' | 'since'> & { readonly codes: number; readonly same: number; readonly onlyHere: number; readonly hasBase: boolean })[];
  readonly others: readonly OtherBook[];
  readonly placed: readonly ReadonlyMap<string, string>[];
}
/** Overlap from which two codes may be one, whatever they are called. */
const mayBeOne = 0.5;

/** What bringing other codebooks into this one would do, one after the other. Nothing is written; with the same decisions it is the same. */
export function planBooks(project: Reader, { decisions, rest, wholly }: Asked, handed: readonly Handed[]): BookPlan {
  const rows = new Map(project.all('codes').map((row) => [row.uuid, row]));
  const before = bookOf([...rows.values()]);
  const used = usedCodes(project);
  const others = handed.map((each) => otherBook(project, each));
  const alikeByName = comparing();
  let now: readonly BookCode[] = before;
  const [folded, gone]: [(readonly [string, string])[], string[]] = [[], []];
  const [items, records, books, placed]: [BookItem[][], BookRecord[], BookPlan['books'][number][], Map<string, string>[]] = [[], [], [], []];
  const [leftOut, listed, from] = [new Set<string>(), new Set<string>(), new Map<string, number>()];
  for (const index of inTurn(others)) {
    const other = others[index]!;
    const overlap = other.study === null ? () => null : overlapOf(project, other.study);
    const merged = mergeBooks(now, other.codes, {
      book: index, decisions, rest, base: wholly ? 'wholly' : other.base, joined: other.joined, leftOut,
      likeness(their, our) {
        const named = alikeByName(their, our);
        const shared = overlap(their.uuid, our.uuid);
        const passages: Likeness[] = shared && (named || shared.share >= mayBeOne) ? [{ reason: 'passages', score: shared.share, count: shared.places }] : [];
        return [...(named ? [named] : []), ...passages].toSorted((a, b) => b.score - a.score);
      },
      isUsed: (uuid) => used.has(rows.get(uuid)?.id ?? 0),
      mayMove: (uuid, facet) => { const row = rows.get(uuid); return !row || mayChangeFacet(project, row, facet); },
    });
    // What two of them say alike is one difference.
    items[index] = merged.items.filter(({ key }) => !listed.has(key)).map((item) => ({ ...item, from: from.get(placeOf(item)) ?? null }));
    for (const { key } of merged.items) listed.add(key);
    for (const place of changedPlaces(now, merged.codes)) from.set(place, index);
    for (const place of merged.leftOut) leftOut.add(place);
    now = merged.codes;
    folded.push(...merged.folded.filter(([one]) => !folded.some(([known]) => known === one)));
    gone.push(...merged.gone.filter((uuid) => rows.has(uuid)));
    records[index] = { file: other.file, point: other.point, joined: merged.links.filter(([their, our]) => their !== our).map(([their, our]): [string, string] => [their, our]) };
    books[index] = { file: other.file, kind: other.kind, origin: other.origin, since: other.since, codes: other.codes.length, same: merged.same, onlyHere: merged.onlyHere, hasBase: other.base !== null };
    placed[index] = new Map(merged.links);
  }
  return { before, after: now, items: items.flat(), folded, gone, records, books, others, placed };
}

/** One after the other, by what they are and hold: which was chosen first makes no difference. */
const inTurn = (others: readonly OtherBook[]): number[] => others.map((_, index) => index).toSorted((a, b) => {
  const [one, other] = [others[a]!, others[b]!];
  return bookKinds.indexOf(one.kind) - bookKinds.indexOf(other.kind) || (one.point < other.point ? -1 : one.point > other.point ? 1 : a - b);
});
const fieldsCompared = ['name', 'parent', 'scale', 'aliases', 'definition', 'include', 'exclude', 'example'] as const;
/** The field of a code that a difference is about. */
const placeOf = ({ uuid, kind, field }: BookItem): string => `${uuid} ${field ?? { renamed: 'name', moved: 'parent', scale: 'scale', aliases: 'aliases' }[kind as 'renamed'] ?? 'name'}`;
function changedPlaces(before: readonly BookCode[], after: readonly BookCode[]): string[] {
  const was = new Map(before.map((code) => [code.uuid, code]));
  return after.flatMap((code) => fieldsCompared.filter((field) => JSON.stringify(was.get(code.uuid)?.[field]) !== JSON.stringify(code[field])).map((field) => `${code.uuid} ${field}`));
}

/** Codes that something of the study hangs on: codings, parties, memos, sets, answers, decisions, saved work that names them. */
function usedCodes(project: Reader): Set<number> {
  const rows = project.query<{ id: number }>(`SELECT code AS id FROM codings UNION SELECT party FROM codings WHERE party IS NOT NULL UNION SELECT counterparty FROM codings WHERE counterparty IS NOT NULL
    UNION SELECT target FROM memos WHERE about = 'codes' UNION SELECT code FROM codeSetMembers UNION SELECT code FROM answerCodes WHERE code IS NOT NULL UNION SELECT code FROM adjudications
    UNION SELECT codes.id FROM codes JOIN conflicts ON codes.id IN (conflicts.party, conflicts.counterparty)`);
  return new Set(rows.map(({ id }) => id));
}

/** The codebook as it will be, in order, with what went at its old place; codings here before and after, and in each of the others. */
function treeOf(project: Reader, { before, after, folded, gone, others, placed, items }: BookPlan) {
  const { codes: counted } = talliesOf(project);
  const ids = new Map(project.all('codes').map(({ uuid, id, position }) => [uuid, { id, position }]));
  const was = new Map(before.map((code) => [code.uuid, code]));
  const count = (uuid: string) => counted[ids.get(uuid)?.id ?? 0]?.codings ?? 0;
  const into = new Map(folded);
  const arrives = new Map<string, number>();
  for (const [from, to] of folded) {
    const { codings, coinciding } = previewMerge.run(project, { code: ids.get(from)!.id, into: ids.get(to)!.id }, undefined);
    arrives.set(to, (arrives.get(to) ?? 0) + codings - coinciding);
  }
  const theirs = others.map(({ study, codes }, index) => {
    const found = new Map<string, number>();
    if (study === null) return null;
    const tallies = talliesOf(study).codes;
    const numbers = new Map(study.all('codes').map(({ uuid, id }) => [uuid, id]));
    for (const { uuid } of codes) { const here = placed[index]!.get(uuid); if (here !== undefined) found.set(here, (found.get(here) ?? 0) + (tallies[numbers.get(uuid) ?? 0]?.codings ?? 0)); }
    return found;
  });
  const went = before.filter(({ uuid }) => gone.includes(uuid));
  const all = [...after, ...went.map((code) => ({ ...code, parent: code.parent !== null && (after.some(({ uuid }) => uuid === code.parent) || gone.includes(code.parent)) ? code.parent : null }))];
  const paths = pathsOf(all);
  const staysInPlace = ({ uuid, parent, facet }: BookCode) => { const old = was.get(uuid); return old !== undefined && ((old.parent === parent && old.facet === facet) || gone.includes(uuid)); };
  const numbered = new Map(all.map(({ uuid }, index) => [uuid, index + 1]));
  const rows = all.map((code, index): Row<'codes'> => ({ ...code, id: index + 1, parent: code.parent === null ? null : numbered.get(code.parent) ?? null, scale: [...code.scale], aliases: [...code.aliases], position: staysInPlace(code) ? ids.get(code.uuid)!.position : 100_000 + index, created: 0 }));
  const depths = new Map<string, number>();
  for (const code of all) depths.set(code.uuid, (paths.get(code.uuid)!.match(/ > /g) ?? []).length);
  return inOrder(rows).map(({ uuid, name, facet, colour }) => {
    const old = was.get(uuid);
    const code = all[numbered.get(uuid)! - 1]!;
    const state = !old ? 'new' as const : gone.includes(uuid) ? 'gone' as const : into.has(uuid) ? 'merged' as const : JSON.stringify(old) === JSON.stringify(code) ? 'same' as const : 'changed' as const;
    return {
      uuid, name, facet, colour, path: paths.get(uuid)!, depth: depths.get(uuid)!, state,
      before: old ? count(uuid) : 0, after: state === 'gone' || state === 'merged' ? 0 : count(uuid) + (arrives.get(uuid) ?? 0),
      theirs: theirs.map((found) => found?.get(uuid) ?? null), items: items.filter((item) => item.uuid === uuid || (item.uuid === null && item.their === uuid)).length,
    };
  });
}

const told = (project: Reader, plan: BookPlan) => ({ books: plan.books, items: plan.items, tree: treeOf(project, plan) });

/** What a copy would be with this codebook in the place of its own. */
export const compareWholly = (copy: Reader, file: string, study: Reader) => told(copy, planBooks(copy, { others: [file], decisions: {}, rest: 'theirs', wholly: true }, [{ file, content: { study }, hash: '' }]));

export const compareBooks = query({
  /** Other codebooks beside this one: what is added, gone, renamed, moved, defined otherwise there, what may be the same under another name, and the codebook as it would be. Nothing is written. Problems: those of reading the files. */
  input, prepare,
  run: (project, wanted, handed: Handed[]) => told(project, planBooks(project, wanted, handed)),
});

export const mergeBook = command({
  /**
   * Brings other codebooks into this one, in one step that can be undone. No coding goes: a code that something hangs on stays. Repeated, it adds
   * nothing. A Problem `codebook-undecided` where somebody has to choose first; then nothing is written.
   */
  input: z.strictObject({ ...asked, language: z.enum(['en', 'zh'] satisfies Language[]).default('en') }),
  prepare,
  run(project: Writer, { language, ...wanted }, handed: Handed[]) {
    const plan = planBooks(project, wanted, handed);
    const open = plan.items.filter(({ holds }) => holds === null);
    if (open.length > 0) throw new Problem('codebook-undecided', { count: open.length, file: handed.map(({ file }) => file).join(', ') });
    const shown = told(project, plan);
    const uuids = writeBook(project, plan);
    for (const [from, into] of plan.folded) {
      const [one, other] = [from, into].map((uuid) => project.all('codes', { uuid })[0]);
      if (one && other) mergeCode.run(project, { code: one.id, into: other.id, language }, undefined);
    }
    const records = plan.records.map(({ joined, ...more }, index) => ({ ...more, joined: [...joined, ...plan.others[index]!.codes.flatMap(({ uuid }) => (uuids.has(uuid) ? [[uuid, uuids.get(uuid)!] as [string, string]] : []))] }));
    const count = (state: string) => shown.tree.filter((row) => row.state === state).length;
    return { ...shown, records, added: count('new'), changed: count('changed'), gone: count('gone'), merged: count('merged') };
  },
  about: (_project, _input, { books, added, changed }) => ({ file: books.map(({ file }) => file).join(', '), count: added + changed }),
  remember: ({ decisions, rest, wholly }, { records }) => ({ books: records, decisions, wholly, ...(rest === undefined ? {} : { rest }) }),
  // What was decided holds the next time, even where nothing had to be written for it.
  evenIfSame: ({ items }) => items.some(({ decision }) => decision !== null),
});
