#!/usr/bin/env node
import module from 'node:module';

// Plain JavaScript, so that a Node that is too old says a sentence instead of ending without a word.
if (!(Number(process.versions.napi) >= 10)) {
  console.error(`Node ${process.versions.node} is too old for Concord's database. Start it with npm (npm run -s concord -- ...), which brings its own, or use Node 22.14 or newer.`);
  console.error(`Node ${process.versions.node} 太旧，无法使用 Concord 的数据库。请用 npm 启动（npm run -s concord -- …），它自带合适的版本；或改用 Node 22.14 及以上。`);
  process.exit(2);
}
// Commands are short: most of their time is reading the program, which Node keeps compiled from one time to the next.
module.enableCompileCache?.();
await import('./run.ts');
