import { z } from 'zod';
import { codebookDiff, type CodebookChange } from '../../shared/model/codebookDiff.ts';
import { fileStem } from '../../shared/model/fileName.ts';
import { Problem } from '../../shared/model/problem.ts';
import { tables, type Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { createWords, type Language, type Words } from '../../shared/words/index.ts';
import { diffFormats } from '../formats/diffFormats.ts';
import { command, query, type IncomingFile, type Reader } from './operation.ts';

const id = z.int().positive();
const { name, note } = tables.codebookVersions;
type Version = Row<'codebookVersions'>;

/** Versions, newest last. */
export const versionsInOrder = (project: Reader): Version[] => project.all('codebookVersions').toSorted((a, b) => a.created - b.created || a.id - b.id);
const codesOf = (project: Reader, version: Version | null): Row<'codes'>[] => (version ? project.asOf('codes', version.entry) : project.all('codes'));

/** The newest version, and how many codes have changed since; null where there is none. For stamping what is exported. */
export function versionNow(project: Reader): { readonly name: string; readonly changes: number } | null {
  const last = versionsInOrder(project).at(-1);
  return last ? { name: last.name, changes: codebookDiff(codesOf(project, last), codesOf(project, null)).length } : null;
}
/** The same in words. */
export function versionInWords(project: Reader, { say }: Words): string {
  const now = versionNow(project);
  return now === null ? say('version.unnamed', { count: project.all('codes').length }) : now.changes === 0 ? now.name : say('version.since', { version: now.name, count: now.changes });
}
/** A line for what is itself a codebook; '' where there is no version. */
export const stampOf = (project: Reader, words: Words): string => (versionNow(project) === null ? '' : words.say('version.stamp', { version: versionInWords(project, words) }));

export const readVersionNow = query({
  /** The newest version's name and how many codes have changed since; null where the codebook has no version. */
  input: z.strictObject({}),
  run: (project) => versionNow(project),
});

export const listVersions = query({
  /** Named points of the codebook's history, newest first. */
  input: z.strictObject({}),
  run: (project) => versionsInOrder(project).toReversed().map((version) => ({ id: version.id, name: version.name, note: version.note, created: version.created, coder: project.find('coders', version.coder)?.name ?? '' })),
});

function refuseTaken(project: Reader, wanted: string, except?: number): void {
  if (project.all('codebookVersions').some((version) => version.id !== except && nameKey(version.name) === nameKey(wanted))) throw new Problem('name-taken', { name: wanted });
}
export const nameVersion = command({
  /** Gives the codebook as it is now a name ("Version 2, after the pilot"). A Problem `name-taken`. */
  input: z.strictObject({ name: name.check, note: note.check.default(''), /** Where it comes from another study: what it was there, when it was named and by whom. */ uuid: z.string().min(1).max(64).optional(), created: z.int().min(0).optional(), coder: tables.coders.name.check.nullable().optional() }),
  run(project, { name: wanted, note: words, uuid, created, coder }) {
    refuseTaken(project, wanted);
    const entry = project.head();
    return { version: project.add('codebookVersions', { name: wanted, note: words, entry, coder: coder === null ? null : project.coder(coder), created: created ?? project.now, ...(uuid === undefined ? {} : { uuid }) }) };
  },
  about: (_project, { name: version }) => ({ version }),
});

export const changeVersion = command({
  input: z.strictObject({ version: id, name: name.check.optional(), note: note.check.optional() }),
  run(project, { version, ...fields }) {
    if (fields.name !== undefined) refuseTaken(project, fields.name, version);
    project.change('codebookVersions', version, fields as Partial<Version>);
  },
  about: (project, { version }) => ({ version: project.get('codebookVersions', version).name }),
});
export const removeVersion = command({
  /** Forgets a name; the codebook and its history stay as they are. */
  input: z.strictObject({ version: id }),
  run(project, { version }) {
    const { name: removed } = project.get('codebookVersions', version);
    project.remove('codebookVersions', [version]);
    return { name: removed };
  },
  about: (_project, _input, { name: version }) => ({ version }),
});

/** Between which two: null is the codebook as it is now; `from` may also be the study's beginning, ''. */
const between = { from: id, to: id.nullable().default(null) };
const changesBetween = (project: Reader, from: number, to: number | null): { from: Version; to: Version | null; changes: CodebookChange[] } => {
  const [first, second] = [project.get('codebookVersions', from), to === null ? null : project.get('codebookVersions', to)];
  return { from: first, to: second, changes: codebookDiff(codesOf(project, first), codesOf(project, second)) };
};

export const diffVersions = query({
  /** What became of the codebook between two versions, or since one: code by code, definitions word by word. */
  input: z.strictObject(between),
  run: (project, { from, to }) => ({ changes: changesBetween(project, from, to).changes }),
});

export const exportDiff = query({
  /** The same as a file. A Problem `nothing-to-export` where nothing changed. */
  input: z.strictObject({ ...between, format: z.enum(diffFormats.map((format) => format.id) as [string, ...string[]]), language: z.enum(['en', 'zh'] satisfies Language[]).default('en') }),
  run(project, { from, to, format, language }): IncomingFile {
    const words = createWords(language);
    const found = changesBetween(project, from, to);
    if (found.changes.length === 0) throw new Problem('nothing-to-export');
    const title = words.say('version.between', { from: found.from.name, to: found.to?.name ?? words.say('version.now') });
    return { name: `${fileStem(`${project.all('project')[0]!.name}: ${title}`, 'Codebook')}.${format}`, bytes: diffFormats.find((each) => each.id === format)!.write(found.changes, title, words) };
  },
});
