import type { Bridge, CallMessage, CallReply, CoreEvent, HandedFile, Picking } from '../../shared/model/bridge.ts';

const accepts: Readonly<Record<Picking, string>> = { transcripts: '.txt,.md,.docx,.vtt,.srt,.json,.tsv', sheet: '.csv,.tsv,.txt,.xlsx', study: '.concord' };

/** The loopback server's side of the bridge: calls are POSTs, events a stream, files go up and down as bytes. */
export function createBrowserBridge(): Bridge {
  const ready = takeKey();
  const listeners = new Set<(event: CoreEvent) => void>();
  const headers = { 'x-concord': '1' };

  /** The key comes in the address's fragment, once; it is exchanged for a cookie and taken out of the address. */
  async function takeKey(): Promise<void> {
    const key = location.hash.slice(1);
    if (key === '') return;
    history.replaceState(null, '', location.pathname);
    await fetch('/session', { method: 'POST', body: key });
  }
  async function call(message: CallMessage): Promise<CallReply> {
    await ready;
    try {
      const response = await fetch('/core/call', { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(message), keepalive: message.name === 'document.edit' });
      if (response.ok) return await response.json() as CallReply;
      return { problem: response.status === 401 ? 'not-let-in' : 'program-fault', values: {} };
    } catch {
      return { problem: 'connection-lost', values: {} };
    }
  }
  async function hand(name: string, bytes: Uint8Array): Promise<HandedFile> {
    await ready;
    const response = await fetch(`/core/file?name=${encodeURIComponent(name)}`, { method: 'POST', headers, body: new Uint8Array(bytes) });
    return await response.json() as HandedFile;
  }
  void ready.then(() => {
    const events = new EventSource('/core/events');
    let lost = false;
    events.onmessage = ({ data }) => { const event = JSON.parse(String(data)) as CoreEvent; listeners.forEach((listener) => listener(event)); };
    events.onerror = () => { lost = true; };
    events.onopen = () => { if (lost) listeners.forEach((listener) => listener({ kind: 'restarted' })); lost = false; };
  });

  return {
    shell: 'browser',
    call, hand,
    onEvent(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    async pickFiles(what) {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = accepts[what];
      input.multiple = what === 'transcripts';
      const picked = await new Promise<File[]>((resolve) => {
        input.addEventListener('change', () => resolve([...(input.files ?? [])]));
        input.addEventListener('cancel', () => resolve([]));
        input.click();
      });
      return Promise.all(picked.map(async (file) => hand(file.name, new Uint8Array(await file.arrayBuffer()))));
    },
    pickPlace: () => Promise.resolve(null),
    save(file) {
      const link = document.createElement('a');
      link.href = `/core/file/${file.handle}`;
      link.download = file.name;
      link.click();
      return Promise.resolve(true);
    },
    onCommand: () => () => {},
    onClosing(flush) {
      const leaving = () => { if (document.visibilityState === 'hidden') void flush(); };
      document.addEventListener('visibilitychange', leaving);
      addEventListener('pagehide', leaving);
      return () => { document.removeEventListener('visibilitychange', leaving); removeEventListener('pagehide', leaving); };
    },
  };
}
