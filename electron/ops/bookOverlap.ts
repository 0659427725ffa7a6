import type { Reader } from './operation.ts';

/** Stretches [start, end) that a code covers in a document, each once, in order. */
type Covered = ReadonlyMap<string, readonly (readonly [number, number])[]>;
interface Span { readonly code: string; readonly hash: string; readonly start: number; readonly end: number }

/** What each code covers, by UUID and by the text's hash: documents with the same text are the same. */
function coveredIn(project: Reader): Map<string, Covered> {
  const spans = project.query<Span>('SELECT codes.uuid AS code, textHash AS hash, passages."start", passages."end" FROM codings JOIN codes ON codes.id = code JOIN passages ON passages.id = passage JOIN documents ON documents.id = document WHERE passages."end" > passages."start" ORDER BY code, hash, passages."start"');
  const found = new Map<string, Map<string, [number, number][]>>();
  for (const { code, hash, start, end } of spans) {
    const texts = found.get(code) ?? new Map<string, [number, number][]>();
    if (texts.size === 0) found.set(code, texts);
    const list = texts.get(hash) ?? [];
    if (list.length === 0) texts.set(hash, list);
    const last = list.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else list.push([start, end]);
  }
  return found;
}
const lengthOf = (list: readonly (readonly [number, number])[]): number => list.reduce((sum, [start, end]) => sum + end - start, 0);
function sharedLength(one: readonly (readonly [number, number])[], other: readonly (readonly [number, number])[]): { units: number; times: number } {
  let [i, j, units, times] = [0, 0, 0, 0];
  while (i < one.length && j < other.length) {
    const [a, b] = [one[i]!, other[j]!];
    const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
    if (shared > 0) { units += shared; times++; }
    if (a[1] < b[1]) i++; else j++;
  }
  return { units, times };
}

/** What two codes cover together: shared length by the length of both, 0 to 1, and at how many places both stand. */
export interface Overlap { readonly share: number; readonly places: number }
/**
 * How much of what a code covers here and one covers there is the same, in texts that both studies have; null where nothing is. At least two
 * places must be shared, for one may be chance.
 */
export function overlapOf(ours: Reader, theirs: Reader): (their: string, our: string) => Overlap | null {
  const texts = (project: Reader) => new Set(project.query<{ textHash: string }>('SELECT textHash FROM documents').map(({ textHash }) => textHash));
  const shared = texts(ours).intersection(texts(theirs));
  const within = (project: Reader) => new Map([...coveredIn(project)].map(([code, covered]) => {
    const there = new Map([...covered].filter(([hash]) => shared.has(hash)));
    return [code, { there, length: there.values().reduce((sum, list) => sum + lengthOf(list), 0) }] as const;
  }));
  const [mine, other] = [within(ours), within(theirs)];
  return (their, our) => {
    const [one, two] = [mine.get(our), other.get(their)];
    if (!one || !two) return null;
    let [both, places] = [0, 0];
    const [fewer, more] = one.there.size <= two.there.size ? [one.there, two.there] : [two.there, one.there];
    for (const [hash, list] of fewer) {
      const beside = more.get(hash);
      if (!beside) continue;
      const met = sharedLength(list, beside);
      both += met.units;
      places += met.times;
    }
    const all = one.length + two.length - both;
    return places < 2 || all === 0 ? null : { share: both / all, places };
  };
}
