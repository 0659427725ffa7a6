import type { Row } from '../../shared/model/schema.ts';
import { splitsPair, type Splice } from '../../shared/model/span.ts';
import { isChinese, nameKey } from '../../shared/model/text.ts';
import { compose, type Piece } from '../formats/compose.ts';
import { splice } from './documents.ts';
import type { Reader, Writer } from './operation.ts';
import { removeDocuments } from './removal.ts';

/** What somebody answered in words of her own: the question, and what the sheet has now; '' where it has nothing. */
export interface OpenAnswer { readonly question: string; readonly answer: string; /** What was kept of it before. */ readonly before: string }
export interface Answering { readonly respondent: number; readonly name: string; readonly group: string; readonly open: readonly OpenAnswer[] }
export interface Written { made: number; changed: number; /** Answers that the sheet has no more, but that are coded: their words stay. */ kept: number }

const noSpeaker = { label: '', time: null, timeEnd: null, lifted: '', liftedAfter: '' };
/** Each question on a line of its own, that nobody says, and its answer as a turn below. */
const piecesOf = (open: readonly OpenAnswer[]): Piece[] => open.filter(({ answer }) => answer !== '').flatMap(({ question, answer }, index): Piece[] => [
  { text: `${index === 0 ? '' : '\n'}${question}`, turn: null }, { text: answer, turn: { ...noSpeaker, label: question } },
]);

/** Gives out names that nothing goes by yet, with a number behind those that are taken. */
function freeNames(taken: Iterable<string>): (wanted: string) => string {
  const keys = new Set([...taken].map(nameKey));
  return (wanted) => {
    for (let number = 1; ; number++) {
      const name = number === 1 ? wanted : `${wanted} (${number})`;
      if (!keys.has(nameKey(name))) {
        keys.add(nameKey(name));
        return name;
      }
    }
  };
}
/** What a respondent is called among people: a mere number says too little there. */
const calledAs = (survey: string, name: string) => (/\p{L}/u.test(name) ? name : `${survey} ${name}`);

/**
 * Brings the documents of open answers up to date: one a respondent, one turn a question, the group as the person's value of `attribute`.
 * Edits move what is coded along. `same`: respondents who are called as a participant are that person.
 */
export function writeOpenAnswers(project: Writer, survey: Row<'surveys'>, answering: readonly Answering[], attribute: number | null, same: boolean): Written {
  const written: Written = { made: 0, changed: 0, kept: 0 };
  const fresh: Answering[] = [];
  for (const each of answering) {
    const { document } = project.get('respondents', each.respondent);
    const differs = each.open.some(({ answer, before }) => answer !== before);
    if (document !== null && differs) {
      updateDocument(project, document, each, written);
      if (project.find('documents', document) !== null) written.changed++;
    }
    if (document === null && differs && each.open.some(({ answer }) => answer !== '')) fresh.push(each);
  }
  makeDocuments(project, survey, fresh, peopleFor(project, survey, fresh, same));
  written.made = fresh.length;
  if (attribute !== null) setGroups(project, answering, attribute);
  return written;
}

/** Who answered, made as people where nobody is known yet. */
function peopleFor(project: Writer, survey: Row<'surveys'>, fresh: readonly Answering[], same: boolean): Map<number, number> {
  const people = project.all('participants');
  const byName = new Map(people.map((person) => [nameKey(person.name), person.id]));
  const free = freeNames(people.map((person) => person.name));
  const known = new Map(fresh.flatMap(({ respondent, name }) => {
    const there = project.get('respondents', respondent).participant ?? (same ? byName.get(nameKey(name)) ?? null : null);
    return there === null ? [] : [[respondent, there] as const];
  }));
  const unknown = fresh.filter(({ respondent }) => !known.has(respondent));
  const first = project.addAll('participants', unknown.map(({ name }) => ({ name: free(calledAs(survey.name, name)), role: 'interviewee' as const, referredBy: null, sampling: '', created: project.now })));
  unknown.forEach(({ respondent }, index) => known.set(respondent, first + index));
  return known;
}

function makeDocuments(project: Writer, survey: Row<'surveys'>, fresh: readonly Answering[], people: ReadonlyMap<number, number>): void {
  const free = freeNames(project.query<{ name: string }>('SELECT name FROM documents').map((row) => row.name));
  const composed = fresh.map(({ open }) => compose(piecesOf(open)));
  const first = project.addAll('documents', fresh.map(({ name }, index) => {
    const { text } = composed[index]!;
    return { name: free(`${survey.name} ${name}`.slice(0, 380).trim()), text, textHash: '', language: isChinese(text) ? 'zh' as const : 'en' as const, source: survey.source, encoding: survey.encoding, original: '', created: project.now };
  }));
  project.addAll('turns', fresh.flatMap(({ respondent }, index) => composed[index]!.turns.map(({ start, end, label }) => ({ document: first + index, start, end, participant: people.get(respondent)!, label, time: null, timeEnd: null }))));
  fresh.forEach(({ respondent }, index) => project.change('respondents', respondent, { document: first + index, participant: people.get(respondent)! }));
}

