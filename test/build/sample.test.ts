import { expect, test } from 'vitest';
import { readInterview } from '../../build/sample/source.ts';

const head = ['title: GP-99 Dr Test', 'type: Single interview', 'date: 2026-09-08', 'coded: Lin 2026-09-21 09:10, Wei 2026-10-02 14:20', 'Lin: interviewer', 'Dr Test: GPs, Eastmere, Pilot, 3 years, Female'];
const said = ['Made-up interview, written for the Concord sample study.', 'Lin 00:04: And then?', 'Dr Test 01:05: [We [1w:wrote]{1} it down]{1w}, [twice]{2}.'];
const coded = ['1 Lin, 1w Wei: GPs; Workload -2; Work moved down without pay (GPs -> Hospital managers) | Twice?', '2 Lin: Sayings', '2 Wei: same; Nobody\'s job'];
const source = (parts: { head?: string[]; said?: string[]; coded?: string[] } = {}) => [...(parts.head ?? head), '---', ...(parts.said ?? said), '---', ...(parts.coded ?? coded), ''].join('\n');
const replaced = (lines: readonly string[], at: number, line: string) => lines.map((old, index) => (index === at ? line : old));

test('a source file gives the words without labels and marks, and each passage where its marks stood', () => {
  const { transcript, judged, speakers } = readInterview('GP-99.txt', source());
  expect(transcript.text).toBe('Made-up interview, written for the Concord sample study.\nAnd then?\nWe wrote it down, twice.');
  expect(transcript.turns.map(({ label, time, start, end }) => [label, time, transcript.text.slice(start, end)])).toEqual([['Lin', 4000, 'And then?'], ['Dr Test', 65_000, 'We wrote it down, twice.']]);
  const words = (mark: string) => transcript.text.slice(transcript.passages.get(mark)!.start, transcript.passages.get(mark)!.end);
  expect({ lin: words('1'), wei: words('1w'), both: words('2') }).toEqual({ lin: 'We wrote', wei: 'wrote it down', both: 'twice' });
  expect(judged.map(({ mark, coder, judgements, memo }) => [mark, coder, judgements.map(({ code, rating, party }) => [code.name.en, rating, party?.name.en ?? null]), memo])).toEqual([
    ['1', 'Lin', [['GPs', null, null], ['Workload', -2, null], ['Work moved down without pay', null, 'GPs']], 'Twice?'],
    ['1w', 'Wei', [['GPs', null, null], ['Workload', -2, null], ['Work moved down without pay', null, 'GPs']], ''],
    ['2', 'Lin', [['Sayings', null, null]], ''],
    ['2', 'Wei', [['Nobody\'s job', null, null]], ''],
  ]);
  expect(speakers[1]!.values.group).toEqual({ en: 'GPs', zh: '全科医生' });
});

test.each([
  ['a code that is not in the codebook', { coded: replaced(coded, 1, '2 Lin: Saying') }, 'GP-99.txt:13: no code is called Saying'],
  ['a rating on something that is no dimension', { coded: replaced(coded, 1, '2 Lin: GPs -1') }, 'GP-99.txt:13: GPs cannot be rated -1'],
  ['a rating outside the scale', { coded: replaced(coded, 1, '2 Lin: Workload 3') }, 'GP-99.txt:13: Workload cannot be rated 3'],
  ['a party that is no stakeholder', { coded: replaced(coded, 1, '2 Lin: Signing for the target (GPs -> Workload)') }, 'GP-99.txt:13: Workload is no stakeholder'],
  ['parties on something that is no conflict', { coded: replaced(coded, 1, '2 Lin: Workload -1 (GPs -> Patients)') }, 'GP-99.txt:13: Workload is no conflict and has no parties'],
  ['a bracket that nobody closes', { said: replaced(said, 1, 'Lin 00:04: And [then?') }, 'GP-99.txt:9: an opening bracket is not closed'],
  ['a mark that closes nothing', { said: replaced(said, 1, 'Lin 00:04: And]{7} then?') }, 'GP-99.txt:9: mark 7 closes a bracket that was not opened'],
  ['a closing bracket without a mark', { said: replaced(said, 1, 'Lin 00:04: [And] then?') }, 'GP-99.txt:9: a closing bracket has no mark'],
  ['a passage that nobody codes', { coded: coded.slice(0, 1) }, 'GP-99.txt:12: nobody codes the passage marked 2'],
  ['a code twice on the same words', { coded: [...coded, '2 Wei: Nobody\'s job'] }, 'GP-99.txt:15: Wei has Nobody\'s job on the same words already'],
  ['a speaker whom the head does not name', { said: replaced(said, 1, 'Wei: And then?') }, 'GP-99.txt:9: nobody is called Wei here'],
  ['times that run backwards', { said: replaced(said, 1, 'Lin 02:04: And then?') }, 'GP-99.txt:10: the time runs backwards'],
  ['a group that is no choice', { head: replaced(head, 5, 'Dr Test: Plumbers, Eastmere, Pilot, Female') }, 'GP-99.txt:6: Stakeholder group has no choice Plumbers'],
  ['a text that does not say that it is made up', { said: said.slice(1) }, 'GP-99.txt:8: the first line must say that the interview is made up'],
])('%s is refused with the file and the line', (_what, parts, message) => {
  expect(() => readInterview('GP-99.txt', source(parts))).toThrow(message);
});
