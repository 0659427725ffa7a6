import { crc32, deflateRawSync } from 'node:zlib';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const numbers = (...fields: readonly (readonly [size: 2 | 4, value: number])[]): Uint8Array => {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true); else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
};

/** What a test may lie about in an archive. */
export interface ZipLies { readonly crc?: (right: number) => number; readonly size?: (right: number) => number; readonly flags?: number }
/** A zip archive of the named contents, deflated. */
export function zip(entries: readonly (readonly [name: string, contents: string | Uint8Array])[], lies: ZipLies = {}): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, contents] of entries) {
    const plain = typeof contents === 'string' ? utf8(contents) : contents;
    const packed = new Uint8Array(deflateRawSync(plain));
    const right = crc32(plain);
    const shared = numbers([2, 20], [2, lies.flags ?? 0x800], [2, 8], [4, 0x21], [4, lies.crc?.(right) ?? right], [4, packed.length], [4, lies.size?.(plain.length) ?? plain.length], [2, utf8(name).length], [2, 0]);
    parts.push(numbers([4, 0x04034b50]), shared, utf8(name), packed);
    directory.push(numbers([4, 0x02014b50], [2, 20]), shared, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), utf8(name));
    offset += 30 + utf8(name).length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([...parts, ...directory, numbers([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, size], [4, offset], [2, 0])]);
}

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (list: string) => `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** Text of a paragraph as runs; an LF is a soft break, a tab a tab. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${escaped(text).split(/(\n|\t)/).map((part) => (part === '\n' ? '<w:br/>' : part === '\t' ? '<w:tab/>' : part === '' ? '' : `<w:t xml:space="preserve">${part}</w:t>`)).join('')}</w:r>`;
export const paragraph = (text: string): string => `<w:p>${text === '' ? '' : run(text)}</w:p>`;
/** A table; each cell is its paragraphs, one a line. */
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell.split('\n').map(paragraph).join('')}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** Where the parts of a Word file stand; `body` is the XML inside w:body, `also` further entries. */
export const docxEntries = (body: string, also: readonly (readonly [string, string | Uint8Array])[] = [], links = ''): (readonly [string, string | Uint8Array])[] => [
  ['[Content_Types].xml', types],
  ['_rels/.rels', relations(`<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`)],
  ['word/_rels/document.xml.rels', relations(links)],
  ['word/document.xml', `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`],
  ...also,
];
/** A Word file: paragraphs as lines, or the XML of its body. */
export const docx = (body: string | readonly string[]): Uint8Array => zip(docxEntries(typeof body === 'string' ? body : body.map(paragraph).join('')));
