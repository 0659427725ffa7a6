import { crc32, deflateRawSync } from 'node:zlib';

/** A paragraph of a Word file: a label in bold where it has one, line ends as breaks. */
export interface Paragraph { readonly style?: 'Title' | 'Heading1' | 'Heading2'; readonly label?: string; readonly text: string; /** More text, of which some is struck out and some underlined. */ readonly pieces?: readonly { readonly text: string; readonly kind: 'same' | 'removed' | 'added' }[] }

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Text inside XML: marks escaped, and the controls left out that XML 1.0 cannot hold. */
const escaped = (text: string): string => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const looks = { plain: '', bold: '<w:rPr><w:b/></w:rPr>', same: '', removed: '<w:rPr><w:strike/><w:color w:val="8A2A26"/></w:rPr>', added: '<w:rPr><w:color w:val="1F5E33"/><w:u w:val="single"/></w:rPr>' } as const;
const run = (text: string, look: keyof typeof looks): string => text.split(/\r?\n/).map((line, index) =>
  `<w:r>${looks[look]}${index > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`).join('');
const paragraph = ({ style, label, text, pieces = [] }: Paragraph): string =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${label === undefined ? '' : run(`${label}: `, 'bold')}${run(text, 'plain')}${pieces.map((piece) => run(piece.text, piece.kind)).join('')}</w:p>`;

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const mime = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relations = (type: string, target: string): string => `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
const heading = (id: string, name: string, halfPoints: number, level: number | null): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/>${level === null ? '' : `<w:outlineLvl w:val="${level}"/>`}</w:pPr><w:rPr><w:b/><w:sz w:val="${halfPoints}"/></w:rPr></w:style>`;
const styles = `${head}<w:styles xmlns:w="${word}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="80"/></w:pPr><w:rPr><w:sz w:val="21"/></w:rPr></w:style>${heading('Title', 'Title', 36, null)}${heading('Heading1', 'heading 1', 28, 0)}${heading('Heading2', 'heading 2', 23, 1)}</w:styles>`;

/** Paragraphs as a Word file (.docx, Office Open XML), the same bytes for the same paragraphs. */
export function writeWordFile(paragraphs: readonly Paragraph[]): Uint8Array {
  return archiveOf([
    ['[Content_Types].xml', `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mime}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${mime}.styles+xml"/></Types>`],
    ['_rels/.rels', relations('officeDocument', 'word/document.xml')],
    ['word/_rels/document.xml.rels', relations('styles', 'styles.xml')],
    ['word/document.xml', `${head}<w:document xmlns:w="${word}"><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`],
    ['word/styles.xml', styles],
  ]);
}

/** Little-endian fields of two or four bytes. */
function fields(...list: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const buffer = Buffer.alloc(list.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of list) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
/** A zip archive of texts, deflated; every entry is dated 1 January 1980. */
function archiveOf(entries: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const [title, contents] = [utf8(name), utf8(text)];
    const packed = deflateRawSync(contents);
    const common = fields([2, 20], [2, 0x800], [2, 8], [2, 0], [2, 0x21], [4, crc32(contents)], [4, packed.length], [4, contents.length], [2, title.length], [2, 0]);
    parts.push(fields([4, 0x04034b50]), common, title, packed);
    directory.push(fields([4, 0x02014b50], [2, 20]), common, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), title);
    offset += 4 + common.length + title.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([...parts, ...directory, fields([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, size], [4, offset], [2, 0])]);
}
