import { parseCues, type Cue } from './cues.ts';
import type { ReadChoices } from './format.ts';
import { acceptLabels, type Tally } from './judge.ts';
import { isPlausible, isStopped, labelKey } from './labels.ts';
import { cleanLabel, matchBrackets, matchColon, type PatternId } from './patterns.ts';
import { joinSpeech, readSpeech, type Utterance } from './speech.ts';
import type { TurnReading } from './turns.ts';

/** A stretch of a cue, and the label in front of it that may be a speaker's; '' for a sign that somebody else speaks. */
interface Part { readonly cue: Cue; readonly label: string | null; readonly text: string; readonly lifted: string }
type Form = (cue: Cue) => Part[];

const whole = (lines: readonly string[]) => lines.map((line) => line.trim()).reduce(joinSpeech, '');
const plainText = (line: string) => line.replace(/<\/?v(?:[.\s][^<>]*)?>/g, '');

const voice = /<v(?:\.[\w.-]+)?\s+([^<>]+)>/g;
/** `<v Ana Ruiz>text</v>`; several voices may share a cue. */
const voices: Form = (cue) => {
  const text = cue.lines.join('\n');
  const tags = [...text.matchAll(voice)];
  const said = (from: number, to: number) => whole(plainText(text.slice(from, to)).split('\n'));
  const first = said(0, tags[0]?.index ?? text.length);
  return [
    ...(first === '' ? [] : [{ cue, label: null, text: first, lifted: '' }]),
    ...tags.map((tag, index) => ({ cue, label: tag[1]!.trim(), text: said(tag.index + tag[0].length, tags[index + 1]?.index ?? text.length), lifted: tag[0] })),
  ];
};

/** Lines that begin with a label or with a sign that another speaks; the others go on with the line before. */
const byLine = (start: (line: string, index: number, cue: Cue) => { label: string; length: number } | null): Form => (cue) => {
  const parts: { label: string | null; lines: string[]; lifted: string }[] = [];
  cue.lines.map(plainText).forEach((line, index) => {
    const found = start(line, index, cue);
    if (found) parts.push({ label: found.label, lines: [line.slice(found.length)], lifted: line.slice(0, found.length) });
    else if (parts.length > 0) parts.at(-1)!.lines.push(line);
    else parts.push({ label: null, lines: [line], lifted: '' });
  });
  return parts.map(({ label, lines, lifted }) => ({ cue, label, text: whole(lines), lifted }));
};
const speakerSign = /^\s*(?:>>+|[-–—])\s*(?=\S)/;
/** Somebody else begins here: `>> text`, and `- text` where a cue has two such lines. */
const sign = (line: string, cue: Cue): { label: string; length: number } | null => {
  const match = speakerSign.exec(line);
  const dashes = cue.lines.filter((each) => /^\s*[-–—]\s*\S/.test(each)).length;
  return match && (match[0].includes('>') || dashes > 1) ? { label: '', length: match[0].length } : null;
};
const labelled = (match: (text: string) => { label: string; length: number } | null) => byLine((line, _index, cue) => {
  const before = speakerSign.exec(line)?.[0] ?? '';
  const found = match(line.slice(before.length));
  return found && isPlausible(found.label) ? { label: found.label, length: before.length + found.length } : sign(line, cue);
});
const alone = byLine((line, index, cue) => {
  const label = cleanLabel(line);
  return index === 0 && cue.lines.length > 1 && isPlausible(label) && !isStopped(label) ? { label, length: line.length } : sign(line, cue);
});
const behindTimes: Form = (cue) => [{ cue, label: /^\[[^\][:]+\]$/.test(cue.settings) ? cleanLabel(cue.settings) : null, text: whole(cue.lines), lifted: cue.settings }];

/** Each with the share of the cues that must have it before it is believed. */
const forms: readonly { id: PatternId; read: Form; least: number; certain: boolean }[] = [
  { id: 'voices', read: voices, least: 0, certain: true },
  { id: 'name-time', read: behindTimes, least: 0.05, certain: true },
  { id: 'name-colon', read: labelled(matchColon), least: 0.05, certain: false },
  { id: 'bracketed-name', read: labelled(matchBrackets), least: 0.05, certain: false },
  { id: 'name-line', read: alone, least: 0.5, certain: false },
  { id: 'changes', read: byLine((line, _index, cue) => sign(line, cue)), least: 0.05, certain: true },
];

