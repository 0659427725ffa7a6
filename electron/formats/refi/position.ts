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
  // A text that was twice written as on Windows has one line end where each line ends, not two.
  const once = raw.includes('\r\r\n') && !/(?:^|[^\r])\r?\n/.test(raw) ? raw.replaceAll('\r\r\n', '\r\n') : raw;
  const whole = once.toWellFormed().replaceAll('\0', '\u2400');
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
  // Line ends that lost their CR on the way (XML takes it out of a text inside of it) may have been counted with it.
  const bare = lineEnd === 2 && !raw.includes('\r');
  const found = new Uint32Array(raw.length * (bare ? 2 : 1) + 1);
  let count = 0;
  for (let at = mark === 0 && raw.startsWith('\uFEFF') ? 1 : 0; at < raw.length; at++) {
    found[count++] = at;
    const code = raw.charCodeAt(at);
    if (bare && code === 10) found[count++] = at;
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

/** Whether a slice of the text is what a name quotes: 1 for all of it, less where blanks stand around it, or where only the beginning can be compared. */
function saysSo(slice: string, name: string, quote: string): number {
  const said = slice.replace(/\s+/g, ' ');
  const [bare, begins] = [said.trim(), said.startsWith(quote) || said.trim().startsWith(quote)];
  const around = /^\s/.test(slice) && !/^\s/.test(name) ? 0.1 : 0;
  if (folded(name) !== quote) return begins ? 1 - around : 0;
  return bare === quote ? 1 - around - (/\s$/.test(slice) && !/\s$/.test(name) ? 0.1 : 0) : quote.length >= 40 && begins ? 0.5 - around : 0;
}
/** Whether a selection's name is the whole of what stands there; null where it quotes nothing, or only a beginning. */
export function isQuoted(slice: string, name: string): boolean | null {
  const quote = quoted(name);
  return quote === '' || folded(name) !== quote ? null : folded(slice) === quote;
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
    if (quote !== '') named += saysSo(text.text.slice(span.start, span.end), each.name, quote);
  }
  return { rule, score: points / (2 * Math.max(1, asked.length)), named, quotes };
}

/** What Concord writes says how it counts. */
export const ownOrigin = (unit: PositionRule['unit']): string => (unit === 'codePoint' ? 'Concord' : 'Concord, UTF-16');
/** How programs are known to count. */
const habits: readonly (readonly [RegExp, Partial<PositionRule>])[] = [[/^Concord$/, { unit: 'codePoint', lineEnd: 1 }], [/^Concord/, { lineEnd: 1 }], [/atlas/i, { lineEnd: 1 }], [/qualcoder/i, { unit: 'utf16', lineEnd: 1 }]];
const usual: PositionRule = { unit: 'utf16', lineEnd: 2, mark: 0, end: 'exclusive' };
export const ruleOf = (origin: string): PositionRule => ({ ...usual, ...habits.find(([program]) => program.test(origin))?.[1] });

const allRules = (['utf16', 'codePoint'] as const).flatMap((unit) => ([2, 1] as const).flatMap((lineEnd) => ([0, 1] as const).flatMap((mark) => (['exclusive', 'inclusive'] as const).map((end): PositionRule => ({ unit, lineEnd, mark, end })))));
const returns = ({ raw }: RawText): boolean => raw.includes('\r\n');
/** A rule as one text knows it: what is not in the text is counted as usual. */
const inText = ({ raw }: RawText, rule: PositionRule, usual: PositionRule): PositionRule =>
  ({ unit: /[\u{10000}-\u{10FFFF}]/u.test(raw) ? rule.unit : usual.unit, lineEnd: raw.includes('\n') ? rule.lineEnd : 1, mark: raw.startsWith('\uFEFF') ? rule.mark : usual.mark, end: rule.end });
/** Every rule that a text can tell from the others. */
export function rulesFor(text: RawText, origin: string): PositionRule[] {
  const usual = ruleOf(origin);
  return [...new Map(allRules.map((rule) => { const known = inText(text, rule, usual); return [keyOf(known), known]; })).values()];
}

/** How much better another rule must be than the program's usual one: much where only a few selections speak. */
const margin = (selections: number): number => Math.max(0.04, 0.6 / Math.sqrt(Math.max(1, selections)));
const keyOf = ({ unit, lineEnd, mark, end }: PositionRule): string => `${unit} ${lineEnd} ${mark} ${end}`;
const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

