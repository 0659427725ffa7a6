// `npm start`: builds what is stale, then opens the desktop window; where that cannot be, the same workbench in the browser, and says why.
// Plain JavaScript: it also runs on the Node of the machine, which may be too old for the rest and is then left for the Node of node_modules.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findElectron } from './electron-path.mjs';

const root = resolve(import.meta.dirname, '..');
const given = process.argv.slice(2);
const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale);
const say = (en, zh) => console.log(chinese ? zh : en);
const reasons = {
  'not-installed': ['Electron is not installed', '没有安装 Electron'],
  'not-downloaded': ['Electron’s runtime is not here', '没有 Electron 运行时'],
  'other-version': ['the Electron runtime that is here is of another version', '现有 Electron 运行时的版本不符'],
  'no-display': ['there is no display (DISPLAY and WAYLAND_DISPLAY are unset)', '没有显示器（未设置 DISPLAY 和 WAYLAND_DISPLAY）'],
  asked: ['the browser was asked for', '已指定在浏览器中打开'],
  unreachable: (host, why) => [`Electron’s runtime is not here, and ${host} cannot be reached (${why})`, `没有 Electron 运行时，也无法连接 ${host}（${why}）`],
  broken: (how) => [`Electron’s runtime could not be downloaded (${how})`, `Electron 运行时下载失败（${how}）`],
  ended: (code) => [`Electron ended at once with ${code}`, `Electron 启动后立即退出（${code}）`],
};
/** How long a server may take to answer at all, and how soon a window that ends with an error never really opened, ms. */
const probeLimit = Number(process.env.ELECTRON_PROBE_MS ?? 5000);
const atOnce = 10_000;

/** Where the person is: npm runs this in the project's folder and says in INIT_CWD where it was called. */
const here = process.env.INIT_CWD ?? process.cwd();
/** Runs a program to its end and answers with its exit code. A terminal tells the whole group of Ctrl+C and of its closing; anything else is passed on. */
const run = (program, parameters) => new Promise((done) => {
  const child = spawn(program, parameters, { stdio: 'inherit', cwd: root, env: { ...process.env, INIT_CWD: here } });
  for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM']) process.on(signal, () => { if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal); });
  child.on('error', () => done(127));
  child.on('close', (code, signal) => done(code ?? signal ?? 1));
});
const leave = (code) => process.exit(typeof code === 'number' ? code : 1);

/** Downloads Electron's runtime. Answers with the reason why not, or null. A name that does not resolve says so at once; any answer of a server will do. */
async function download() {
  const server = new URL(process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/download/');
  try { await fetch(server, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeLimit) }); } catch (error) {
    return reasons.unreachable(server.host, error.name === 'TimeoutError' ? `${probeLimit} ms` : (error.cause?.code ?? error.name));
  }
  say('Downloading Electron’s runtime, once (about 120 MB)…', '正在下载 Electron 运行时（仅此一次，约 120 MB）…');
  const { status, signal } = spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], { cwd: root, stdio: 'inherit', timeout: 15 * 60_000 });
  return status === 0 ? null : reasons.broken(status ?? signal);
}
/** Opens the desktop window and leaves with it. Comes back with the reason why there is none. */
async function desktop() {
  if (given.some((word) => /^--(browser|port|no-open)\b/.test(word))) return reasons.asked;
  if (['not-downloaded', 'other-version'].includes(findElectron().reason) && !process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) {
    const problem = await download();
    if (problem) return problem;
  }
  const { path, reason } = findElectron();
  if (path === null) return reasons[reason];
  const started = Date.now();
  const code = await run(path, [root, ...given.map((word) => (word.startsWith('-') ? word : resolve(here, word)))]);
  if (code === 0 || Date.now() - started > atOnce) leave(code);
  return reasons.ended(code);
}

const ownNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
if (!(Number(process.versions.napi) >= 10)) {
  if (existsSync(ownNode)) leave(await run(ownNode, [import.meta.filename, ...given]));
  say(`Node ${process.versions.node} is too old. Run npm ci first: it brings the right one.`, `Node ${process.versions.node} 太旧。请先运行 npm ci，它会带来合适的版本。`);
  leave(2);
}
if (!existsSync(join(root, 'node_modules/vite/bin/vite.js'))) {
  say('Run npm ci first.', '请先运行 npm ci。');
  leave(2);
}
const { build } = await import('./build.ts');
const failed = build((product) => say(`Building ${product} …`, `正在生成 ${product} …`));
if (failed !== 0) leave(failed);
const reason = await desktop();
say(`\nThe workbench opens in the browser: ${reason[0]}. Everything stays on this machine.\n`, `\n工作台将在浏览器中打开：${reason[1]}。所有内容都留在本机。\n`);
leave(await run(process.execPath, [join(root, 'electron/cli/concord.mjs'), 'serve', ...given.filter((word) => word !== '--browser')]));