interface Tried { readonly id: PatternId; readonly parts: readonly Part[]; readonly counts: ReadonlyMap<string, Tally & { readonly label: string }>; readonly accepted: ReadonlySet<string>; readonly share: number }
/** Reads all cues in one form; a label counts where it recurs, or where nearly all cues have one. Voices are always speakers. */
function attempt({ id, read, certain }: (typeof forms)[number], cues: readonly Cue[], choices: ReadChoices = {}): Tried {
  const parts = cues.flatMap(read);
  const counts = new Map<string, Tally & { label: string }>();
  for (const { label } of parts) if (label) counts.set(labelKey(label), { label: counts.get(labelKey(label))?.label ?? label, turns: (counts.get(labelKey(label))?.turns ?? 0) + 1, strong: false });
  const refused = (choices.notSpeakers ?? []).map(labelKey);
  const accepted = certain ? new Set([...counts.keys()].filter((key) => !refused.includes(key))) : acceptLabels(counts, cues.length, choices);
  const heard = parts.filter(({ label }) => label === '' || (label !== null && accepted.has(labelKey(label)))).length;
  return { id, parts, counts, accepted, share: heard / Math.max(1, cues.length) };
}

const isHeard = ({ id, accepted }: Tried) => accepted.size > 0 || id === 'changes';
/** The form to read in: the one chosen, else the one that most cues have, else one with a label that a person named; null for none. */
function choose(tried: readonly Tried[], possible: readonly Tried[], choices: ReadChoices): Tried | null {
  if (choices.pattern === 'none') return null;
  const chosen = tried.find((each) => each.id === choices.pattern && isHeard(each));
  const keys = (choices.speakers ?? []).map(labelKey);
  const named = tried.find(({ counts }) => keys.some((key) => counts.has(key)));
  return chosen ?? possible.toSorted((a, b) => b.share - a.share)[0] ?? named ?? null;
}
/** What is said, cue by cue; a label that is no speaker's is text. */
function utterancesOf({ id, parts, counts, accepted }: Tried): Utterance[] {
  return parts.flatMap(({ cue, label, text, lifted }): Utterance[] => {
    const speaks = label === null || label === '' || accepted.has(labelKey(label));
    const kept = speaks || id === 'voices' ? text : joinSpeech(lifted.trim(), text);
    const speaker = label && speaks ? counts.get(labelKey(label))!.label : label === '' ? '' : null;
    return kept === '' && speaker === null ? [] : [{ label: speaker, text: kept, time: cue.time, timeEnd: cue.timeEnd, lifted: speaker === null ? '' : lifted }];
  });
}

/** How many labels that stay in the text are named. */
const mostOthers = 12;
/** The turns of subtitles (LF only): the cues of one speaker become one turn with its times; without speakers each cue is a turn. */
export function readCues(text: string, choices: ReadChoices): TurnReading {
  const cues = parseCues(text);
  const tried = forms.map((form) => attempt(form, cues));
  const possible = tried.filter((each, index) => each.share > 0 && each.share >= forms[index]!.least && isHeard(each));
  const form = choose(tried, possible, choices)?.id;
  const asked = form === undefined ? null : attempt(forms.find(({ id }) => id === form)!, cues, choices);
  const best = asked && isHeard(asked) ? asked : null;
  const { counts } = asked ?? tried.find(({ id }) => id === 'name-colon')!;
  const others = [...counts].filter(([key]) => !best?.accepted.has(key)).map(([, count]) => count).toSorted((a, b) => b.turns - a.turns).slice(0, mostOthers);
  const utterances = best ? utterancesOf(best) : cues.map((cue): Utterance => ({ label: null, text: whole(cue.lines.map(plainText)), time: cue.time, timeEnd: cue.timeEnd, lifted: '' })).filter((each) => each.text !== '');
  return readSpeech(utterances, best?.id ?? 'none', [...new Set([...(best ? [best.id] : []), ...possible.map(({ id }) => id), 'none' as const])], others);
}
