import type { ReadChoices } from './format.ts';
import { isGeneric, isMetadata, isRoleWord, isSingleLetter, isStopped, labelKey, shapeOfLabel } from './labels.ts';
import type { Line } from './lines.ts';
import type { Pattern, Start } from './patterns.ts';

/** All spellings of a label in one pattern. */
export interface Candidate { readonly label: string; readonly starts: readonly Start[]; readonly accepted: boolean }
/** What a pattern finds in a text, and how far that looks like a conversation; below `enough` it does not. */
export interface Judged { readonly pattern: Pattern; readonly candidates: ReadonlyMap<string, Candidate>; readonly starts: readonly Start[]; readonly score: number }
export const enough = 0.5;

const longestValue = 40;
/** A line of a key and a value: nothing that somebody says. */
const isFact = (line: Line) => line.text.length <= longestValue && !/[?？。！!]|\.\s*$/.test(line.text);
/**
 * Where the block of keys and values above a transcript ends (访谈时间：…, Date: …), as an offset of the text; 0 without one.
 * What is written there before a colon is no speaker, were it even "Interviewer: Lin".
 */
export function metadataEnd(text: string, lines: readonly Line[], starts: readonly Start[]): number {
  const byLine = new Map(starts.map((start) => [start.at, start] as const));
  let last = -1;
  for (let index = 0; index < Math.min(lines.length, 40) && index <= last + 4; index++) {
    const found = byLine.get(lines[index]!.at);
    if (found?.label && isMetadata(found.label)) last = index;
  }
  if (last < 0) return 0;
  const paragraph = text.indexOf('\n\n', lines[last]!.at);
  const rest = lines.filter((line, index) => index > last && line.at < paragraph);
  if (rest.length <= 6 && rest.every((line) => byLine.has(line.at) && isFact(line))) last += rest.length;
  // Without a blank line: roles that are named here, and never speak.
  const named = (line: Line | undefined) => {
    const label = line && isFact(line) ? byLine.get(line.at)?.label : null;
    return !!label && isRoleWord(label) && !isSingleLetter(label) && starts.filter((start) => start.label === label).length === 1;
  };
  while (named(lines[last + 1])) last++;
  return lines[last]!.at + lines[last]!.text.length;
}

/** How often a label begins a turn, and whether it ever stands with a time or in a form that sentences do not take. */
export interface Tally { readonly turns: number; readonly strong: boolean }
const sum = (tallies: readonly (readonly [string, Tally])[]) => tallies.reduce((total, [, { turns }]) => total + turns, 0);

/**
 * Which labels (by key) are speakers: those that recur, name a part, stand with times among others that do, count on from
 * one that is (P04 beside P01), or stand where nearly every line has a label. A person's choices come last.
 * `lines`: how many lines or cues the text has.
 */
export function acceptLabels(tallies: ReadonlyMap<string, Tally>, lines: number, choices: ReadChoices, twoTurns = false): Set<string> {
  const open = [...tallies].filter(([key]) => !isStopped(key));
  const strong = open.filter(([, tally]) => tally.strong);
  const trusted = sum(strong) >= 2 && strong.length <= Math.max(3, sum(strong) * 0.6);
  const accepted = new Set(open.filter(([key, { turns, strong: isStrong }]) => turns >= 2 || (isRoleWord(key) && !isSingleLetter(key)) || (trusted && isStrong)).map(([key]) => key));
  const recurring = sum(open.filter(([key]) => accepted.has(key)));
  const dense = sum(open) >= lines * 0.8 && recurring >= sum(open) / 2;
  const shapes = new Set([...accepted].map(shapeOfLabel));
  const parts = [...accepted].some(isGeneric);
  const follows = (key: string) => dense || (shapeOfLabel(key) !== null && shapes.has(shapeOfLabel(key))) || (parts && isSingleLetter(key));
  // Two turns, one each: a question and its answer. Q1 and Q2 are two questions.
  const pair = twoTurns && open.length === 2 && sum(open) === 2 && (shapeOfLabel(open[0]![0]) ?? '') !== shapeOfLabel(open[1]![0]);
  for (const [key] of open) if (pair || follows(key)) accepted.add(key);
  for (const label of choices.speakers ?? []) if (tallies.has(labelKey(label))) accepted.add(labelKey(label));
  for (const label of choices.notSpeakers ?? []) accepted.delete(labelKey(label));
  return accepted;
}

/** How much `starts` look like the turns of a conversation, about 0 to 2. */
function scoreOf(lines: readonly Line[], starts: readonly Start[], keys: readonly string[]): number {
  if (starts.length === 0) return 0;
  const distinct = new Set(keys).size;
  const parts = new Set([...new Set(keys)].filter(isGeneric));
  const before = lines.findIndex((line) => line.at + line.text.length >= starts[0]!.at);
  const covered = (lines.length - before) / lines.length;
  const density = Math.min(1, starts.length / lines.length);
  const generic = keys.filter((key) => parts.has(key)).length / keys.length;
  const strong = starts.filter((start) => start.strong).length / starts.length;
  if (starts.length === 1) return before === 0 && isRoleWord(keys[0]!) ? 0.6 : 0;
  const alternation = keys.filter((key, index) => index > 0 && key !== keys[index - 1]).length / (keys.length - 1);
  const few = distinct === 1 ? (generic > 0 ? 0.3 + 0.7 * Math.min(1, density * 1.5) : density) : distinct <= 8 ? 1 : Math.max(0.4, 8 / distinct);
  const many = lines.length < 20 ? 0 : Math.min(0.6, Math.max(0, distinct / lines.length - 0.15) * 3) + (starts.length >= 6 && distinct > starts.length / 2 ? 0.4 : 0);
  const score = covered * few + 0.2 * alternation + 0.3 * generic + 0.2 * strong + 0.4 * density - many;
  return generic === 0 && strong === 0 ? score * Math.min(1, density / 0.02) : score;
}

/** What `pattern` finds, as a person's choices have it. */
export function judge(pattern: Pattern, text: string, lines: readonly Line[], frames: boolean, choices: ReadChoices = {}): Judged {
  const all = pattern.starts(lines, frames);
  const metadata = pattern.id === 'name-colon' ? metadataEnd(text, lines, all) : 0;
  const starts = all.filter((start) => start.at >= metadata);
  const spellings = new Map([...new Set(starts.map((start) => start.label!))].map((label) => [label, labelKey(label)] as const));
  const keyOf = (start: Start) => spellings.get(start.label!)!;
  const groups = Map.groupBy(starts, keyOf);
  const tallies = new Map([...groups].map(([key, each]) => [key, { turns: each.length, strong: each.some((start) => start.strong) }] as const));
  const accepted = acceptLabels(tallies, lines.length, choices, starts[0]?.at === lines[0]?.at && starts.length === 2);
  const kept = starts.filter((start) => accepted.has(keyOf(start)));
  const candidates = new Map([...groups].map(([key, each]) => [key, { label: each[0]!.label!, starts: each, accepted: accepted.has(key) }] as const));
  return { pattern, candidates, starts: kept, score: scoreOf(lines, kept, kept.map(keyOf)) };
}
