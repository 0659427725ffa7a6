import { createContext, Script } from 'node:vm';
import { Problem } from '../../shared/model/problem.ts';

/** The spans of all matches in each of `texts`, as start, end, start, end … ; empty matches are none. */
const search = new Script(`texts.map((text) => {
  const found = [];
  for (const { 0: hit, index } of text.matchAll(new RegExp(source, flags))) if (hit !== '') found.push(index, index + hit.length);
  return found;
})`);

/** How long one search may take, ms. */
export const longestSearch = 2000;

/**
 * A search with an expression that may have been typed by a person: answers for each text with its matches' spans (UTF-16
 * units, as start, end, start, end …). Some expressions take for ever on some texts. V8 runs it in a context with a time limit,
 * which stops even a match under way; looking at the clock between matches would not.
 * Throws the Problem `search-expression` for what is no expression, `search-too-long` when all texts together took longer than `most` ms.
 */
export function searcher(typed: string, { source, flags }: { source: string; flags: string }, most = longestSearch): (texts: readonly string[]) => number[][] {
  try { RegExp(source, flags); } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Problem('search-expression', { typed });
  }
  const context = createContext({ source, flags, texts: [] as readonly string[] }, { codeGeneration: { strings: false, wasm: false } });
  let left = most;
  return (texts) => {
    context['texts'] = texts;
    const started = performance.now();
    try {
      return search.runInContext(context, { timeout: Math.max(1, Math.ceil(left)) }) as number[][];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      throw new Problem('search-too-long', { typed, seconds: most / 1000 });
    } finally {
      left -= performance.now() - started;
      context['texts'] = [];
    }
  };
}
