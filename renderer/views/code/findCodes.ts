import { nameKey, normaliseName } from '../../../shared/model/text.ts';

/** What was typed into the palette: words to find, and a rating behind them ("workload -2", "workload-2"). */
export interface Typed { readonly text: string; readonly words: readonly string[]; readonly rating: number | null }
export function readTyped(typed: string): Typed {
  const rated = /^(.*\S)(?:\s+([+\-−]?\d)|([+\-−]\d))$/.exec(typed.trim());
  const rating = rated ? Number((rated[2] ?? rated[3]!).replace('−', '-')) : null;
  return { ...plainly(rated?.[1] ?? typed), rating };
}
/** The same, without a rating: a name may end in a number too. */
export const plainly = (typed: string): Typed => ({ text: typed.trim(), words: nameKey(typed).split(' ').filter(Boolean), rating: null });

/** Where a name is hit by what was typed as it sounds: places of its characters; null where it is not. */
export type Sounds = (name: string, typed: string) => readonly number[] | null;
export const unheard: Sounds = () => null;

export interface Found { readonly name: string; readonly path: string; readonly aliases?: readonly string[] }
const between = /[\s\-/,.()·、，（）]+/;
const latin = /^[a-zü']+$/;

/** Places of the letters that "wti" or "couho" stands for: beginnings of words, in order; words between them may be left out. */
function abbreviated(name: string, typed: string): number[] | null {
  const words: { at: number; text: string }[] = [];
  let at = 0;
  for (const text of name.split(between)) {
    at = name.indexOf(text, at);
    if (text !== '') words.push({ at, text });
    at += text.length;
  }
  const from = (word: number, rest: string): number[] | null => {
    if (rest === '') return [];
    for (let place = word; place < words.length; place++) {
      const { at: start, text } = words[place]!;
      for (let length = 1; length <= text.length && length <= rest.length && text[length - 1] === rest[length - 1]; length++) {
        const others = from(place + 1, rest.slice(length));
        if (others) return [...Array.from({ length }, (_, letter) => start + letter), ...others];
      }
    }
    return null;
  };
  return typed.length > 1 && typed.length <= 12 ? from(0, typed) : null;
}

const heard = (name: string, words: readonly string[], sounds: Sounds): readonly number[] | null => {
  const typed = words.join('').replaceAll("'", '');
  return latin.test(typed) ? sounds(name, typed) : null;
};

/** How well a code fits: 0 not at all; better the earlier and fuller. Every word must stand somewhere in the path. */
export function fitOf(code: Found, { words }: Pick<Typed, 'words'>, sounds: Sounds = unheard): number {
  if (words.length === 0) return 1;
  const name = nameKey(code.name);
  const path = nameKey(code.path);
  const whole = words.join(' ');
  if (name === whole) return 6;
  if (name.startsWith(whole)) return 5;
  if (words.every((word) => name.split(between).some((part) => part.startsWith(word)))) return 4;
  const sound = heard(name, words, sounds);
  if (sound?.[0] === 0) return 3.5;
  if (words.every((word) => name.includes(word))) return 3;
  if (words.length === 1 && abbreviated(name, whole)) return 2.5;
  if (sound) return 2.4;
  if (words.every((word) => path.includes(word))) return 2;
  if (code.aliases?.some((alias) => words.every((word) => nameKey(alias).includes(word)))) return 1.8;
  return words.length === 1 && abbreviated(path.replaceAll(' > ', ' '), whole) ? 1.5 : 0;
}

/** The stretches of a name that the words hit, to be drawn stronger. */
export function hits(name: string, words: readonly string[], sounds: Sounds = unheard): { text: string; hit: boolean }[] {
  const lower = name.toLowerCase();
  const marked = Array.from({ length: name.length }, () => false);
  if (lower.length === name.length && words.length > 0) {
    for (const word of words) {
      const at = lower.indexOf(word);
      if (at >= 0) marked.fill(true, at, at + word.length);
    }
    if (!marked.includes(true)) for (const place of heard(lower, words, sounds) ?? abbreviated(lower, words.join('')) ?? []) marked[place] = true;
  }
  const parts: { text: string; hit: boolean }[] = [];
  [...marked.keys()].forEach((place) => {
    const before = parts.at(-1);
    if (before && before.hit === marked[place]) before.text += name[place];
    else parts.push({ text: name[place]!, hit: marked[place]! });
  });
  return parts;
}

/** "Parent > Name" as the name of a new code and the path of the code above it. */
export function readPath(typed: string): { readonly name: string; readonly above: string | null } {
  const parts = typed.split(/[>＞]/).map(normaliseName);
  const name = parts.pop()!;
  return parts.length > 0 && parts.every(Boolean) ? { name, above: parts.join(' > ') } : { name: normaliseName(typed), above: null };
}

/** The name before the colon and the parties behind it: "tasks: gps, county". Null where no colon stands. */
export function readParties(typed: string): { readonly name: string; readonly parties: readonly string[] } | null {
  const parted = /^([^:：]*\S)\s*[:：](.*)$/.exec(typed.trim());
  return parted ? { name: parted[1]!.trim(), parties: parted[2]!.split(/[,，、↔>＞]/).map((part) => part.trim()) } : null;
}
