import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** What is made from what: the page with its core and shells, and the sample study in both languages. */
const products = [
  { product: 'out/renderer/index.html', sources: ['renderer', 'electron', 'shared', 'build/vite.config.ts', 'package-lock.json'], script: 'node_modules/vite/bin/vite.js', given: ['build', '--config', 'build/vite.config.ts', '--logLevel', 'warn'] },
  { product: 'out/sample/zh.concord', sources: ['build/sample', 'electron/core', 'electron/ops', 'shared/model'], script: 'build/sample/build.ts', given: [] },
];

/** The newest change in files and folders, ms; a folder's own time tells of what was removed from it. */
function newest(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return 0;
  return status.isDirectory() ? Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name)))) : status.mtimeMs;
}

/** Makes what is missing or older than its sources. Answers with the exit code of the first step that failed, else 0. */
export function build(say: (product: string) => void = () => {}): number {
  for (const { product, sources, script, given } of products) {
    if (existsSync(join(root, product)) && newest(join(root, product)) > Math.max(...sources.map((source) => newest(join(root, source))))) continue;
    say(product);
    const { status } = spawnSync(process.execPath, [join(root, script), ...given], { cwd: root, stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
  }
  return 0;
}

if (import.meta.main) process.exitCode = build((product) => console.log(`Building ${product} …`));
