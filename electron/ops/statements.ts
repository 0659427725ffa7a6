import { z } from 'zod';
import { parsePath } from '../../shared/model/path.ts';
import { Problem } from '../../shared/model/problem.ts';
import { query as condition } from '../../shared/model/query.ts';
import type { Arm, LeftOut } from '../../shared/model/ratings.ts';
import { codesInOrder, findCode, subtree, type Code } from './codes.ts';
import { facts } from './facts.ts';
import { groupingBy, type Group, type Grouping } from './groups.ts';
import { judgements } from './judgements.ts';
import { countedCoders } from './layers.ts';
import type { Reader } from './operation.ts';
import { foundBy } from './queryEvaluation.ts';
import { savedQuery } from './savedQueries.ts';
import { seenBy } from './seen.ts';

/** Whose words count, which passages, and by what attribute they are compared. */
export const askedOfRatings = {
  speakers: z.enum(['interviewees', 'all']).default('interviewees'),
  /** Whether a code counts what stands below it too; of dimensions only what is rated on the same scale. */
  subcodes: z.boolean().default(false),
  /** Only passages that this query finds, or the one saved under a name. */
  query: condition.optional(), saved: z.string().optional(),
  /** Splits everything by an attribute of the speakers or the documents, as `by` of a frequency table. */
  split: z.string().min(1).optional(),
  ...seenBy,
};
export type AskedOfRatings = z.output<z.ZodObject<typeof askedOfRatings>>;

/** A dimension's coding (index into `facts.codings`), its passage (index into `facts.passages`), and the stakeholder codes that the same coder gave that passage. */
interface Statement { readonly coding: number; readonly passage: number; readonly about: readonly number[] }
/** Every coding of a dimension, in the order of the codings. */
function statementsOf(project: Reader): readonly Statement[] {
  return project.derive('statements', () => {
    const { codings } = facts(project);
    const facetOf: (string | undefined)[] = [];
    for (const { id, facet } of codesInOrder(project)) facetOf[id] = facet;
    const coders = Math.max(0, ...project.query<{ id: number }>('SELECT id FROM coders').map(({ id }) => id)) + 1;
    const abouts = new Map<number, number[]>();
    const statements: Statement[] = [];
    for (let coding = 0; coding < codings.code.length; coding++) {
      const facet = facetOf[codings.code[coding]!];
      if (facet !== 'stakeholder' && facet !== 'dimension') continue;
      const key = codings.passage[coding]! * coders + codings.coder[coding]!;
      let about = abouts.get(key);
      if (!about) abouts.set(key, (about = []));
      if (facet === 'stakeholder') about.push(codings.code[coding]!);
      else statements.push({ coding, passage: codings.passage[coding]!, about });
    }
    return statements;
  });
}

/** Who counts at all: every turn has to be looked at for that, so it is kept. */
const everybody = (project: Reader, speakers: AskedOfRatings['speakers']): Grouping => project.derive(`everybody/${speakers}`, () => groupingBy(project, 'participant', speakers));

/** A statement as it counts: what it says, and for whom. */
export interface Said {
  readonly coding: number;
  readonly passage: number;
  readonly dimension: number;
  readonly about: readonly number[];
  readonly rating: number | null;
  readonly coder: number;
  readonly document: number;
  /** The participants that count; empty where nobody is known to speak. */
  readonly speakers: readonly number[];
}
/** Calls `visit` for every statement that counts: the one place that decides which do. */
export function eachSaid(project: Reader, asked: AskedOfRatings, visit: (said: Said) => void): void {
  const all = facts(project);
  const { codings, passages } = all;
  const { rating } = judgements(project);
  const wanted = asked.saved === undefined ? asked.query : savedQuery(project, asked.saved);
  const found = wanted && new Set(foundBy(project, wanted, asked.coder).passages);
  const counts = countedCoders(project, asked.coder);
  const whole = everybody(project, asked.speakers);
  const counted = all.speakerSets.map((speakers) => whole.counted(speakers));
  for (const { coding, passage, about } of statementsOf(project)) {
    if (!counts(codings.coder[coding]!)) continue;
    if (found && !found.has(passages.id[passage]!)) continue;
    const speakers = counted[passages.spokenBy[passage]!];
    if (!speakers) continue;
    visit({ coding, passage, dimension: codings.code[coding]!, about, rating: rating[codings.id[coding]!] ?? null, coder: codings.coder[coding]!, document: passages.document[passage]!, speakers });
  }
}

