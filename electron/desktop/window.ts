import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { writeWhole } from '../core/files.ts';
import { openingPlace, smallestWindow, windowPlace, type WindowPlace } from './bounds.ts';
import { channels } from './channels.ts';
import { createClosing, createFlushing } from './closing.ts';
import type { Dialogs } from './dialogs.ts';
import { guardPage } from './guards.ts';
import { mayRestart, pagePreferences, startPage } from './policy.ts';

export interface StudyWindow {
  readonly window: BrowserWindow;
  /** The page runs and can be asked to flush. */
  ready(): void;
  /** Brings the page's pending edit home; false where that failed and the person wants to stay. */
  flush(): Promise<boolean>;
  flushed(id: number, safe: boolean): void;
}

/** A file that cannot be read or written counts as none: where a window was is a convenience. */
const readPlace = (file: string): WindowPlace | null => { try { return windowPlace.parse(JSON.parse(readFileSync(file, 'utf8'))); } catch { return null; } };
function keepPlace(file: string, window: BrowserWindow): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, Buffer.from(JSON.stringify({ ...window.getNormalBounds(), maximized: window.isMaximized() } satisfies WindowPlace)));
  } catch { /* see readPlace */ }
}

/** The one place where a window is made (E1). `placeFile` remembers where it was. */
export function openWindow({ preload, packaged, placeFile, dialogs }: { preload: string; packaged: boolean; placeFile: string; dialogs: Dialogs }): StudyWindow {
  const place = readPlace(placeFile);
  const window = new BrowserWindow({
    ...openingPlace(place, screen.getAllDisplays().map(({ workArea }) => workArea)), minWidth: smallestWindow.width, minHeight: smallestWindow.height,
    show: false, title: 'Concord', webPreferences: pagePreferences(preload, packaged),
  });
  const { webContents: contents } = window;
  const page = { runs: false, endings: [] as number[] };
  const flushing = createFlushing((id) => contents.send(channels.flush, id));
  const flush = () => (page.runs ? flushing.flush() : Promise.resolve('safe' as const));
  const mayClose = createClosing(flush, dialogs.closeUnsaved, () => window.close());

  guardPage(contents, (address) => void dialogs.openLink(address));
  if (place?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', (event) => {
    if (!mayClose()) return event.preventDefault();
    keepPlace(placeFile, window);
  });
  contents.on('render-process-gone', () => {
    page.runs = false;
    flushing.gone();
    page.endings.push(Date.now());
    // The core lives, and with it everything acknowledged: the page starts over on it.
    if (mayRestart(page.endings, Date.now())) contents.reload();
  });
  void window.loadURL(startPage);

  return {
    window,
    ready: () => { page.runs = true; },
    flush: async () => (await flush()) === 'safe' || dialogs.closeUnsaved(),
    flushed: flushing.answered,
  };
}
