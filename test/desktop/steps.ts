/** What a test does to the window from outside its page: menu, dialogs, closing, crashes. */
import type { Desktop } from '../helpers/electron/desktop.ts';

export const closeWindow = (desktop: Desktop): Promise<void> => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
export const windowCount = (desktop: Desktop): Promise<number> => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
export const windowTitle = (desktop: Desktop): Promise<string> => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle());
/** Chooses an item of the application menu, as a click on it does. */
export const chooseMenu = (desktop: Desktop, id: string): Promise<void> => desktop.evaluate(({ Menu }, wanted) => {
  const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
  if (!item) throw new Error(`no menu item ${wanted}`);
  item.click();
}, id);
export const menuLabel = (desktop: Desktop, id: string): Promise<string | undefined> => desktop.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.label, id);
/** Answers the next dialogs of a kind, and keeps what they asked. */
export const answerDialog = (desktop: Desktop, method: 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox', result: object): Promise<void> =>
  desktop.evaluate(({ dialog }, { method: kind, result: answer }) => {
    const kept = globalThis as typeof globalThis & { asked?: unknown[] };
    kept.asked ??= [];
    Object.assign(dialog, { [kind]: async (...given: unknown[]) => { kept.asked!.push(given.at(-1)); return answer; } });
  }, { method, result });
export const askedDialogs = (desktop: Desktop): Promise<{ message?: string; detail?: string; title?: string; defaultPath?: string; properties?: string[] }[]> =>
  desktop.evaluate(() => (globalThis as typeof globalThis & { asked?: object[] }).asked ?? []);
/** Kills the core process as a crash would, or holds it still. */
export const signalCore = (desktop: Desktop, signal: 'SIGKILL' | 'SIGSTOP'): Promise<void> => desktop.evaluate(({ app }, sent) => {
  const core = app.getAppMetrics().find(({ name }) => name === 'Concord core');
  if (!core) throw new Error('no core process');
  process.kill(core.pid, sent);
}, signal);
/** Keeps links from really being opened, and says which would have been. */
export async function watchLinks(desktop: Desktop): Promise<() => Promise<string[]>> {
  await desktop.evaluate(({ shell }) => {
    const kept = globalThis as typeof globalThis & { links?: string[] };
    kept.links = [];
    Object.assign(shell, { openExternal: async (address: string) => { kept.links!.push(address); } });
  });
  return () => desktop.evaluate(() => (globalThis as typeof globalThis & { links?: string[] }).links ?? []);
}
