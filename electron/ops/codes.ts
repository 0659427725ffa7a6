import { z } from 'zod';
import { inOrder } from '../../shared/model/codeOrder.ts';
import { Problem } from '../../shared/model/problem.ts';
import { facets, tables, type Facet, type Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { formatPath } from '../../shared/model/path.ts';
import { codeFinder, type CodeFinder } from './codeFinder.ts';
import { command, query, type Reader, type Writer } from './operation.ts';
import { seenBy } from './seen.ts';
import { talliesOf } from './tallies.ts';

const { name, definition, include, exclude, example, colour, scale, aliases, codable } = tables.codes;
const id = z.int().positive();
export type Code = Row<'codes'>;

/** All codes in the order of the codebook: by facet, then each code before its children, siblings by position. */
export function codesInOrder(project: Reader): Code[] {
  return project.derive('codesInOrder', () => inOrder(project.all('codes')));
}
/** What finds codes by their paths, as the codebook is now. */
export const codesFound = (project: Reader): CodeFinder => project.derive('codeFinder', () => codeFinder(codesInOrder(project)));
/** The names from the root to each code. */
export const codePaths = (project: Reader): ReadonlyMap<number, readonly string[]> => codesFound(project).paths;
/** A code and all that stand below it. */
export function subtree(project: Reader, root: number): number[] {
  const children = Map.groupBy(codesInOrder(project), (code) => code.parent);
  const walk = (code: number): number[] => [code, ...(children.get(code) ?? []).flatMap((child) => walk(child.id))];
  return walk(root);
}
const siblings = (project: Reader, parent: number | null, facet: Facet): Code[] => codesInOrder(project).filter((code) => code.parent === parent && code.facet === facet);

function refuseTaken(project: Reader, parent: number | null, facet: Facet, wanted: string, except?: number): void {
  const taken = siblings(project, parent, facet).some((code) => code.id !== except && nameKey(code.name) === nameKey(wanted));
  if (taken) throw new Problem('name-taken', { name: wanted });
}

export interface NewCode { readonly name: string; readonly facet: Facet; readonly parent: number | null }
/** Adds a code as the last of its siblings, in the colour that is farthest from those its facet has used so far. */
export function addCode(project: Writer, { name, facet: asked, parent, ...more }: NewCode & Partial<Code>): number {
  const facet = parent === null ? asked : project.get('codes', parent).facet;
  refuseTaken(project, parent, facet, name);
  const colours = codesInOrder(project).filter((code) => code.facet === facet).length;
  return project.add('codes', {
    parent, facet, name, definition: '', include: '', exclude: '', example: '', scale: [], aliases: [], created: project.now,
    position: siblings(project, parent, facet).length, colour: String((colours % 12) + 1), codable: 'yes', ...more,
  });
}

/** The code at a path, made on the way where it is missing. Without a facet the path must be known or becomes a theme. */
export function codeAtPath(project: Writer, path: readonly string[], facet: Facet | null): number {
  const known = findCode(project, path, facet);
  if (known !== null) return known;
  const parent = path.length > 1 ? codeAtPath(project, path.slice(0, -1), facet) : null;
  return addCode(project, { name: path.at(-1)!, facet: facet ?? 'theme', parent });
}
/** The number of the code at a path (names compared without case), null where there is none; a Problem where the path alone does not tell which. */
export const findCode = (project: Reader, path: readonly string[], facet: Facet | null): number | null => codesFound(project).find(path, facet)?.id ?? null;

export const listCodes = query({
  /** The codes with how often, and in how many documents, each was given. */
  input: z.strictObject(seenBy),
  run(project, { coder = null }) {
    const counted = talliesOf(project, coder).codes;
    return codesInOrder(project).map((code) => ({
      ...code, path: formatPath(codePaths(project).get(code.id)!), codings: counted[code.id]?.codings ?? 0, documents: counted[code.id]?.documents ?? 0,
    }));
  },
});

/** What a code must say to be made on the spot. */
export const newCode = { name: name.check, facet: z.enum(facets), parent: id.nullable().default(null) };
const wording = { definition: definition.check, include: include.check, exclude: exclude.check, example: example.check, colour: colour.check, scale: scale.check, aliases: aliases.check };

export const createCode = command({
  input: z.strictObject({ ...newCode, ...z.strictObject(wording).partial().shape }),
  run: (project, input) => ({ code: addCode(project, input as NewCode) }),
  about: (_project, { name: code }) => ({ code }),
});

export const changeCode = command({
  input: z.strictObject({ code: id, name: name.check.optional(), codable: codable.check.optional(), ...z.strictObject(wording).partial().shape }),
  run(project, { code, ...fields }) {
    const { parent, facet } = project.get('codes', code);
    if (fields.name !== undefined) refuseTaken(project, parent, facet, fields.name, code);
    project.change('codes', code, fields as Partial<Code>);
  },
  about: (project, { code }) => ({ code: project.get('codes', code).name }),
});
