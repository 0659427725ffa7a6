/** What the text of a memo may point at. */
export const linkKinds = ['code', 'participant', 'document', 'passage', 'coding', 'memo'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Points at a record by its UUID, which survives renaming; the label is what it was called when it was written down. */
export interface MemoLink { readonly kind: LinkKind; readonly uuid: string; readonly label: string }
export type MemoPart = string | MemoLink;

/** As a link stands in the text: [[code:0198…|Workload]]. Brackets, backslashes and line ends of a label stand behind a backslash. */
const link = /\[\[(code|participant|document|passage|coding|memo):([0-9A-Za-z-]{1,64})\|((?:[^[\]\\\n]|\\[[\]\\n])*)\]\]/g;
const escaped = (label: string): string => label.replace(/[[\]\\]/g, '\\$&').replaceAll('\n', '\\n');
const unescaped = (label: string): string => label.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));

/** A memo's text as plain stretches and links in their order. Law: printMemo(parseMemo(text)) === text, for any text. */
export function parseMemo(text: string): MemoPart[] {
  const parts: MemoPart[] = [];
  let at = 0;
  for (const match of text.matchAll(link)) {
    if (match.index > at) parts.push(text.slice(at, match.index));
    parts.push({ kind: match[1] as LinkKind, uuid: match[2]!, label: unescaped(match[3]!) });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
export const printLink = ({ kind, uuid, label }: MemoLink): string => `[[${kind}:${uuid}|${escaped(label)}]]`;
/** Law: parseMemo(printMemo(parts)) equals parts whose stretches are not empty, hold no link and do not follow each other. */
export const printMemo = (parts: readonly MemoPart[]): string => parts.map((part) => (typeof part === 'string' ? part : printLink(part))).join('');
export const linksOf = (text: string): MemoLink[] => parseMemo(text).filter((part) => typeof part !== 'string');

/** The text as a person reads it: each link as its label, or as it is called now. */
export const plainMemo = (text: string, labelOf: (link: MemoLink) => string = ({ label }) => label): string =>
  parseMemo(text).map((part) => (typeof part === 'string' ? part : labelOf(part))).join('');

/** Characters that take the room of two: Chinese, Japanese, Korean, full-width forms. */
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/;
/** Words on one line, cut between characters where they take more than the room of `most` Latin letters. */
export function inShort(words: string, most = 80): string {
  const line = words.replace(/\s+/g, ' ').trim();
  let room = 0;
  let last = 0;
  let at = 0;
  for (const character of line) {
    room += wide.test(character) ? 2 : character.length;
    at += character.length;
    if (room <= most - 1) last = at;
    if (room > most) return `${line.slice(0, last).trimEnd()}…`;
  }
  return line;
}
/** What a memo is called: its title, or else the beginning of its text; '' where it has neither. */
export const memoHeading = ({ title, text }: { readonly title: string; readonly text: string }, labelOf?: (link: MemoLink) => string): string =>
  title === '' ? inShort(plainMemo(text, labelOf).trimStart().split('\n')[0]!) : title;
