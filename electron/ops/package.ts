import type { HandedOut, LeftOut, PeopleTold, Told } from '../../shared/model/handOut.ts';
import type { Row, TableName } from '../../shared/model/schema.ts';
import type { Reader } from './operation.ts';
import { createOtherWords, quotesOf } from './otherWords.ts';

/** A study that is not in a file yet: its rows with their numbers and UUIDs, and the first entry of its journal. */
export interface StudyContents {
  readonly rows: { readonly [T in TableName]?: readonly Row<T>[] };
  readonly first: { readonly uuid: string; readonly at: number; readonly who: string; readonly operation: string; readonly about: Readonly<Record<string, string | number>> };
}
export interface PackageAsked {
  readonly coder: string;
  readonly documents: readonly number[];
  readonly blind: boolean;
  readonly people: PeopleTold;
  /** Attributes that are told where values are; undefined for all. */
  readonly attributes?: readonly number[] | undefined;
}
export interface Package { readonly rows: StudyContents['rows']; readonly leftOut: LeftOut; readonly told: Told }

const wordings = ['definition', 'include', 'exclude', 'example'] as const;

/**
 * What a coder gets: the documents with their turns, the whole codebook, and as much about people and of others' codings as she is to see.
 * Nothing is taken over that could tell of other interviews: no history, reports, register, questionnaires, kept files; no line of the codebook
 * and no memo that quotes them. `mine` is her record as a coder, where the study has one.
 */
export function packageOf(project: Reader, { documents: wanted, blind, people, attributes: asked }: PackageAsked, mine: Row<'coders'> | null, handedOut: HandedOut | null): Package {
  const chosen = new Set(wanted);
  const documents = [...chosen].map((id) => project.get('documents', id));
  const hidden = project.query<{ name: string; text: string; source: string }>('SELECT name, text, source FROM documents WHERE id NOT IN (SELECT value FROM json_each(?))', JSON.stringify([...chosen]));
  const turns = documents.flatMap(({ id }) => project.all('turns', { document: id }));
  const speaking = new Set(turns.flatMap(({ participant }) => (participant === null ? [] : [participant])));
  const study = project.get('project', 1);
  const everybody = project.all('participants');
  const others = createOtherWords(
    hidden.map(({ text }) => text), [...documents.flatMap(({ name, text }) => [name, text]), ...(people === 'numbers' ? [] : everybody.filter(({ id }) => speaking.has(id)).map(({ name }) => name))],
    [study.description, ...project.all('codes').flatMap((code) => [...wordings.map((field) => code[field]), code.name, ...code.aliases]), ...project.all('memos').map(({ title, text }) => `${title}\n${text}`)],
    [...hidden.flatMap(({ name, source }) => [name, source, source.replace(/\.[^.]*$/, '')]), ...everybody.filter(({ id }) => people === 'numbers' || !speaking.has(id)).map(({ name }) => name)],
  );

  const participants = everybody.filter(({ id }) => speaking.has(id));
  const attributeValues = people === 'values' ? project.all('attributeValues').filter(({ attribute, participant, document }) => (asked === undefined || asked.includes(attribute)) && ((participant !== null && speaking.has(participant)) || (document !== null && chosen.has(document)))) : [];
  // What a choice offers are often the values of everybody: she gets those of the people before her.
  const attributes = people === 'values' ? project.all('attributes').filter(({ id }) => asked === undefined || asked.includes(id)).map((each) => ({ ...each, choices: each.choices.filter((choice) => attributeValues.some(({ attribute, value }) => attribute === each.id && value === choice)) })) : [];

  let cut = 0;
  const codes = project.all('codes').map((code) => {
    const told = { ...code, ...Object.fromEntries(wordings.map((field) => [field, others.without(code[field])])), aliases: code.aliases.filter((alias) => !others.givesAsName(alias)) };
    if (wordings.some((field) => told[field] !== code[field]) || told.aliases.length < code.aliases.length) cut++;
    return told;
  });
  const sees = (coder: number | null) => !blind || (coder !== null && coder === mine?.id);
  const places = documents.flatMap(({ id }) => project.all('passages', { document: id }));
  const codings = places.flatMap(({ id }) => project.all('codings', { passage: id })).filter(({ coder }) => sees(coder));

  const handed = { documents, codes, passages: places, codings } as const;
  const numbers = Object.fromEntries(Object.entries(handed).map(([table, rows]) => [table, new Set(rows.map(({ id }) => id))]));
  const known = new Set([...documents, ...codes, ...codings, ...places, ...participants].map(({ uuid }) => uuid));
  const near = project.all('memos').filter(({ about, target, coder }) => numbers[about]?.has(target) === true && sees(coder));
  const memos = near.filter(({ text, title }) => !others.inMemo(`${title}\n${text}`, known));
  const used = new Set([...codings.map(({ passage }) => passage), ...memos.filter(({ about }) => about === 'passages').map(({ target }) => target)]);
  const finished = project.all('finishedDocuments').filter(({ document, coder }) => chosen.has(document) && sees(coder));
  const working = new Set([...codings, ...memos, ...finished].flatMap(({ coder }) => (coder === null ? [] : [coder])));

  return {
    rows: {
      project: [{ ...study, description: others.without(study.description), handedOut }],
      coders: [...project.all('coders').filter(({ id }) => working.has(id) && id !== mine?.id), ...(mine ? [mine] : [])],
      documents: documents.map((document) => ({ ...document, original: '', source: '' })),
      participants: participants.map((person, index) => ({ ...person, ...(people === 'numbers' ? { name: `P${index + 1}` } : {}), referredBy: people === 'values' && person.referredBy !== null && speaking.has(person.referredBy) ? person.referredBy : null, sampling: people === 'values' ? person.sampling : '' })),
      attributes, attributeValues,
      // Labels of the files may be people's own names, which their pseudonyms hide.
      turns: people === 'values' ? turns : turns.map((turn) => ({ ...turn, label: turn.participant === null && people === 'names' ? turn.label : '' })),
      codes, codeSets: project.all('codeSets'), codeSetMembers: project.all('codeSetMembers'),
      passages: places.filter(({ id }) => used.has(id)), codings, memos, finishedDocuments: finished,
    },
    leftOut: { codes: cut, memos: near.length - memos.length },
    told: {
      codeNames: codes.filter(({ name }) => others.givesAsName(name)).map(({ name }) => name),
      examples: codes.filter(({ example }) => example.split('\n').some((line) => documents.some(({ text }) => quotesOf(line).some((words) => text.includes(words))))).map(({ name }) => name),
    },
  };
}
