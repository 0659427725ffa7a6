import { build, withTimes } from './build.ts';
import type { Note, ReadChoices, Reading, ReadLabel, ReadTurn } from './format.ts';
import { enough, judge, type Judged } from './judge.ts';
import { isGeneric, labelKey } from './labels.ts';
import { filledLines, type Line } from './lines.ts';
import { patterns, type Pattern, type PatternId, type Start } from './patterns.ts';
import { proposeRoles, type Said } from './roles.ts';
import { endStamps, leadingTimes, timeStarts, type Stamp } from './stamps.ts';
import { countsFrames, orderOf, type Order } from './times.ts';
import { trailerStart } from './trailers.ts';

/** What the turns of a text are, whatever the file it came from. */
export type TurnReading = Pick<Reading, 'text' | 'turns' | 'labels' | 'pattern' | 'patterns' | 'notes'>;

/** The text as it is, a turn for each line that is not blank. */
const verbatim = (lines: readonly Line[]): ReadTurn[] =>
  lines.map(({ at, text }) => ({ start: at, end: at + text.length, label: '', time: null, timeEnd: null, lifted: '', liftedAfter: '' }));

/** What can be said of speakers, from their turns; `others` are labels that stay in the text, with how often they stand there. */
export function labelsOf(text: string, turns: readonly ReadTurn[], others: readonly { label: string; turns: number }[] = []): ReadLabel[] {
  const said = new Map<string, Said>();
  for (const { label, start, end } of turns) {
    if (label === '') continue;
    const before = said.get(label) ?? { label, turns: 0, questions: 0, length: 0 };
    said.set(label, { label, turns: before.turns + 1, questions: before.questions + (/[?？]/.test(text.slice(start, end)) ? 1 : 0), length: before.length + end - start });
  }
  const roles = proposeRoles([...said.values()]);
  const speakers = [...said.values()].map(({ label, turns: count }) => ({ label, turns: count, role: roles.get(label) ?? 'interviewee' as const, generic: isGeneric(label), speaker: true }));
  return [...speakers, ...others.map(({ label, turns: count }) => ({ label, turns: count, role: 'interviewee' as const, generic: isGeneric(label), speaker: false }))];
}

/** How many labels that stay in the text are named: a text full of colons has hundreds. */
const mostOthers = 12;
/** The labels that stay in the text, the frequent first; `all` where even those that would be accepted do. */
function othersOf(candidates: Judged['candidates'], all = false): { label: string; turns: number }[] {
  const left = [...candidates.values()].filter((candidate) => all || !candidate.accepted).map(({ label, starts }) => ({ label, turns: starts.length }));
  return left.toSorted((a, b) => b.turns - a.turns).slice(0, mostOthers);
}

interface Times { readonly starts: readonly Start[]; readonly score: number }
/** Times at the beginnings or ends of paragraphs, without any speaker. They must run forwards and be more than a few. */
function judgeTimes(lines: readonly Line[], frames: boolean): Times {
  const stamps = endStamps(lines);
  const leading = leadingTimes(lines, frames).map((start) => ({ ...start, label: '' }));
  const starts = leading.length > 0 ? leading : stamps.length > 0 ? [{ at: lines[0]!.at, to: lines[0]!.at, label: '', time: null, timeEnd: null, strong: true }] : [];
  const density = Math.max(leading.length, stamps.length) / Math.max(1, lines.length);
  const backwards = orderOf(starts.map((start) => start.time)).order === 'backwards';
  const bracketed = stamps.length > 0 || timeStarts(lines, frames).length >= leading.length / 2;
  return { starts, score: starts.length === 0 || backwards || density < (bracketed ? 0.05 : 0.4) ? 0 : 0.5 + 0.3 * density };
}

/** The pattern to read by: the one chosen, else the one that looks most like a conversation, else the one with most of the labels that a person named; null for none. */
function choose(judged: readonly Judged[], times: Times, choices: ReadChoices): Pattern | 'times' | null {
  if (choices.pattern === 'none') return null;
  const chosen = judged.find(({ pattern }) => pattern.id === choices.pattern);
  if (chosen) return chosen.pattern;
  if (choices.pattern === 'times' && times.starts.length > 0) return 'times';
  const best = judged.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score >= enough && best.score >= times.score) return best.pattern;
  const keys = (choices.speakers ?? []).map(labelKey);
  const named = ({ candidates }: Judged) => keys.reduce((sum, key) => sum + (candidates.get(key)?.starts.length ?? 0), 0);
  const most = judged.reduce((a, b) => (named(b) > named(a) ? b : a));
  return named(most) > 0 ? most.pattern : times.score >= enough ? 'times' : null;
}

