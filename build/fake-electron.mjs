// A made-up Electron to pack with where the real one (120 MB) cannot be downloaded: its files' names, and a program that holds the fuses' wire.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The mark in Electron's program after which the fuses stand: version, their number, and one character each. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = 9;

/** @param {string} folder @param {string} version */
export function makeElectron(folder, version) {
  rmSync(folder, { recursive: true, force: true });
  for (const inner of ['resources', 'locales']) mkdirSync(join(folder, inner), { recursive: true });
  const program = Buffer.concat([Buffer.from(`#!/bin/sh\nexit 3\n${sentinel}`), Buffer.from([1, fuses]), Buffer.from(`${'0'.repeat(fuses)}\n`)]);
  for (const name of ['electron', 'electron.exe']) writeFileSync(join(folder, name), program, { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler', 'icudtl.dat']) writeFileSync(join(folder, name), 'x');
  for (const locale of ['en-US', 'zh-CN', 'zh-TW', 'fr', 'de']) writeFileSync(join(folder, 'locales', `${locale}.pak`), 'x');
}
