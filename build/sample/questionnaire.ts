import type { SnapshotSurvey } from '../../shared/model/snapshot.ts';
import { attributes } from './attributes.ts';
import { codebook } from './codebook.ts';
import { both, type Words } from './codebook/entry.ts';

/** A made-up questionnaire beside the made-up interviews: the same seven groups, and problems that the interviews speak of too. Shares per group; no chance in it. */
const groups = attributes.group.choices;
/** How many of each group answered: officials, hospital managers, specialists, centre managers, GPs, social workers, patients. */
const sizes = [12, 30, 38, 16, 84, 9, 140] as const;
type PerGroup<T> = readonly [T, T, T, T, T, T, T];

/** Which problems they have met, in per cent of each group; the code that speaks of it; what the pilot makes of it, in points. */
const problems: readonly { readonly answer: Words; readonly code: string; readonly share: PerGroup<number>; readonly pilot: number }[] = [
  { answer: both('More work for the centres, no pay for it', '活给了社区，钱没跟下来'), code: 'Work moved down without pay', share: [8, 3, 8, 56, 64, 22, 4], pilot: 6 },
  { answer: both('Patients are not sent back from the hospital', '病人上去了就不转下来'), code: 'Patients not sent back', share: [25, 30, 37, 44, 52, 33, 6], pilot: -14 },
  { answer: both('Medicine lists of hospital and centre differ', '医院和社区的药品目录不一致'), code: 'Medicine lists differ', share: [25, 33, 26, 44, 43, 11, 49], pilot: -8 },
  { answer: both('Records open one way only', '病历只能单向看'), code: 'Records open one way', share: [8, 23, 39, 12, 36, 56, 21], pilot: -10 },
  { answer: both('Signing people up for the target', '为完成指标而签约'), code: 'Signing for the target', share: [58, 27, 21, 56, 40, 11, 36], pilot: 12 },
  { answer: both('Nobody says who answers for mistakes', '没人说清出了事谁负责'), code: 'Who answers for mistakes', share: [8, 50, 55, 25, 38, 11, 14], pilot: 0 },
  { answer: both('Rules made without those who work by them', '定规矩时没问过干活的人'), code: 'Rules made without us', share: [17, 40, 42, 56, 48, 44, 9], pilot: 4 },
  { answer: both('Patients go round the centre', '病人绕过社区直接去医院'), code: 'Going round the centre', share: [33, 20, 18, 50, 24, 11, 46], pilot: -6 },
  { answer: both('Staff are drawn up to the hospital', '人手被往医院抽'), code: 'Staff drawn upwards', share: [25, 47, 5, 69, 17, 0, 2], pilot: 2 },
];
/** How many per cent of a group chose each step from 1 to 5; null where nobody was asked. */
type Steps = readonly [number, number, number, number, number] | null;
const scales: readonly { readonly question: Words; readonly code: string; readonly steps: PerGroup<Steps> }[] = [
  { question: both('Trust: the health centre is good enough to go to first', '信任：有病先到社区中心，我放心'), code: 'Trust', steps: [[0, 0, 17, 50, 33], [7, 23, 40, 23, 7], [16, 29, 34, 16, 5], [0, 0, 12, 44, 44], [1, 5, 18, 45, 31], [0, 11, 33, 45, 11], [11, 19, 31, 26, 13]] },
  { question: both('Workload: what I am asked to do can be done in a day', '工作负担：交给我的活一天干得完'), code: 'Workload', steps: [[0, 17, 33, 33, 17], [3, 17, 37, 30, 13], [11, 24, 34, 24, 7], [19, 44, 25, 12, 0], [25, 36, 24, 12, 3], [11, 22, 34, 22, 11], null] },
];
const first = both('Where do you go first when you are ill?', '生病时先去哪里？');
const places = [both('My GP at the centre', '社区中心的家庭医生'), both('The hospital', '医院'), both('A pharmacy', '药店'), both('I wait', '先等等看')];
/** Of the patients in the pilot, and of the others. */
const goes = [[51, 30, 13, 6], [34, 44, 14, 8]] as const;

