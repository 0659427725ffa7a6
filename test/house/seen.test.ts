import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { operations } from '../../electron/ops/index.ts';

const root = resolve(import.meta.dirname, '../..');

/** What is asked of everybody's codings on purpose: what undo would do, and how many there are besides those that one sees. */
const ofEverybody = ["'project.read', {}", "'project.read', gone === null ? null : {}", "'project.read', undoable === null ? null : {}", "'project.read', open ? {} : null", "'code.ratings', { code }", "'code.count', seen.coder === undefined ? null : { code: code.id }"];
/** The arguments of a call, from its name to the bracket that closes it. */
function argumentsFrom(source: string, at: number): string {
  let open = 1;
  for (let end = at; ; end++) {
    if (source[end] === '(') open++;
    if (source[end] === ')' && --open === 0) return source.slice(at, end);
  }
}

test('whatever the window asks that can be narrowed to the codings that one sees is narrowed so', () => {
  const narrowed = Object.entries(operations).filter(([, { input, kind }]) => kind === 'query' && input instanceof z.ZodObject && 'coder' in input.shape).map(([name]) => name);
  expect(narrowed).toEqual(expect.arrayContaining(['code.list', 'document.list', 'document.lines', 'document.export', 'code.mergePreview', 'code.excerpts', 'table.make', 'query.find']));
  const asked = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return narrowed.flatMap((name) => [...source.matchAll(new RegExp(`(?<=(?:useLive|useKnown|call|follow)[(])'${name.replace('.', '\\.')}', `, 'g'))].map(({ index }) => ({ file, call: argumentsFrom(source, index) })));
  });
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter(({ call }) => !/\b(?:seen|useSeenCoder|coder|asked|input)\b/.test(call) && !ofEverybody.some((known) => call.startsWith(known)))).toEqual([]);
});
