import { z } from 'zod';
import type { CallMessage, CoreEvent, DeskState, HandedFile, Picking } from '../../shared/model/bridge.ts';
import type { ProblemRecord } from '../../shared/model/problem.ts';

/** What crosses between the window's page, the main process and the core process. Everything is a value that structured clone carries. */

/** Page to core, over a port of their own. `id` is the page's, and comes back with the answer. */
export const pageRequest = z.union([
  z.strictObject({ id: z.number(), call: z.strictObject({ name: z.string(), input: z.unknown(), job: z.string().optional() }) }),
  z.strictObject({ id: z.number(), hand: z.strictObject({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }) }),
]);
export type PageRequest =
  | { readonly id: number; readonly call: CallMessage }
  | { readonly id: number; readonly hand: { readonly name: string; readonly bytes: Uint8Array } };
/** Core to page: a CallReply or HandedFile for a request, or what happened meanwhile. */
export type PageMessage = { readonly id: number; readonly answer: unknown } | { readonly event: CoreEvent };

/** What main asks of the core on a person's behalf: paths stay between these two, the page knows handles. */
export interface CoreAsks {
  /** The endings of files that can be picked for a purpose, without the dot. */
  endings: { input: { readonly what: Picking }; output: readonly string[] };
  hand: { input: { readonly paths: readonly string[] }; output: readonly HandedFile[] };
  save: { input: { readonly handle: string; readonly path: string }; output: null };
  open: { input: { readonly file: string }; output: null };
}
export type AskName = keyof CoreAsks;
export type Ask = { [N in AskName]: { readonly name: N; readonly input: CoreAsks[N]['input'] } }[AskName];

/** The first message to a core process. */
export interface CoreStart {
  readonly kind: 'start';
  /** Language of the sample that a first start opens. */
  readonly language: 'en' | 'zh';
  /** The study to open; the usual one where null or where it cannot be opened. */
  readonly file: string | null;
  readonly version: string;
  /** Folder of the sample studies. */
  readonly samples: string;
}
export type ToCore = CoreStart | { readonly kind: 'page' } | { readonly kind: 'ask'; readonly id: number; readonly ask: Ask } | { readonly kind: 'close' };
export type FromCore =
  /** Sent once the study is open, and whenever the desk's own state changes. */
  | { readonly kind: 'state'; readonly state: DeskState }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  /** Something that no request asked for went wrong. */
  | { readonly kind: 'problem'; readonly problem: ProblemRecord };
