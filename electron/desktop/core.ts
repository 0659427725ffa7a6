/** The core process: the desk with its study behind Electron's ports. It knows nothing of windows, and a crash of the window does not touch it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ParentPort } from 'electron';
import type { DeskState, Picking } from '../../shared/model/bridge.ts';
import { createDesk, studyExtension, type Desk } from '../core/desk.ts';
import { standardPlaces } from '../core/settings.ts';
import { transcriptFormats } from '../formats/index.ts';
import { projectExtensions } from '../formats/projectFormats.ts';
import { reportFault } from './fault.ts';
import type { Ask, CoreAsks, CoreStart, FromCore, ToCore } from './messages.ts';
import { answerOf, servePage, type PagePort } from './page-port.ts';

const endings: Readonly<Record<Picking, readonly string[]>> = {
  transcripts: transcriptFormats.flatMap(({ extensions }) => extensions),
  sheet: ['csv', 'tsv', 'xlsx'],
  project: projectExtensions,
  study: [studyExtension.slice(1)],
  codebooks: [studyExtension.slice(1), ...projectExtensions, 'csv', 'tsv', 'xlsx'],
  copies: [studyExtension.slice(1)],
};
const asks: { [N in keyof CoreAsks]: (desk: Desk, input: CoreAsks[N]['input']) => CoreAsks[N]['output'] } = {
  endings: (_desk, { what }) => endings[what],
  hand: (desk, { paths }) => paths.map((path) => desk.handPath(path)),
  save: (desk, { handle, path }) => { desk.saveTo(handle, path); return null; },
  open: (desk, { file }) => { desk.open(file); return null; },
};
function answer(desk: Desk, { name, input }: Ask): unknown {
  try { return (asks[name] as (desk: Desk, given: unknown) => unknown)(desk, input); } catch (error) { return answerOf(error, reportFault); }
}

/** A desk with its first study open: the one named, else the usual one, else none. What kept one from opening is told; it never keeps the desk from working. */
function openDesk({ language, file, version, samples }: CoreStart, tell: (message: FromCore) => void): Desk {
  const sample = (of: 'en' | 'zh') => { const path = join(samples, `${of}${studyExtension}`); return existsSync(path) ? path : null; };
  const desk = createDesk({ places: standardPlaces(), sample, version });
  const opens = (open: () => void): boolean => {
    try { open(); return true; } catch (error) { tell({ kind: 'problem', problem: answerOf(error, reportFault) }); return false; }
  };
  if (file === null || !opens(() => desk.open(file))) opens(() => desk.openUsual(language));
  return desk;
}

async function tellState(desk: Desk, tell: (message: FromCore) => void): Promise<void> {
  const reply = await desk.call({ name: 'desk.read', input: {} });
  if ('value' in reply) tell({ kind: 'state', state: reply.value as DeskState });
}

function serve(parent: ParentPort): void {
  const tell = (message: FromCore) => parent.postMessage(message);
  const running: { desk: Desk | null; leave: () => void } = { desk: null, leave: () => {} };

  function start(message: CoreStart): void {
    const desk = (running.desk = openDesk(message, tell));
    desk.onEvent((event) => { if (event.kind === 'desk') void tellState(desk, tell); });
    void tellState(desk, tell);
  }
  parent.on('message', ({ data, ports }) => {
    const message = data as ToCore;
    if (message.kind === 'start') return start(message);
    const { desk } = running;
    if (!desk) throw new Error('a core process is told to start before anything else');
    if (message.kind === 'ask') return tell({ kind: 'answer', id: message.id, answer: answer(desk, message.ask) });
    if (message.kind === 'close') {
      desk.close();
      process.exit(0);
    }
    // There is one window, so the page that asked last is the page.
    running.leave();
    running.leave = servePage(desk, ports[0] as PagePort, reportFault);
  });
}

process.on('uncaughtException', (error) => { reportFault(error); process.exit(1); });
serve(process.parentPort);
