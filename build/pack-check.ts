/** What can be proved about the packed program where Electron's runtime cannot be downloaded: what is in it, its fuses, its native part, and that the core works from it. */
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { makeElectron } from './fake-electron.mjs';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'concord-pack-'));
const run = (script: string, given: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  execFileSync(process.execPath, [script, ...given], { cwd: root, encoding: 'utf8', env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`pack:check: ${what}`);
}

interface Target {
  readonly system: 'linux' | 'win';
  readonly folder: string;
  readonly program: string;
  readonly native: string;
  /** What cannot be done to a program that is made up. */
  readonly without: readonly string[];
}
const targets: readonly Target[] = [
  { system: 'linux', folder: 'linux-unpacked', program: 'concord', native: 'linux-x64.node', without: [] },
  { system: 'win', folder: 'win-unpacked', program: 'Concord.exe', native: 'win32-x64.node', without: ['-c.win.signAndEditExecutable=false', '-c.disableAsarIntegrity=true'] },
];
/** Packs on a made-up Electron. Answers with the folder that a person would get. */
function pack(target: Target, electron: string): string {
  run(join(root, 'node_modules/electron-builder/cli.js'), [
    '--dir', `--${target.system}`, '--x64', '--config', 'build/electron-builder.yml', `-c.electronDist=${electron}`, `-c.directories.output=${join(folder, 'dist')}`, ...target.without,
  ]);
  return join(folder, 'dist', target.folder);
}
/** Threads of their own that the core opens by their paths: Electron reads them from the archive as it reads every module. */
const workers = ['out/electron/reading.js', 'out/electron/searching.js'];
/** A `files` list that is wrong ships sources and tests, or leaves out what is needed. */
function checkContents(archive: string): number {
  const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  const known = /^\/(package\.json|LICENSE|out|out\/(electron|renderer|sample)(\/.*)?|node_modules|node_modules\/(better-sqlite3|jieba-wasm|@resvg|wink-(lemmatizer|lexicon|porter2-stemmer))(\/.*)?)$/;
  const odd = files.filter((path) => !known.test(path) || path.endsWith('.map') || /^\/node_modules\/jieba-wasm\/pkg\/(?!nodejs)./.test(path));
  must(odd.length === 0, `the archive holds ${odd.slice(0, 5).join(', ')}`);
  const needed = ['/out/electron/main.js', '/out/electron/core.js', '/out/electron/cli.js', '/out/electron/preload.cjs', '/out/renderer/index.html', '/package.json', '/node_modules/jieba-wasm/pkg/nodejs/jieba_rs_wasm_bg.wasm', '/node_modules/wink-lexicon/src/wn-words.js', ...workers.map((worker) => `/${worker}`)];
  for (const file of needed) must(files.includes(file), `the archive lacks ${file}`);
  return files.length;
}
async function checkFuses(program: string): Promise<void> {
  const wire = await getCurrentFuseWire(program);
  const wanted: readonly [FuseV1Options, FuseState][] = [
    [FuseV1Options.RunAsNode, FuseState.DISABLE], [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE], [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE], [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
    [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
  ];
  for (const [fuse, state] of wanted) must(wire[fuse] === state, `fuse ${FuseV1Options[fuse]} is wrong`);
}
/** Makes a study with the packed command line, reads it back, and lets the packed core process work on it. */
async function checkCore(program: string): Promise<void> {
  const study = join(folder, 'Wards.concord');
  const home = { CONCORD_HOME: join(folder, 'home'), INIT_CWD: folder };
  const cli = (...given: string[]) => run(join(program, 'out/electron/cli.js'), given, home);
  writeFileSync(join(folder, 'Lin.txt'), 'Lin: How was the night?\nAna: I was tired. 绩效考核很累。\n');
  cli('new', study);
  cli('import', study, join(folder, 'Lin.txt'));
  must(cli('check', study, '--json').includes('"documents": 1'), 'the packed command line does not read back what it wrote');
  await checkProcess(program, study, home);
}
type Told = { readonly kind: string; readonly file?: string; readonly answer?: unknown; readonly state?: { readonly study: { readonly file: string } | null }; readonly message?: { readonly id?: number; readonly answer?: unknown } };
/** The core process as main starts it: opens a study, reads a file, searches with an expression and counts words as a page would ask for it, the first two each in the worker that is for it. */
async function checkProcess(program: string, study: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const core = fork(join(program, 'out/electron/core.js'), [], { execArgv: ['--import', join(import.meta.dirname, 'packed-port.mjs')], env: { ...process.env, ...environment } });
  const told: Told[] = [];
  const ended = new Promise<never>((_, reject) => { core.once('exit', (code) => reject(new Error(`pack:check: the packed core process ended with ${code}`))); });
  ended.catch(() => {});
  const until = async <T>(find: () => T | undefined): Promise<T> => {
    for (let found = find(); ; found = find()) {
      if (found !== undefined) return found;
      await Promise.race([once(core, 'message'), ended]);
    }
  };
  core.on('message', (message: Told) => told.push(message));
  const page = async (id: number, name: string, input: unknown): Promise<unknown> => {
    core.send({ kind: 'fromPage', message: { id, call: { name, input } } });
    return until(() => told.find(({ message }) => message?.id === id)?.message!.answer);
  };
  core.send({ kind: 'start', language: 'en', file: study, version: '0', samples: folder });
  const opened = await until(() => told.find(({ kind }) => kind === 'state')?.state?.study?.file);
  must(opened === study, `the packed core process opened ${opened}`);
  core.send({ kind: 'page' });
  core.send({ kind: 'ask', id: 1, ask: { name: 'hand', input: { paths: [join(folder, 'Lin.txt')] } } });
  const [handed] = (await until(() => told.find(({ kind }) => kind === 'answer')))!.answer as { handle: string }[];
  const read = await page(2, 'import.preview', { files: [{ handle: handed!.handle }] });
  must(JSON.stringify(read).includes('I was tired.'), `the packed core process read ${JSON.stringify(read)}`);
  const found = await page(3, 'search.find', { text: 't.r+ed', regex: true });
  must(JSON.stringify(found).includes('"hit":"tired"'), `the packed core process found ${JSON.stringify(found)}`);
  const counted = await page(4, 'words.table', { speakers: 'all' });
  must(JSON.stringify(counted).includes('"绩效考核"'), `the packed core process counted ${JSON.stringify(counted)}`);
  for (const worker of workers) must(told.some(({ kind, file }) => kind === 'worker' && file === join(program, worker)), `the worker ${worker} did not answer`);
  core.send({ kind: 'close' });
  await ended.catch(() => {});
}

try {
  must(existsSync(join(root, 'out/electron/main.js')), 'build first (npm run build)');
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as { version: string };
  makeElectron(join(folder, 'electron'), version);
  for (const target of targets) {
    const unpacked = pack(target, join(folder, 'electron'));
    const archive = join(unpacked, 'resources/app.asar');
    const count = checkContents(archive);
    const natives = readdirSync(join(unpacked, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds'));
    must(natives.join() === target.native, `the native parts for ${target.system} are ${natives.join()}`);
    await checkFuses(join(unpacked, target.program));
    const runs = target.system === 'linux' && process.platform === 'linux' && process.arch === 'x64';
    if (runs) {
      extractAll(archive, join(folder, 'program'));
      await checkCore(join(folder, 'program'));
    }
    console.log(`pack:check ${target.system}: ${count} entries, ${target.native}, fuses as wanted${runs ? ', the core and its workers work from the archive' : ''}`);
  }
} finally { rmSync(folder, { recursive: true, force: true }); }
