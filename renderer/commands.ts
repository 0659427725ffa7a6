import { createContext, createElement, useContext, useMemo, type ReactNode } from 'react';
import { commandEntries, type CommandEntry, type CommandId } from '../shared/model/commands.ts';
import { isProjectName } from '../shared/model/projectFiles.ts';
import type { WordKey, Words } from '../shared/words/index.ts';
import { useAct } from './core/act.ts';
import { useCore, useDesk, useLive } from './core/context.tsx';
import type { Core } from './core/core.ts';
import { useWords } from './core/words.tsx';
import { useSession, useSessionStore, type SessionStore } from './session.ts';
import { askSpeaker, joinHere, splitHere } from './views/code/turns.ts';
import { chooseCopies } from './views/books/asked.ts';
import { chooseOther } from './views/merge/merging.ts';
import { chooseVersion } from './views/replace/replacing.ts';
import { waiting, type Importing } from './views/import/importing.ts';
import { nothingAsked } from './views/memos/asked.ts';

/** Something that can be done from the menu, by a key, or from the command palette. `id` is its key in shared/words under `command`. */
export interface Command {
  readonly id: string;
  /** As tinykeys writes it. */
  readonly keys?: string;
  readonly enabled?: boolean;
  /** Said instead of the words of `command.<id>`. */
  readonly label: string;
  readonly run: () => void;
}

const isMac = /mac/i.test(navigator.platform);
/** '$mod+Shift+z' as a person reads it: 'Ctrl Shift Z', '⌘ ⇧ Z'. */
export function showKeys(keys: string): string {
  const names: Record<string, string> = { $mod: isMac ? '⌘' : 'Ctrl', Shift: isMac ? '⇧' : 'Shift', Alt: isMac ? '⌥' : 'Alt', Enter: '↵', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', Equal: '+', Minus: '−', Digit0: '0' };
  return keys.split('+').map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key)).join(' ');
}

interface Deed { readonly enabled?: (state: State) => boolean; readonly label?: (state: State) => string | undefined; run(context: Context): Promise<void> | void }
interface State { readonly words: Words; readonly open: boolean; readonly undo: string | null; readonly redo: string | null; readonly hasDocument: boolean; /** The open study is shared. */ readonly shared: boolean }
interface Context { readonly core: Core; readonly session: SessionStore; readonly words: Words; readonly study: string | null }

export const readingSizes = { least: 0.85, most: 1.5, step: 0.1 } as const;
const resize = (by: number) => ({ core }: Context) => {
  const { readingScale } = core.preferences();
  const now = typeof readingScale === 'number' ? readingScale : 1;
  return core.prefer('readingScale', by === 0 ? 1 : Math.round(Math.min(readingSizes.most, Math.max(readingSizes.least, now + by)) * 100) / 100);
};
export const themeNow = (preferences: Readonly<Record<string, unknown>>): 'light' | 'dark' =>
  preferences['theme'] === 'light' || preferences['theme'] === 'dark' ? preferences['theme'] : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

const atDocument = (state: State) => state.open && state.hasDocument;
const whenOpen = (state: State) => state.open;
const step = (name: 'history.undo' | 'history.redo') => async ({ core }: Context) => {
  await core.flushing.all();
  await core.call(name, {});
};
const importFiles = (kind: Exclude<Importing['kind'], 'dropped'>) => async ({ core, session }: Context) => {
  const files = await core.bridge.pickFiles(kind === 'codebook' || kind === 'survey' ? 'sheet' : kind);
  const wanted = kind === 'transcripts' && files.every((file) => isProjectName(file.name)) ? 'project' : kind;
  if (files.length > 0) session.set({ importing: waiting(wanted, files, session.get().importing), view: 'import' });
};

