import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { CallMessage, CallReply, CoreEvent, DeskCalls, DeskState, HandedFile, StudyPlace } from '../../shared/model/bridge.ts';
import { faultsOf } from '../../shared/model/faults.ts';
import { givenName } from '../../shared/model/fields.ts';
import { fileStem } from '../../shared/model/fileName.ts';
import { packageRecord } from '../../shared/model/handOut.ts';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import { createWords } from '../../shared/words/index.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { clock as usualClock, type Clock } from './clock.ts';
import { createStudy, openStudy, type Engine } from './engine.ts';
import { writeWhole } from './files.ts';
import { createIntake } from './intake.ts';
import { createJobs } from './jobs.ts';
import { openSettings, type Places } from './settings.ts';
import { createTextSearcher } from './textSearcher.ts';
import { createTranscriptReader } from './transcriptReader.ts';
import { createKept } from './kept.ts';
import { createSharing, type Sharing } from './sharing.ts';
import { createPushCalls, pushInputs } from './pushCalls.ts';
import { createSharedCalls, sharedInputs } from './sharedCalls.ts';
import { createWorkingCopies } from './workingCopies.ts';

export const studyExtension = '.concord';

export interface DeskOptions {
  readonly places: Places;
  /** The sample study of a language as a file to copy; null where it was not built. */
  readonly sample: (language: 'en' | 'zh') => string | null;
  readonly version: string;
  readonly clock?: Clock;
}
/** A study that is open: where it is found again, and how it is shared, if it is. */
interface Opened { readonly file: string; readonly engine: Engine; readonly sharing: Sharing | null }
/** What a door (desktop window, loopback server) talks to: at most one open study, and what surrounds it on this machine. */
export interface Desk {
  call(message: CallMessage): Promise<CallReply>;
  onEvent(listener: (event: CoreEvent) => void): () => void;
  hand(name: string, bytes: Uint8Array): HandedFile;
  handPath(path: string): HandedFile;
  /** The bytes behind a handle, to be sent to where the person saves them. */
  read(handle: string): IncomingFile;
  saveTo(handle: string, path: string): void;
  open(file: string): void;
  /** The study that was open last, else a fresh copy of the sample, else nothing. */
  openUsual(language: 'en' | 'zh'): void;
  close(): void;
}

const inputs: { [N in keyof DeskCalls]: z.ZodType<DeskCalls[N]['input']> } = {
  'desk.read': z.strictObject({}),
  'desk.open': z.union([z.strictObject({ file: z.string() }), z.strictObject({ handle: z.string() })]),
  'desk.create': z.strictObject({ name: givenName, handle: z.string().optional() }),
  'desk.sample': z.strictObject({ language: z.enum(['en', 'zh']) }),
  'desk.close': z.strictObject({}),
  'desk.coder': z.strictObject({ name: givenName }),
  'desk.copy': z.strictObject({ name: z.string().min(1).max(300) }),
  'desk.prefer': z.strictObject({ key: z.string().max(100), value: z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]) }),
  'kept.read': z.strictObject({ study: z.uuid(), file: z.string() }),
  'kept.put': z.strictObject({ study: z.uuid(), file: z.string(), key: z.string().min(1).max(100), value: z.string().max(1_000_000).nullable() }),
  'job.cancel': z.strictObject({ job: z.string() }),
  ...sharedInputs,
  ...pushInputs,
};

