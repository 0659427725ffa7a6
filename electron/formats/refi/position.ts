import type { FoundRule, PositionRule } from '../../../shared/model/projectReport.ts';
import { normaliseLines } from '../../../shared/model/text.ts';

/** A text as another program counts it: its characters as they came, and as Concord keeps them (LF, no byte order mark, no NUL). */
export interface RawText {
  readonly raw: string;
  readonly text: string;
  /** Where each UTF-16 unit of `raw` stands in `text`; one more for the end. */
  readonly kept: Uint32Array;
}
/** Law: `text` is normaliseLines(raw) but for NUL and half characters, and `kept` never runs backwards. */
export function rawText(raw: string): RawText {
  const whole = raw.toWellFormed().replaceAll('\0', '\u2400');
  const text = normaliseLines(whole);
  const kept = new Uint32Array(whole.length + 1);
  const lead = /^[\uFEFF\u200B\u2060]+/.exec(whole)?.[0].length ?? 0;
  let at = 0;
  for (let unit = 0; unit < whole.length; unit++) {
    kept[unit] = at;
    if (unit >= lead && !(whole.charCodeAt(unit) === 13 && whole.charCodeAt(unit + 1) === 10)) at++;
  }
  kept[whole.length] = at;
  return { raw: whole, text, kept };
}

/** A selection as its file has it. */
export interface Place { readonly start: number; readonly end: number; readonly name: string }
export interface PlacedSpan { readonly start: number; readonly end: number; /** An edge lay inside a character or a line end, and was moved out of it. */ readonly moved: boolean }

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;
/** Where each position of a rule stands in the raw text; one more for the end. */
function places({ raw }: RawText, { unit, lineEnd, mark }: PositionRule): Uint32Array {
  const found = new Uint32Array(raw.length + 1);
  let count = 0;
  for (let at = mark === 0 && raw.startsWith('\uFEFF') ? 1 : 0; at < raw.length; at++) {
    found[count++] = at;
    const code = raw.charCodeAt(at);
    if ((unit === 'codePoint' && isHigh(code)) || (lineEnd === 1 && code === 13 && raw.charCodeAt(at + 1) === 10)) at++;
  }
  found[count] = raw.length;
  return found.subarray(0, count + 1);
}
/** Spans of the kept text by a rule; null for one that is not in the text. */
export function placer(text: RawText, rule: PositionRule): (place: Pick<Place, 'start' | 'end'>) => PlacedSpan | null {
  const at = places(text, rule);
  const { raw, kept } = text;
  const within = (offset: number) => offset > 0 && offset < raw.length && ((isHigh(raw.charCodeAt(offset - 1)) && (raw.charCodeAt(offset) & 0xfc00) === 0xdc00) || (raw.charCodeAt(offset - 1) === 13 && raw.charCodeAt(offset) === 10));
  return ({ start, end: last }) => {
    const end = rule.end === 'inclusive' ? last + 1 : last;
    if (start < 0 || start > end || end >= at.length) return null;
    const [from, to] = [at[start]!, at[end]!];
    const [cutsStart, cutsEnd] = [within(from), within(to)];
    const isPair = (offset: number) => raw.charCodeAt(offset) !== 10;
    return { start: kept[cutsStart ? from - 1 : from]!, end: kept[cutsEnd && isPair(to) ? to + 1 : to]!, moved: cutsStart || cutsEnd };
  };
}

