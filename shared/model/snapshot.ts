import { z } from 'zod';
import { wholeText, givenName } from './fields.ts';
import { colourPattern, facets, roles, scaleStep, subjects } from './schema.ts';

const list = <T extends z.ZodType>(each: T) => z.array(each).readonly();
const path = z.array(givenName).min(1).readonly();
const values = z.record(z.string(), z.string());
const span = { start: z.int().min(0), end: z.int().min(0) };
const moment = z.int().min(0);
/** Survives export and import; without one, a record is known by its name alone. */
const identity = { uuid: z.string().min(1).max(64).optional() };

const code = z.object({
  ...identity, path, facet: z.enum(facets), definition: wholeText, include: wholeText, exclude: wholeText, example: wholeText, scale: list(scaleStep),
  /** Other names that it is found by; none where nothing is said. */
  aliases: list(wholeText).optional(), /** 'no' of what only holds other codes. */ codable: z.enum(['yes', 'no']).optional(), colour: z.string().regex(colourPattern).optional(), created: moment.optional(),
});
/** A code by its path; in which facet, as two may have codes of the same path. */
const codeName = z.object({ path, facet: z.enum(facets) });

const memo = z.object({
  ...identity, about: z.enum(subjects),
  /** What of it `about` needs: a passage is a place in a document, a coding a code at a place by a coder. */
  target: z.object({ document: z.string().optional(), participant: givenName.optional(), code: codeName.optional(), ...z.object(span).partial().shape, coder: givenName.optional() }),
  title: wholeText, text: wholeText, coder: givenName.nullable(), created: moment, changed: moment,
});

const survey = z.object({
  ...identity, name: givenName, source: z.string(), encoding: z.string(), created: moment,
  /** The question whose answers are the groups, and the attribute of participants that has the same ones. */
  grouping: givenName.nullable(), attribute: givenName.nullable(),
  /** Heading of the column that names the respondents. */
  respondentColumn: wholeText.nullable().optional(),
  questions: list(z.object({ ...identity, name: givenName, kind: z.enum(['choice', 'several', 'scale', 'number', 'open']), separator: z.string(), choices: list(wholeText), codes: list(z.object({ answer: wholeText, code: codeName })),
    /** How it was put, which columns of the sheet it came from, which cells mean that nothing was answered, and what an empty one means. */
    wording: wholeText.optional(), columns: list(z.object({ heading: wholeText, answer: wholeText })).optional(), missing: list(wholeText).optional(), blank: z.enum(['none', 'missing']).optional() })),
  /** Answers by the question's name. */
  respondents: list(z.object({ ...identity, name: givenName, participant: givenName.nullable(), document: z.string().nullable(), answers: values })),
});
const conflict = z.object({
  ...identity, name: givenName, description: wholeText, party: path.nullable(), counterparty: path.nullable(), direction: z.enum(['both', 'one']), intensity: z.int().nullable(), code: codeName.nullable(), created: moment, changed: moment,
  points: list(z.object({ ...identity, kind: z.enum(['cause', 'consequence', 'countermeasure']), name: givenName, level: wholeText, code: codeName.nullable() })),
  /** `point` is the place in `points`. */
  passages: list(z.object({ document: z.string(), ...span, point: z.int().min(0).nullable(), side: z.enum(['', 'party', 'counterparty']) })),
});

/**
 * The form in which snapshots are written. What has none is of the first, which had no identities, sets, queries and versions, and of memos those
 * on codings; the second had no surveys, conflicts, saved tables, reports and word lists; the third no codes that only hold others, no layers, decisions and hand-outs of a team, and nothing of other programs.
 */
export const snapshotFormat = 4;
/**
 * A study, or part of one, as plain values that refer to each other by name: what can be put into a study in one step.
 * Spans are UTF-16 units of their document's text; times in a recording and moments are ms; '' and null mean "none".
 */
