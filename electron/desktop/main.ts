/** The desktop program: one window on the core process. What it allows stands in policy.ts; what it says to whom, in the modules beside it. */
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, Menu, protocol, session, type BrowserWindow } from 'electron';
import { z } from 'zod';
import { isProblemRecord } from '../../shared/model/problem.ts';
import { createWords, languageFor, type Language } from '../../shared/words/index.ts';
import { standardPlaces } from '../core/settings.ts';
import { channels } from './channels.ts';
import { startCore, type CoreProcess } from './core-process.ts';
import { createDialogs, serveFiles, type Surroundings } from './dialogs.ts';
import { guardSession } from './guards.ts';
import { receive } from './ipc.ts';
import { commandEntries } from '../../shared/model/commands.ts';
import { menuTemplate } from './menu.ts';
import { commandLineIn, privileges, studyIn, switches, windowTitle } from './policy.ts';
import { openWindow, type StudyWindow } from './window.ts';

const here = import.meta.dirname;

/** The command line that the packaged program carries: `concord --cli …`, without a window. */
async function runCommandLine(given: readonly string[]): Promise<void> {
  process.argv = [process.execPath, 'concord', ...given];
  await import(pathToFileURL(join(here, 'cli.js')).href);
  await new Promise((written) => process.stdout.write('', written));
  app.exit(Number(process.exitCode ?? 0));
}

/** Everything that Electron must know before it is ready. */
function prepare(): void {
  app.enableSandbox();
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
  protocol.registerSchemesAsPrivileged(privileges);
  // Chromium's own files beside Concord's: the lock against a second instance is there too.
  app.setPath('userData', join(dirname(standardPlaces().settings), 'desktop'));
}

interface Running { page: StudyWindow | null; core: CoreProcess | null; language: Language; /** A study that the system asked for before the core ran. */ wanted: string | null }

function openDesktop(): void {
  const running: Running = { page: null, core: null, language: 'en', wanted: studyIn(process.argv, process.cwd()) };
  const words = () => createWords(running.language);
  const surroundings: Surroundings = { window: () => running.page?.window ?? null, words };
  const dialogs = createDialogs(surroundings);

  function showMenu(): void {
    const send = (id: string) => running.page?.window.webContents.send(channels.command, id);
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(commandEntries, words().say, process.platform, send)));
  }
  /** Opens a study that the system or a second instance asks for, once the page has brought home what belongs to the present one. */
  async function openStudy(file: string): Promise<void> {
    if (!running.core || !running.page) return void (running.wanted = file);
    raise(running.page.window);
    if (!(await running.page.flush())) return;
    const opened = await running.core.ask('open', { file });
    if (isProblemRecord(opened)) await dialogs.tell(opened);
  }
  function start(): void {
    running.language = languageFor(app.getLocale()); // known only now
    guardSession(session.defaultSession, join(here, '../renderer'), app.isPackaged);
    showMenu();
    const page = (running.page = openWindow({ preload: join(here, 'preload.cjs'), packaged: app.isPackaged, placeFile: join(app.getPath('userData'), 'window.json'), dialogs }));
    const { window } = page;
    window.on('closed', () => { running.page = null; });
    const core = (running.core = startCore({
      script: join(here, 'core.js'),
      start: { language: running.language, file: running.wanted, version: app.getVersion(), samples: join(here, '../sample') },
      onState({ study, preferences }) {
        const language = preferences['language'] === 'en' || preferences['language'] === 'zh' ? preferences['language'] : languageFor(app.getLocale());
        if (language !== running.language) {
          running.language = language;
          showMenu();
        }
        running.page?.window.setTitle(windowTitle(study?.name ?? null));
      },
      onProblem: (problem) => void dialogs.tell(problem),
      onLost: () => running.page?.window.webContents.send(channels.lost),
      onRestarted: () => { if (running.page) core.connect(running.page.window.webContents.mainFrame); },
      async onFailing() {
        const again = await dialogs.tryAgain();
        if (!again) app.exit(1);
        return again;
      },
    }));
    serveFiles(core, dialogs, surroundings);
    receive(channels.port, z.undefined(), (_message, { senderFrame }) => {
      page.ready();
      if (senderFrame) core.connect(senderFrame);
    });
    receive(channels.flushed, z.strictObject({ id: z.number(), safe: z.boolean() }), ({ id, safe }) => page.flushed(id, safe));
  }

  app.on('second-instance', (_event, _argv, _folder, data) => {
    const { file } = z.object({ file: z.string().nullable().catch(null) }).catch({ file: null }).parse(data);
    if (file !== null) void openStudy(file);
    else if (running.page) raise(running.page.window);
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    void openStudy(resolve(file));
  });
  app.on('window-all-closed', () => app.quit());
  const leaving = { closed: false };
  app.on('will-quit', (event) => {
    if (leaving.closed || !running.core) return;
    event.preventDefault();
    void running.core.close().then(() => {
      leaving.closed = true;
      app.quit();
    });
  });
  void app.whenReady().then(start);
}

function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

const commandLine = commandLineIn(process.argv);
if (commandLine) void runCommandLine(commandLine);
else {
  prepare();
  if (app.requestSingleInstanceLock({ file: studyIn(process.argv, process.cwd()) })) openDesktop();
  else app.quit();
}
