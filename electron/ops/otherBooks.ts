import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { z } from 'zod';
import type { BookCode } from '../../shared/model/codebookMerge.ts';
import { inOrder } from '../../shared/model/codeOrder.ts';
import { formatPath } from '../../shared/model/path.ts';
import type { Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import type { ProjectReading } from '../formats/projectFormat.ts';
import { projectExtensions } from '../formats/projectFormats.ts';
import { readSheet, type Sheet } from '../formats/sheet.ts';
import { planOf, type PlannedRow } from './codebookSheet.ts';
import { refusal } from './codingSheet.ts';
import { givenNames } from './exchange.ts';
import { groundOf, standing, type Ground } from './mergeGround.ts';
import type { Preparation, Reader } from './operation.ts';

/** Another codebook as it was handed in: a study, a project or codebook of another program, or a sheet. */
export interface Handed { readonly file: string; readonly content: { readonly study: Reader } | { readonly reading: ProjectReading } | { readonly sheet: Sheet }; /** Of the file's bytes. */ readonly hash: string }
/** Reads each of them. Problems: those of opening a study, of its format, or of a sheet; they name the file. */
export async function readBooks(handles: readonly string[], preparation: Preparation): Promise<Handed[]> {
  const books: Handed[] = [];
  for (const [index, handle] of handles.entries()) {
    await preparation.progress(index, handles.length);
    const file = await preparation.file(handle);
    const hash = createHash('sha256').update(file.bytes).digest('hex');
    const extension = extname(file.name).slice(1).toLowerCase();
    const content = extension === 'concord' ? { study: (await preparation.study(handle)).project }
      : projectExtensions.includes(extension) ? { reading: await preparation.foreignProject(file, givenNames('en')) }
        : { sheet: await readSheet(file, {}) };
    books.push({ file: file.name, content, hash });
  }
  return books;
}

export const bookKinds = ['study', 'program', 'sheet'] as const;
/** A codebook, parents first, and what is known of what it has in common with this study. */
export interface OtherBook {
  readonly file: string;
  readonly kind: (typeof bookKinds)[number];
  readonly codes: readonly BookCode[];
  readonly base: ReadonlyMap<string, BookCode> | null;
  /** When they were one (ms), and whose work the last of it was. */
  readonly since: { readonly at: number; readonly who: string } | null;
  readonly joined: ReadonlyMap<string, string>;
  /** Tells it from other codebooks, and stays as it is worked on. */
  readonly origin: string;
  /** What the journal names it by: an entry of its own, or the hash of its bytes. */
  readonly point: string;
  readonly study: Reader | null;
}

/** Codes of a study by UUIDs, parents first. */
export function bookOf(codes: readonly Row<'codes'>[]): BookCode[] {
  const uuids = new Map(codes.map(({ id, uuid }) => [id, uuid]));
  return inOrder(codes).map(({ uuid, parent, name, facet, definition, include, exclude, example, scale, aliases, colour, codable }) => ({ uuid, parent: parent === null ? null : uuids.get(parent) ?? null, name, facet, facetSaid: true, definition, include, exclude, example, scale, aliases, colour, codable }));
}
const blank = { definition: '', include: '', exclude: '', example: '', scale: [], aliases: [], colour: '1', codable: 'yes' as const };

function bookOfReading({ origin, snapshot: { codes } }: ProjectReading): BookCode[] {
  const keys = new Map<string, string>();
  const keyOf = (path: readonly string[], facet: string) => `${facet}\n${nameKey(formatPath(path))}`;
  // What Concord alone writes; the others know no facets, and all that they have reads as themes.
  const facetSaid = origin === 'Concord' || codes.some(({ facet }) => facet !== 'theme');
  return codes.map((code) => {
    const uuid = code.uuid ?? `file:${formatPath(code.path)}`;
    keys.set(keyOf(code.path, code.facet), uuid);
    const { definition, include, exclude, example, scale } = code;
    return { ...blank, uuid, parent: keys.get(keyOf(code.path.slice(0, -1), code.facet)) ?? null, name: code.path.at(-1)!, facet: code.facet, facetSaid, definition, include, exclude, example, scale: [...scale], aliases: [...(code.aliases ?? [])], colour: code.colour ?? '1', codable: code.codable ?? 'yes' };
  });
}

type Place = PlannedRow['place'];
/** A sheet is read against the codes that are here: what stands where one of them does is that one. A Problem `rows-refused`. */
function bookOfSheet(project: Reader, file: string, sheet: Sheet): BookCode[] {
  const { rows, refused } = planOf(project, file, sheet);
  if (refused.length > 0) throw refusal(file, rows.length + refused.length, refused);
  const uuids = new Map(project.all('codes').map(({ id, uuid }) => [id, uuid]));
  const found = new Map<Place, BookCode>();
  const keyOf = ({ code, facet, path }: Place) => (code === null ? `file:${facet}:${formatPath(path)}` : uuids.get(code.id)!);
  const put = (place: Place): void => {
    if (found.has(place)) return;
    if (place.parent) put(place.parent);
    found.set(place, { ...blank, uuid: keyOf(place), parent: place.parent ? keyOf(place.parent) : null, name: place.code?.name ?? place.path.at(-1)!, facet: place.facet, facetSaid: true });
  };
  for (const { place } of rows) put(place);
  for (const { place, said } of rows) found.set(place, { ...found.get(place)!, ...said });
  return [...found.values()];
}

const record = z.object({ books: z.array(z.object({ file: z.string(), point: z.string(), joined: z.array(z.tuple([z.string(), z.string()])) })) });
/** What the journal keeps of a merge of codebooks. */
export type BookRecord = z.infer<typeof record>['books'][number];
export const bookOperation = 'codebook.merge';
const recordsOf = (project: Reader): BookRecord[] => standing(project, bookOperation).flatMap((input) => { const read = record.safeParse(input); return read.success ? read.data.books : []; });

/** The last point of their journal, or ours, at which both had the same codebook in hand. */
function commonBook(ours: Reader, theirs: Reader, points: ReadonlySet<string>, ground: Ground): { base: ReadonlyMap<string, BookCode>; since: OtherBook['since'] } | null {
  const [mine, other] = [ours.trail(), theirs.trail()];
  const taken = other.findLast(({ uuid }) => points.has(uuid));
  const there = other.findLast(({ seq }) => seq <= Math.max(ground.theirs, taken?.seq ?? 0));
  const here = mine.findLast(({ seq }) => seq <= ground.ours);
  if (ground.relation === 'apart' && !taken && ground.theirs === 0) return null;
  const fromOurs = here !== undefined && (there === undefined || here.at > there.at) && !other.some(({ uuid }) => uuid === here.uuid);
  const codes = fromOurs ? ours.asOf('codes', here.uuid) : theirs.asOf('codes', there?.uuid ?? '');
  const last = fromOurs ? here : there;
  return { base: new Map(bookOf(codes).map((code) => [code.uuid, code])), since: last ? { at: last.at, who: last.who } : null };
}

/** What was handed in, as codes, with what it and this study began with. Problems of a sheet: `rows-refused`. */
export function otherBook(project: Reader, { file, content, hash }: Handed): OtherBook {
  const records = recordsOf(project);
  const theirTrail = 'study' in content ? new Set(content.study.trail().map(({ uuid }) => uuid)) : null;
  const mine = records.filter(({ point }) => (theirTrail ? theirTrail.has(point) : point === hash));
  const joined = new Map(mine.flatMap(({ joined: pairs }) => pairs));
  if ('study' in content) {
    const { study } = content;
    const ground = groundOf(project, study);
    const shared = commonBook(project, study, new Set(mine.map(({ point }) => point)), ground);
    return { file, kind: 'study', codes: bookOf(study.all('codes')), base: shared?.base ?? null, since: shared?.since ?? null, joined, origin: ground.origin, point: study.head(), study };
  }
  const codes = 'reading' in content ? bookOfReading(content.reading) : bookOfSheet(project, file, content.sheet);
  // A file that was taken in as it is now has nothing new to say.
  return { file, kind: 'reading' in content ? 'program' : 'sheet', codes, base: mine.length > 0 ? new Map(codes.map((code) => [code.uuid, code])) : null, since: null, joined, origin: createHash('sha256').update(nameKey(file)).digest('hex'), point: hash, study: null };
}
