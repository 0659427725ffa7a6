import { isGeneric, isPlausible, isRoleWord } from './labels.ts';
import type { Line } from './lines.ts';
import { bracketedTime, rangeSource, readRange, readTime, timeSource } from './times.ts';

/** Ways in which a transcript says who speaks; `none`: it does not. What people read for them stands in shared/words. */
export const patternIds = ['name-time', 'name-colon', 'bracketed-name', 'name-and-time', 'name-tab', 'name-dash', 'name-line', 'table', 'voices', 'changes', 'times', 'none'] as const;
export type PatternId = (typeof patternIds)[number];

/** A place where a turn seems to start: [at, to) of the text is its label and time, and goes when the label is accepted. */
export interface Start {
  readonly at: number;
  readonly to: number;
  /** null: only a time; who spoke before goes on. */
  readonly label: string | null;
  readonly time: number | null;
  readonly timeEnd: number | null;
  /** The label stands with a time, or in a form that sentences do not take. */
  readonly strong: boolean;
}
export interface Pattern {
  readonly id: PatternId;
  /** Whether bare times and time stamps at the ends of paragraphs may stand between the labels. */
  readonly stamps: boolean;
  starts(lines: readonly Line[], frames: boolean): Start[];
}

const symbol = String.raw`(?:\p{Extended_Pictographic}\uFE0F?\s*)?`;
const bracketedRange = String.raw`[\[(（{<【]\s*${rangeSource}\s*[\])）}>】]`;
const anyTime = `(?:${bracketedRange}|${rangeSource}|${bracketedTime}|${timeSource})`;
const range = new RegExp(rangeSource, 'u');
const longestHead = 160;
const longestName = 40;
const capitals = /^(?=.*\p{Lu}{2})[\p{Lu}\p{N} .'-]+$/u;

const emoji = /^\p{Extended_Pictographic}\uFE0F?\s*/u;
const inPairs = /^(?:[[【［〔]\s*([^\][【】［］〔〕]+?)\s*[\]】］〕]|<\s*([^<>]+?)\s*>|[(（]\s*([^()（）]+?)\s*[)）])$/u;
const fromTo = /^From\s+(.+?)\s+to\s+.+$/i;
/** The label in what stands where a label stands: without symbols, brackets around it, and to whom a chat's message went. */
export function cleanLabel(written: string): string {
  const bare = written.trim().replace(emoji, '').replace(inPairs, '$1$2$3');
  return (fromTo.exec(bare)?.[1] ?? bare).trim();
}
export function timesIn(written: string | undefined, frames: boolean): { time: number | null; timeEnd: number | null } {
  if (written === undefined) return { time: null, timeEnd: null };
  if (!range.test(written)) return { time: readTime(written, frames), timeEnd: null };
  const [time, timeEnd] = readRange(written.replace(/^[\s[(（{<【]+|[\s\])）}>】]+$/g, ''));
  return { time, timeEnd };
}

/** How much of a line's beginning is a label, and the label. */
export type Found = { readonly length: number; readonly label: string; readonly times: string | undefined; readonly strong: boolean };
/** A pattern that needs to look at one line only; `match` answers how much of the line's beginning goes. */
const lineByLine = (id: PatternId, stamps: boolean, match: (text: string) => Found | null): Pattern => ({
  id, stamps,
  starts(lines, frames) {
    const plausible = new Map<string, boolean>();
    return lines.flatMap(({ at, text }) => {
      const found = match(text);
      if (!found) return [];
      if (!plausible.has(found.label)) plausible.set(found.label, isPlausible(found.label));
      const { time, timeEnd } = timesIn(found.times, frames);
      return plausible.get(found.label) && (found.times === undefined || time !== null) ? [{ at, to: at + found.length, label: found.label, time, timeEnd, strong: found.strong }] : [];
    });
  },
});

const timeLast = new RegExp(String.raw`^\s*(?<label>[^:：\t]{1,60}?)(?<gap>\s+(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+)?|(?=[\[(（【]))(?<time>${anyTime})\s*$`, 'u');
const timeFirst = new RegExp(String.raw`^\s*(?<time>${anyTime})(?<gap>\s*(?:[-–|,]\s+)?)(?<label>[^:：\t]{1,60}?)\s*$`, 'u');
/** `Ana Ruiz  0:49`, `说话人1 00:00`, `[00:00:05] Speaker 1`, `🟢 说话人1 [00:00:00]`: a line of its own above what is said. */
const nameTime = lineByLine('name-time', false, (text) => {
  if (text.length > longestHead) return null;
  const groups = (timeLast.exec(text) ?? timeFirst.exec(text))?.groups;
  if (!groups || !isPlausible(cleanLabel(groups['label']!))) return null;
  const label = cleanLabel(groups['label']!);
  const strong = groups['gap'] !== ' ' || label !== groups['label'] || /^\D|-->/.test(groups['time']!) || isGeneric(label) || /\p{Script=Han}/u.test(label);
  return { length: text.length, label, times: groups['time'], strong };
});

const mark = String.raw`\*\*|__|\*|_`;
const colonLabel = String.raw`[\[【［〔<]?\s*(?<label>[^:：\t\[\]【】［］〔〕<>"“”「」]{1,60}?)\s*[\]】］〕>]?`;
const nameThenColon = new RegExp(String.raw`^\s*(?:>>+\s*)?(?<open>${mark})?(?:(?<before>${bracketedRange}|${bracketedTime}|${rangeSource}|${timeSource}(?=\s))[\s,]*(?:[-–—|]\s*)?)?`
  + String.raw`(?<open2>${mark})?${symbol}${colonLabel}(?:\s*(?<beside>${bracketedRange}|${bracketedTime}|(?<=\s)${timeSource}))?\s*(?<close>${mark})?\s*[:：﹕∶]\s*(?<close2>${mark})?(?:\s*(?<after>${bracketedRange}|${bracketedTime})(?![\d:]))?\s*`, 'u');
/** `Ana: text`, `王小明(00:00:12): text`, `[00:00:05] Ana: text`, `**Ana:** [00:00:05] text`, `ANA:` alone. */
export function matchColon(text: string): Found | null {
  const head = text.slice(0, longestHead);
  if (!/[:：﹕∶]/.test(head)) return null;
  const match = nameThenColon.exec(head);
  if (!match) return null;
  const { label, before, beside, after, open, open2, close, close2 } = match.groups!;
  const rest = text.slice(match[0].length);
  const opened = open ?? open2;
  if (opened !== undefined && opened !== (close ?? close2)) return null;
  // A clock's time (at 12:30, 2021-10-30T08:45), an address (https://) and a smile (thanks :)) are no labels.
  const clock = /^\d/.test(rest) && (/(?:^|[\s(（])\d{1,3}$/.test(label!) || /\d:$/.test(match[0]));
  const smile = /\s[:：]$/.test(match[0]) && /^[()DPp/\\|]/.test(rest);
  if (clock || smile || rest.startsWith('//')) return null;
  const times = before ?? beside ?? after;
  const heading = text.length === match[0].length && capitals.test(label!);
  return { length: match[0].length, label: cleanLabel(label!), times, strong: times !== undefined || heading };
}
const inline = /(?<=\S)(?:[^\S\n]{2,}|[\t\u3000]|(?<=[。？！?!…」”]))[^\S\n]*(?<label>[^\s:：。？！，,.?!]{1,16}(?: [^\s:：。？！，,.?!]{1,12}){0,2}?)\s?[:：]\s*/gu;
/** Further labels on a line that begins with one: `问：周末呢？  答：陪父母。`, `I: And then?   R: We moved.` */
function inlineStarts({ at, text }: Line, from: number): Start[] {
  if (!/[:：]/.test(text.slice(from))) return [];
  return [...text.slice(from).matchAll(inline)].flatMap((match) => {
    const label = match.groups!['label']!;
    const gap = /^[\s\u3000]/u.test(match[0]);
    if (!isPlausible(label) || !(gap || isGeneric(label) && /：/.test(match[0])) || /^\/\/|^\d\d/.test(text.slice(from + match.index + match[0].length))) return [];
    return [{ at: at + from + match.index, to: at + from + match.index + match[0].length, label, time: null, timeEnd: null, strong: false }];
  });
}
const nameColon: Pattern = {
  id: 'name-colon', stamps: true,
  starts(lines, frames) {
    const byLine = new Map(lines.map((line) => [line.at, line] as const));
    return lineByLine('name-colon', true, matchColon).starts(lines, frames).flatMap((start) => [start, ...inlineStarts(byLine.get(start.at)!, start.to - start.at)]);
  },
};

const bracketPairs = String.raw`\[(?<a>[^\[\]:：]{1,40})\]|【(?<b>[^【】:：]{1,40})】|［(?<c>[^［］:：]{1,40})］|〔(?<d>[^〔〕:：]{1,40})〕|<(?<e>[^<>:：]{1,40})>`;
const inBrackets = new RegExp(String.raw`^\s*(?:${mark})?(?:(?<before>${bracketedTime})\s*)?(?:${bracketPairs})(?:${mark})?\s*[:：]?\s*(?:(?<after>${bracketedTime})\s*)?`, 'u');
/** `[Ana] text`, `【受访者】text`. */
export function matchBrackets(text: string): Found | null {
  const match = inBrackets.exec(text.slice(0, longestHead));
  if (!match) return null;
  const { a, b, c, d, e, before, after } = match.groups!;
  return { length: match[0].length, label: (a ?? b ?? c ?? d ?? e)!.trim(), times: before ?? after, strong: (before ?? after) !== undefined };
}
const bracketedName = lineByLine('bracketed-name', true, matchBrackets);

const tabbed = new RegExp(String.raw`^\s*(?:(?<before>${bracketedTime}|${timeSource})\t\s*)?(?<label>[^:：\t]{1,40}?)\s*\t\s*(?=\S)`, 'u');
/** `INT⇥text`, `00:12⇥Ana⇥text`. */
const nameTab = lineByLine('name-tab', true, (text) => {
  const match = tabbed.exec(text.slice(0, longestHead));
  return match && { length: match[0].length, label: cleanLabel(match.groups!['label']!), times: match.groups!['before'], strong: match.groups!['before'] !== undefined };
});

const dashed = /^\s*(?<label>[^:：\t–—]{1,40}?)(?:\s+(?:—|–|--?)\s+|\s*——\s*)(?=\S)/u;
/** `Ana — text`. */
const nameDash = lineByLine('name-dash', true, (text) => {
  const match = dashed.exec(text.slice(0, longestHead));
  return match && match.groups!['label']!.trim().split(/\s+/).length <= 3 ? { length: match[0].length, label: cleanLabel(match.groups!['label']!), times: undefined, strong: false } : null;
});

/** `ANA` or `访谈者` alone on a line, without a colon. */
const nameLine = lineByLine('name-line', true, (text) => {
  const label = text.length > longestName || /[:：?？!！。，,;；]/.test(text) ? '' : text.trim();
  return label !== '' && (capitals.test(label) || isRoleWord(label)) ? { length: text.length, label, times: undefined, strong: false } : null;
});

export const onlyTime = new RegExp(String.raw`^\s*${anyTime}\s*$`, 'u');
/** A line with the name and a line with the time, in either order, above what is said. */
const nameAndTime: Pattern = {
  id: 'name-and-time', stamps: false,
  starts(lines, frames) {
    const isTime = lines.map(({ text }) => text.length < 60 && onlyTime.test(text));
    const found: Start[] = [];
    for (let index = 0; index + 2 < lines.length; index++) {
      const [first, second] = [lines[index]!, lines[index + 1]!];
      if (isTime[index] === isTime[index + 1] || isTime[index + 2]) continue;
      const [label, time] = isTime[index] ? [second, first] : [first, second];
      if (!isPlausible(label.text.trim())) continue;
      found.push({ at: first.at, to: second.at + second.text.length, label: label.text.trim(), ...timesIn(time.text, frames), strong: !/^\d[\d:：]*$/.test(time.text.trim()) });
      index++;
    }
    return found;
  },
};

/** Every way that is looked for, the likelier first. */
export const patterns: readonly Pattern[] = [nameTime, nameColon, bracketedName, nameAndTime, nameTab, nameDash, nameLine];
