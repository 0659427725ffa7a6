import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    // Nothing here lives outside of its test, so files share what they import; by itself vitest leaves one of two cores idle.
    maxWorkers: availableParallelism(),
    projects: [
      { extends: true, test: { name: 'node', environment: 'node', include: ['test/**/*.test.ts'], pool: 'forks', isolate: false, testTimeout: 60_000 } },
    ],
  },
});
