import { attributes, madeUp, researchers, type AttributeId } from './attributes.ts';
import type { Language, Words } from './codebook/entry.ts';
import { SourceFault, type Line, type Stop } from './fault.ts';
import { readJudgements, type Judged } from './judgements.ts';
import { readTranscript, type Transcript } from './transcript.ts';

export interface Speaker {
  readonly label: string;
  /** An interviewer has a name in each language; an interviewee is called by the label. */
  readonly name: Words;
  readonly role: 'interviewee' | 'interviewer';
  readonly values: Readonly<Partial<Record<AttributeId, Words>>>;
}
/** An interview as its source file tells it. */
export interface Interview {
  readonly file: string;
  readonly title: string;
  readonly language: Language;
  readonly values: Readonly<Partial<Record<AttributeId, Words>>>;
  readonly speakers: readonly Speaker[];
  readonly transcript: Transcript;
  readonly judged: readonly Judged[];
  /** When each coder began to code it, by the coder's English name, ms since 1970. */
  readonly coded: ReadonlyMap<string, number>;
}

const verbatim = (value: string): Words => ({ en: value, zh: value });
const choice = (attribute: AttributeId, value: string, line: Line, stop: Stop): Words =>
  attributes[attribute].choices.find((words) => words.en === value) ?? stop(line, `${attributes[attribute].name.en} has no choice ${value}`);

/** `Dr Alder: GPs, Eastmere, Pilot, 11 years, Female`, or `Lin: interviewer`, or `林: interviewer Lin`. */
function readSpeaker(label: string, said: string, line: Line, stop: Stop): Speaker {
  const [, called] = /^interviewer(?: (\w+))?$/.exec(said) ?? [];
  if (said.startsWith('interviewer')) {
    const name = researchers.find((words) => words.en === (called ?? label)) ?? stop(line, `no researcher is called ${called ?? label}`);
    return { label, name, role: 'interviewer', values: {} };
  }
  const [group = '', district = '', pilot = '', ...rest] = said.split(', ');
  const sex = rest.at(-1) ?? '';
  const years = rest.length > 1 ? /^(\d+) years?$/.exec(rest[0]!)?.[1] ?? stop(line, 'the years in the job read "11 years"') : undefined;
  return {
    label, name: verbatim(label), role: 'interviewee',
    values: {
      group: choice('group', group, line, stop), district: choice('district', district, line, stop), pilot: choice('pilot', pilot, line, stop),
      ...(years === undefined ? {} : { years: verbatim(years) }), sex: choice('sex', sex, line, stop),
    },
  };
}

/** `Lin 2026-09-21 09:10, Wei 2026-10-02 14:20` -> when each began. */
function readCoded(said: string, line: Line, stop: Stop): Map<string, number> {
  return new Map(said.split(', ').map((part) => {
    const [, coder = '', date, time] = /^(\w+) (\d{4}-\d\d-\d\d) (\d\d:\d\d)$/.exec(part) ?? stop(line, 'coded reads "Lin 2026-09-21 09:10"');
    if (!researchers.some((words) => words.en === coder)) stop(line, `no researcher is called ${coder}`);
    return [coder, Date.parse(`${date}T${time}:00Z`)] as const;
  }));
}

function readHead(lines: readonly Line[], stop: Stop) {
  const fields = new Map<string, { said: string; line: Line }>();
  for (const line of lines) {
    const [, key = '', said = ''] = /^(.+?): (.+)$/.exec(line.text) ?? stop(line, 'the head has "name: value" on each line');
    if (fields.has(key)) stop(line, `${key} stands here twice`);
    fields.set(key, { said, line });
  }
  const take = (key: string) => {
    const field = fields.get(key) ?? stop(lines[0] ?? { text: '', number: 1 }, `the head has no ${key}`);
    fields.delete(key);
    return field;
  };
  const [title, type, date, coded] = [take('title'), take('type'), take('date'), take('coded')];
  if (!/^2026-\d\d-\d\d$/.test(date.said)) stop(date.line, 'the date reads 2026-09-21');
  const speakers = [...fields].map(([label, { said, line }]) => readSpeaker(label, said, line, stop));
  return { title: title.said, values: { type: choice('type', type.said, type.line, stop), date: verbatim(date.said) }, coded: readCoded(coded.said, coded.line, stop), speakers };
}

/** Every passage is coded by someone, every line speaks of a passage, nobody codes the same words alike twice, and other edges of a passage still meet it. */
function checkJudged(judged: readonly Judged[], { passages }: Transcript, coded: ReadonlyMap<string, number>, last: Line, stop: Stop): void {
  const seen = new Set<string>();
  for (const { mark, coder, judgements, line } of judged) {
    const span = passages.get(mark) ?? stop(line, `no passage is marked ${mark}`);
    if (!coded.has(coder)) stop(line, `the head does not say when ${coder} coded`);
    for (const { code } of judgements) {
      const key = [coder, span.start, span.end, code.name.en].join('/');
      if (seen.has(key)) stop(line, `${coder} has ${code.name.en} on the same words already`);
      seen.add(key);
    }
  }
  for (const [mark, { start, end }] of passages) {
    const first = passages.get(String(Number.parseInt(mark, 10))) ?? stop(last, `there is ${mark} but no ${Number.parseInt(mark, 10)}`);
    if (start >= first.end || end <= first.start) stop(last, `${mark} lies elsewhere than ${Number.parseInt(mark, 10)}`);
    if (!judged.some((one) => one.mark === mark)) stop(last, `nobody codes the passage marked ${mark}`);
  }
}

/** Reads one source file: head, transcript and codings, parted by lines of three hyphens. Throws a SourceFault for anything wrong. */
export function readInterview(file: string, content: string): Interview {
  const stop: Stop = (line, said) => { throw new SourceFault(file, line.number, said); };
  const parts: Line[][] = [[]];
  for (const [index, text] of content.split('\n').entries()) {
    if (text === '---') parts.push([]);
    else if (text.trim() !== '') parts.at(-1)!.push({ text, number: index + 1 });
  }
  const [head = [], middle = [], last = []] = parts;
  const end = last.at(-1) ?? { text: '', number: 1 };
  if (parts.length !== 3) stop(end, 'the file has three parts, parted by lines of three hyphens');
  const { title, values, coded, speakers } = readHead(head, stop);
  const transcript = readTranscript(middle, new Set(speakers.map((speaker) => speaker.label)), stop);
  for (const { label } of speakers) if (!transcript.turns.some((turn) => turn.label === label)) stop(end, `${label} never speaks`);
  const judged = readJudgements(last, stop);
  checkJudged(judged, transcript, coded, end, stop);
  return { file, title, language: middle[0]!.text === madeUp.zh ? 'zh' : 'en', values, coded, speakers, transcript, judged };
}