/** The groups that a statement falls into, with those of its speakers for whom it counts there. */
export interface Sides {
  readonly groups: readonly Pick<Group, 'key' | 'label' | 'people' | 'unasked'>[];
  readonly by: string | null;
  readonly decides: Grouping['decides'] | 'nothing';
  of(said: Said): readonly { readonly group: number; readonly speakers: readonly number[] }[];
}
/** Groups of any attribute; without one a single group in which everything is. */
export function sidesBy(project: Reader, by: string | undefined, speakers: AskedOfRatings['speakers']): Sides {
  if (by === undefined) {
    const { people } = everybody(project, speakers);
    return { groups: [{ key: null, label: '', people, unasked: false }], by: null, decides: 'nothing', of: (said) => [{ group: 0, speakers: said.speakers }] };
  }
  const grouping = groupingBy(project, by, speakers);
  const deciding = { speakers: (said: Said) => said.speakers, document: ({ document }: Said) => [document], coder: ({ coder }: Said) => [coder] }[grouping.decides];
  return {
    groups: grouping.groups, by: grouping.by, decides: grouping.decides,
    of: (said) => grouping.groupsOf(deciding(said)).map((group) => ({ group, speakers: grouping.speakersIn(group, said.speakers) })),
  };
}
type Side = Sides['groups'][number];
export const armsOf = ({ groups }: Sides): Arm[] => groups.map(({ key, label, people }) => ({ key, label, n: people.size }));
/** Whether nobody was interviewed who is in both. */
export const isUnasked = (one: Side, other: Side): boolean =>
  one.unasked || other.unasked || (one.people.size > 0 && other.people.size > 0 && ![...one.people].some((person) => other.people.has(person)));
/** Those who are in both; null where words were said, but by none of them. */
export function inBoth(one: readonly number[], other: readonly number[], { speakers }: Said): readonly number[] | null {
  const both = one.filter((speaker) => other.includes(speaker));
  return both.length === 0 && speakers.length > 0 ? null : both;
}

/** Which of these codes (indexes) each code counts for. */
export function countingFor(project: Reader, codes: readonly Code[], subcodes: boolean): (code: number) => readonly number[] {
  const known: (number[] | undefined)[] = [];
  codes.forEach((code, index) => { for (const below of subcodes ? subtree(project, code.id) : [code.id]) (known[below] ??= []).push(index); });
  return (code) => known[code] ?? [];
}
/** Each of several, once. */
export const anyOf = (codes: readonly number[], of: (code: number) => readonly number[]): readonly number[] => (codes.length === 1 ? of(codes[0]!) : [...new Set(codes.flatMap(of))]);

export const codesOf = (project: Reader, facet: 'stakeholder' | 'dimension'): Code[] => codesInOrder(project).filter((code) => code.facet === facet);
/** The dimension at a path; a Problem `no-such-dimension` that names those there are. */
export function dimensionAt(project: Reader, path: string): Code {
  const found = findCode(project, parsePath(path), 'dimension');
  if (found === null) throw new Problem('no-such-dimension', { dimension: path, known: codesOf(project, 'dimension').map(({ name }) => name).join(', ') });
  return project.get('codes', found);
}
/** Counts what stands in no cell, or in several, among the statements that it is shown. */
export function leaveOut(project: Reader, asked: AskedOfRatings, dimensions: readonly Code[]): { see(said: Said): void; told(): LeftOut } {
  const wanted = countingFor(project, dimensions, asked.subcodes);
  let [unnamed, shared] = [0, 0];
  return {
    see({ dimension, about }) {
      if (about.length === 1 || wanted(dimension).length === 0) return;
      if (about.length === 0) unnamed++;
      else shared++;
    },
    told: () => ({ unnamed, shared }),
  };
}
