/** A paragraph of a Word file: a label in bold where it has one, line ends as breaks. */
export interface Paragraph {
  readonly style?: 'Title' | 'Subtitle' | 'Heading1' | 'Heading2' | 'Side' | 'Note' | 'Quotation';
  readonly label?: string;
  readonly text: string;
  /** In smaller type under it. */
  readonly below?: string;
  /** More text, of which some is struck out and some underlined. */
  readonly pieces?: readonly { readonly text: string; readonly kind: 'same' | 'removed' | 'added' }[];
  /** What a list of contents leads to: unique in the file, letters and digits. */
  readonly anchor?: string;
}
export interface WordCell {
  readonly text: string;
  /** In smaller type under it. */
  readonly below?: string;
  readonly align?: 'right' | 'center';
  /** Steps that the text stands in. */
  readonly indent?: number;
  readonly look?: 'quiet' | 'unasked' | 'bold';
  /** Columns that it stands over. */
  readonly span?: number;
}
/** A table whose heading rows come again on every page. Widths in twentieths of a point. */
export interface WordTable { readonly widths: readonly number[]; readonly heads: readonly (readonly WordCell[])[]; readonly rows: readonly (readonly WordCell[])[] }
/** A picture, with what it shows in words. Sizes in CSS pixels. Programs that do not know SVG show the PNG. */
export interface WordPicture { readonly svg: string; readonly png: Uint8Array | null; readonly width: number; readonly height: number; readonly told: string }
/** A list of what the file holds, each leading to its place. */
export interface WordContents { readonly contents: readonly { readonly text: string; readonly anchor: string; readonly level: 1 | 2 }[] }
export type Block = Paragraph | WordTable | WordPicture | WordContents;

/** Text inside XML: marks escaped, and the controls left out that XML 1.0 cannot hold. */
export const escaped = (text: string): string => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const looks = {
  plain: '', bold: '<w:rPr><w:b/></w:rPr>', same: '', removed: '<w:rPr><w:strike/><w:color w:val="8A2A26"/></w:rPr>', added: '<w:rPr><w:color w:val="1F5E33"/><w:u w:val="single"/></w:rPr>',
  quiet: '<w:rPr><w:color w:val="6A6459"/></w:rPr>', below: '<w:rPr><w:color w:val="57524A"/><w:sz w:val="16"/></w:rPr>', unasked: '<w:rPr><w:color w:val="6A6459"/></w:rPr>',
} as const;
const run = (text: string, look: keyof typeof looks): string => text.split(/\r?\n/).map((line, index) =>
  `<w:r>${looks[look]}${index > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`).join('');

/** What the parts of a file number as they come: bookmarks, pictures. */
export interface Numbering { readonly pictures: WordPicture[]; bookmarks: number }

function paragraph({ style, label, text, below, pieces = [], anchor }: Paragraph, numbering: Numbering): string {
  const words = `${label === undefined ? '' : run(`${label}: `, 'bold')}${run(text, 'plain')}${pieces.map((piece) => run(piece.text, piece.kind)).join('')}${below === undefined ? '' : run(`\n${below}`, 'below')}`;
  const number = anchor === undefined ? 0 : ++numbering.bookmarks;
  return `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${anchor === undefined ? words : `<w:bookmarkStart w:id="${number}" w:name="${anchor}"/>${words}<w:bookmarkEnd w:id="${number}"/>`}</w:p>`;
}

function cell({ text, below, align, indent = 0, look, span = 1 }: WordCell, width: number, head: boolean): string {
  const about = `<w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${head ? '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:color="1D1B16"/></w:tcBorders>' : ''}${look === 'unasked' ? '<w:shd w:val="clear" w:color="auto" w:fill="ECE8DF"/>' : ''}<w:vAlign w:val="${head ? 'bottom' : 'top'}"/>`;
  const style = `<w:pPr><w:pStyle w:val="Cell"/>${head ? '<w:keepNext/>' : ''}${indent > 0 ? `<w:ind w:left="${indent * 200}"/>` : ''}${align === undefined ? '' : `<w:jc w:val="${align}"/>`}</w:pPr>`;
  return `<w:tc><w:tcPr>${about}</w:tcPr><w:p>${style}${run(text, look ?? 'plain')}${below === undefined ? '' : run(`\n${below}`, 'below')}</w:p></w:tc>`;
}
function table({ widths, heads, rows }: WordTable): string {
  const row = (cells: readonly WordCell[], head: boolean): string => {
    let at = 0;
    const written = cells.map((each) => {
      const width = widths.slice(at, (at += each.span ?? 1)).reduce((sum, one) => sum + one, 0);
      return cell(each, width, head && (each.text !== '' || (each.span ?? 1) > 1 || heads.at(-1) === cells));
    });
    return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${written.join('')}</w:tr>`;
  };
  const rule = (place: string, size: number) => `<w:${place} w:val="single" w:sz="${size}" w:space="0" w:color="1D1B16"/>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblBorders>${rule('top', 10)}${rule('bottom', 10)}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="25" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="25" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${heads.map((cells) => row(cells, true)).join('')}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>`;
}

/** A CSS pixel in the unit of pictures. */
const emu = 9525;
function picture(given: WordPicture, numbering: Numbering, room: number): string {
  const number = numbering.pictures.push(given);
  // On an upright page (the narrower one) a picture may be higher.
  const high = room < 10_000 ? 12_500 : 7600;
  const scale = Math.min(1, room / 15 / given.width, high / 15 / given.height);
  const size = `cx="${Math.round(given.width * scale * emu)}" cy="${Math.round(given.height * scale * emu)}"`;
  const main = 'http://schemas.openxmlformats.org/drawingml/2006';
  const name = `name="Picture ${number}" descr="${escaped(given.told)}"`;
  const graphic = `<pic:pic xmlns:pic="${main}/picture"><pic:nvPicPr><pic:cNvPr id="${number}" ${name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="png${number}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="svg${number}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`;
  return `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${main}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${number}" ${name}/><a:graphic xmlns:a="${main}/main"><a:graphicData uri="${main}/picture">${graphic}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}

/** The list as it is now; Word puts the pages to it when it is told to bring the field up to date. */
function contents({ contents: entries }: WordContents): string {
  const field = (type: string, code = '') => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>${code === '' ? '' : `<w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`}`;
  return entries.map(({ text, anchor, level }, index) => `<w:p><w:pPr><w:pStyle w:val="Contents${level}"/></w:pPr>${index === 0 ? field('begin', ' TOC \\o "1-2" \\h \\z \\u ') : ''}<w:hyperlink w:anchor="${anchor}" w:history="1">${run(text, 'plain')}</w:hyperlink>${index === entries.length - 1 ? field('end') : ''}</w:p>`).join('');
}

/** A block as WordprocessingML, in a column of `room` twentieths of a point. */
export const written = (block: Block, numbering: Numbering, room: number): string =>
  'text' in block ? paragraph(block, numbering) : 'rows' in block ? table(block) : 'svg' in block ? picture(block, numbering, room) : contents(block);