/** The best of some rules: by what selections quote, else by their edges; the usual one where it is nearly as good, and where nothing tells them apart. */
function choose(scored: readonly Scored[], habit: PositionRule, selections: number): { readonly chosen: Scored; readonly speaking: number; readonly mostNamed: number } {
  const mostNamed = Math.max(...scored.map(({ named }) => named));
  const speaking = mostNamed > 0 ? scored.filter(({ named }) => named === mostNamed) : scored;
  const best = (of: readonly Scored[]) => of.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a));
  const usually = (of: readonly Scored[]) => of.find(({ rule, score }) => keyOf(rule) === keyOf(habit) && score >= best(of).score - margin(selections)) ?? best(of);
  // No program is known to count the end: only clear signs of it are believed.
  const [open, closed] = [speaking.filter(({ rule }) => rule.end === 'exclusive'), speaking.filter(({ rule }) => rule.end === 'inclusive')];
  const counted = habit.end === 'inclusive' || open.length === 0 || (closed.length > 0 && selections >= 4 && best(closed).score > best(open).score + Math.max(0.16, margin(selections)));
  return { chosen: usually(counted && closed.length > 0 ? closed : open), speaking: speaking.length, mostNamed };
}

export interface Located { readonly document: string; readonly text: RawText; readonly places: readonly Place[] }
interface Judged { readonly located: Located; readonly scored: readonly Scored[] }
/**
 * How a program counted in all its texts together, as each text knows it: a text with few selections says little by itself. Lines that end with LF
 * count one beside texts whose lines end with CR LF.
 */
function habitsOf(judged: readonly Judged[], origin: string): (text: RawText) => PositionRule {
  const marked = judged.some(({ located }) => returns(located.text));
  const usual: PositionRule = { ...ruleOf(origin), ...(marked ? {} : { lineEnd: 1 }) };
  const known = (text: RawText, rule: PositionRule) => inText(text, marked && !returns(text) ? { ...rule, lineEnd: 1 } : rule, usual);
  const speaking = judged.filter(({ located, scored }) => located.places.length > 0 && scored.length > 0);
  if (speaking.length < 2) return (text) => known(text, usual);
  const counts = sum(speaking.map(({ located }) => located.places.length));
  const pooled = allRules.map((rule): Scored => {
    const parts = speaking.map(({ located, scored }) => { const key = keyOf(known(located.text, rule)); return { count: located.places.length, of: scored.find((each) => keyOf(each.rule) === key)! }; });
    return { rule, score: sum(parts.map(({ count, of }) => count * of.score)) / counts, named: sum(parts.map(({ of }) => of.named)), quotes: sum(parts.map(({ of }) => of.quotes)) };
  });
  const { rule } = choose(pooled, usual, counts).chosen;
  return (text) => known(text, rule);
}
/**
 * The rules by which a program counted in its texts, one for all selections of a text: whose quotations stand where their names say, then whose
 * edges lie at the edges of lines, sentences and words; where nothing tells them apart, as in the other texts, or as the program usually does.
 */
export function findRules(texts: readonly Located[], origin: string): FoundRule[] {
  const own = origin === ownOrigin('codePoint') || origin === ownOrigin('utf16');
  const judged = texts.map((located): Judged => {
    const { places: all } = located;
    const asked = all.length <= sample ? all : Array.from({ length: sample }, (_, index) => all[Math.floor((index * all.length) / sample)]!);
    return { located, scored: own ? [] : rulesFor(located.text, origin).map((rule) => judge(located.text, asked, rule)) };
  });
  const habitIn = habitsOf(judged, origin);
  return judged.map(({ located: { document, text, places: all }, scored }) => {
    const selections = all.length;
    const habit = habitIn(text);
    if (own) return { document, selections, ...habit, confidence: 'certain', score: 1, next: null };
    const { chosen, speaking, mostNamed } = choose(scored, habit, selections);
    const others = scored.filter((each) => each !== chosen);
    const next = others.length === 0 ? null : Math.max(...others.map(({ score }) => score));
    const quotesTell = mostNamed >= 0.8 * Math.max(1, chosen.quotes) && speaking < scored.length;
    const confidence = selections === 0 ? 'assumed' : (quotesTell && speaking === 1) || (selections >= 20 && next !== null && chosen.score - next >= 0.2) ? 'certain' : next === null || chosen.score - next >= 0.1 || quotesTell ? 'likely' : 'assumed';
    return { document, selections, ...chosen.rule, confidence, score: Math.max(0, chosen.score), next: next === null ? null : Math.max(0, next) };
  });
}
