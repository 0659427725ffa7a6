import { z } from 'zod';

/** A code or a document as a kept question names one where it is asked by its number: by UUID, which holds in every file of the study, and by what it is called (a code's path) where no such UUID is. */
export const recordName = z.strictObject({ of: z.enum(['codes', 'documents']), uuid: z.string().min(1).max(64), name: z.string().max(100_000) });
export type RecordName = z.output<typeof recordName>;

/** The question with numbers where it names codes and documents; `find` tells them, null for what this study does not have: of several that one is left out, and `missing` is told; `isAlone`: nothing else is asked for there. */
export function recordsHere(asked: unknown, find: (name: RecordName) => number | null, missing: (name: RecordName, isAlone: boolean) => unknown): unknown {
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return asked;
  const here = (value: unknown): unknown => {
    const one = recordName.safeParse(value).data;
    if (one) return find(one) ?? missing(one, true);
    if (!Array.isArray(value)) return value;
    const named = value.map((each) => recordName.safeParse(each).data ?? null);
    if (!named.some((each) => each !== null)) return value;
    const found = named.map((each, index) => (each === null ? value[index] as unknown : find(each)));
    const isAlone = found.every((each) => each === null);
    named.forEach((each, index) => { if (each !== null && found[index] === null) missing(each, isAlone); });
    return found.filter((each) => each !== null);
  };
  return Object.fromEntries(Object.entries(asked).map(([field, value]) => [field, here(value)]));
}
