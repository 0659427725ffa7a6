import type { MergedTable } from '../../shared/model/merge.ts';
import { nameKey } from '../../shared/model/text.ts';
import { isSpanTable, type AnyRow } from './mergeDelta.ts';
import type { Reader } from './operation.ts';

/** Fields whose references are numbers of ours already. */
export type OurFields = Readonly<Record<string, unknown>>;
const key = (...parts: readonly unknown[]): string => JSON.stringify(parts);
const named = (value: unknown): string => nameKey(String(value));

/** What makes two rows of a table one where they came apart: what the study can only have once. */
const naturalKeys: Partial<Record<MergedTable, (row: OurFields) => string>> = {
  coders: ({ name, layer }) => (layer === 'consensus' ? 'consensus' : key(named(name))),
  attributes: ({ of, name }) => key(of, named(name)),
  documents: ({ textHash }) => key(textHash),
  participants: ({ name }) => key(named(name)),
  attributeValues: ({ attribute, participant, document }) => key(attribute, participant, document),
  codes: ({ parent, facet, name }) => key(parent ?? facet, named(name)),
  codeSets: ({ name }) => key(named(name)),
  codeSetMembers: ({ codeSet, code }) => key(codeSet, code),
  savedQueries: ({ name, query }) => key(named(name), query),
  savedTables: ({ name, kind, asked }) => key(named(name), kind, asked),
  reports: ({ name, parts }) => key(named(name), parts),
  listedWords: ({ kind, language, word }) => key(kind, language, named(word)),
  surveys: ({ name }) => key(named(name)),
  questions: ({ survey, name }) => key(survey, named(name)),
  respondents: ({ survey, name }) => key(survey, named(name)),
  answers: ({ respondent, question }) => key(respondent, question),
  answerCodes: ({ question, answer, code }) => key(question, answer, code),
  conflicts: ({ name, party, counterparty }) => key(named(name), party, counterparty),
  conflictPoints: ({ conflict, kind, name }) => key(conflict, kind, named(name)),
  conflictPassages: ({ conflict, passage, point }) => key(conflict, passage, point),
  finishedDocuments: ({ document, coder }) => key(document, coder),
  foreignParts: ({ owner, element, text }) => key(owner, element, text),
  memos: ({ about, target, coder, title, text }) => key(about, target, coder, title, text),
};

/** Tables whose names a study has once: among all, or among siblings. */
export const nameScopes: Partial<Record<MergedTable, (row: OurFields) => unknown>> = {
  documents: () => '', participants: () => '', attributes: ({ of }) => of, codeSets: () => '', savedQueries: () => '', savedTables: () => '', reports: () => '', surveys: () => '', conflicts: () => '',
  codes: ({ parent, facet }) => parent ?? facet, questions: ({ survey }) => survey,
};

/** Finds the row of ours that one of theirs is, by what it says, and codes by other names too where the studies began apart; its references are numbers of ours (negative: of what only comes). */
export function createMatching(ours: Reader, byAlias: boolean) {
  const indexes = new Map<MergedTable, Map<string, number>>();
  function indexOf(table: MergedTable, keyOf: (row: OurFields) => string): Map<string, number> {
    let index = indexes.get(table);
    if (!index) {
      // The first of several is the one.
      index = new Map(ours.all(table).toReversed().map((row) => [keyOf(row as unknown as AnyRow), row.id]));
      if (table === 'codes' && byAlias) for (const code of ours.all('codes')) for (const alias of code.aliases) { const other = keyOf({ ...code, name: alias }); if (!index.has(other)) index.set(other, code.id); }
      indexes.set(table, index);
    }
    return index;
  }
  return (table: MergedTable, row: OurFields): number | undefined => {
    if (isSpanTable(table)) return undefined;
    if (table === 'codings') return Number(row['passage']) < 0 ? undefined : ours.one<{ id: number }>('SELECT id FROM codings WHERE passage = ? AND code = ? AND coder = ?', ...(['passage', 'code', 'coder'] as const).map((name) => row[name] as number))?.id;
    const keyOf = naturalKeys[table];
    return keyOf && indexOf(table, keyOf).get(keyOf(row));
  };
}
