import type { Topic } from './change.ts';
import type { ProblemRecord } from './problem.ts';
import type { PushedBook } from './pushedBook.ts';
import type { Sharer } from './sharedPlace.ts';
import type { SharedState } from './sharing.ts';

/** A file that was handed to the core (picked, dropped, or made by an export): the core keeps its bytes, doors carry the handle. */
export interface HandedFile { readonly handle: string; readonly name: string; /** Bytes. */ readonly size: number }

/** One call as it crosses a door. `job` names a long one, so that its progress can be told and it can be stopped. */
export interface CallMessage { readonly name: string; readonly input: unknown; readonly job?: string }
export type CallReply = { readonly value: unknown; readonly reads: readonly Topic[] } | ProblemRecord;

export type CoreEvent =
  | { readonly kind: 'changed'; readonly topics: readonly Topic[] }
  | { readonly kind: 'progress'; readonly job: string; readonly done: number; readonly total: number }
  /** Another study was opened, or the desk's own state changed: ask everything again. */
  | { readonly kind: 'desk' }
  /** Something came of bringing the study together with others: ask `shared.read` again. */
  | { readonly kind: 'shared' }
  /** The core does not answer any more; `restarted` follows when it does. */
  | { readonly kind: 'lost' }
  /** The core process ended and was started again; what it had acknowledged is saved. */
  | { readonly kind: 'restarted' };

/** What files are asked for; of `transcripts`, `codebooks` and `copies` several at once. */
export type Picking = 'transcripts' | 'sheet' | 'project' | 'study' | 'codebooks' | 'copies';
export const pickings = ['transcripts', 'sheet', 'project', 'study', 'codebooks', 'copies'] as const satisfies readonly Picking[];
export const picksSeveral = (what: Picking): boolean => what === 'transcripts' || what === 'codebooks' || what === 'copies';

/** What the renderer has of the world outside: the same in the desktop window (preload) and in a browser (loopback server). */
export interface Bridge {
  readonly shell: 'desktop' | 'browser';
  call(message: CallMessage): Promise<CallReply>;
  onEvent(listener: (event: CoreEvent) => void): () => void;
  /** Hands in the bytes of a dropped file or of a picture that the renderer drew. */
  hand(name: string, bytes: Uint8Array): Promise<HandedFile>;
  /** Asks the person for files; empty when she thought better of it. */
  pickFiles(what: Picking): Promise<readonly HandedFile[]>;
  /** Asks where to put a new study and answers with a handle for `desk.create`; null where the shell cannot ask (browser) or she cancelled. */
  pickPlace(suggestedName: string): Promise<HandedFile | null>;
  /** Asks for a folder; null where the shell cannot ask (browser) or she cancelled. */
  pickFolder(): Promise<HandedFile | null>;
  /** Saves a handed file where the person says. False when she thought better of it. */
  save(file: HandedFile): Promise<boolean>;
  /** Ids of commands chosen in the application menu. */
  onCommand(listener: (command: string) => void): () => void;
  /** `flush` is awaited before the window closes: a pending edit must not be lost. It rejects where something could not be saved. */
  onClosing(flush: () => Promise<void>): () => void;
}

export interface StudyPlace { readonly file: string; readonly name: string; /** When it was last opened, ms. */ readonly opened: number; /** Where it is shared with others, and by what; null where it is not. */ readonly shared: { readonly by: Sharer | null; readonly folder: string } | null }
export type Preference = string | number | boolean | null;
/** What surrounds the open study on this machine. */
export interface DeskState {
  readonly study: StudyPlace | null;
  /** Studies opened before or lying in the studies folder, newest first. */
  readonly studies: readonly StudyPlace[];
  /** Name of the coder at work. */
  readonly coder: string;
  readonly preferences: Readonly<Record<string, Preference>>;
  readonly version: string;
  readonly folder: string;
}
/** Calls that need no open study. Inputs are parsed in the core like those of the operations. */
export interface DeskCalls {
  'desk.read': { input: Record<string, never>; output: DeskState };
  'desk.open': { input: { file: string } | { handle: string }; output: null };
  'desk.create': { input: { name: string; handle?: string | undefined }; output: null };
  'desk.sample': { input: { language: 'en' | 'zh' }; output: null };
  'desk.close': { input: Record<string, never>; output: null };
  'desk.coder': { input: { name: string }; output: null };
  /** The open study as it stands, as a file of that name that can be saved: to be sent, or kept. */
  'desk.copy': { input: { name: string }; output: HandedFile };
  'desk.prefer': { input: { key: string; value: Preference }; output: null };
  /** What this machine keeps of a study (by its UUID, which its copies share, and by its file) beside it, such as what was begun and not carried out: texts by key. */
  'kept.read': { input: { study: string; file: string }; output: Readonly<Record<string, string>> };
  /** Keeps one of them; null forgets it. */
  'kept.put': { input: { study: string; file: string; key: string; value: string | null }; output: null };
  /** How the open study stands to those of the others; null where it is not shared. */
  'shared.read': { input: Record<string, never>; output: SharedState | null };
  /** Brings everything together now, also what was undone. */
  'shared.bring': { input: Record<string, never>; output: null };
  /** The window has a text open to be corrected, or not any more: nothing comes in meanwhile. */
  'shared.hold': { input: { on: boolean }; output: null };
  /** The file of another, where it can be decided about. */
  'shared.file': { input: { file: string }; output: HandedFile };
  /** Shares the open study in a folder, and ends that: what is there stays there. */
  'shared.start': { input: { folder: string } | { handle: string }; output: null };
  'shared.stop': { input: Record<string, never>; output: null };
  /** Gives the open study's codebook to copies of it, by their handles; without `write` it only tells what would come of it. One after the other, each with its own answer. */
  'book.push': { input: { copies: string[]; language: 'en' | 'zh'; write: boolean }; output: readonly PushedBook[] };
  'job.cancel': { input: { job: string }; output: null };
}
