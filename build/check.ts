import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.ts';
import { getChromium } from './getChromium.ts';

/** `npm test`: types of every room, lint, unit tests and laws, then the workbench and the desktop shell in a real Chromium. */
const root = resolve(import.meta.dirname, '..');
interface Counts { passed: number; failed: number; skipped: number }
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const began = Date.now();

function count(name: string, { passed, failed, skipped }: Counts): void {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  console.log(`— ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${Math.round((Date.now() - began) / 1000)} s since the start)`);
}
/** Runs a script with this Node; what it prints is shown as it comes, and handed back. */
function run(script: string, given: readonly string[], environment: Record<string, string> = {}): Promise<{ code: number; printed: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, script), ...given], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => { printed += data.toString(); process.stdout.write(data); });
    child.on('close', (code) => done({ code: code ?? 1, printed }));
  });
}
async function step(name: string, script: string, given: readonly string[]): Promise<void> {
  const { code } = await run(script, given);
  count(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
}

async function unitTests(): Promise<void> {
  const file = join(root, 'out/unit.json');
  rmSync(file, { force: true });
  await run('node_modules/vitest/vitest.mjs', ['run', '--config', 'build/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile=${file}`]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, success } = JSON.parse(readFileSync(file, 'utf8')) as Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numFailedTestSuites', number> & { success: boolean };
    // A file that does not even load has no tests that could fail.
    count('unit tests and laws', { passed: numPassedTests, failed: success ? 0 : Math.max(1, numFailedTests, numFailedTestSuites), skipped: numPendingTests });
  } catch { count('unit tests and laws', { passed: 0, failed: 1, skipped: 0 }); }
}

async function browserTests(): Promise<void> {
  const chromium = await getChromium();
  if (chromium === undefined) {
    console.error('The browser tests need Chromium: install the package chromium (Debian: apt-get install chromium) or Chrome, or set CHROMIUM_PATH.');
    return count('browser tests', { passed: 0, failed: 1, skipped: 0 });
  }
  if (build() !== 0) return count('build', { passed: 0, failed: 1, skipped: 0 });
  const { code, printed } = await run('node_modules/@playwright/test/cli.js', ['test', '-c', 'build/playwright.config.ts'], { CHROMIUM_PATH: chromium });
  const [, passed, failed, skipped] = /e2e: (\d+) passed, (\d+) failed, (\d+) skipped/.exec(printed) ?? [];
  count('browser tests', { passed: Number(passed ?? 0), failed: Math.max(Number(failed ?? 0), code === 0 ? 0 : 1), skipped: Number(skipped ?? 0) });
}

// Together: each alone leaves a core idle now and then.
await Promise.all([step('types', 'node_modules/typescript/bin/tsc', ['-b']), step('lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']), unitTests()]);
await browserTests();
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
