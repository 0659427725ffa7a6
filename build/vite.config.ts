import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');
const outside = ['electron', 'better-sqlite3', 'jieba-wasm', '@resvg/resvg-js', ...builtinModules, /^node:/];

/** One build, three worlds: the page (browser), the core and its shells (Node), and the preload (sandboxed, so CommonJS). */
export default defineConfig({
  root: resolve(root, 'renderer'),
  base: './',
  plugins: [react(), babel({ presets: [reactCompilerPreset()] })],
  build: { target: 'es2024', sourcemap: true, emptyOutDir: true, chunkSizeWarningLimit: 4000 },
  environments: {
    client: {
      build: {
        outDir: resolve(root, 'out/renderer'),
        // One sheet of styles: a view that is read later is dressed when it comes.
        cssCodeSplit: false,
        // What must come before everything else, whatever is read in whatever order: checks with what makes them strict, and the order of the layers of styles.
        rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]renderer[\\/](?:core[\\/]strict\.ts|theme[\\/].*\.css)$/ }] } } },
      },
    },
    core: {
      consumer: 'server',
      resolve: { external: ['electron', 'better-sqlite3', 'jieba-wasm', '@resvg/resvg-js'], noExternal: true, conditions: ['node', 'import', 'module', 'default'] },
      build: {
        outDir: resolve(root, 'out/electron'), ssr: true, minify: false,
        rolldownOptions: {
          input: { main: resolve(root, 'electron/desktop/main.ts'), core: resolve(root, 'electron/desktop/core.ts'), cli: resolve(root, 'electron/cli/run.ts'), reading: resolve(root, 'electron/core/readingWorker.ts'), searching: resolve(root, 'electron/core/searchWorker.ts') },
          external: outside,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { external: ['electron'], noExternal: true },
      build: {
        outDir: resolve(root, 'out/electron'), emptyOutDir: false, ssr: true, minify: false,
        rolldownOptions: { input: resolve(root, 'electron/desktop/preload.ts'), external: ['electron'], output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false } },
      },
    },
  },
  builder: { async buildApp(builder) { for (const name of ['client', 'core', 'preload']) await builder.build(builder.environments[name]!); } },
});