/** Times without a label that may stand among labels, unless they make no sense there. */
function extraTimes(lines: readonly Line[], frames: boolean): Start[] {
  const found = timeStarts(lines, frames);
  return orderOf(found.map((start) => start.time)).order === 'backwards' ? [] : found;
}

/** What a person would be told about speakers and times. */
function notesOf(labels: readonly ReadLabel[], order: Order): Note[] {
  const speakers = labels.filter((label) => label.speaker).length;
  const times: Note[] = order === 'recording' ? [] : [{ code: order === 'clock' ? 'times-clock' : 'times-backwards', values: {} }];
  return speakers >= 2 ? times : [...times, { code: speakers === 1 ? 'one-speaker' : 'no-speakers', values: {} }];
}

/**
 * Finds who speaks in a text (LF only) and lifts labels and times out of it. Every way of writing speakers is tried and
 * scored; without one the text stays verbatim. Nothing inside the kept text changes; whatever is not kept stands in a
 * turn's `lifted` or `liftedAfter`. Which labels a person chose does not change the pattern.
 */
export function readTurns(text: string, choices: ReadChoices = {}): TurnReading {
  const lines = filledLines(text);
  const frames = countsFrames(text);
  const judged = patterns.map((pattern) => judge(pattern, text, lines, frames));
  const times = judgeTimes(lines, frames);
  const chosen = lines.length === 0 ? null : choose(judged, times, choices);
  const likely = judged.filter(({ score }) => score >= enough * 0.6).map(({ pattern }) => pattern.id);
  const answer = (pattern: PatternId, found: Pick<TurnReading, 'text' | 'turns' | 'labels'>, order: Order = 'recording'): TurnReading => {
    const possible = [pattern, ...likely, ...(times.score > 0 ? ['times' as const] : []), 'none' as const];
    return { pattern, patterns: [...new Set(possible)], ...found, notes: notesOf(found.labels, order) };
  };
  const make = (id: PatternId, starts: readonly Start[], stamps: readonly Stamp[], spelling: (label: string) => string, others: ReturnType<typeof othersOf>) => {
    const { order, ...made } = build(text, starts, stamps, trailerStart(text, lines, id), spelling);
    return answer(id, { ...made, labels: labelsOf(made.text, made.turns, others) }, order);
  };
  if (chosen === 'times') return make('times', times.starts, endStamps(lines), (label) => label, []);

  const richest = chosen ?? judged.reduce((a, b) => (b.score > a.score ? b : a), judged[1]!).pattern;
  const { starts, candidates } = judge(richest, text, lines, frames, choices);
  if (chosen === null || starts.length === 0) return answer('none', { text, turns: verbatim(lines), labels: labelsOf(text, [], othersOf(candidates, chosen === null)) });
  const { id, stamps } = richest;
  const timed = stamps ? withTimes(starts, extraTimes(lines, frames), lines) : starts;
  return make(id, timed, stamps ? endStamps(lines) : [], (label) => candidates.get(labelKey(label))!.label, othersOf(candidates));
}

/**
 * The turns of a text whose labels stay in it, because others' positions count them: whole lines from a label to the next, or a turn for each line
 * that is not blank where no labels are found. What was said before the first label is nobody's.
 */
export function turnsInPlace(text: string): Pick<ReadTurn, 'start' | 'end' | 'label' | 'time' | 'timeEnd'>[] {
  const lines = filledLines(text);
  const frames = countsFrames(text);
  const judged = patterns.map((pattern) => judge(pattern, text, lines, frames));
  const chosen = lines.length === 0 ? null : choose(judged, { starts: [], score: 0 }, {});
  const plain = () => lines.map(({ at, text: line }) => ({ start: at, end: at + line.length, label: '', time: null, timeEnd: null }));
  if (chosen === null || chosen === 'times') return plain();
  const { starts, candidates } = judge(chosen, text, lines, frames, {});
  const begins = new Set(lines.map(({ at }) => at));
  const whole = starts.filter(({ at, label }) => begins.has(at) && label !== null);
  const turns = whole.map(({ at, label, time, timeEnd }, index) => {
    const end = at + text.slice(at, whole[index + 1]?.at ?? text.length).trimEnd().length;
    return { start: at, end, label: candidates.get(labelKey(label!))?.label ?? label!, time, timeEnd };
  });
  if (turns.length === 0) return plain();
  return [...plain().filter(({ start }) => start < turns[0]!.start), ...turns];
}
