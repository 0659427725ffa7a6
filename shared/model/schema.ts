import { z } from 'zod';
import { count, integer, json, matching, moment, name, oneOf, optional, ref, since, text, wholeText, type Fields, type RecordOf } from './fields.ts';

/** Every record has a number of its own in this file, and a UUID that survives export, import and merge. */
const table = <F extends Fields>(fields: F) => ({ id: count(), uuid: text(), ...fields });

export const facets = ['stakeholder', 'dimension', 'conflict', 'theme'] as const;
export type Facet = (typeof facets)[number];
export const roles = ['interviewee', 'interviewer', 'other'] as const;
export type Role = (typeof roles)[number];
/** What a memo may be about. */
export const subjects = ['project', 'documents', 'participants', 'codes', 'passages', 'codings'] as const;
export type Subject = (typeof subjects)[number];

/** A step of a dimension's ordinal scale, with its anchor in words ('' where it has none). */
export const scaleStep = z.strictObject({ value: z.int().min(-99).max(99), anchor: z.string().max(200) });
export type ScaleStep = z.infer<typeof scaleStep>;
/** A step (1 to 12) of the facet's own colours, or a colour that came with another program's file. */
export const colourPattern = /^(?:[1-9]|1[0-2]|#[0-9a-f]{6})$/;

/**
 * The whole study file, each record declared once. Types, checks at the door, SQL and old files' new columns derive from
 * here; what a person reads for a column stands in shared/words under `field.<table>.<column>`.
 * Spans are [start, end) in UTF-16 units of the document's text; times within a recording and moments are ms.
 */
export const tables = {
  project: table({
    name: name(), description: text(), created: moment(),
    /** What a coder's package was handed out as, where this file is one (shared/model/handOut.ts); null for a study of its own. */
    handedOut: since(6, json(z.unknown(), null as unknown)),
  }),
  coders: table({
    name: name(),
    /** The layer that the team agreed on is kept as a coder's work of its own, and is counted only when asked for. At most one. */
    layer: since(6, oneOf('coder', 'consensus')),
  }),
  documents: table({
    name: name(),
    text: text(),
    /** What it is written in: decides its face, its measure and how it is read aloud. */
    language: since(2, oneOf('en', 'zh')),
    /** SHA-256 of the text as UTF-8, kept in step by the store: a damaged page must not pass for what was said. */
    textHash: text(),
    /** The imported file: its name, the encoding it was read with, and the SHA-256 of its bytes in `originals`. */
    source: text(),
    encoding: text(),
    original: text(),
    created: moment(),
  }),
  participants: table({
    name: name(),
    role: oneOf(...roles),
    /** Who referred this person to the study (snowball sampling). */
    referredBy: since(4, optional(ref('participants'))),
    /** How the person was found: the project's own words (purposive, snowball, …). */
    sampling: since(4, text()),
    created: moment(),
  }),
  attributes: table({
    name: name(),
    of: oneOf('participants', 'documents'),
    kind: oneOf('text', 'number', 'choice', 'date'),
    /** The values that a choice offers, in the order in which tables show them. */
    choices: json(z.array(wholeText), []),
    position: count(),
  }),
  attributeValues: table({
    attribute: ref('attributes'),
    participant: optional(ref('participants')),
    document: optional(ref('documents')),
    value: text(),
  }),
  turns: table({
    document: ref('documents'),
    start: count(),
    end: count(),
    participant: optional(ref('participants')),
    /** The speaker's label as it stood in the file. */
    label: text(),
    time: optional(count()),
    timeEnd: optional(count()),
  }),
  codes: table({
    parent: optional(ref('codes')),
    facet: oneOf(...facets),
    name: name(),
    definition: text(),
    include: text(),
    exclude: text(),
    example: text(),
    colour: matching(colourPattern, '1'),
    scale: json(z.array(scaleStep), []),
    /** What it is found by besides: names, or whole paths, of codes that were merged into it. */
    aliases: since(3, json(z.array(wholeText), [])),
    position: count(),
    created: moment(),
    /** 'no' for what only puts codes together, as folders of other programs do: it is not offered for coding. */
    codable: since(6, oneOf('yes', 'no')),
  }),
  passages: table({ document: ref('documents'), start: count(), end: count() }),
  codings: table({
    passage: ref('passages'),
    code: ref('codes'),
    coder: ref('coders'),
    rating: optional(integer()),
    /** Which stakeholder against which: codes of the stakeholder facet. */
    party: optional(ref('codes')),
    counterparty: optional(ref('codes')),
    created: moment(),
    changed: moment(),
  }),
  memos: table({
    about: oneOf(...subjects),
    target: count(),
    /** '' where the memo has no heading of its own; a memo on the project with one is an entry of the research journal. */
    title: since(4, text()),
    text: text(),
    coder: optional(ref('coders')),
    created: moment(),
    changed: moment(),
  }),
  /** Codes of any facet and place in the tree, put together for a question. */
  codeSets: table({ name: name(), position: count(), created: moment() }),
  codeSetMembers: table({ codeSet: ref('codeSets'), code: ref('codes') }),
  /** Named points of the codebook's history. */
  codebookVersions: table({
    name: name(),
    note: text(),
    /** The journal entry, by UUID, after which the codebook was as the name says ('' for the study's beginning). */
    entry: text(),
    coder: optional(ref('coders')),
    created: moment(),
  }),
  /** Questions to the codings that were given a name. What a question is, is declared in query.ts. */
  savedQueries: table({ name: name(), query: json(z.unknown(), null as unknown), position: count(), created: moment(), changed: moment() }),
  /** Analyses that were given a name: which one (an id of the list of exhibits) and what was asked of it. */
  savedTables: table({ name: name(), kind: text(), asked: json(z.unknown(), null as unknown), position: count(), created: moment(), changed: moment() }),
  /** A report: its parts in the author's order. What a part is, is declared in report.ts. */
  reports: table({ name: name(), parts: json(z.array(z.unknown()), []), position: count(), created: moment(), changed: moment() }),
  /** The study's own words for the segmenter, and words that are not counted. */
  listedWords: table({
    kind: oneOf('word', 'stop'), language: oneOf('en', 'zh'), word: name(),
    /** Of a word: what it is counted with where words are counted by their base form (itself: it stays apart). */
    base: since(6, text()),
  }),

  /** A questionnaire: one sheet, one row a respondent. */
  surveys: table({
    name: name(),
    /** The imported file, as of a document. */
    source: text(),
    encoding: text(),
    original: text(),
    /** The question whose answers are the groups. */
    grouping: optional(ref('questions')),
    /** The attribute of participants whose values are called as these groups are: what joins interviews and questionnaire. */
    attribute: optional(ref('attributes')),
    /** Heading of the column that names the respondents; null where rows are counted, or where it is not known. */
    respondentColumn: since(6, optional(text())),
    position: count(),
    created: moment(),
  }),
  questions: table({
    survey: ref('surveys'),
    name: name(),
    kind: oneOf('choice', 'several', 'scale', 'number', 'open'),
    /** What stands between the answers of `several`. */
    separator: text(),
    /** The answers offered, in their order; of a scale its steps from low to high. */
    choices: json(z.array(wholeText), []),
    /** How it was put, in full; '' where its name says all. */
    wording: since(6, text()),
    /** The columns of the sheet that it came from; none: the one of its name. Several where each answer has a column of 0 and 1; `answer` is then that column's, else ''. */
    columns: since(6, json(z.array(z.strictObject({ heading: wholeText, answer: wholeText })), [])),
    /** Cells that mean that nothing was answered. */
    missing: since(6, json(z.array(wholeText), [])),
    /** What an empty cell of several answers means: nothing ticked, or not answered. */
    blank: since(6, oneOf('none', 'missing')),
    position: count(),
  }),
  respondents: table({
    survey: ref('surveys'),
    /** As the sheet names them. */
    name: name(),
    /** Who speaks in the document that holds the open answers, and that document. */
    participant: optional(ref('participants')),
    document: optional(ref('documents')),
  }),
  /** What was answered, as the sheet has it. No row: not answered, which is not zero. */
  answers: table({ respondent: ref('respondents'), question: ref('questions'), value: text() }),
  /** Which code an answer ('' for the whole question) speaks of: what a joint display puts side by side. */
  answerCodes: table({ question: ref('questions'), answer: text(), code: ref('codes') }),

  /** The conflict register. Parties are codes of the stakeholder facet. */
  conflicts: table({
    name: name(),
    description: text(),
    party: optional(ref('codes')),
    counterparty: optional(ref('codes')),
    /** Whether each is against the other, or the first against the second. */
    direction: oneOf('both', 'one'),
    /** 1 (slight) to 5 (severe). */
    intensity: optional(integer()),
    /** The conflict code whose codings it was made of. */
    code: optional(ref('codes')),
    position: count(),
    created: moment(),
    changed: moment(),
  }),
  conflictPoints: table({
    conflict: ref('conflicts'),
    kind: oneOf('cause', 'consequence', 'countermeasure'),
    name: name(),
    /** Whom a countermeasure is addressed to: patient, institution, government, or a word of the study's own. */
    level: text(),
    code: optional(ref('codes')),
    position: count(),
  }),
  /** The quotations of a conflict, or of one of its points. The side is '' where who speaks says it. */
  conflictPassages: table({ conflict: ref('conflicts'), passage: ref('passages'), point: optional(ref('conflictPoints')), side: oneOf('', 'party', 'counterparty') }),

  /** What was decided about a code on which coders of a document did not agree. */
  adjudications: table({
    document: ref('documents'),
    code: ref('codes'),
    /** 'agreed': taken over because they do agree. */
    verdict: oneOf('coder', 'both', 'neither', 'anew', 'agreed'),
    /** Whose codings were taken, where the verdict is 'coder'. */
    taken: optional(ref('coders')),
    /** What was decided about, and what came of it, by UUIDs (shared/model/agreement.ts): a decision holds while the originals are as they were. */
    basis: json(z.unknown(), null as unknown),
    note: text(),
    /** Who decided. */
    coder: ref('coders'),
    created: moment(),
  }),
  /** Which coder is through with which document: who read it and found nothing did not forget it. */
  finishedDocuments: table({ document: ref('documents'), coder: ref('coders'), created: moment() }),
  /** Packages that were handed out to coders. */
  handOuts: table({
    /** To whom, as she is called as a coder. */
    name: name(),
    /** Documents, by UUID. */
    documents: json(z.array(wholeText), []),
    /** Whether others' codings were left out. */
    blind: oneOf('no', 'yes'),
    /** The journal's last entry when it was made, and the package's own UUID. */
    entry: text(),
    package: text(),
    note: text(),
    created: moment(),
    /** When it was last brought back. */
    returned: optional(moment()),
  }),
  /** What another program's file says and this one has no place for: kept as it came, and written back. */
  foreignParts: table({
    /** The program, as it names itself. */
    source: text(),
    /** UUID of the record that it hangs on; '' for the whole study. */
    owner: text(),
    /** The element's local name (Graph, Link, PictureSource …), and its XML. */
    element: text(),
    text: text(),
  }),
};
export const schemaVersion = 6;

export type Tables = typeof tables;
export type TableName = keyof Tables;
export type Row<T extends TableName> = RecordOf<Tables[T]>;
/** A row that is not in the study yet: the store gives it its number and, unless it brings one, its UUID. */
export type NewRow<T extends TableName> = Omit<Row<T>, 'id' | 'uuid'> & { uuid?: string };
export const tableNames = Object.keys(tables) as TableName[];
/** Tables whose rows are spans of a document, and move with its text. */
export const spanTables = ['turns', 'passages'] as const satisfies readonly TableName[];

/** What the file keeps outside the journal: imported files as they came (compressed), by the SHA-256 of their bytes. */
export const originalsSql = 'CREATE TABLE originals (hash TEXT PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID';
