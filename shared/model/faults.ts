import type { z } from 'zod';

/** Requirements of our own on inputs, by what they are called in checks; their words stand in shared/words under `fault.own`. */
export const ownFaults = {
  'a and b of one length': 'pairs', 'as many columns as rows': 'square', 'as many values for each coder (null: none)': 'coders', 'no category twice': 'categories',
  'no more agreed than either decided': 'agreed', 'no unit with more ratings than raters': 'raters', 'no units of one coder that overlap': 'overlap', 'no word more often than there are words': 'words',
  'one of table, coders and counts': 'oneForm', 'rows of one length': 'rows', 'segments within the length': 'segments', 'start before end': 'span', 'text without broken characters': 'text', 'units within the length': 'units', 'k ≤ n': 'share',
  'each row once': 'once', 'a participant or a document': 'either', 'as many times as counts': 'times',
} as const;
export type OwnFault = (typeof ownFaults)[keyof typeof ownFaults];
export const faultTypes = ['number', 'int', 'string', 'array', 'object', 'boolean', 'null'] as const;
export type FaultType = (typeof faultTypes)[number];

/** What of an input is not as it should be: where ('input.table.0'), and how. */
export type Fault = { readonly path: string } & (
  | { readonly kind: 'missing' | 'form' }
  | { readonly kind: 'type'; readonly types: readonly FaultType[] }
  | { readonly kind: 'atLeast' | 'above' | 'atMost' | 'below' | 'fewest' | 'most' | 'shortest' | 'longest'; readonly limit: number }
  | { readonly kind: 'among' | 'unknown'; readonly names: readonly string[] }
  | { readonly kind: 'own'; readonly own: OwnFault });

const typeOf = (expected: string): readonly FaultType[] => {
  const known = { number: 'number', nan: 'number', int: 'int', string: 'string', array: 'array', tuple: 'array', set: 'array', object: 'object', record: 'object', map: 'object', boolean: 'boolean', null: 'null' }[expected] as FaultType | undefined;
  return known ? [known] : [];
};
type Issue = z.core.$ZodIssue;
function limited(path: string, origin: string, limit: number, isInclusive: boolean, isLeast: boolean): Fault {
  if (origin === 'array' || origin === 'set') return { path, kind: isLeast ? 'fewest' : 'most', limit };
  if (origin === 'string') return { path, kind: isLeast ? 'shortest' : 'longest', limit };
  return { path, kind: isLeast ? (isInclusive ? 'atLeast' : 'above') : isInclusive ? 'atMost' : 'below', limit };
}
function faultsIn(issue: Issue, before: readonly PropertyKey[]): Fault[] {
  const steps = [...before, ...issue.path];
  const path = steps.map(String).join('.');
  switch (issue.code) {
    case 'invalid_type': return issue.message.endsWith('received undefined') ? [{ path, kind: 'missing' }] : [{ path, kind: 'type', types: typeOf(issue.expected) }];
    case 'too_small': return [limited(path, issue.origin, Number(issue.minimum), issue.inclusive !== false, true)];
    case 'too_big': return [limited(path, issue.origin, Number(issue.maximum), issue.inclusive !== false, false)];
    case 'invalid_value': return [{ path, kind: 'among', names: issue.values.map(String) }];
    case 'unrecognized_keys': return [{ path, kind: 'unknown', names: issue.keys }];
    case 'invalid_union': {
      const ways = issue.errors.map((way) => way.flatMap((inner) => faultsIn(inner, steps)));
      const types = ways.map((way) => (way.length === 1 && way[0]!.path === path && way[0]!.kind === 'type' ? way[0]!.types : null));
      if (ways.length > 0 && types.every((each) => each !== null)) return [{ path, kind: 'type', types: [...new Set(types.flat())] }];
      // The way that came furthest is the one that was meant.
      const depth = (way: readonly Fault[]) => Math.max(0, ...way.map((fault) => fault.path.length));
      return ways.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [{ path, kind: 'form' }];
    }
    case 'custom': return Object.hasOwn(ownFaults, issue.message) ? [{ path, kind: 'own', own: ownFaults[issue.message as keyof typeof ownFaults] }] : [{ path, kind: 'form' }];
    default: return [{ path, kind: 'form' }];
  }
}
/** What of an input is not as it should be, as a Problem carries it (value `faults`): JSON, said in the person's language by shared/words. */
export const faultsOf = (error: { readonly issues: readonly Issue[] }): string => JSON.stringify(error.issues.flatMap((issue) => faultsIn(issue, [])).slice(0, mostFaults));
/** More faults than these nobody reads at once. */
const mostFaults = 8;
