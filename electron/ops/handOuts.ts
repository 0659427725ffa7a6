import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fileStem } from '../../shared/model/fileName.ts';
import { handedOut as handedOutShape, peopleTold, type HandedOut } from '../../shared/model/handOut.ts';
import { Problem } from '../../shared/model/problem.ts';
import { tables, type Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { command, query, type IncomingFile, type Preparation, type Reader, type Writer } from './operation.ts';
import { packageOf, type PackageAsked } from './package.ts';

/** The first entry of a package's journal. Nothing was done with it, and nothing can be taken back. */
export const packageBegins = 'handOut.received';

const asked = {
  coder: tables.coders.name.check, documents: z.array(z.int().positive()).min(1).max(10_000),
  /** Whether others' codings and memos stay out. */
  blind: z.boolean().default(true), people: z.enum(peopleTold).default('names'),
};
const coderNamed = (project: Reader, name: string): Row<'coders'> | null => project.all('coders').find((coder) => nameKey(coder.name) === nameKey(name)) ?? null;
function checkCoder(project: Reader, name: string): void {
  if (coderNamed(project, name)?.layer === 'consensus') throw new Problem('no-such-coder', { coder: name });
}
/** A name for the codebook as it goes out, that no other version has. */
function versionName(project: Reader, coder: string, at: number): string {
  const wanted = `${new Date(at).toISOString().slice(0, 10)} · ${coder}`;
  const taken = new Set(project.all('codebookVersions').map(({ name }) => nameKey(name)));
  for (let number = 1; ; number++) { const name = number === 1 ? wanted : `${wanted} (${number})`; if (!taken.has(nameKey(name))) return name; }
}

export const previewHandOut = query({
  /** What a package would hold, and in how many codes and memos lines stay out that quote other interviews. */
  input: z.strictObject(asked),
  run(project, input) {
    const { rows, leftOut } = packageOf(project, input as PackageAsked, coderNamed(project, input.coder), null);
    const count = (table: keyof typeof rows) => rows[table]?.length ?? 0;
    return { documents: count('documents'), codes: count('codes'), participants: count('participants'), codings: count('codings'), memos: count('memos'), leftOut };
  },
});

export const makeHandOut = command({
  /**
   * Makes a package for a coder, and notes who has what: answers with a study file that holds the chosen documents, the codebook as it is (named as a
   * version), and of people and others' codings what she is to see. What she does in it comes back with `study.merge`.
   */
  input: z.strictObject({ ...asked, note: tables.handOuts.note.check.default('') }),
  prepare: async (_input, { writeStudy }: Preparation) => writeStudy,
  run(project, input, writeStudy): IncomingFile {
    checkCoder(project, input.coder);
    const documents = [...new Set(input.documents)].map((id) => project.get('documents', id));
    const study = project.get('project', 1);
    if (handedOutShape.safeParse(study.handedOut).success) throw new Problem('package-of-package', { name: study.name });
    const mine = project.get('coders', project.coder(input.coder));
    const handedOut: HandedOut = { study: study.uuid, entry: project.head(), package: randomUUID(), coder: mine.name, documents: documents.map(({ uuid }) => uuid), blind: input.blind };
    const version = project.get('codebookVersions', project.add('codebookVersions', { name: versionName(project, mine.name, project.now), note: '', entry: project.head(), coder: mine.id, created: project.now }));
    project.add('handOuts', { name: mine.name, documents: handedOut.documents, blind: input.blind ? 'yes' : 'no', entry: handedOut.entry, package: handedOut.package, note: input.note, created: project.now, returned: null });
    const { rows } = packageOf(project, { ...input, documents: documents.map(({ id }) => id) }, mine, handedOut);
    const bytes = writeStudy({
      rows: { ...rows, codebookVersions: [{ ...version, entry: handedOut.package }] },
      first: { uuid: handedOut.package, at: project.now, who: mine.name, operation: packageBegins, about: { coder: mine.name, count: documents.length } },
    });
    return { name: `${fileStem(`${study.name} - ${mine.name}`, 'Package')}.concord`, bytes };
  },
  about: (_project, { coder, documents }) => ({ coder, count: new Set(documents).size, number: new Set(documents).size }),
});

export const forgetHandOut = command({
  /** Takes a package off the list: it will not come back, or never went. What came of it stays; it can still be merged. */
  input: z.strictObject({ handOut: z.int().positive() }),
  run(project, { handOut }) {
    const { name } = project.get('handOuts', handOut);
    project.remove('handOuts', [handOut]);
    return { coder: name };
  },
  about: (_project, _input, { coder }) => ({ coder }),
});

export const listHandOuts = query({
  /** Who has what: the packages, newest first, with how far their coders are as the study knows it; for each document who has it now; and what this study is a package of, where it is one. */
  input: z.strictObject({}),
  run(project) {
    const documents = project.query<{ id: number; uuid: string; name: string }>('SELECT id, uuid, name FROM documents ORDER BY id');
    const byUuid = new Map(documents.map((document) => [document.uuid, document]));
    const packages = project.all('handOuts').toReversed().map(({ id, name, documents: wanted, blind, note, created, returned }) => {
      const coder = coderNamed(project, name)?.id ?? null;
      return {
        id, coder: name, blind: blind === 'yes', note, created, returned,
        documents: wanted.map((uuid) => {
          const there = byUuid.get(uuid);
          return { uuid, document: there?.id ?? null, name: there?.name ?? '', finished: there !== undefined && coder !== null && project.all('finishedDocuments', { document: there.id, coder }).length > 0, codings: there === undefined || coder === null ? 0 : codingsOf(project, there.id, coder) };
        }),
      };
    });
    const own = handedOutShape.safeParse(project.get('project', 1).handedOut);
    return {
      packages,
      documents: documents.map(({ id, uuid, name }) => {
        const having = packages.filter((each) => each.documents.some((document) => document.uuid === uuid));
        return { document: id, name, out: [...new Set(having.filter(({ returned }) => returned === null).map(({ coder }) => coder))], back: [...new Set(having.filter(({ returned }) => returned !== null).map(({ coder }) => coder))] };
      }),
      isPackage: own.success ? { coder: own.data.coder, blind: own.data.blind } : null,
    };
  },
});
const codingsOf = (project: Reader, document: number, coder: number): number => project.one<{ n: number }>('SELECT count(*) AS n FROM codings JOIN passages ON passages.id = passage WHERE document = ? AND coder = ?', document, coder)!.n;

/** Notes that a package came back, when it was merged; one that brings nothing that is not here already came back before. */
export function noteReturn(project: Writer, theirs: Reader, bringsNew: boolean): void {
  const from = handedOutShape.safeParse(theirs.get('project', 1).handedOut);
  const row = from.success ? project.all('handOuts', { package: from.data.package })[0] : undefined;
  if (row && (row.returned === null || bringsNew)) project.change('handOuts', row.id, { returned: project.now });
}
