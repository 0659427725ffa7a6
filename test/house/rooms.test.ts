import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/study.ts';

const root = resolve(import.meta.dirname, '../..');

/** Lints one made-up file as if it stood in the house; answers with the rules that fired. */
function lintAs(file: string, source: string): string[] {
  const folder = temporaryFolder();
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), source);
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json', '.'], { cwd: folder, encoding: 'utf8' });
  return (JSON.parse(stdout) as { diagnostics: { code: string }[] }).diagnostics.map(({ code }) => code);
}
const wall = 'eslint(no-restricted-imports)';

test.each([
  ['shared/model/x.ts', "import { say } from '../words/index.ts';\nexport const x = say;"],
  ['shared/model/x.ts', "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;"],
  ['shared/words/x.ts', "import { openStudy } from '../../electron/core/engine.ts';\nexport const x = openStudy;"],
  ['electron/formats/x.ts', "import { operations } from '../ops/index.ts';\nexport const x = operations;"],
  ['electron/ops/x.ts', "import { openStudy } from '../core/engine.ts';\nexport const x = openStudy;"],
  ['electron/ops/x.ts', "import Database from 'better-sqlite3';\nexport const x = Database;"],
  ['electron/core/x.ts', "import { app } from 'electron';\nexport const x = app;"],
  ['electron/web/x.ts', "import { main } from '../cli/main.ts';\nexport const x = main;"],
  ['electron/cli/x.ts', "import { policy } from '../desktop/policy.ts';\nexport const x = policy;"],
  ['electron/desktop/preload.ts', "import { createDesk } from '../core/desk.ts';\nexport const x = createDesk;"],
  ['renderer/x.ts', "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;"],
  ['renderer/x.ts', "import { openStudy } from '../electron/core/engine.ts';\nexport const x = openStudy;"],
  ['renderer/x.ts', "import { operations } from '../electron/ops/index.ts';\nexport const x = operations;"],
])('a wrong import in %s does not pass', (file, source) => {
  expect(lintAs(file, source)).toContain(wall);
});

test('types of the operations may cross into the renderer, and the way down is open', () => {
  expect(lintAs('renderer/x.ts', "import type { OpName } from '../electron/ops/index.ts';\nexport type X = OpName;")).not.toContain(wall);
  expect(lintAs('electron/core/x.ts', "import { operations } from '../ops/index.ts';\nexport const x = operations;")).not.toContain(wall);
});

test('default exports, markup from text and files above 350 lines do not pass', () => {
  expect(lintAs('electron/core/x.ts', 'const x = 1;\nexport default x;')).toContain('import(no-default-export)');
  expect(lintAs('renderer/x.tsx', "export const X = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;")).toContain('react(no-danger)');
  expect(lintAs('electron/core/x.ts', 'export const x = 1;\n'.repeat(1) + '// line\n'.repeat(360))).toContain('eslint(max-lines)');
});

test('the lock file holds every optional dependency that it names: a fresh machine of any kind can install', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { optionalDependencies?: Record<string, string> }> };
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).filter((name) => {
    for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
      if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return false;
      if (folder === '') return true;
    }
  }));
  expect(missing).toEqual([]);
});
