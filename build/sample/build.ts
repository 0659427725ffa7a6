import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { createStudy, openStudy } from '../../electron/core/engine.ts';
import { compileSample } from './compile.ts';

const folder = resolve(import.meta.dirname, '../../out/sample');

/** Makes the sample study of a language as a file, through the same operations as any other study. */
export async function buildSample(language: 'en' | 'zh', file: string): Promise<void> {
  const sample = compileSample(language);
  createStudy(file, sample.name);
  const engine = openStudy(file, { who: 'Concord' });
  await engine.call('project.change', { description: sample.description });
  await engine.call('study.take', { snapshot: sample });
  engine.close();
  // A new user's first Ctrl+Z must not empty the study: its history begins with her.
  const db = new Database(file);
  db.exec('DELETE FROM journal; VACUUM');
  db.close();
}

if (import.meta.main) {
  mkdirSync(folder, { recursive: true });
  for (const language of ['en', 'zh'] as const) {
    const fresh = join(folder, `.${language}.new`);
    rmSync(fresh, { force: true });
    await buildSample(language, fresh);
    renameSync(fresh, join(folder, `${language}.concord`));
  }
}
