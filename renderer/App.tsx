import { useEffect, useLayoutEffect, useMemo, useState, type DragEvent, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createKeybindingsHandler } from 'tinykeys';
import { Problem } from '../shared/model/problem.ts';
import { isProjectName } from '../shared/model/projectFiles.ts';
import { createWords, languageFor, type Language } from '../shared/words/index.ts';
import { CommandsProvider, themeNow, useCommands } from './commands.ts';
import { useAct } from './core/act.ts';
import { CoreProvider, useCore, useDesk, useDeskProblem, useLive } from './core/context.tsx';
import type { Core } from './core/core.ts';
import { useWords, WordsProvider } from './core/words.tsx';
import styles from './frame/frame.module.css';
import { CommandPalette } from './frame/CommandPalette.tsx';
import { FaultLine } from './frame/Fault.tsx';
import { NoticeLine } from './frame/NoticeLine.tsx';
import { Sheets } from './frame/Sheets.tsx';
import { StatusLine } from './frame/StatusLine.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { Welcome } from './frame/Welcome.tsx';
import { ProblemNote } from './parts/Problem.tsx';
import { createSession, SessionContext, useSession, useSessionStore } from './session.ts';
import { SeenProvider } from './views/code/coders.ts';
import { plainKey } from './views/code/plainKey.ts';
import { waiting } from './views/import/importing.ts';
import { noAgreementAsked } from './views/agreement/asked.ts';
import { startMerging } from './views/merge/merging.ts';
import { everyCode } from './views/codebook/filter.ts';
import { PrintedCodebook } from './views/codebook/PrintedCodebook.tsx';
import { readAhead, viewNamed } from './views/index.ts';

export function App({ core }: { core: Core }) {
  const [session] = useState(createSession);
  return (
    <SessionContext value={session}>
      <CoreProvider core={core}><Surroundings><CommandsProvider><SeenProvider><Desk /></SeenProvider></CommandsProvider></Surroundings></CoreProvider>
    </SessionContext>
  );
}

/** Language, light and dark, and text size, as the person prefers them. */
function Surroundings({ children }: { children: ReactNode }) {
  const desk = useDesk();
  const preferences = desk?.preferences ?? {};
  const language: Language = preferences['language'] === 'en' || preferences['language'] === 'zh' ? preferences['language'] : languageFor(navigator.language);
  const words = useMemo(() => createWords(language), [language]);
  const theme = themeNow(preferences);
  const scale = preferences['readingScale'];
  useEffect(() => {
    const root = document.documentElement;
    root.lang = words.tag;
    root.dataset['theme'] = theme;
    root.style.setProperty('--reading-scale', String(typeof scale === 'number' ? scale : 1));
  }, [words, theme, scale]);
  return <I18nProvider locale={words.tag === 'zh-Hans' ? 'zh-CN' : 'en-US'}><WordsProvider words={words}><FaultLine again={words.say('word.again')}>{children}</FaultLine></WordsProvider></I18nProvider>;
}

/** Keys, menu, dropped files and closing belong to the window, whatever view is open. */
function useWindow(): void {
  const core = useCore();
  const session = useSessionStore();
  const commands = useCommands();
  useEffect(() => {
    const bindings = Object.fromEntries(commands.flatMap(({ id, keys, enabled, run }) => (keys === undefined ? [] : [[keys, (event: KeyboardEvent) => { event.preventDefault(); if (enabled !== false || (id === 'history.undo' && core.flushing.isPending())) run(); }]])));
    const redo = commands.find(({ id }) => id === 'history.redo');
    const onKeys = createKeybindingsHandler({
      ...bindings,
      '$mod+y': (event) => { event.preventDefault(); redo?.run(); },
      '$mod+k': (event) => { event.preventDefault(); session.set({ open: 'commands' }); },
      F1: (event) => { event.preventDefault(); session.set({ open: 'shortcuts' }); },
    }, { ignore: (event) => event.isComposing });
    const listen = (event: KeyboardEvent) => {
      // In a field of its own, undo is the field's.
      const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (inField && /^[zy]$/i.test(event.key)) return;
      const writing = inField || (event.target instanceof HTMLElement && event.target.isContentEditable);
      if (!writing && !event.defaultPrevented && plainKey(event) === '?') { event.preventDefault(); session.set({ open: 'shortcuts' }); }
      onKeys(event);
    };
    addEventListener('keydown', listen);
    const stop = core.bridge.onCommand((id) => commands.find((command) => command.id === id)?.run());
    return () => { removeEventListener('keydown', listen); stop(); };
  }, [commands, core, session]);
  useEffect(() => core.bridge.onClosing(async () => {
    await core.flushing.all();
    if (core.flushing.isPending()) throw new Problem('connection-lost');
  }), [core]);
  useEffect(() => core.onEvent((event) => {
    if (event.kind === 'lost') session.set({ lost: true, notice: { problem: { problem: 'connection-lost', values: {} } } });
    if (event.kind === 'restarted') session.set({ lost: false, notice: { said: 'restarted' } });
  }), [core, session]);
}

function Desk() {
  useWindow();
  const core = useCore();
  const session = useSessionStore();
  const desk = useDesk();
  const { say } = useWords();
  const act = useAct();
  const open = Boolean(desk?.study);
  const project = useLive('project.read', open ? {} : null);
  const view = useSession((now) => now.view);
  const opened = desk?.study?.file;
  useEffect(() => { document.title = project ? `${project.name} · ${say('app.name')}` : say('app.name'); }, [project, say]);
  // Before the views of the next study choose what they show.
  useLayoutEffect(() => { session.set({ document: null, passage: null, selection: null, aside: null, cell: null, goto: null, coders: null, differing: [], agreement: noAgreementAsked, layer: 'people', view: 'code', importing: null, replacing: null, merging: null, mergeRead: null, books: null, pushing: null, codebook: everyCode }); }, [opened, session]);
  const onDrop = async (event: DragEvent) => {
    event.preventDefault();
    const dropped = [...event.dataTransfer.files];
    if (dropped.length === 0 || !open) return;
    const files = await act(() => Promise.all(dropped.map(async (file) => core.bridge.hand(file.name, new Uint8Array(await file.arrayBuffer())))));
    if (!files) return;
    if (files.every((file) => /\.concord$/i.test(file.name))) { session.set({ merging: startMerging(files[0]!), view: 'merge' }); return; }
    const sheet = files.every((file) => /\.(csv|tsv|xlsx)$/i.test(file.name));
    session.set({ importing: waiting(sheet ? 'dropped' : files.every((file) => isProjectName(file.name)) ? 'project' : 'transcripts', files, session.get().importing), view: 'import' });
  };
  useEffect(readAhead, []);
  const problem = useDeskProblem();
  if (!desk) return problem ? <main className={styles['shut']}><ProblemNote problem={problem} /></main> : null;
  const { View } = viewNamed(view);
  return (
    <div className={styles['desk']} onDragOver={(event) => { if (event.dataTransfer.types.includes('Files')) event.preventDefault(); }} onDrop={(event) => { if (event.dataTransfer.types.includes('Files')) void onDrop(event); }}>
      <TopBar />
      <div className={styles['middle']}>{open ? <View key={opened} /> : <Welcome />}</div>
      <NoticeLine />
      <StatusLine />
      <CommandPalette />
      <Sheets />
      {open ? <PrintedCodebook /> : null}
    </div>
  );
}