export const snapshot = z.object({
  format: z.int().min(1).max(snapshotFormat).optional(),
  name: givenName,
  description: wholeText,
  attributes: list(z.object({ ...identity, name: givenName, of: z.enum(['participants', 'documents']), kind: z.enum(['text', 'number', 'choice', 'date']), choices: list(z.string()) })),
  participants: list(z.object({ ...identity, created: moment.optional(), name: givenName, role: z.enum(roles), sampling: wholeText.optional(), /** By name. */ referredBy: givenName.nullable().optional(), /** By attribute name. */ values })),
  /** Parents before their children. */
  codes: list(code),
  documents: list(z.object({
    ...identity, created: moment.optional(), name: givenName, text: wholeText, values,
    turns: list(z.object({ ...span, participant: z.string().nullable(), label: z.string(), time: moment.nullable(), timeEnd: moment.nullable().optional() })),
  })),
  codings: list(z.object({
    ...identity, document: z.string(), ...span, code: path, facet: z.enum(facets), coder: givenName, rating: z.int().nullable(), party: path.nullable(), counterparty: path.nullable(),
    /** '' where there is none, or where all memos are in `memos`. */
    memo: wholeText, created: moment, changed: moment.optional(),
  })),
  coders: list(z.object({ ...identity, name: givenName, layer: z.enum(['coder', 'consensus']).optional() })).optional(),
  passages: list(z.object({ ...identity, document: z.string(), ...span })).optional(),
  memos: list(memo).optional(),
  codeSets: list(z.object({ ...identity, name: givenName, codes: list(codeName) })).optional(),
  /** What a query is, is declared in query.ts; one that a newer program wrote is carried as it is. */
  savedQueries: list(z.object({ ...identity, name: givenName, query: z.unknown() })).optional(),
  /** What they ask is declared in operations; what a newer program wrote is carried as it is. */
  savedTables: list(z.object({ ...identity, name: givenName, kind: z.string(), asked: z.unknown() })).optional(),
  reports: list(z.object({ ...identity, name: givenName, parts: list(z.unknown()) })).optional(),
  listedWords: list(z.object({ ...identity, kind: z.enum(['word', 'stop']), language: z.enum(['en', 'zh']), word: givenName, /** What it is counted with by base forms. */ base: givenName.optional() })).optional(),
  surveys: list(survey).optional(),
  conflicts: list(conflict).optional(),
  /** Decisions on what coders did not agree on, by what they are called here; which codings they rest on, `basis` says by UUID. */
  adjudications: list(z.object({ ...identity, document: z.string(), code: codeName, verdict: z.enum(['coder', 'both', 'neither', 'anew', 'agreed']), taken: givenName.nullable(), basis: z.unknown(), note: wholeText, coder: givenName, created: moment })).optional(),
  finishedDocuments: list(z.object({ ...identity, document: z.string(), coder: givenName, created: moment })).optional(),
  handOuts: list(z.object({ ...identity, name: givenName, documents: list(wholeText), blind: z.enum(['no', 'yes']), entry: wholeText, package: wholeText, note: wholeText, created: moment, returned: moment.nullable() })).optional(),
  /** What came in another program's file and has no place here: the program, the record it hangs on by its UUID ('' for the study), the kind of part, and the part as it was written. */
  foreignParts: list(z.object({ ...identity, source: wholeText, owner: wholeText, element: wholeText, text: wholeText })).optional(),
  /** Named points of the codebook's history, oldest first, each with the codebook as it was. They come into a study that is empty yet: see core/wholeStudy. */
  versions: list(z.object({ ...identity, name: givenName, note: wholeText, created: moment, coder: givenName.nullable(), codes: list(code) })).optional(),
});
export type Snapshot = z.infer<typeof snapshot>;
export type SnapshotCode = z.infer<typeof code>;
export type SnapshotMemo = z.infer<typeof memo>;
export type SnapshotSurvey = z.infer<typeof survey>;
export type SnapshotConflict = z.infer<typeof conflict>;
export const snapshotCodes = list(code);