const word = /[\p{L}\p{N}]/u;
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const stops = /[.!?…。！？；;:：”"’')）】」』]/u;
/** How well an edge stands where people put one: 1 at the edge of a line or sentence, less between words, 0 inside a word or with a blank within. */
function edge(text: string, at: number, side: 'start' | 'end'): number {
  const before = at > 0 ? String.fromCodePoint(text.codePointAt(at - (at > 1 && (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00 ? 2 : 1))!) : '\n';
  const after = at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '\n';
  if (side === 'start') return before === '\n' ? (after === '\n' ? 0.5 : 1) : /\s/.test(after) ? 0 : word.test(before) && word.test(after) ? (han.test(before + after) ? 0.4 : 0) : 0.8;
  if (before === '\n') return at === 0 ? 0 : 0.3;
  if (after === '\n') return 1;
  if (/\s/.test(before)) return 0.2;
  if (word.test(before) && word.test(after)) return han.test(before + after) ? 0.4 : 0;
  return stops.test(before) ? 1 : stops.test(after) ? 0.5 : 0.8;
}
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** The beginning of a quotation that a selection's name gives; '' where it is none ('133,257' of MAXQDA, 'line:6'). */
function quoted(name: string): string {
  const bare = folded(name).replace(/\s*(?:…|\.{3})$/u, '');
  return bare.length < 2 || /^\d+\s*[,–-]\s*\d+$/.test(bare) || /^line:\d+$/i.test(bare) ? '' : bare;
}

interface Scored { readonly rule: PositionRule; readonly score: number; readonly named: number; readonly quotes: number }
/** Most selections that are looked at to find the rule: a thousand tell as much as all. */
const sample = 1000;
function judge(text: RawText, asked: readonly Place[], rule: PositionRule): Scored {
  const place = placer(text, rule);
  let [points, named, quotes] = [0, 0, 0];
  for (const each of asked) {
    if (each.start === each.end) continue;
    const span = place(each);
    const quote = quoted(each.name);
    if (quote !== '') quotes++;
    if (!span || span.start >= span.end) { points -= 2; continue; }
    points += edge(text.text, span.start, 'start') + edge(text.text, span.end, 'end') - (span.moved ? 2 : 0);
    if (quote === '') continue;
    const slice = folded(text.text.slice(span.start, span.end));
    const whole = folded(each.name) === quote;
    if (whole ? slice === quote : slice.startsWith(quote)) named++;
  }
  return { rule, score: points / (2 * Math.max(1, asked.length)), named, quotes };
}

/** What Concord writes says how it counts. */
export const ownOrigin = (unit: PositionRule['unit']): string => (unit === 'codePoint' ? 'Concord' : 'Concord, UTF-16');
/** How programs are known to count. */
const habits: readonly (readonly [RegExp, Partial<PositionRule>])[] = [[/^Concord$/, { unit: 'codePoint' }], [/atlas/i, { lineEnd: 1 }], [/qualcoder/i, { unit: 'utf16', lineEnd: 1 }]];
const usual: PositionRule = { unit: 'utf16', lineEnd: 2, mark: 0, end: 'exclusive' };
export const ruleOf = (origin: string): PositionRule => ({ ...usual, ...habits.find(([program]) => program.test(origin))?.[1] });

/** How much better another rule must be than the program's usual one. */
const margin = 0.04;
/**
 * The rule by which a program counted in one text, for all its selections together: whose quotations stand where their names say, then whose
 * edges lie at the edges of lines, sentences and words; where nothing tells them apart, as the program usually does.
 */
export function findRule(text: RawText, selections: readonly Place[], origin: string, document: string): FoundRule {
  const habit = ruleOf(origin);
  const { raw } = text;
  const astral = /[\u{10000}-\u{10FFFF}]/u.test(raw);
  if (origin === ownOrigin('codePoint') || origin === ownOrigin('utf16')) return { document, selections: selections.length, ...habit, confidence: 'certain', score: 1, next: null };
  const axes = { unit: astral ? ['utf16', 'codePoint'] as const : [habit.unit], lineEnd: raw.includes('\r\n') ? [2, 1] as const : [habit.lineEnd], mark: raw.startsWith('\uFEFF') ? [0, 1] as const : [habit.mark], end: ['exclusive', 'inclusive'] as const };
  const rules = axes.unit.flatMap((unit) => axes.lineEnd.flatMap((lineEnd) => axes.mark.flatMap((mark) => axes.end.map((end): PositionRule => ({ unit, lineEnd, mark, end })))));
  const asked = selections.length <= sample ? selections : Array.from({ length: sample }, (_, index) => selections[Math.floor((index * selections.length) / sample)]!);
  const scored = rules.map((rule) => judge(text, asked, rule));
  const isHabit = ({ rule }: Scored) => rule.unit === habit.unit && rule.lineEnd === habit.lineEnd && rule.mark === habit.mark && rule.end === habit.end;
  const mostNamed = Math.max(...scored.map(({ named }) => named));
  const speaking = mostNamed > 0 ? scored.filter(({ named }) => named === mostNamed) : scored;
  const best = (of: readonly Scored[]) => of.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a));
  const usually = (of: readonly Scored[]) => of.find((each) => isHabit(each) && each.score >= best(of).score - margin) ?? best(of);
  // No program is known to count the end: only clear signs of it are believed.
  const [open, closed] = [speaking.filter(({ rule }) => rule.end === 'exclusive'), speaking.filter(({ rule }) => rule.end === 'inclusive')];
  const counted = open.length === 0 || (closed.length > 0 && asked.length >= 4 && best(closed).score > best(open).score + 4 * margin);
  const chosen = usually(counted ? closed : open);
  const others = scored.filter((each) => each !== chosen);
  const next = others.length === 0 ? null : Math.max(...others.map(({ score }) => score));
  const quotesTell = mostNamed >= 0.8 * Math.max(1, chosen.quotes) && speaking.length < scored.length;
  const confidence = selections.length === 0 ? 'assumed' : (quotesTell && speaking.length === 1) || (selections.length >= 20 && next !== null && chosen.score - next >= 0.2) ? 'certain' : next === null || chosen.score - next >= 0.1 || quotesTell ? 'likely' : 'assumed';
  return { document, selections: selections.length, ...chosen.rule, confidence, score: Math.max(0, chosen.score), next: next === null ? null : Math.max(0, next) };
}
