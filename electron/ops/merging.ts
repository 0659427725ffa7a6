import { z } from 'zod';
import { formatPath } from '../../shared/model/path.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { tables } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { createWords, type Language, type Words } from '../../shared/words/index.ts';
import { codePaths, codesInOrder, subtree, type Code } from './codes.ts';
import { entriesWithCodes, renameCodes } from './conflictLinks.ts';
import { redirectLinks, redirectPlace } from './memoLinks.ts';
import { giveMemo, isSaid, leftInWords, memosOf, noteOn, settle, sides, type CodingRow } from './settling.ts';
import { command, query, type Reader, type Writer } from './operation.ts';
import { followMerged } from './following.ts';
import { seenBy } from './seen.ts';

const id = z.int().positive();
const pair = { code: id, into: id };
const parts = ['definition', 'include', 'exclude', 'example'] as const satisfies readonly (keyof typeof tables.codes)[];

/** What becomes of the codes: which go into which, outermost first, and which are put below another. */
interface Plan { readonly pairs: readonly { readonly from: Code; readonly into: Code }[]; readonly moved: readonly { readonly code: Code; readonly parent: number }[] }

/**
 * How one code goes into another: its children go below the one that stays, and those that are called as one there are merged
 * too. Problems: `merge-other-facet`, `merge-with-itself`, and `merge-into-below` where the one that stays stands below the other.
 */
function planOf(project: Reader, code: number, into: number): Plan {
  const [from, stays] = [project.get('codes', code), project.get('codes', into)];
  const named = { code: from.name, into: stays.name };
  if (code === into) throw new Problem('merge-with-itself', named);
  if (from.facet !== stays.facet) throw new Problem('merge-other-facet', named);
  if (subtree(project, code).includes(into)) throw new Problem('merge-into-below', named);
  const children = Map.groupBy(codesInOrder(project), (each) => each.parent);
  const pairs: { from: Code; into: Code }[] = [];
  const moved: { code: Code; parent: number }[] = [];
  const gone = new Set<number>();
  const merge = (one: Code, other: Code) => {
    pairs.push({ from: one, into: other });
    gone.add(one.id);
    for (const child of children.get(one.id) ?? []) {
      // The code that goes may itself stand below the one that stays, and takes no name there any more.
      const same = (children.get(other.id) ?? []).find((each) => !gone.has(each.id) && nameKey(each.name) === nameKey(child.name));
      if (same) merge(child, same);
      else moved.push({ code: child, parent: other.id });
    }
  };
  merge(from, stays);
  return { pairs, moved };
}

/** The codings of a code, each with the one of the same coder on the same passage that it falls together with, if there is one. */
function meetings(project: Reader, { from, into }: Plan['pairs'][number]): { coding: CodingRow; there: CodingRow | null }[] {
  const placeOf = ({ passage, coder }: CodingRow) => `${passage}/${coder}`;
  const there = new Map(project.all('codings', { code: into.id }).map((coding) => [placeOf(coding), coding]));
  return project.all('codings', { code: from.id }).map((coding) => ({ coding, there: there.get(placeOf(coding)) ?? null }));
}

/** The scale of the code that stays: its own, or the other's where it has none and none of its ratings lies outside of that. */
function scaleAfter(project: Reader, { from, into }: Plan['pairs'][number]): Code['scale'] {
  if (into.scale.length > 0 || from.scale.length === 0) return into.scale;
  const rated = project.query<{ rating: number }>('SELECT DISTINCT rating FROM codings WHERE code = ? AND rating IS NOT NULL', into.id);
  return rated.every(({ rating }) => from.scale.some((step) => step.value === rating)) ? from.scale : into.scale;
}

