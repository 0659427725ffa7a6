import { readdirSync, readFileSync } from 'node:fs';
import { attributes, researchers, study, type AttributeId } from './attributes.ts';
import { codebook } from './codebook.ts';
import type { Language, Words } from './codebook/entry.ts';
import { SourceFault } from './fault.ts';
import type { Judged, Judgement } from './judgements.ts';
import { questionnaireOf } from './questionnaire.ts';
import { registerOf } from './register.ts';
import { reportOf } from './report.ts';
import { listedWords } from './words.ts';
import { readInterview, type Interview } from './source.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';

type SampleCoding = Snapshot['codings'][number];

const folder = new URL('interviews/', import.meta.url);
const tongue = (language: Language) => (words: Words): string => words[language];

/** Every source file, in the order of their names. Throws a SourceFault that names the file and the line. */
const readInterviews = (): Interview[] =>
  readdirSync(folder).filter((name) => name.endsWith('.txt')).toSorted().map((name) => readInterview(name, readFileSync(new URL(name, folder), 'utf8')));

/** Values by the attribute's name, in the language asked for. */
const valuesIn = (values: Readonly<Partial<Record<AttributeId, Words>>>, say: (words: Words) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [say(attributes[id as AttributeId].name), say(value)]));

function participantsOf(interviews: readonly Interview[], say: (words: Words) => string): Snapshot['participants'] {
  const participants = new Map<string, Snapshot['participants'][number]>();
  for (const { file, speakers } of interviews) {
    for (const { name, role, values } of speakers) {
      if (role === 'interviewee' && participants.has(say(name))) throw new SourceFault(file, 1, `${say(name)} is in another interview already`);
      participants.set(say(name), { name: say(name), role, values: valuesIn(values, say) });
    }
  }
  return [...participants.values()];
}

/** Seconds that a coder takes from one passage to the next: 24 to 170, uneven, and the same each time the sample is compiled. */
const pause = (passage: number) => 24 + ((passage * 61) % 147);

function codingsOf({ title, transcript, judged, coded }: Interview, say: (words: Words) => string): SampleCoding[] {
  const spanOf = ({ mark }: Judged) => transcript.passages.get(mark)!;
  const pathOf = (code: Judgement['code'] | null) => code && code.path.map(say);
  return researchers.flatMap((coder) => {
    const own = judged.filter((one) => one.coder === coder.en).toSorted((a, b) => spanOf(a).start - spanOf(b).start || spanOf(b).end - spanOf(a).end);
    let created = coded.get(coder.en) ?? 0;
    return own.flatMap((one, passage) => {
      created += pause(passage + transcript.text.length) * 1000;
      return one.judgements.map(({ code, rating, party, counterparty }, index): SampleCoding => ({
        document: title, ...spanOf(one), code: code.path.map(say), facet: code.facet, coder: say(coder),
        rating, party: pathOf(party), counterparty: pathOf(counterparty), memo: index === 0 ? one.memo : '', created,
      }));
    });
  });
}

/**
 * The sample study as plain values. The interviews, their titles, labels and memos keep their own language; the codebook,
 * the attributes and the names of the two researchers are in the language asked for. Reads nothing but its source files.
 */
export function compileSample(language: Language): Snapshot {
  const say = tongue(language);
  const interviews = readInterviews();
  const twice = interviews.find(({ title }, index) => interviews.findIndex((other) => other.title === title) !== index);
  if (twice) throw new SourceFault(twice.file, 1, `${twice.title} is the title of another interview already`);
  const codings = interviews.flatMap((interview) => codingsOf(interview, say));
  return {
    name: say(study.name),
    description: say(study.description),
    participants: participantsOf(interviews, say),
    attributes: Object.values(attributes).map(({ name, of, kind, choices }) => ({ name: say(name), of, kind, choices: choices.map(say) })),
    codes: codebook.map(({ path, facet, definition, include, exclude, example, scale }) => ({
      path: path.map(say), facet, definition: say(definition), include: say(include), exclude: say(exclude), example: say(example),
      scale: scale.map(({ value, anchor }) => ({ value, anchor: say(anchor) })),
    })),
    documents: interviews.map(({ title, transcript, values, speakers }) => {
      const names = new Map(speakers.map(({ label, name }) => [label, say(name)]));
      return { name: title, text: transcript.text, values: valuesIn(values, say), turns: transcript.turns.map((turn) => ({ ...turn, participant: names.get(turn.label)! })) };
    }),
    codings,
    listedWords,
    reports: [reportOf(say)],
    surveys: [questionnaireOf(say)],
    conflicts: registerOf(codings, new Map(interviews.map(({ title, transcript }) => [title, transcript.text])), say),
  };
}
