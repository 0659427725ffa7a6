/** What a person has decided about splitting a code, so far. It belongs to the window: whoever looks something up finds it again. */
export interface Split {
  readonly targets: readonly SplitTarget[];
  /** By coding: places in `targets` (none: it stays), and whether it stays with the code as well. */
  readonly decided: ReadonlyMap<number, Decision>;
  readonly place: 'below' | 'beside';
  /** The coding that is looked at. */
  readonly at: number | null;
}
export type SplitTarget = { readonly code: number } | { readonly create: string };
export interface Decision { readonly to: readonly number[]; readonly keep: boolean }
export const untouched: Split = { targets: [], decided: new Map(), place: 'below', at: null };

const without = (decided: Split['decided'], coding: number) => new Map([...decided].filter(([each]) => each !== coding));
/** Decides about a coding; null takes the decision back. */
export const decide = (split: Split, coding: number, decision: Decision | null): Split => ({ ...split, decided: decision === null ? without(split.decided, coding) : new Map([...without(split.decided, coding), [coding, decision]]) });
/** Adds one more target to a coding, or takes it away again. */
export function toggled(split: Split, coding: number, target: number): Split {
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
export function nextOpen(split: Split, codings: readonly number[], from: number | null): number | null {
  const place = from === null ? -1 : codings.indexOf(from);
  return [...codings.slice(place + 1), ...codings.slice(0, place + 1)].find((coding) => !split.decided.has(coding)) ?? null;
}
