import type { Excerpt } from '../../shared/model/excerpt.ts';
import type { Words } from '../../shared/words/index.ts';
import { plain } from './markdown.ts';
import { markdownOfOrigin, sheetOfOrigin, type Provenance } from './provenance.ts';
import { writeCsv, writeXlsx, type Cell } from './sheet.ts';

/** What is written besides the excerpts. */
export interface Written {
  /** Names of all attributes, in order: a column each. */
  readonly attributes: readonly string[];
  readonly words: Words;
  /** What the excerpts are, in words, where they were asked for by a query. */
  readonly query?: string | undefined;
  readonly origin: Provenance;
}
/** A kind of file that coded excerpts are saved as. A new one is an entry in the list below. */
export interface ExcerptFormat {
  readonly id: string;
  readonly extension: string;
  write(excerpts: readonly Excerpt[], more: Written): Promise<Uint8Array>;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const isoTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** One row a coding, with a header; numbers stay numbers. */
function sheetOf(excerpts: readonly Excerpt[], { attributes, words: { say, clock }, query, origin }: Written): Cell[][] {
  const header = [
    say('excerpt.quotation'), say('excerpt.document'), say('excerpt.turn'), say('excerpt.time'), say('excerpt.speaker'), ...attributes,
    say('excerpt.code'), say('excerpt.facet'), say('excerpt.coder'), say('excerpt.rating'), say('excerpt.party'), say('excerpt.counterparty'), say('excerpt.memo'),
    say('excerpt.created'), say('excerpt.changed'), say('excerpt.start'), say('excerpt.end'), say('left.codebook'), ...(query === undefined ? [] : [say('excerpt.query')]),
  ];
  return [header, ...excerpts.map((excerpt): Cell[] => [
    excerpt.quotation, excerpt.document, excerpt.turn, excerpt.time === null ? null : clock(excerpt.time), excerpt.speakers.join('; '), ...attributes.map((name) => (excerpt.attributes[name] ?? []).join('; ')),
    excerpt.code, say(`facet.${excerpt.facet}`), excerpt.coder, excerpt.rating, excerpt.party, excerpt.counterparty, excerpt.memo,
    isoTime(excerpt.created), isoTime(excerpt.changed), excerpt.start, excerpt.end, origin.codebook, ...(query === undefined ? [] : [query]),
  ])];
}

function markdownOf(excerpts: readonly Excerpt[], { attributes, words: { say, clock }, origin }: Written): string {
  const lines = markdownOfOrigin(origin);
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
  { id: 'xlsx', extension: 'xlsx', write: (excerpts, more) => writeXlsx([{ name: more.words.say('excerpt.quotation'), rows: sheetOf(excerpts, more) }, sheetOfOrigin(more.origin)]) },
  { id: 'md', extension: 'md', write: async (...what) => utf8(markdownOf(...what)) },
  {
    id: 'json', extension: 'json',
    async write(excerpts, { query, origin: { codebook } }) {
      const rows = excerpts.map(({ coding: _coding, codeId: _codeId, documentId: _documentId, uuid, created, changed, ...excerpt }) => ({ id: uuid, ...excerpt, created: isoTime(created), changed: isoTime(changed), codebook }));
      return utf8(`${JSON.stringify(query === undefined ? rows : { query, excerpts: rows }, null, 1)}\n`);
    },
  },
];
