import { z } from 'zod';
import { nameKey } from './text.ts';

/** A coder as a kept question names one: by UUID, which holds in every file of the study, and by name where no such UUID is. */
export const coderName = z.strictObject({ uuid: z.string().min(1).max(64), name: z.string().max(4000) });
type CoderName = z.output<typeof coderName>;
export interface KnownCoder extends CoderName { readonly id: number }
/** Fields of a question that name coders, by their numbers in this file: one, or several. */
const fields = ['coder', 'coders'] as const;

/** The question with other values where it names coders; all else, and what is no question, stays. */
function withCoders(asked: unknown, change: (coder: unknown) => unknown): unknown {
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return asked;
  const given = asked as Readonly<Record<string, unknown>>;
  const named = fields.filter((field) => given[field] !== undefined);
  return named.length === 0 ? asked : { ...given, ...Object.fromEntries(named.map((field) => { const value = given[field]; return [field, Array.isArray(value) ? value.map(change) : change(value)]; })) };
}
/** The question as it is kept: numbers of coders give way to their UUIDs. 0 (nobody's codings) and numbers of nobody stay. */
export const codersLasting = (asked: unknown, coders: readonly KnownCoder[]): unknown => withCoders(asked, (coder) => {
  const found = coders.find(({ id }) => id === coder);
  return found ? { uuid: found.uuid, name: found.name } : coder;
});
/** A kept question as it is asked in this file; `missing` is told of a coder whom this study does not have, and says what stands there instead. */
export const codersHere = (asked: unknown, coders: readonly KnownCoder[], missing: (name: string) => unknown): unknown => withCoders(asked, (coder) => {
  const named = coderName.safeParse(coder).data;
  if (!named) return coder;
  const found = coders.find(({ uuid }) => uuid === named.uuid) ?? coders.find(({ name }) => nameKey(name) === nameKey(named.name));
  return found ? found.id : missing(named.name);
});
