/** What the packed core process meets instead of Electron when pack-check starts it in plain Node: a parent port and a page's port on Node's own channel. It tells which workers the core opens, and which of them answered. */
import { syncBuiltinESMExports } from 'node:module';

const threads = process.getBuiltinModule('node:worker_threads');
const tell = (message) => process.send(message);
threads.Worker = class extends threads.Worker {
  constructor(file, options) {
    super(file, options);
    this.on('message', () => tell({ kind: 'worker', file: String(file) }));
  }
};
syncBuiltinESMExports();

const page = new Map();
const port = {
  postMessage: (message) => tell({ kind: 'toPage', message }),
  on: (event, listener) => page.set(event, listener),
  start: () => {},
  close: () => page.get('close')?.(),
};
process.parentPort = {
  postMessage: tell,
  on: (_event, listener) => process.on('message', (data) => {
    if (data.kind === 'fromPage') page.get('message')({ data: data.message });
    else listener({ data, ports: data.kind === 'page' ? [port] : [] });
  }),
};