/** The group of whoever speaks in an answers document, and has no such value yet or another that came from here. */
function setGroups(project: Writer, answering: readonly Answering[], attribute: number): void {
  const values = new Map(project.all('attributeValues', { attribute }).flatMap((row) => (row.participant === null ? [] : [[row.participant, row] as const])));
  const { kind, choices } = project.get('attributes', attribute);
  const added: { attribute: number; participant: number; document: null; value: string }[] = [];
  // A group that the attribute has in another spelling is that one.
  const spelled = new Map([...choices, ...[...values.values()].map((row) => row.value)].map((value) => [nameKey(value), value]));
  const used = new Set<string>();
  for (const { respondent, group } of answering) {
    const { participant } = project.get('respondents', respondent);
    if (participant === null || group === '') continue;
    const value = spelled.get(nameKey(group)) ?? group;
    spelled.set(nameKey(group), value);
    const there = values.get(participant);
    used.add(value);
    if (!there) added.push({ attribute, participant, document: null, value });
    else if (there.value !== value && project.query('SELECT 1 FROM turns WHERE participant = ? AND document NOT IN (SELECT document FROM respondents WHERE document IS NOT NULL) LIMIT 1', participant).length === 0) project.change('attributeValues', there.id, { value });
  }
  const missing = [...used].filter((value) => !choices.includes(value));
  if (kind === 'choice' && missing.length > 0) project.change('attributes', attribute, { choices: [...choices, ...missing.toSorted(new Intl.Collator('zh', { numeric: true }).compare)] });
  project.addAll('attributeValues', added);
}

/** From what a text was to what it is, as the one splice that changes least. */
function spliceBetween(before: string, after: string): Splice {
  let at = 0;
  while (at < before.length && at < after.length && before[at] === after[at]) at++;
  if (splitsPair(before, at) || splitsPair(after, at)) at--;
  let [end, until] = [before.length, after.length];
  while (end > at && until > at && before[end - 1] === after[until - 1]) { end--; until--; }
  if (splitsPair(before, end) || splitsPair(after, until)) { end++; until++; }
  return { at, removed: before.slice(at, end), inserted: after.slice(at, until) };
}
const turnOf = (project: Reader, document: number, question: string) => project.all('turns', { document }).find((turn) => nameKey(turn.label) === nameKey(question)) ?? null;

function updateDocument(project: Writer, document: number, { respondent, open }: Answering, written: Written): void {
  for (const { question, answer, before } of open) {
    if (answer === before) continue;
    const turn = turnOf(project, document, question);
    if (turn === null) { if (answer !== '') appendAnswer(project, document, respondent, question, answer); continue; }
    const said = project.get('documents', document).text.slice(turn.start, turn.end);
    if (answer !== '') {
      const { at, removed, inserted } = spliceBetween(said, answer);
      splice(project, document, { at: turn.start + at, removed, inserted });
    } else if (project.one('SELECT 1 FROM passages WHERE document = ? AND "start" < ? AND "end" > ?', document, turn.end, turn.start)) written.kept++;
    else takeAnswerOut(project, document, turn, question);
  }
}
function appendAnswer(project: Writer, document: number, respondent: number, question: string, answer: string): void {
  const { text } = project.get('documents', document);
  const turns = project.all('turns', { document });
  const inserted = `${text === '' ? '' : '\n\n'}${question}\n${answer}`;
  splice(project, document, { at: text.length, removed: '', inserted });
  // Text that comes behind a turn is taken for a part of it: the question is none.
  for (const { id, end } of turns) if (project.get('turns', id).end > end) project.change('turns', id, { end });
  const end = text.length + inserted.length;
  project.add('turns', { document, start: end - answer.length, end, participant: project.get('respondents', respondent).participant, label: question, time: null, timeEnd: null });
}
function takeAnswerOut(project: Writer, document: number, { id, start, end }: Row<'turns'>, question: string): void {
  const { text } = project.get('documents', document);
  const heading = text.slice(0, start).endsWith(`${question}\n`) ? question.length + 1 : 0;
  // The blank line in front goes too; where there is none, the one behind.
  const from = start - heading - text.slice(0, start - heading).match(/\n*$/)![0].length;
  const behind = from === 0 ? text.slice(end).match(/^\n+/)?.[0].length ?? 0 : 0;
  project.remove('turns', [id]);
  if (from === 0 && end + behind === text.length) return removeDocuments(project, [document]);
  splice(project, document, { at: from, removed: text.slice(from, end + behind), inserted: '' });
}
