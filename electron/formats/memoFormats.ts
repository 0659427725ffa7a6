import { parseMemo, plainMemo, type MemoLink } from '../../shared/model/memoText.ts';
import { subjects, type Subject } from '../../shared/model/schema.ts';
import type { Words } from '../../shared/words/index.ts';
import { plain } from './markdown.ts';
import { writeWordFile, type Paragraph } from './wordFile.ts';

/** A memo as it is printed. */
export interface PrintedMemo {
  readonly uuid: string;
  readonly about: Subject;
  /** What it is about by name (a code's path, a document's title); '' for the journal. */
  readonly subject: string;
  /** The words of a passage that it is about, who said them, and in which document. */
  readonly quotation: { readonly words: string; readonly speaker: string; readonly document: string; readonly turn: number | null } | null;
  readonly title: string;
  /** As it is kept. */
  readonly text: string;
  readonly author: string;
  /** Moments in ms. */
  readonly created: number;
  readonly changed: number;
}
/** How a link is called now, and whether what it leads to is gone. */
export type NameOfLink = (link: MemoLink) => { readonly name: string; readonly gone: boolean };
/** A kind of file that memos are saved as. A new one is an entry in the list below. */
export interface MemoFormat { readonly id: string; write(memos: readonly PrintedMemo[], nameOf: NameOfLink, title: string, words: Words): Uint8Array }

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const isoTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** Of each kind in the order of the schema, each in the order given. */
const byKind = (memos: readonly PrintedMemo[]) => subjects.map((about) => ({ about, inside: memos.filter((memo) => memo.about === about) })).filter(({ inside }) => inside.length > 0);
/** What stands above a memo: its title, or what it is about. */
const headOf = (memo: PrintedMemo, { date }: Words): string => memo.title || memo.subject || date(memo.created);
/** Under its head: what it is about where the head does not say so, by whom and when. */
function lineOf(memo: PrintedMemo, words: Words): string {
  const changed = memo.changed - memo.created > 60_000 ? `${words.say('memos.changed')} ${words.moment(memo.changed)}` : '';
  return [memo.title === '' ? '' : memo.subject, memo.author, `${words.say('memos.written')} ${words.moment(memo.created)}`, changed].filter((part) => part !== '').join(', ');
}
const sourceOf = ({ speaker, document, turn }: NonNullable<PrintedMemo['quotation']>, { say }: Words): string =>
  [speaker, document, turn === null ? '' : `${say('excerpt.turn')} ${turn}`].filter((part) => part !== '').join(', ');

function markdownOf(memos: readonly PrintedMemo[], nameOf: NameOfLink, title: string, words: Words): string {
  const lines = [`# ${plain(title)}`, ''];
  for (const { about, inside } of byKind(memos)) {
    lines.push(`## ${words.say(`memos.kinds.${about}`)}`, '');
    for (const memo of inside) {
      lines.push(`### ${plain(headOf(memo, words))}`, '', `*${plain(lineOf(memo, words))}*`, '');
      if (memo.quotation) lines.push(...plain(memo.quotation.words).split('\n').map((line) => `> ${line}`), '>', `> ${plain(sourceOf(memo.quotation, words))}`, '');
      const text = parseMemo(memo.text).map((part) => {
        if (typeof part === 'string') return unmarked(part);
        const { name, gone } = nameOf(part);
        return gone ? `\u0001${unmarked(name)}\u0001` : `\u0002${unmarked(name)}\u0002`;
      }).join('');
      if (text !== '') lines.push(marked(plain(text)).split('\n').map((line) => (line === '' ? '' : `${line}  `)).join('\n').trimEnd(), '');
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
/** Links in bold, those to what is gone struck out: put in after the text was made plain, so that nobody's asterisks are taken for ours. */
const marked = (text: string): string => text.replaceAll('\u0001', '~~').replaceAll('\u0002', '**');
const unmarked = (text: string): string => text.replaceAll('\u0001', '').replaceAll('\u0002', '');

function paragraphsOf(memos: readonly PrintedMemo[], nameOf: NameOfLink, title: string, words: Words): Paragraph[] {
  return [{ style: 'Title', text: title }, ...byKind(memos).flatMap(({ about, inside }): Paragraph[] => [
    { style: 'Heading1', text: words.say(`memos.kinds.${about}`) },
    ...inside.flatMap((memo): Paragraph[] => [
      { style: 'Heading2', text: headOf(memo, words) }, { text: lineOf(memo, words) },
      ...(memo.quotation ? [{ label: words.say('excerpt.quotation'), text: `${memo.quotation.words}\n${sourceOf(memo.quotation, words)}` }] : []),
      ...plainMemo(memo.text, (link) => nameOf(link).name).split(/\n{2,}/).filter((part) => part !== '').map((text) => ({ text })),
    ]),
  ])];
}

function jsonOf(memos: readonly PrintedMemo[], nameOf: NameOfLink): string {
  return `${JSON.stringify(memos.map(({ uuid, text, created, changed, ...memo }) => ({
    id: uuid, ...memo, text, plain: plainMemo(text, (link) => nameOf(link).name),
    links: parseMemo(text).flatMap((part) => (typeof part === 'string' ? [] : [{ kind: part.kind, id: part.uuid, ...nameOf(part) }])), created: isoTime(created), changed: isoTime(changed),
  })), null, 1)}\n`;
}

export const memoFormats: readonly MemoFormat[] = [
  { id: 'md', write: (...what) => utf8(markdownOf(...what)) },
  { id: 'docx', write: (...what) => writeWordFile(paragraphsOf(...what)) },
  { id: 'json', write: (memos, nameOf) => utf8(jsonOf(memos, nameOf)) },
];
