import type { Excerpt } from '../../shared/model/excerpt.ts';
import type { Words } from '../../shared/words/index.ts';
import { plain } from './markdown.ts';
import { writeCsv, writeXlsx, type Cell } from './sheet.ts';

/** A kind of file that coded excerpts are saved as. A new one is an entry in the list below. */
export interface ExcerptFormat {
  readonly id: string;
  readonly extension: string;
  /** `attributes` are the names of all attributes, in order: a column each. `query`, in words, says what the excerpts are where they were asked for by one. */
  write(excerpts: readonly Excerpt[], attributes: readonly string[], words: Words, query?: string): Promise<Uint8Array>;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const isoTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** One row a coding, with a header; numbers stay numbers. */
function sheetOf(excerpts: readonly Excerpt[], attributes: readonly string[], { say, clock }: Words, query?: string): Cell[][] {
  const header = [
    say('excerpt.quotation'), say('excerpt.document'), say('excerpt.turn'), say('excerpt.time'), say('excerpt.speaker'), ...attributes,
    say('excerpt.code'), say('excerpt.facet'), say('excerpt.coder'), say('excerpt.rating'), say('excerpt.party'), say('excerpt.counterparty'), say('excerpt.memo'),
    say('excerpt.created'), say('excerpt.changed'), say('excerpt.start'), say('excerpt.end'), ...(query === undefined ? [] : [say('excerpt.query')]),
  ];
  return [header, ...excerpts.map((excerpt): Cell[] => [
    excerpt.quotation, excerpt.document, excerpt.turn, excerpt.time === null ? null : clock(excerpt.time), excerpt.speakers.join('; '), ...attributes.map((name) => (excerpt.attributes[name] ?? []).join('; ')),
    excerpt.code, say(`facet.${excerpt.facet}`), excerpt.coder, excerpt.rating, excerpt.party, excerpt.counterparty, excerpt.memo,
    isoTime(excerpt.created), isoTime(excerpt.changed), excerpt.start, excerpt.end, ...(query === undefined ? [] : [query]),
  ])];
}

function markdownOf(excerpts: readonly Excerpt[], attributes: readonly string[], { say, clock }: Words, query?: string): string {
  const lines: string[] = query === undefined ? [] : [`*${say('excerpt.query')}:* ${plain(query)}`, ''];
  for (const [code, ofCode] of Map.groupBy(excerpts.toSorted((a, b) => a.code.localeCompare(b.code)), (excerpt) => excerpt.code)) {
    lines.push(`## ${plain(code)}`, '', `${say(`facet.${ofCode[0]!.facet}`)}, ${ofCode.length}`, '');
    for (const excerpt of ofCode) {
      const values = attributes.flatMap((name) => excerpt.attributes[name] ?? []);
      const source = [excerpt.speakers.join(', '), ...values, excerpt.document, excerpt.turn === null ? '' : `${say('excerpt.turn')} ${excerpt.turn}`, excerpt.time === null ? '' : clock(excerpt.time)].filter((part) => part !== '').map(plain);
      const said = [excerpt.rating === null ? '' : `${say('excerpt.rating')} ${excerpt.rating}`, excerpt.party || excerpt.counterparty ? `${plain(excerpt.party)} ↔ ${plain(excerpt.counterparty)}` : '', `${say('excerpt.coder')} ${plain(excerpt.coder)}`].filter((part) => part !== '');
      lines.push(...plain(excerpt.quotation).split('\n').map((line) => `> ${line}`), '', `${source.join(', ')}. ${said.join(', ')}.`, '');
      if (excerpt.memo !== '') lines.push(`*${say('excerpt.memo')}:* ${plain(excerpt.memo)}`, '');
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

export const excerptFormats: readonly ExcerptFormat[] = [
  { id: 'csv', extension: 'csv', write: async (...what) => writeCsv(sheetOf(...what), { bom: true }) },
  { id: 'xlsx', extension: 'xlsx', write: (excerpts, attributes, words, query) => writeXlsx([{ name: words.say('excerpt.quotation'), rows: sheetOf(excerpts, attributes, words, query) }]) },
  { id: 'md', extension: 'md', write: async (...what) => utf8(markdownOf(...what)) },
  {
    id: 'json', extension: 'json',
    async write(excerpts, _attributes, _words, query) {
      const rows = excerpts.map(({ coding: _coding, codeId: _codeId, documentId: _documentId, uuid, created, changed, ...excerpt }) => ({ id: uuid, ...excerpt, created: isoTime(created), changed: isoTime(changed) }));
      return utf8(`${JSON.stringify(query === undefined ? rows : { query, excerpts: rows }, null, 1)}\n`);
    },
  },
];
