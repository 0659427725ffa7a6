/** What can be proved about the packed program where Electron's runtime cannot be downloaded: what is in it, its fuses, its native part, and that the core works from it. */
import { execFileSync, fork } from 'node:child_process';
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
/** A `files` list that is wrong ships sources and tests, or leaves out what is needed. */
function checkContents(archive: string): number {
  const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  const known = /^\/(package\.json|LICENSE|out|out\/(electron|renderer|sample)(\/.*)?|node_modules|node_modules\/better-sqlite3(\/.*)?)$/;
  const odd = files.filter((path) => !known.test(path) || path.endsWith('.map'));
  must(odd.length === 0, `the archive holds ${odd.slice(0, 5).join(', ')}`);
  const needed = ['/out/electron/main.js', '/out/electron/core.js', '/out/electron/cli.js', '/out/electron/preload.cjs', '/out/renderer/index.html', '/package.json'];
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
/** Makes a study with the packed command line, reads it back, and lets the packed core process open it. */
async function checkCore(program: string): Promise<void> {
  const study = join(folder, 'Wards.concord');
  const home = { CONCORD_HOME: join(folder, 'home'), INIT_CWD: folder };
  const cli = (...given: string[]) => run(join(program, 'out/electron/cli.js'), given, home);
  writeFileSync(join(folder, 'Lin.txt'), 'Lin: How was the night?\nAna: I was tired.\n');
  cli('new', study);
  cli('import', study, join(folder, 'Lin.txt'));
  must(cli('check', study, '--json').includes('"documents": 1'), 'the packed command line does not read back what it wrote');
  const opened = await stateOf(join(program, 'out/electron/core.js'), study, home);
  must(opened === study, `the packed core process opened ${String(opened)}`);
}
/** The core process as main starts it, with its parent port on Node's own channel. Resolves to the study that it says is open. */
function stateOf(script: string, study: string, environment: NodeJS.ProcessEnv): Promise<unknown> {
  const listen = "on: (_, listener) => process.on('message', (data) => listener({ data, ports: [] }))";
  const parentPort = `data:text/javascript,process.parentPort = { ${listen}, postMessage: (message) => process.send(message) };`;
  const core = fork(script, [], { execArgv: ['--import', parentPort], env: { ...process.env, ...environment } });
  return new Promise((resolved, reject) => {
    core.on('message', (message: { kind: string; state?: { study: { file: string } | null } }) => {
      if (message.kind === 'state') resolved(message.state?.study?.file);
      core.send({ kind: 'close' });
    });
    core.once('exit', (code) => reject(new Error(`pack:check: the packed core process ended with ${code}`)));
    core.send({ kind: 'start', language: 'en', file: study, version: '0', samples: folder });
  });
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
    console.log(`pack:check ${target.system}: ${count} entries, ${target.native}, fuses as wanted${runs ? ', the core works from the archive' : ''}`);
  }
} finally { rmSync(folder, { recursive: true, force: true }); }
