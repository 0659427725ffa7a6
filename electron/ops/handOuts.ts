import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fileStem } from '../../shared/model/fileName.ts';
import { packageRecord, peopleTold, type HandedOut } from '../../shared/model/handOut.ts';
import { Problem } from '../../shared/model/problem.ts';
import { tables, type Row, type TableName } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { command, query, type IncomingFile, type Preparation, type Reader, type Writer } from './operation.ts';
import { packageOf, type PackageAsked } from './package.ts';

/** The first entry of a package's journal. Nothing was done with it, and nothing can be taken back. */
export const packageBegins = 'handOut.received';

const asked = {
  coder: tables.coders.name.check, documents: z.array(z.int().positive()).min(1).max(10_000),
  /** Whether others' codings and memos stay out. */
  blind: z.boolean().default(true), people: z.enum(peopleTold).default('names'),
  /** Attributes that are told, where values are; all of them without it. */
  attributes: z.array(z.int().positive()).max(1000).optional(),
};
const isConsensus = ({ layer }: Row<'coders'>): boolean => layer === 'consensus';
const coderNamed = (project: Reader, name: string): Row<'coders'> | null => project.all('coders').find((coder) => nameKey(coder.name) === nameKey(name)) ?? null;
function checkCoder(project: Reader, name: string): void {
  if (project.all('coders').some((coder) => isConsensus(coder) && nameKey(coder.name) === nameKey(name))) throw new Problem('no-such-coder', { coder: name });
}
/** A name for the codebook as it goes out, that no other version has. */
function versionName(project: Reader, coder: string, at: number): string {
  const wanted = `${new Date(at).toISOString().slice(0, 10)} · ${coder}`;
  const taken = new Set(project.all('codebookVersions').map(({ name }) => nameKey(name)));
  for (let number = 1; ; number++) { const name = number === 1 ? wanted : `${wanted} (${number})`; if (!taken.has(nameKey(name))) return name; }
}

