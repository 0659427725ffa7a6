import { createContext, Script } from 'node:vm';
import { Problem } from '../../shared/model/problem.ts';
import type { Expression } from '../../shared/model/search.ts';

/** The spans of all matches in a text, as start, end, start, end … ; empty matches are none. */
function spansIn(expression: RegExp, length: number | undefined, text: string): number[] {
  const spans: number[] = [];
  expression.lastIndex = 0;
  // Where the length is known, no match has to be made into an object to learn where it begins.
  if (length !== undefined) {
    while (expression.test(text)) spans.push(expression.lastIndex - length, expression.lastIndex);
    return spans;
  }
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    if (match[0] !== '') spans.push(match.index, expression.lastIndex);
    else expression.lastIndex += text.codePointAt(expression.lastIndex)! > 0xffff ? 2 : 1;
  }
  return spans;
}
/** The time limit holds for all that runs below this, whatever context it comes from. */
const guarded = new Script('run()');

/** How long one search may take in the core itself, ms: everybody waits for it. */
export const longestSearch = 2000;

/**
 * A search with an expression that may have been typed by a person: answers for each text with its matches' spans (UTF-16
 * units, as start, end, start, end …). Some expressions take for ever on some texts. V8 stops even a match that
 * is under way when its time is up; looking at the clock between matches would not.
 * Throws the Problem `search-expression` for what is no expression, `search-too-long` when all texts together took longer than `most` ms.
 */
export function searcher(typed: string, { source, flags, length }: Expression, most = longestSearch): (texts: readonly string[]) => number[][] {
  const expression = compiled(typed, source, flags);
  const context = createContext({});
  let left = most;
  return (texts) => {
    context['run'] = () => texts.map((text) => spansIn(expression, length, text));
    const started = performance.now();
    try {
      return guarded.runInContext(context, { timeout: Math.max(1, Math.ceil(left)) }) as number[][];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      throw new Problem('search-too-long', { typed, seconds: most / 1000 });
    } finally { left -= performance.now() - started; }
  };
}
function compiled(typed: string, source: string, flags: string): RegExp {
  try { return new RegExp(source, flags); } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Problem('search-expression', { typed });
  }
}
