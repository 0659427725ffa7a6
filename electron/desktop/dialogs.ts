import { join } from 'node:path';
import { dialog, shell, type BrowserWindow, type FileFilter } from 'electron';
import { z } from 'zod';
import { pickings, picksSeveral, type HandedFile, type Picking } from '../../shared/model/bridge.ts';
import { isProblemRecord, type ProblemRecord } from '../../shared/model/problem.ts';
import type { WordKey, Words } from '../../shared/words/index.ts';
import { channels } from './channels.ts';
import type { CoreProcess } from './core-process.ts';
import { handle } from './ipc.ts';
import { externalLink } from './policy.ts';

/** What the dialogs need of whoever has the window; asked for each time, as window and language change. */
export interface Surroundings {
  window(): BrowserWindow | null;
  words(): Words;
}

const picking: Readonly<Record<Picking, { title: WordKey; filter: WordKey }>> = {
  transcripts: { title: 'desktop.pickTranscripts', filter: 'desktop.transcripts' }, sheet: { title: 'desktop.pickSheet', filter: 'desktop.sheets' }, project: { title: 'desktop.pickProject', filter: 'desktop.projects' }, study: { title: 'desktop.pickStudy', filter: 'desktop.studies' },
  codebooks: { title: 'books.choose', filter: 'desktop.codebooks' }, copies: { title: 'books.chooseCopies', filter: 'desktop.studies' },
};
const handedFile = z.strictObject({ handle: z.string(), name: z.string().max(1000), size: z.number() });
const suggestedName = z.string().max(500);
/** A name that no system takes for a path. */
const safeName = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim().replace(/^\.+/, '').slice(0, 120);

/** A question with a yes first and a no last. The no is what Escape says. */
async function confirm(window: BrowserWindow | null, message: string, detail: string, yes: string, no: string, preferred: 'yes' | 'no'): Promise<boolean> {
  const options = { type: 'question' as const, message, detail, buttons: [yes, no], defaultId: preferred === 'yes' ? 0 : 1, cancelId: 1, noLink: true };
  const { response } = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options);
  return response === 0;
}

/** Everything that the shell asks a person in a dialog of the system. */
export function createDialogs({ window, words }: Surroundings) {
  const tell = async (problem: ProblemRecord): Promise<void> => {
    const { what, way } = words().problem(problem);
    const options = { type: 'warning' as const, message: what, detail: way, buttons: [words().say('desktop.close')], noLink: true };
    const over = window();
    await (over ? dialog.showMessageBox(over, options) : dialog.showMessageBox(options));
  };
  return {
    tell,
    async openLink(wanted: string): Promise<void> {
      const link = externalLink(wanted);
      if (!link) return;
      const { address, shown } = link;
      if (await confirm(window(), words().say('desktop.openLink', { shown }), words().say('desktop.openLinkWay', { address }), words().say('desktop.open'), words().say('desktop.cancel'), 'no')) await shell.openExternal(address);
    },
    closeUnsaved: (): Promise<boolean> => confirm(window(), words().say('desktop.unsaved'), words().say('desktop.unsavedWay'), words().say('desktop.closeAnyway'), words().say('desktop.keepOpen'), 'no'),
    tryAgain: (): Promise<boolean> => confirm(window(), words().say('desktop.failing'), words().say('desktop.failingWay'), words().say('desktop.tryAgain'), words().say('desktop.quit'), 'yes'),
  };
}
export type Dialogs = ReturnType<typeof createDialogs>;

/** Answers the page's questions for files. The paths that a person picks go to the core; the page gets handles (E3). */
export function serveFiles(core: CoreProcess, dialogs: Dialogs, { window, words }: Surroundings): void {
  async function filtersFor(what: Picking): Promise<FileFilter[]> {
    const endings = await core.ask('endings', { what });
    const known = isProblemRecord(endings) ? [] : [{ name: words().say(picking[what].filter), extensions: [...endings] }];
    return [...known, { name: words().say('desktop.allFiles'), extensions: ['*'] }];
  }
  async function handIn(paths: readonly string[]): Promise<readonly HandedFile[]> {
    const handed = await core.ask('hand', { paths });
    if (!isProblemRecord(handed)) return handed;
    await dialogs.tell(handed);
    return [];
  }
  handle(channels.pickFiles, z.enum(pickings), async (what) => {
    const filters = await filtersFor(what);
    const over = window();
    if (!over) return [];
    const properties: ('openFile' | 'multiSelections')[] = picksSeveral(what) ? ['openFile', 'multiSelections'] : ['openFile'];
    const { canceled, filePaths } = await dialog.showOpenDialog(over, { title: words().say(picking[what].title), properties, filters });
    return canceled ? [] : handIn(filePaths);
  });
  handle(channels.pickPlace, suggestedName, async (name) => {
    const { folder } = await core.state();
    const over = window();
    if (!over) return null;
    const stem = safeName(name).replace(/\.concord$/i, '') || words().say('app.untitled');
    const filters = [{ name: words().say('desktop.studies'), extensions: ['concord'] }];
    const { canceled, filePath } = await dialog.showSaveDialog(over, { title: words().say('desktop.pickPlace'), defaultPath: join(folder, `${stem}.concord`), filters });
    return canceled || !filePath ? null : ((await handIn([filePath]))[0] ?? null);
  });
  handle(channels.pickFolder, z.undefined(), async () => {
    const over = window();
    if (!over) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(over, { title: words().say('shared.startFolder'), properties: ['openDirectory', 'createDirectory'] });
    return canceled ? null : ((await handIn(filePaths))[0] ?? null);
  });
  handle(channels.save, handedFile, async ({ handle: file, name }) => {
    const over = window();
    if (!over) return false;
    const { canceled, filePath } = await dialog.showSaveDialog(over, { title: words().say('desktop.save'), defaultPath: safeName(name) });
    if (canceled || !filePath) return false;
    const saved = await core.ask('save', { handle: file, path: filePath });
    if (!isProblemRecord(saved)) return true;
    await dialogs.tell(saved);
    return false;
  });
}