export const previewHandOut = query({
  /** What a package would hold and what it would not, what it tells all the same, and which of its documents this coder has already. A coder without a name yet is somebody new. */
  input: z.strictObject({ ...asked, coder: tables.coders.name.check.or(z.literal('')) }),
  run(project, input) {
    const coder = input.coder === '' ? null : coderNamed(project, input.coder);
    const chosen = [...new Set(input.documents)].map((id) => project.get('documents', id));
    const { rows, leftOut, told } = packageOf(project, input as PackageAsked, coder, null);
    const count = (table: TableName) => rows[table]?.length ?? 0;
    const mine = (rows.codings ?? []).filter(({ coder: who }) => who === coder?.id).length;
    const uuids = new Set(chosen.map(({ uuid }) => uuid));
    const out = coder === null ? [] : project.all('handOuts').filter(({ name, returned }) => returned === null && nameKey(name) === nameKey(coder.name));
    return {
      documents: count('documents'), codes: count('codes'), participants: count('participants'), codings: count('codings'), memos: count('memos'),
      mine, attributes: (rows.attributes ?? []).map(({ name }) => name), leftOut, told,
      version: input.coder === '' ? '' : versionName(project, coder?.name ?? input.coder, Date.now()),
      /** What stays here: other documents, and on those that go what others did. */
      stays: {
        documents: project.all('documents').length - chosen.length,
        codings: project.one<{ n: number }>('SELECT count(*) AS n FROM codings WHERE passage IN (SELECT id FROM passages WHERE document IN (SELECT value FROM json_each(?)))', JSON.stringify(chosen.map(({ id }) => id)))!.n - count('codings'),
      },
      out: [...new Set(out.flatMap(({ documents }) => documents))].filter((uuid) => uuids.has(uuid)).map((uuid) => chosen.find((document) => document.uuid === uuid)!.name),
    };
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
    if (packageRecord(study.handedOut)) throw new Problem('package-of-package', { name: study.name });
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
    const workOf = worked(project);
    const packages = project.all('handOuts').toReversed().map(({ id, name, documents: wanted, blind, note, created, returned }) => {
      const coder = coderNamed(project, name)?.id ?? null;
      return {
        id, coder: name, blind: blind === 'yes', note, created, returned,
        documents: wanted.map((uuid) => {
          const there = byUuid.get(uuid);
          return { uuid, document: there?.id ?? null, name: there?.name ?? '', ...workOf(there?.id, coder) };
        }),
      };
    });
    return {
      packages,
      documents: documents.map(({ id, uuid, name }) => {
        const having = packages.filter((each) => each.documents.some((document) => document.uuid === uuid));
        return { document: id, name, out: [...new Set(having.filter(({ returned }) => returned === null).map(({ coder }) => coder))], back: [...new Set(having.filter(({ returned }) => returned !== null).map(({ coder }) => coder))] };
      }),
      isPackage: ownPackage(project, workOf),
    };
  },
});
/** Whether a coder is through with a document, and how many codings of hers it has. */
function worked(project: Reader) {
  const of = (document: number, coder: number) => `${document}/${coder}`;
  const finished = new Set(project.all('finishedDocuments').map(({ document, coder }) => of(document, coder)));
  const counted = new Map<number, ReadonlyMap<number, number>>();
  const codings = (coder: number) => counted.get(coder) ?? counted.set(coder, new Map(project.query<{ document: number; n: number }>('SELECT document, count(*) AS n FROM codings JOIN passages ON passages.id = passage WHERE coder = ? GROUP BY document', coder).map(({ document, n }) => [document, n]))).get(coder)!;
  return (document: number | undefined, coder: number | null) => ({ finished: document !== undefined && coder !== null && finished.has(of(document, coder)), codings: document === undefined || coder === null ? 0 : codings(coder).get(document) ?? 0 });
}
function ownPackage(project: Reader, workOf: ReturnType<typeof worked>) {
  const study = project.get('project', 1);
  const own = packageRecord(study.handedOut);
  if (!own) return null;
  const coder = coderNamed(project, own.coder)?.id ?? null;
  const here = new Map(project.query<{ id: number; uuid: string; name: string }>('SELECT id, uuid, name FROM documents').map((document) => [document.uuid, document]));
  return {
    coder: own.coder, blind: own.blind, package: own.package, study: study.name, since: project.trail()[0]?.at ?? study.created, codebook: project.all('codebookVersions')[0]?.name ?? '',
    documents: own.documents.flatMap((uuid) => { const document = here.get(uuid); return document ? [{ document: document.id, name: document.name, ...workOf(document.id, coder) }] : []; }),
    /** Documents that she brought in herself. */
    added: [...here.values()].filter(({ uuid }) => !own.documents.includes(uuid)).map(({ id, name }) => ({ document: id, name, ...workOf(id, coder) })),
  };
}

/** What the other study is a package of, as the coder who got it brings it back: of this study or of another, whether it came back before, and how far she is; null where it is none. */
export function returningOf(project: Reader, theirs: Reader) {
  const study = theirs.get('project', 1);
  const from = packageRecord(study.handedOut);
  if (!from) return null;
  const row = project.all('handOuts', { package: from.package })[0];
  const coder = coderNamed(theirs, from.coder)?.id ?? null;
  const workOf = worked(theirs);
  const there = theirs.query<{ id: number; uuid: string }>('SELECT id, uuid FROM documents').filter(({ uuid }) => from.documents.includes(uuid));
  return { coder: from.coder, isOurs: from.study === project.get('project', 1).uuid, since: theirs.trail()[0]?.at ?? study.created, isListed: row !== undefined, returned: row?.returned ?? null, documents: from.documents.length, finished: there.filter(({ id }) => workOf(id, coder).finished).length };
}
/** Notes that a package came back, when it was merged; one that brings nothing that is not here already came back before. */
export function noteReturn(project: Writer, theirs: Reader, bringsNew: boolean): void {
  const from = packageRecord(theirs.get('project', 1).handedOut);
  const row = from ? project.all('handOuts', { package: from.package })[0] : undefined;
  if (row && (row.returned === null || bringsNew)) project.change('handOuts', row.id, { returned: project.now });
}
