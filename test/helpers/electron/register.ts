/** `node --import <this file> main.js`: resolves 'electron' to the stand-in, for import and require alike. In a utility process it lays the parent port. */
import { registerHooks } from 'node:module';

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    if (process.env['STAND_IN_ROLE'] === 'utility') throw new Error("'electron' is not for utility processes");
    return { url: standIn, format: 'module-typescript', shortCircuit: true };
  },
});
if (process.env['STAND_IN_ROLE'] === 'utility') (await import('./utility.ts')).installParentPort();
