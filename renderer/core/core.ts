import { notifyManager, QueryClient, type Query } from '@tanstack/react-query';
import type { Topic } from '../../shared/model/change.ts';
import { isProblemRecord, Problem } from '../../shared/model/problem.ts';
import type { Bridge, CoreEvent, DeskCalls, DeskState, Preference } from '../../shared/model/bridge.ts';
import { createFlushing, type Flushing } from './flushing.ts';
import { createKept, type KeptHere } from './kept.ts';
import { afterFrame } from './frames.ts';
import { createTogether } from './together.ts';
import type { Answer, InputOf, OpName, OutputOf } from '../../electron/ops/index.ts';

/** A file that an operation made crosses the door as its handle. */
type Crossing<O> = O extends { readonly bytes: Uint8Array; readonly name: string } ? { handle: string; name: string; size: number } : O;
export type Outcome<N extends OpName> = Crossing<OutputOf<N>>;
/** A query's answer, and how many edits of texts had been sent when it was asked: it knows all of these and none of those since. */
export interface Known<V> { readonly value: V; readonly edits: number }

export interface Core {
  readonly bridge: Bridge;
  readonly queries: QueryClient;
  readonly flushing: Flushing;
  readonly kept: KeptHere;
  call<N extends OpName>(name: N, input: InputOf<N>, job?: string): Promise<Outcome<N>>;
  desk<N extends keyof DeskCalls>(name: N, input: DeskCalls[N]['input']): Promise<DeskCalls[N]['output']>;
  /** Keeps a preference; it shows before the core has answered, and the next one builds on it. */
  prefer(key: string, value: Preference): Promise<void>;
  preferences(): DeskState['preferences'];
  /** As `call`, for queries that a view follows: notes what was read, and never answers from the midst of an edit. */
  follow<N extends OpName>(name: N, input: InputOf<N>, job?: string): Promise<Known<Outcome<N>>>;
  /** Tells something of one's own in the same frame as the answers that are on their way, so that all of it is drawn once. */
  withAnswers(tell: () => void): void;
  /** Edits of texts that were sent to the core so far. */
  edits(): number;
  onEvent(listener: (event: CoreEvent) => void): () => void;
  /** Asks everything again. */
  refresh(): void;
}

/** Where the desk's state is kept among the answers. */
export const deskKey = ['desk.read', {}] as const;
/** Where it is kept how the open study is shared. */
export const sharedKey = ['shared.read'] as const;

/** The renderer's way to the core. What a followed query has read decides when it is asked again. */
export function createCore(bridge: Bridge): Core {
  const together = createTogether();
  notifyManager.setScheduler(together.tell);
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' } } });
  const read = new Map<string, readonly Topic[]>();
  let edits = 0;
  let editing: Promise<unknown> = Promise.resolve();

  async function ask(name: string, input: unknown, job?: string): Promise<Answer<unknown>> {
    const reply = await bridge.call({ name, input, ...(job === undefined ? {} : { job }) });
    if (isProblemRecord(reply)) throw new Problem(reply.problem, reply.values);
    return reply as Answer<unknown>;
  }
  /** The answer to a query that no edit crossed on the way: then it is plain which edits it knows. */
  async function askBetweenEdits(name: string, input: unknown, job?: string): Promise<Answer<unknown> & { edits: number }> {
    for (;;) {
      await editing;
      const before = edits;
      const answer = await ask(name, input, job);
      if (edits === before) return { ...answer, edits };
    }
  }
  /** Counts what was told of changes; when each topic changed last, and when everything may have. */
  let told = 0;
  let everything = 0;
  const changed = new Map<Topic, number>();
  const keyOf = (query: Query) => JSON.stringify(query.queryKey);
  /** Topics that changed, about which nothing has been asked anew yet. */
  let fresh = new Set<Topic>();
  async function askAnew(): Promise<void> {
    await afterFrame();
    const topics = fresh;
    fresh = new Set();
    await queries.invalidateQueries({ predicate: (query) => read.get(keyOf(query))?.some((topic) => topics.has(topic)) ?? false });
  }
  bridge.onEvent((event) => {
    if (event.kind === 'changed') {
      told++;
      if (fresh.size === 0) void askAnew();
      for (const topic of event.topics) {
        changed.set(topic, told);
        fresh.add(topic);
      }
    } else if (event.kind === 'shared') void queries.invalidateQueries({ queryKey: sharedKey });
    else if (event.kind === 'desk' || event.kind === 'restarted') {
      everything = ++told;
      void queries.invalidateQueries();
    }
  });
  const flushing = createFlushing();
  const desk: Core['desk'] = async (name, input) => (await ask(name, input)).value as never;
  const kept = createKept(desk, queries);
  flushing.add(kept);
  return {
    bridge, queries, flushing, kept, desk,
    async call<N extends OpName>(name: N, input: InputOf<N>, job?: string) {
      const answer = ask(name, input, job);
      if (name === 'document.edit') {
        edits++;
        editing = answer.catch(() => {});
      }
      return (await answer).value as Outcome<N>;
    },
    async prefer(key, value) {
      queries.setQueryData<DeskState>(deskKey, (desk) => desk && { ...desk, preferences: { ...desk.preferences, [key]: value } });
      await ask('desk.prefer', { key, value });
    },
    preferences: () => queries.getQueryData<DeskState>(deskKey)?.preferences ?? {},
    async follow<N extends OpName>(name: N, input: InputOf<N>, job?: string) {
      for (;;) {
        const before = told;
        const { value, reads, edits: known } = await together.during(askBetweenEdits(name, input, job));
        read.set(JSON.stringify([name, input]), reads);
        // What changed while the first answer was on its way could not be known to concern it.
        if (everything <= before && reads.every((topic) => (changed.get(topic) ?? 0) <= before)) return { value: value as Outcome<N>, edits: known };
      }
    },
    withAnswers: together.tell,
    edits: () => edits,
    onEvent: (listener) => bridge.onEvent(listener),
    refresh: () => { void queries.invalidateQueries(); },
  };
}
