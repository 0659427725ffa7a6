import { z } from 'zod';

const target = z.union([z.strictObject({ code: z.string() }), z.strictObject({ create: z.string() })]);
const decision = z.strictObject({ to: z.array(z.int().min(0)), keep: z.boolean() });
const kept = z.strictObject({ targets: z.array(target), decided: z.array(z.tuple([z.string(), decision])), place: z.enum(['below', 'beside']), at: z.string().nullable() });

/** Codings walked through in one go; what is left is there again afterwards. */
export const mostSplit = 1000;

/** What a person has decided about splitting a code, so far: kept on this machine until it is carried out or forgotten. Codes and codings by UUID. */
export interface Split {
  readonly targets: readonly SplitTarget[];
  /** By coding: places in `targets` (none: it stays), and whether it stays with the code as well. */
  readonly decided: ReadonlyMap<string, Decision>;
  readonly place: 'below' | 'beside';
  /** The coding that is looked at. */
  readonly at: string | null;
}
export type SplitTarget = { readonly code: string } | { readonly create: string };
export interface Decision { readonly to: readonly number[]; readonly keep: boolean }
export const untouched: Split = { targets: [], decided: new Map(), place: 'below', at: null };

const without = (decided: Split['decided'], coding: string) => new Map([...decided].filter(([each]) => each !== coding));
/** Decides about a coding; null takes the decision back. */
export const decide = (split: Split, coding: string, decision: Decision | null): Split => ({ ...split, decided: decision === null ? without(split.decided, coding) : new Map([...without(split.decided, coding), [coding, decision]]) });
/** Adds one more target to a coding, or takes it away again. */
export function toggled(split: Split, coding: string, target: number): Split {
  const { to, keep } = split.decided.get(coding) ?? { to: [], keep: false };
  return decide(split, coding, { to: to.includes(target) ? to.filter((each) => each !== target) : [...to, target], keep });
}
/** Takes a target away, and out of every decision; codings that had only it are open again. */
export function withoutTarget(split: Split, gone: number): Split {
  const decided = new Map([...split.decided].flatMap(([coding, { to, keep }]) => {
    const rest = to.filter((each) => each !== gone).map((each) => (each > gone ? each - 1 : each));
    return to.length > 0 && rest.length === 0 ? [] : [[coding, { to: rest, keep }] as const];
  }));
  return { ...split, targets: split.targets.filter((_, place) => place !== gone), decided };
}
/** The next coding in the list that is still open, from one on and round again; null where all are decided. */
export function nextOpen(split: Split, codings: readonly string[], from: string | null): string | null {
  const place = from === null ? -1 : codings.indexOf(from);
  return [...codings.slice(place + 1), ...codings.slice(0, place + 1)].find((coding) => !split.decided.has(coding)) ?? null;
}

export const writeSplit = ({ targets, decided, place, at }: Split): string => JSON.stringify({ targets, decided: [...decided], place, at });
/** What was kept; null where it cannot be understood. Decisions for targets that are not there count as none. */
export function readSplit(text: string): Split | null {
  try {
    const { decided, ...more } = kept.parse(JSON.parse(text));
    return { ...more, decided: new Map(decided.filter(([, { to }]) => to.every((place) => place < more.targets.length))) };
  } catch { return null; }
}

interface KnownCode { readonly uuid: string; readonly facet: string }
/**
 * What still makes sense of a split now that the codebook may have changed: targets that are gone, became the code itself or went to
 * another facet are taken out of it, and what was decided for them alone is open again. Null where nothing is left of it.
 */
export function sensible(split: Split, code: KnownCode, codes: ReadonlyMap<string, KnownCode>): Split | null {
  const fits = (each: SplitTarget) => 'create' in each || (each.code !== code.uuid && codes.get(each.code)?.facet === code.facet);
  const left = split.targets.reduceRight((now, each, place) => (fits(each) ? now : withoutTarget(now, place)), split);
  return left.targets.length === 0 && left.decided.size === 0 ? null : left;
}