export const previewMerge = query({
  /**
   * What merging a code into another would do, in counts; nothing is written. With `coder`, what it would do to this coder's codings, and
   * to how many of others. Problems as of the merge itself.
   */
  input: z.strictObject({ ...pair, ...seenBy }),
  run(project, { code, into, coder }) {
    const isSeen = (coding: { readonly coder: number }) => coder === undefined || coding.coder === coder;
    const plan = planOf(project, code, into);
    const allMet = plan.pairs.flatMap((each) => {
      const scale = scaleAfter(project, each);
      return meetings(project, each).map(({ coding, there }) => ({ coding, there, left: settle(coding, there, scale).left }));
    });
    const met = allMet.filter(({ coding }) => isSeen(coding));
    const gone = new Map(plan.pairs.map(({ from, into: stays }) => [from.id, stays.id]));
    const allNamed = project.query<Pick<CodingRow, 'id' | 'coder' | 'party' | 'counterparty'>>(
      'WITH gone AS (SELECT value FROM json_each(?)) SELECT id, coder, party, counterparty FROM codings WHERE party IN gone OR counterparty IN gone', JSON.stringify([...gone.keys()]));
    const named = allNamed.filter(isSeen);
    const after = (side: number | null) => (side === null ? null : gone.get(side) ?? side);
    const texts = (text: keyof Pick<Code, (typeof parts)[number]>) => plan.pairs.some(({ from, into: stays }) => from[text] !== '' && stays[text] !== '' && from[text] !== stays[text]);
    return {
      codings: met.length,
      /** Codings that fall together with one of the same coder on the same passage. */
      coinciding: met.filter(({ there }) => there !== null).length,
      /** Of those, the ones whose rating or parties are others: what the code that stays has is kept, the rest is written into the memo. */
      differing: met.filter(({ there, left }) => there !== null && isSaid(left)).length,
      /** Ratings that the scale of the code that stays does not have: they are written into the memo. */
      offScale: met.filter(({ there, left }) => there === null && isSaid(left)).length,
      memos: plan.pairs.reduce((sum, { from }) => sum + memosOf(project, 'codes', from.id).length, 0),
      moved: plan.moved.length,
      /** Codes below that are called as one there and are merged too. */
      merged: plan.pairs.length - 1,
      /** Conflict codings that name the code as a party, and those of them that would name the same one on both sides. */
      parties: named.length,
      bothSides: named.filter(({ party, counterparty }) => party !== counterparty && after(party) === after(counterparty)).length,
      /** Entries of the conflict register that name it, and will name the code that stays. */
      register: entriesWithCodes(project, plan.pairs.map(({ from }) => from.id)),
      /** What both describe: the other's words are put behind, under its name. */
      joined: parts.filter(texts),
      /** Codings of others, not seen, that change as well: each once. */
      hidden: new Set([...allMet.map(({ coding }) => coding), ...allNamed].filter((coding) => !isSeen(coding)).map(({ id: coding }) => coding)).size,
    };
  },
});

export const mergeCode = command({
  /**
   * Merges a code into another of its facet; undo brings both back. Codings, memos, parties and what stands below go to the one
   * that stays, its words come first, and the name that goes stays with it as an alias. What differs and has no place is written
   * into the memo, in `language`. Problems: `merge-other-facet`, `merge-with-itself`, `merge-into-below`.
   */
  input: z.strictObject({ ...pair, language: z.enum(['en', 'zh'] satisfies Language[]).default('en') }),
  run(project, { code, into, language }) {
    const plan = planOf(project, code, into);
    const names = { code: plan.pairs[0]!.from.name, into: plan.pairs[0]!.into.name };
    const words = createWords(language);
    const done = plan.pairs.map((each) => mergeCodings(project, each, words));
    plan.pairs.forEach((each, index) => joinTexts(project, each, index === 0));
    for (const { code: child, parent } of plan.moved) project.change('codes', child.id, { parent });
    for (const parent of new Set(plan.moved.map((each) => each.parent))) putInOrder(project, plan, parent);
    for (const { from, into: stays } of plan.pairs) redirectLinks(project, from.uuid, { uuid: stays.uuid, label: stays.name });
    // Children first: a code may not outlive its parent.
    project.remove('codes', plan.pairs.map(({ from }) => from.id).toReversed());
    followMerged(project, plan.pairs);
    return { ...names, codings: done.reduce((sum, each) => sum + each.codings, 0), coinciding: done.reduce((sum, each) => sum + each.coinciding, 0) };
  },
  about: (_project, _input, { code, into }) => ({ code, into }),
});

