import { nameKey } from '../../../shared/model/text.ts';

/** What was typed into the palette: words to find, and a rating behind them ("workload -2"). */
export interface Typed { readonly text: string; readonly words: readonly string[]; readonly rating: number | null }
export function readTyped(typed: string): Typed {
  const rated = /^(.*\S)\s+([+\-−]?\d)$/.exec(typed.trim());
  const text = (rated?.[1] ?? typed).trim();
  return { text, words: nameKey(text).split(' ').filter(Boolean), rating: rated && /^[+\-−0-9]/.test(rated[2]!) ? Number(rated[2]!.replace('−', '-').replace('+', '')) : null };
}

/** The first letters of a name's words: "wti" finds "Willingness to implement". */
const initials = (name: string) => nameKey(name).split(/[\s\-/,.()]+/).map((word) => word[0] ?? '').join('');

/** How well a code fits: 0 not at all; better the earlier and fuller. Every word must stand somewhere in the path. */
export function fitOf(code: { readonly name: string; readonly path: string }, { words }: Pick<Typed, 'words'>): number {
  if (words.length === 0) return 1;
  const name = nameKey(code.name);
  const path = nameKey(code.path);
  const whole = words.join(' ');
  if (name === whole) return 6;
  if (name.startsWith(whole)) return 5;
  if (words.every((word) => name.split(/[\s\-/,.()]+/).some((part) => part.startsWith(word)))) return 4;
  if (words.every((word) => name.includes(word))) return 3;
  if (words.length === 1 && whole.length > 1 && initials(code.name).startsWith(whole)) return 2.5;
  return words.every((word) => path.includes(word)) ? 2 : 0;
}

/** The stretches of a name that the words hit, to be drawn stronger. */
export function hits(name: string, words: readonly string[]): { text: string; hit: boolean }[] {
  const lower = name.toLowerCase();
  const marked = Array.from({ length: name.length }, () => false);
  for (const word of words) {
    const at = lower.indexOf(word);
    if (at >= 0 && lower.length === name.length) marked.fill(true, at, at + word.length);
  }
  const parts: { text: string; hit: boolean }[] = [];
  [...marked.keys()].forEach((place) => {
    const before = parts.at(-1);
    if (before && before.hit === marked[place]) before.text += name[place];
    else parts.push({ text: name[place]!, hit: marked[place]! });
  });
  return parts;
}
