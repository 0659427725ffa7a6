import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import type { SharedFile, SharedNews, SharedState } from '../../shared/model/sharing.ts';
import type { Clock } from './clock.ts';
import type { Engine } from './engine.ts';
import { takenBack } from './takenBack.ts';
import { bringTogether, dropOwn, putOwn, type Round, type Seen, type Together } from './together.ts';
import { mergeOperation } from '../ops/mergeGround.ts';
import type { Shared } from './workingCopies.ts';

const second = 1000;
const minute = 60 * second;
/** What is larger is written less often, bytes: the sharing program has to carry all of it each time. */
const large = 20 * 1024 * 1024;
/** How often it is looked whether it is time, ms. */
const lookEvery = 15 * second;
export interface Moment { readonly now: number; /** When it was last tried to bring everything together; when something was written last that is not in the folder yet; when text was corrected last. Null for never. */ readonly tried: number | null; readonly changed: number | null; readonly edited: number | null; /** Since when the window has a text open to be corrected. */ readonly held: number | null; /** Of the study, bytes. */ readonly size?: number }
/** Whether this is the moment to bring together unasked: never in the midst of a correction, which another's would move away under the hands. */
export function isDue({ now, tried, changed, edited, held, size = 0 }: Moment): boolean {
  if (isCorrecting({ now, edited, held })) return false;
  const pause = (time: number) => time * Math.min(5, Math.max(1, size / large));
  return tried === null || now - tried >= pause(3 * minute) || (changed !== null && now - changed >= pause(2 * minute));
}
export const isCorrecting = ({ now, edited, held }: Pick<Moment, 'now' | 'edited' | 'held'>): boolean => (edited !== null && now - edited < 30 * second) || (held !== null && now - Math.max(held, edited ?? 0) < 3 * minute);

export interface SharingOptions {
  readonly engine: Engine;
  readonly shared: Shared;
  /** The working copy had to be made anew. */
  readonly anew: boolean;
  readonly clock: Clock;
  who(): string;
  /** Whether that is a name that she gave herself. */
  isKnown(): boolean;
  keep(shared: Shared): void;
  /** Is told of a fault of the program that another's file brought about: it must not end what is open. */
  fault(error: unknown): void;
  /** Tells that the state has changed. */
  announce(): void;
}
/** The open study among those of the others. */
export interface Sharing {
  readonly shared: Shared;
  state(): SharedState;
  /** Brings everything together now, because the person asked or because it is time; one after the other. */
  bring(asked: boolean): Promise<void>;
  /** Text was corrected now; the window has a text open to be corrected, or not any more. */
  edited(): void;
  hold(on: boolean): void;
  /** The file of another, by its name, where it can be decided about. */
  pathOf(file: string): string;
  /** Puts what is here into the folder if nothing stands against it, and ends. */
  close(): void;
}

interface Standing { shared: Shared; running: Promise<void> | null; closed: boolean; /** When everything was brought together. */ met: number | null; tried: number | null; changed: number | null; edited: number | null; held: number | null; missing: boolean; /** Whose work was undone. */ back: string | null; files: readonly SharedFile[]; unwritten: Problem | null; news: readonly SharedNews[] }