export function createDesk({ places, sample, version, clock = usualClock }: DeskOptions): Desk {
  const settings = openSettings(places.settings);
  const kept = createKept(join(dirname(places.settings), 'kept'));
  const intake = createIntake();
  const listeners = new Set<(event: CoreEvent) => void>();
  const announce = (event: CoreEvent) => listeners.forEach((listener) => listener(event));
  const reader = createTranscriptReader();
  const texts = createTextSearcher();
  const jobs = createJobs(intake, reader, texts, announce);
  const copies = createWorkingCopies(join(dirname(places.settings), 'shared'));
  let study: Opened | null = null;

  /** A study in a folder that other machines have too is worked on in a copy of this machine's own, and brought together with theirs. */
  function open(given: string): void {
    const path = resolve(given);
    if (study?.file === path) return;
    const shared = copies.find(path);
    const file = shared?.file ?? path;
    if (study?.file === file) return;
    const { engine, anew } = shared ? copies.open(shared, path) : { engine: openStudy(path), anew: false };
    close();
    settings.openPackage(packageRecord(engine.reader.all('project')[0]?.handedOut));
    const sharing = shared && createSharing({ engine, shared, anew, clock, who: () => settings.read().coder, isKnown: settings.isCoderKnown, keep: copies.keep, announce: () => announce({ kind: 'shared' }), fault: (error) => { process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`); } });
    study = { file, engine, sharing };
    engine.onChanged((topics) => announce({ kind: 'changed', topics: [...topics] }));
    const place = { file, name: shared?.name ?? basename(path, studyExtension), opened: Date.now() };
    settings.change({ recent: [place, ...settings.read().recent.filter((recent) => recent.file !== file)].slice(0, 12) });
    announce({ kind: 'desk' });
    void sharing?.bring(false);
  }
  function close(): void {
    const left = study;
    study = null;
    left?.sharing?.close();
    left?.engine.close();
    settings.openPackage(null);
  }
  /** Makes a file of this name in the studies folder, numbered where the name is taken. */
  function freePlace(name: string): string {
    mkdirSync(places.studies, { recursive: true });
    const stem = fileStem(name, 'Study');
    for (let number = 1; ; number++) {
      const file = join(places.studies, `${stem}${number === 1 ? '' : ` ${number}`}${studyExtension}`);
      if (!existsSync(file)) return file;
    }
  }
  function openSample(language: 'en' | 'zh'): void {
    const source = sample(language);
    if (source === null) throw new Problem('no-such-file', { file: 'sample' });
    const file = freePlace(createWords(language).say('app.sampleName'));
    copyFileSync(source, file);
    open(file);
  }
  function studies(): StudyPlace[] {
    const shared = new Map(copies.all().map((each) => [each.file, { by: each.by, folder: each.folder }]));
    const recent = settings.read().recent.filter(({ file }) => file === study?.file || shared.has(file) || existsSync(file));
    const lying = existsSync(places.studies) ? readdirSync(places.studies).filter((name) => extname(name) === studyExtension).map((name) => join(places.studies, name)) : [];
    const others = lying.filter((file) => !recent.some((place) => place.file === file)).map((file) => ({ file, name: basename(file, studyExtension), opened: Math.round(statSync(file).mtimeMs) }));
    return [...recent, ...others].toSorted((a, b) => b.opened - a.opened).map((place) => ({ ...place, shared: shared.get(place.file) ?? null }));
  }

  const state = (): DeskState => {
    const { coder, preferences } = settings.read();
    const all = studies();
    return { study: all.find(({ file }) => file === study?.file) ?? null, studies: all, coder, preferences, version, folder: places.studies };
  };
  const sharedCalls = createSharedCalls({ copies, intake, opened: () => study, close, open, freePlace });
  const calls: { [N in keyof DeskCalls]: (input: DeskCalls[N]['input']) => DeskCalls[N]['output'] | Promise<DeskCalls[N]['output']> } = {
    'desk.read': state,
    'desk.open': (input) => { open('file' in input ? input.file : intake.pathOf(input.handle)); return null; },
    'desk.create': ({ name, handle }) => {
      const file = handle === undefined ? freePlace(name) : intake.pathOf(handle);
      createStudy(file, name);
      open(file);
      return null;
    },
    'desk.sample': ({ language }) => { openSample(language); return null; },
    'desk.close': () => { close(); announce({ kind: 'desk' }); return null; },
    'desk.coder': ({ name }) => { settings.setCoder(name); announce({ kind: 'desk' }); return null; },
    'desk.copy': ({ name }) => {
      if (!study) throw new Problem('no-study-open');
      return intake.make(`${fileStem(name, 'Study')}${studyExtension}`, study.engine.bytes());
    },
    'desk.prefer': ({ key, value }) => {
      settings.change({ preferences: { ...settings.read().preferences, [key]: value } });
      announce({ kind: 'desk' });
      return null;
    },
    'kept.read': ({ study: uuid, file }) => kept.read(uuid, file),
    'kept.put': ({ study: uuid, file, key, value }) => { kept.put(uuid, file, key, value); return null; },
    'job.cancel': ({ job }) => { jobs.cancel(job); return null; },
    ...sharedCalls,
    ...createPushCalls({ intake, opened: () => study, copyOf: copies.copyOf, who: () => settings.read().coder }),
  };

  async function call({ name, input, job }: CallMessage): Promise<CallReply> {
    try {
      if (Object.hasOwn(calls, name)) {
        const parsed = inputs[name as keyof DeskCalls].safeParse(input);
        if (!parsed.success) throw new Problem('bad-input', { operation: name, faults: faultsOf(parsed.error) });
        return { value: await (calls[name as keyof DeskCalls] as (given: unknown) => unknown)(parsed.data), reads: [] };
      }
      if (!study) throw new Problem('no-study-open');
      const { engine, sharing } = study;
      if (name === 'document.edit') sharing?.edited();
      const { value, reads } = await jobs.run(job, (preparation) => engine.ask(name, input, { who: settings.read().coder, preparation }));
      // What was decided about another's work is told at once, and goes to the folder.
      if (name === 'study.merge') void sharing?.bring(false);
      return { value: handOut(value), reads };
    } catch (error) {
      if (error instanceof Problem) return problemRecord(error);
      throw error;
    }
  }
  /** Files that an operation made stay here; the door carries their handles. */
  const handOut = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array && 'name' in value ? intake.make(String(value.name), value.bytes) : value;

  return {
    call, open,
    close() {
      close();
      reader.close();
      texts.close();
    },
    hand: intake.hand,
    handPath: intake.handPath,
    read: intake.read,
    saveTo: (handle, path) => writeWhole(path, intake.read(handle).bytes, study?.engine.file ?? null),
    onEvent(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    openUsual(language) {
      for (const { file } of studies()) {
        try { return open(file); } catch (error) { if (!(error instanceof Problem)) throw error; }
      }
      if (sample(language) !== null) openSample(language);
    },
  };
}