/** Of so many people, who is in this share: as many as it rounds to, spread over all by a step that meets everybody once. */
function chosen(people: number, percent: number, step: number): ReadonlySet<number> {
  if (people === 0) return new Set();
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  let by = step;
  while (common(people, by) !== 1) by++;
  return new Set(Array.from({ length: Math.round((people * percent) / 100) }, (_, index) => (index * by + step) % people));
}
/** One of the options for each of so many people, in these shares, none left over. */
function spread(people: number, shares: readonly number[], step: number): number[] {
  const counts = shares.map((share) => Math.floor((people * share) / 100));
  const rest = shares.map((share, option) => ({ option, left: (people * share) / 100 - counts[option]! })).toSorted((a, b) => b.left - a.left || a.option - b.option);
  for (let missing = people - counts.reduce((sum, count) => sum + count, 0), at = 0; missing > 0; missing--, at++) counts[rest[at % rest.length]!.option]!++;
  const options = counts.flatMap((count, option) => Array<number>(count).fill(option));
  return options.map((_, index) => options[(index + step) % people]!);
}

type Respondent = SnapshotSurvey['respondents'][number];
const names = { group: both('Group', '组别'), pilot: attributes.pilot.name, problems: both('Which problems have you met?', '您遇到过哪些问题？') };

/** The respondents of one group, first those of the pilot: half of them, but no social worker outside of it. */
function respondentsOf(group: number, before: number, say: (words: Words) => string): Respondent[] {
  const size = sizes[group]!;
  const inPilot = groups[group]!.en === 'Health social workers' ? size : Math.ceil(size / 2);
  const arms = [{ pilot: true, people: inPilot, from: 0 }, { pilot: false, people: size - inPilot, from: inPilot }];
  return arms.flatMap(({ pilot, people, from }) => {
    const met = problems.map(({ share, pilot: more }, index) => chosen(people, share[group]! === 0 ? 0 : Math.min(100, Math.max(0, share[group]! + (pilot ? more : -more) / 2)), index + 3));
    const steps = scales.map(({ steps: each }, index) => { const shares = each[group]; return shares ? spread(people, shares, index + 2) : null; });
    const goesTo = group === groups.length - 1 ? spread(people, goes[pilot ? 0 : 1], 5) : null;
    return Array.from({ length: people }, (_, person): Respondent => {
      const number = before + from + person + 1;
      // Every nineteenth passed over a scale: not answered is not zero.
      const answered = scales.flatMap(({ question }, index) => (steps[index] && (number + index * 7) % 19 !== 0 ? [[say(question), String(steps[index][person]! + 1)] as const] : []));
      return {
        name: `Q${String(number).padStart(3, '0')}`, participant: null, document: null,
        answers: {
          [say(names.group)]: say(groups[group]!), [say(names.pilot)]: say(attributes.pilot.choices[pilot ? 0 : 1]!), [say(names.problems)]: problems.flatMap(({ answer }, index) => (met[index]!.has(person) ? [say(answer)] : [])).join('; '),
          ...Object.fromEntries(answered), ...(goesTo ? { [say(first)]: say(places[goesTo[person]!]!) } : {}),
        },
      };
    });
  });
}

/** The questionnaire in the language asked for; its answers are linked with the codes that speak of them. */
export function questionnaireOf(say: (words: Words) => string): SnapshotSurvey {
  const codeOf = (name: string) => { const { path, facet } = codebook.find((code) => code.name.en === name)!; return { path: path.map(say), facet }; };
  const question = (name: Words, kind: SnapshotSurvey['questions'][number]['kind'], choices: readonly string[], codes: SnapshotSurvey['questions'][number]['codes'] = []) => ({ name: say(name), kind, separator: kind === 'several' ? ';' : '', choices, codes });
  return {
    name: say(both('Questionnaire, June', '六月问卷')), source: '', encoding: '', created: Date.UTC(2026, 5, 30), grouping: say(names.group), attribute: say(attributes.group.name),
    questions: [
      question(names.group, 'choice', groups.map(say)), question(names.pilot, 'choice', attributes.pilot.choices.map(say)),
      question(names.problems, 'several', problems.map(({ answer }) => say(answer)), problems.map(({ answer, code }) => ({ answer: say(answer), code: codeOf(code) }))),
      ...scales.map(({ question: asked, code }) => question(asked, 'scale', ['1', '2', '3', '4', '5'], [{ answer: '', code: codeOf(code) }])), question(first, 'choice', places.map(say)),
    ],
    respondents: groups.flatMap((_, group) => respondentsOf(group, sizes.slice(0, group).reduce<number>((sum, size) => sum + size, 0), say)),
  };
}