function mergeCodings(project: Writer, both: Plan['pairs'][number], words: Words): { codings: number; coinciding: number } {
  const { from, into } = both;
  const scale = scaleAfter(project, both);
  if (scale !== into.scale) project.change('codes', into.id, { scale });
  const met = meetings(project, both);
  for (const { coding, there } of met) {
    const { fields, left } = settle(coding, there, scale);
    if (there) for (const memo of memosOf(project, 'codings', coding.id)) giveMemo(project, memo, there.id);
    const stays = there?.id ?? coding.id;
    const changed = there === null || Object.entries(fields).some(([name, value]) => there[name as keyof CodingRow] !== value);
    if (changed) project.change('codings', stays, { ...fields, code: into.id, changed: project.now });
    if (isSaid(left)) noteOn(project, stays, coding.coder, leftInWords(project, from, left, words));
  }
  for (const { coding, there } of met) if (there) redirectPlace(project, 'coding', coding.uuid, there.uuid);
  const removed = met.filter(({ there }) => there !== null).map(({ coding }) => coding.id);
  project.remove('codings', removed);
  for (const side of sides) for (const coding of project.all('codings', { [side]: from.id })) project.change('codings', coding.id, { [side]: into.id });
  renameCodes(project, [from.id], into.id);
  for (const memo of memosOf(project, 'codes', from.id)) giveMemo(project, memo, into.id);
  for (const { id: adjudication } of project.all('adjudications', { code: from.id })) project.change('adjudications', adjudication, { code: into.id });
  for (const member of project.all('codeSetMembers', { code: from.id })) {
    if (project.all('codeSetMembers', { codeSet: member.codeSet, code: into.id }).length > 0) project.remove('codeSetMembers', [member.id]);
    else project.change('codeSetMembers', member.id, { code: into.id });
  }
  for (const link of project.all('answerCodes', { code: from.id })) {
    if (project.all('answerCodes', { question: link.question, answer: link.answer, code: into.id }).length > 0) project.remove('answerCodes', [link.id]);
    else project.change('answerCodes', link.id, { code: into.id });
  }
  return { codings: met.length, coinciding: removed.length };
}

/** What describes a code: the words of the one that stays, then the other's under its name; and the names it is found by. */
function joinTexts(project: Writer, { from, into }: Plan['pairs'][number], outermost: boolean): void {
  const texts = Object.fromEntries(parts.map((part) => [part, into[part] === '' || into[part] === from[part] ? from[part] : from[part] === '' ? into[part] : `${into[part]}\n\n${from.name}: ${from[part]}`]));
  // Elsewhere in the codebook it went by its whole path; what stood below it is found through that.
  const went = from.parent === into.parent || !outermost ? from.name : formatPath(codePaths(project).get(from.id)!);
  const known = new Set([nameKey(into.name)]);
  const aliases = [...into.aliases, went, ...from.aliases].filter((alias) => !known.has(nameKey(alias)) && known.add(nameKey(alias)));
  project.change('codes', into.id, { ...texts, aliases });
}

/** What is new below a code stands behind what was there. */
function putInOrder(project: Writer, { pairs, moved }: Plan, parent: number): void {
  const gone = new Set(pairs.map(({ from }) => from.id));
  const come = moved.filter((each) => each.parent === parent).map((each) => each.code.id);
  const order = codesInOrder(project).filter((each) => each.parent === parent && !gone.has(each.id) && !come.includes(each.id)).map((each) => each.id);
  [...order, ...come].forEach((code, position) => project.change('codes', code, { position }));
}