export function createSharing({ engine, shared: first, anew, clock, who, isKnown, keep, announce, fault }: SharingOptions): Sharing {
  const seen = new Map<string, Seen>();
  const now: Standing = { shared: first, running: null, closed: false, met: null, tried: null, changed: null, edited: null, held: null, missing: false, back: null, files: [], unwritten: null, news: anew ? [{ what: 'anew', file: '' }] : first.by !== null && !first.told.includes('') ? [{ what: 'begun', file: '' }] : [] };
  const change = (fields: Partial<Shared>) => keep((now.shared = { ...now.shared, ...fields }));
  const lookBack = () => { now.back = takenBack(engine.reader, now.shared.resumed); };
  if (now.news.length > 0) change({ told: [...first.told, ''] });
  lookBack();
  const stopListening = engine.onChanged(() => {
    now.changed = clock.now();
    const before = now.back;
    // To look through the whole journal after every coding would take too long.
    if (before !== null || engine.reader.next('redo')?.operation === mergeOperation) lookBack();
    if (before !== now.back) announce();
  });
  const roundNow = (more: Partial<Round>): Round => {
    const { folder, original, alone, own } = now.shared;
    return { engine, who: who(), folder, original, alone, own, mayRename: !alone, seen, ended: () => now.closed, fault, ...more };
  };

  /** Whether the folder is there. It is made once, and by whoever asks: where it is gone, the drive may be. */
  function isThere(asked: boolean): boolean {
    const { folder, made } = now.shared;
    if (!existsSync(folder)) {
      if ((made && !asked) || !existsSync(dirname(folder))) return false;
      mkdirSync(folder);
    }
    if (!made) change({ made: true });
    return true;
  }
  async function round(asked: boolean): Promise<void> {
    if (asked) seen.clear();
    try {
      now.missing = !isThere(asked);
      now.tried = clock.now();
      if (now.missing || (!asked && now.back !== null)) return;
      const wait = () => { if (!asked && isCorrecting({ ...now, now: clock.now() })) throw new Problem('cancelled'); };
      const { own, named, alone } = now.shared;
      const renames = own !== null && !named && !alone && isKnown();
      const together = await bringTogether(roundNow({ wait, ...(renames ? { own: null } : {}) }));
      take(together);
      if (renames && together.written !== null && dropOwn(roundNow({ own }))) now.files = now.files.filter(({ file }) => file !== own);
      if (asked) change({ resumed: engine.reader.head() });
      lookBack();
      now.met = now.tried = clock.now();
      now.changed = null;
    } catch (error) {
      if (now.closed) return;
      if (isOffline(error)) now.missing = true;
      else if (!(error instanceof Problem)) fault(error);
      // It was not the moment: soon again.
      else if (error.code === 'cancelled') now.tried = null;
    }
  }
  function take({ met, written, unwritten }: Together): void {
    now.files = met;
    now.unwritten = unwritten;
    const fresh = met.filter(({ file, copyOf, became }) => copyOf !== null && became !== 'unreadable' && !now.shared.told.includes(file)).map(({ file }) => file);
    now.news = [...now.news, ...fresh.map((file) => ({ what: 'copy' as const, file }))];
    if (fresh.length > 0 || (written !== null && written !== now.shared.own)) change({ told: [...now.shared.told, ...fresh], ...(written === null ? {} : { own: written, named: isKnown() }) });
  }
  async function bring(asked: boolean): Promise<void> {
    while (now.running) await now.running;
    if (now.closed) return;
    now.running = round(asked).finally(() => { now.running = null; if (!now.closed) announce(); });
    announce();
    await now.running;
  }
  const stop = clock.every(lookEvery, () => { if (!now.running && isDue({ ...now, now: clock.now(), size: statSync(engine.file, { throwIfNoEntry: false })?.size ?? 0 })) void bring(false); });

  return {
    get shared() { return now.shared; },
    state() {
      const { by, folder, own, alone } = now.shared;
      const files = now.files.filter(({ file, became }) => file !== own || became === 'waits' || became === 'unreadable');
      return { by, folder, alone, own, at: now.met, running: now.running !== null, missing: now.missing, takenBack: now.back, unwritten: now.unwritten && problemRecord(now.unwritten), files, news: now.news };
    },
    bring,
    edited() { now.edited = clock.now(); },
    hold(on) { now.held = on ? clock.now() : null; },
    pathOf(file) {
      const found = now.files.find((each) => each.file === file);
      if (!found) throw new Problem('no-such-file', { file });
      const inFolder = join(now.shared.folder, file);
      return existsSync(inFolder) || now.shared.original === null ? inFolder : join(dirname(now.shared.original), file);
    },
    close() {
      stop();
      stopListening();
      if (!now.running && !now.missing && now.back === null) {
        try { putOwn(roundNow({})); } catch (error) { if (!(error instanceof Problem) && !isOffline(error)) throw error; }
      }
      now.closed = true;
    },
  };
}
const isOffline = (error: unknown): boolean => error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code);
