import { projectEndings } from '../../shared/model/projectFiles.ts';
import { picksSeveral, type Bridge, type CallMessage, type CallReply, type CoreEvent, type HandedFile, type Picking } from '../../shared/model/bridge.ts';
import { Problem, type ProblemRecord } from '../../shared/model/problem.ts';

const accepts: Readonly<Record<Picking, string>> = { transcripts: '.txt,.md,.docx,.vtt,.srt,.json,.tsv', sheet: '.csv,.tsv,.txt,.xlsx', project: [...projectEndings, 'json'].map((ending) => `.${ending}`).join(','), study: '.concord', codebooks: ['concord', ...projectEndings, 'json', 'csv', 'tsv', 'xlsx'].map((ending) => `.${ending}`).join(','), copies: '.concord' };
const headers = { 'x-concord': '1' };
/** Largest body (UTF-16 units) that may outlive its page: browsers allow 64 KiB, and a unit is up to three bytes. */
const largestLast = 20_000;
/** Largest file, MB, as the server has it. */
const largestFile = 256;
/** Pause (ms) before the next try to reach a server that does not answer. */
const pause = 1000;

/** What an answer that is none says to a person. */
const refusal = (status: number, file = ''): ProblemRecord =>
  status === 401 ? { problem: 'not-let-in', values: {} } : status === 413 ? { problem: 'too-big', values: { file, limit: largestFile } } : { problem: 'program-fault', values: {} };

/** The stream of events, taken up again whenever it breaks off. `lost` and `restarted` are told once each time. */
function listenToServer(announce: (event: CoreEvent) => void): { again(): void } {
  let lost = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | null = null;
  function connect(): void {
    clearTimeout(timer);
    source?.close();
    const events = (source = new EventSource('/core/events'));
    events.onmessage = ({ data }) => announce(JSON.parse(String(data)) as CoreEvent);
    events.onopen = () => {
      if (lost) announce({ kind: 'restarted' });
      lost = false;
    };
    events.onerror = () => {
      events.close();
      if (!lost) announce({ kind: 'lost' });
      lost = true;
      timer = setTimeout(connect, pause);
    };
  }
  connect();
  return { again: connect };
}

/** Asks the browser for files. */
async function choose(what: Picking): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accepts[what];
  input.multiple = picksSeveral(what);
  input.hidden = true;
  // The chooser alone does not keep its input: one that stood nowhere may be cleared away while a person looks for her files.
  document.body.append(input);
  return new Promise<File[]>((resolve) => {
    const answer = (files: File[]) => { input.remove(); resolve(files); };
    input.addEventListener('change', () => answer([...(input.files ?? [])]));
    input.addEventListener('cancel', () => answer([]));
    input.click();
  });
}

/** The loopback server's side of the bridge: calls are POSTs, events a stream, files go up and down as bytes. */
export function createBrowserBridge(): Bridge {
  const listeners = new Set<(event: CoreEvent) => void>();
  const ready = takeKey();
  let leaving = false;

  /** The key comes in the address's fragment, once; it is exchanged for a cookie and taken out of the address. */
  async function takeKey(): Promise<void> {
    const key = location.hash.slice(1);
    if (key === '') return;
    history.replaceState(null, '', location.pathname);
    await fetch('/session', { method: 'POST', body: key }).catch(() => {});
  }
  async function call(message: CallMessage): Promise<CallReply> {
    await ready;
    const body = JSON.stringify(message);
    try {
      const response = await fetch('/core/call', { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body, keepalive: leaving && body.length <= largestLast });
      return response.ok ? await response.json() as CallReply : refusal(response.status);
    } catch {
      return { problem: 'connection-lost', values: {} };
    }
  }
  async function hand(name: string, bytes: Uint8Array): Promise<HandedFile> {
    await ready;
    const response = await fetch(`/core/file?name=${encodeURIComponent(name)}`, { method: 'POST', headers, body: new Uint8Array(bytes) }).catch(() => null);
    if (response?.ok) return await response.json() as HandedFile;
    const { problem, values } = response ? refusal(response.status, name) : { problem: 'connection-lost' as const, values: {} };
    throw new Problem(problem, values);
  }
  void ready.then(() => {
    const events = listenToServer((event) => listeners.forEach((listener) => listener(event)));
    // A server that was started again prints another address; opened in this tab, it changes the fragment alone.
    addEventListener('hashchange', () => void takeKey().then(events.again));
  });

  return {
    shell: 'browser',
    call, hand,
    onEvent(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    pickFiles: async (what) => Promise.all((await choose(what)).map(async (file) => hand(file.name, new Uint8Array(await file.arrayBuffer())))),
    pickPlace: () => Promise.resolve(null),
    pickFolder: () => Promise.resolve(null),
    save(file) {
      const link = document.createElement('a');
      link.href = `/core/file/${file.handle}`;
      link.download = file.name;
      link.click();
      return Promise.resolve(true);
    },
    onCommand: () => () => {},
    onClosing(flush) {
      const leave = () => {
        leaving = true;
        void flush().catch(() => {}).finally(() => { leaving = false; });
      };
      const hide = () => { if (document.visibilityState === 'hidden') leave(); };
      document.addEventListener('visibilitychange', hide);
      addEventListener('pagehide', leave);
      return () => { document.removeEventListener('visibilitychange', hide); removeEventListener('pagehide', leave); };
    },
  };
}