/** What each command does, and when it can be done. */
const deeds: Readonly<Record<CommandId, Deed>> = {
  'view.code': { enabled: whenOpen, run: ({ session }) => session.set({ view: 'code' }) },
  'view.tables': { enabled: whenOpen, run: ({ session }) => session.set({ view: 'tables' }) },
  'view.words': { enabled: whenOpen, run: ({ session }) => session.set({ view: 'words' }) },
  'view.agreement': { enabled: whenOpen, run: ({ session }) => session.set({ view: 'agreement' }) },
  'view.stakeholders': { enabled: whenOpen, run: ({ session }) => session.set({ view: 'stakeholders' }) },
  'view.participants': { enabled: whenOpen, run: ({ session }) => session.set({ view: 'participants' }) },
  'view.memos': { enabled: whenOpen, run: ({ session }) => session.set({ view: 'memos' }) },
  'view.conflicts': { enabled: whenOpen, run: ({ session }) => session.set({ view: 'conflicts' }) },
  'memo.journal': { enabled: whenOpen, run: ({ session, study }) => session.set({ view: 'memos', memos: { ...nothingAsked, study, open: { key: `new/${Date.now()}`, memo: null, about: 'project', target: 1 }, writing: true } }) },
  'view.survey': { enabled: whenOpen, run: ({ session }) => session.set({ view: 'survey' }) },
  'view.report': { enabled: whenOpen, run: ({ session }) => session.set({ view: 'report' }) },
  'view.merge': { enabled: whenOpen, run: ({ session }) => session.set({ view: 'merge' }) },
  'study.share': { enabled: whenOpen, label: ({ words, shared }) => (shared ? `${words.say('shared.title')}…` : undefined), run: ({ session }) => session.set({ open: 'together' }) },
  'study.together': { enabled: ({ shared }) => shared, run: async ({ core }) => {
    await core.flushing.all();
    await core.desk('shared.bring', {});
  } },
  'study.merge': { enabled: whenOpen, run: ({ core, session }) => chooseOther(core, session) },
  'codebook.merge': { enabled: whenOpen, run: ({ session }) => session.set({ view: 'books', pushing: null }) },
  'codebook.push': { enabled: whenOpen, run: ({ core, session }) => chooseCopies(core, session) },
  'view.search': { enabled: whenOpen, run: ({ session }) => session.set({ view: 'search', searchWish: session.get().searchWish + 1 }) },
  'import.transcripts': { enabled: whenOpen, run: importFiles('transcripts') },
  'import.participants': { enabled: whenOpen, run: importFiles('sheet') },
  'import.survey': { enabled: whenOpen, run: importFiles('survey') },
  'import.codebook': { enabled: whenOpen, run: importFiles('codebook') },
  'import.project': { enabled: whenOpen, run: importFiles('project') },
  'document.replace': { enabled: atDocument, run: async ({ core, session }) => { const { document } = session.get(); if (document !== null) await chooseVersion(core, session, document); } },
  'export.codebook': { enabled: whenOpen, run: ({ session }) => session.set({ open: 'exportCodebook' }) },
  'export.project': { enabled: whenOpen, run: ({ session }) => session.set({ open: 'exportProject' }) },
  'export.print': { enabled: whenOpen, run: ({ session }) => session.set({ printing: true }) },
  'export.excerpts': { enabled: whenOpen, run: ({ session }) => session.set({ open: 'export' }) },
  'history.versions': { enabled: whenOpen, run: ({ session }) => session.set({ open: 'versions' }) },
  'history.undo': { enabled: (state) => state.undo !== null, label: ({ words, undo }) => (undo === null ? undefined : `${words.say('command.history.undo')}: ${undo}`), run: step('history.undo') },
  'history.redo': { enabled: (state) => state.redo !== null, label: ({ words, redo }) => (redo === null ? undefined : `${words.say('command.history.redo')}: ${redo}`), run: step('history.redo') },
  'history.text': { enabled: (state) => state.open && state.hasDocument, run: async ({ core, session }) => { await core.flushing.all(); session.set({ open: 'textHistory' }); } },
  'history.show': { enabled: whenOpen, run: ({ session }) => session.set({ open: 'history' }) },
  'coding.recode': { enabled: atDocument, run: ({ session, words }) => { const { passage } = session.get(); session.set(passage === null ? { notice: { said: words.say('recode.atCaret') } } : { view: 'code', recoding: { passage, coding: null } }); } },
  'turn.speaker': { enabled: atDocument, run: ({ core, session }) => askSpeaker(core, session) },
  'turn.split': { enabled: atDocument, run: ({ core, session }) => splitHere(core, session) },
  'turn.join': { enabled: atDocument, run: ({ core, session }) => joinHere('previous')(core, session) },
  'turn.joinNext': { enabled: atDocument, run: ({ core, session }) => joinHere('next')(core, session) },
  'study.new': { run: ({ session }) => session.set({ open: 'newStudy' }) },
  'study.open': { run: async ({ core, session }) => {
    if (core.bridge.shell === 'browser') return session.set({ open: 'studies' });
    const [file] = await core.bridge.pickFiles('study');
    if (!file) return;
    await core.flushing.all();
    await core.desk('desk.open', { handle: file.handle });
  } },
  'study.sample': { run: async ({ core, words }) => {
    await core.flushing.all();
    await core.desk('desk.sample', { language: words.language });
  } },
  'view.theme': { run: ({ core }) => core.prefer('theme', themeNow(core.preferences()) === 'dark' ? 'light' : 'dark') },
  'view.language': { run: ({ core, words }) => core.prefer('language', words.language === 'en' ? 'zh' : 'en') },
  'view.larger': { run: resize(readingSizes.step) },
  'view.smaller': { run: resize(-readingSizes.step) },
  'view.usual': { run: resize(0) },
  'help.shortcuts': { run: ({ session }) => session.set({ open: 'shortcuts' }) },
  'help.about': { run: ({ session }) => session.set({ open: 'about' }) },
};

/** What an entry of the history was, in words. */
export function sayDone(words: Words, entry: { readonly operation: string; readonly about: Readonly<Record<string, string | number>> } | null | undefined): string | null {
  if (!entry) return null;
  const key = `done.${entry.operation}`;
  return words.has(key) ? words.say(key as WordKey, { count: 1, ...entry.about }) : entry.operation;
}

const CommandsContext = createContext<readonly Command[]>([]);
/** All commands as they stand, worked out once for whoever shows some of them. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const core = useCore();
  const session = useSessionStore();
  const words = useWords();
  const desk = useDesk();
  const act = useAct();
  const open = desk?.study !== null && desk !== undefined;
  const project = useLive('project.read', open ? {} : null);
  // Which document it is makes no difference: going from one to the next changes no command.
  const hasDocument = useSession((now) => now.document !== null);
  const study = desk?.study?.file ?? null;
  const shared = Boolean(desk?.study?.shared);
  const [undo, redo] = [sayDone(words, project?.undo), sayDone(words, project?.redo)];
  const commands = useMemo(() => {
    const state: State = { words, open, undo, redo, hasDocument, shared };
    return commandEntries.map(({ id, keys }: CommandEntry) => ({ id, keys, ...deeds[id as CommandId] })).map(({ id, keys, enabled, label, run }) => ({
      id, ...(keys === undefined ? {} : { keys }), enabled: enabled?.(state) ?? true, label: label?.(state) ?? words.say(`command.${id}` as WordKey),
      run: () => { void act(async () => run({ core, session, words, study })); },
    }));
  }, [core, session, words, act, open, study, undo, redo, hasDocument, shared]);
  return createElement(CommandsContext, { value: commands }, children);
}
export const useCommands = (): readonly Command[] => useContext(CommandsContext);
