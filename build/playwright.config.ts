import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumFlags, chromiumPath } from './chromium.ts';

const root = resolve(import.meta.dirname, '..');

/** The desktop scenarios run twice: on the stand-in for Electron, and on Electron itself wherever its program is. */
export default defineConfig<{ driver: 'stand-in' | 'electron' }>({
  testMatch: /\.e2e\.ts$/,
  outputDir: resolve(root, 'out/test-results'),
  workers: 3,
  // Every test has its own study and window; a long file would keep one worker busy when the others are done.
  fullyParallel: true,
  // On a loaded machine; a test that needed its second chance is named in the end.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list', { printSteps: false }], [resolve(root, 'build/report-skipped.ts')]],
  projects: [
    { name: 'browser', testDir: resolve(root, 'test/e2e'), use: { browserName: 'chromium', viewport: { width: 1440, height: 900 }, locale: 'en-US', launchOptions: { executablePath: chromiumPath(), args: chromiumFlags } } },
    { name: 'desktop-stand-in', testDir: resolve(root, 'test/desktop'), use: { driver: 'stand-in' } },
    { name: 'desktop-electron', testDir: resolve(root, 'test/desktop'), use: { driver: 'electron' } },
  ],
});
