import { escaped, written, type Block, type Numbering, type WordPicture } from './wordBlocks.ts';
import { archiveOf } from './zip.ts';

export type { Paragraph } from './wordBlocks.ts';
/** What stands on pages of one kind. */
export interface Section { readonly landscape: boolean; readonly blocks: readonly Block[] }
/** What stands in small type at the foot of every page, before its number. */
export interface WordLook { readonly foot?: string }

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const mime = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relations = (...list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const heading = (id: string, name: string, halfPoints: number, level: number | null): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/>${level === null ? '' : `<w:outlineLvl w:val="${level}"/>`}</w:pPr><w:rPr><w:b/><w:sz w:val="${halfPoints}"/></w:rPr></w:style>`;
const style = (id: string, name: string, paragraph: string, run: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
// Faces that Office brings for either script; the Latin one comes first everywhere but in Chinese text.
const faces = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Microsoft YaHei" w:cs="Calibri"/></w:rPr></w:rPrDefault></w:docDefaults>';
const styles = `${head}<w:styles xmlns:w="${word}">${faces}<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="80"/></w:pPr><w:rPr><w:sz w:val="21"/></w:rPr></w:style>${[
  heading('Title', 'Title', 36, null), heading('Heading1', 'heading 1', 28, 0), heading('Heading2', 'heading 2', 23, 1),
  style('Subtitle', 'Subtitle', '<w:keepNext/><w:spacing w:after="120"/>', '<w:color w:val="57524A"/>'),
  style('Cell', 'Table cell', '<w:spacing w:after="0"/>', '<w:sz w:val="18"/>'),
  style('Side', 'Side', '<w:keepNext/><w:spacing w:before="160" w:after="40"/>', '<w:b/><w:sz w:val="18"/>'),
  style('Note', 'Note', '<w:spacing w:before="40" w:after="40"/>', '<w:color w:val="57524A"/><w:sz w:val="17"/>'),
  style('Quotation', 'Quotation', '<w:keepLines/><w:spacing w:before="60" w:after="60"/><w:ind w:left="400" w:right="400"/>', '<w:sz w:val="20"/>'),
  style('Foot', 'Foot', '<w:spacing w:after="0"/>', '<w:color w:val="57524A"/><w:sz w:val="16"/>'),
  style('Contents1', 'toc 1', '<w:spacing w:before="80" w:after="20"/>', ''), style('Contents2', 'toc 2', '<w:spacing w:after="20"/><w:ind w:left="280"/>', ''),
].join('')}</w:styles>`;

/** A4 in twentieths of a point, and the margin around it. */
const page = { short: 11_906, long: 16_838, margin: 1134 } as const;
/** Room between the margins of a page, in twentieths of a point. */
export const room = ({ landscape }: Pick<Section, 'landscape'>): number => (landscape ? page.long : page.short) - 2 * page.margin;
const pageOf = ({ landscape }: Section, foot: boolean): string => {
  const [width, height] = landscape ? [page.long, page.short] : [page.short, page.long];
  return `<w:sectPr>${foot ? '<w:footerReference w:type="default" r:id="foot"/>' : ''}<w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${page.margin}" w:right="${page.margin}" w:bottom="${page.margin}" w:left="${page.margin}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
};
const footOf = (text: string): string => `${head}<w:ftr xmlns:w="${word}"><w:p><w:pPr><w:pStyle w:val="Foot"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(text)}  ·  </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`;

/** What stands where a program knows no SVG and nobody could draw the picture otherwise: a field of one quiet colour. */
const nothing = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4+ukNAAWzAtSrSpDLAAAAAElFTkSuQmCC', 'base64');
const media = (pictures: readonly WordPicture[]) => pictures.flatMap(({ svg, png }, index) => [
  [`word/media/picture${index + 1}.svg`, svg] as const, [`word/media/picture${index + 1}.png`, png ?? nothing] as const,
]);

/** Sections as a Word file (.docx, Office Open XML), the same bytes for the same contents. Neighbours that lie alike are one. */
export function writeWordSections(given: readonly Section[], { foot }: WordLook = {}): Uint8Array {
  const sections: Section[] = [];
  for (const section of given) {
    const last = sections.at(-1);
    if (last?.landscape === section.landscape) sections.splice(-1, 1, { ...last, blocks: [...last.blocks, ...section.blocks] });
    else sections.push(section);
  }
  const numbering: Numbering = { pictures: [], bookmarks: 0 };
  const body = sections.map((section, index) => {
    const blocks = section.blocks.map((block) => written(block, numbering, room(section))).join('');
    const about = pageOf(section, foot !== undefined);
    return index === sections.length - 1 ? `${blocks}${about}` : `${blocks}<w:p><w:pPr><w:pStyle w:val="Foot"/>${about}</w:pPr></w:p>`;
  }).join('');
  const { pictures } = numbering;
  const types = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${pictures.length === 0 ? '' : '<Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/>'}<Override PartName="/word/document.xml" ContentType="${mime}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${mime}.styles+xml"/>${foot === undefined ? '' : `<Override PartName="/word/foot.xml" ContentType="${mime}.footer+xml"/>`}`;
  return archiveOf([
    ['[Content_Types].xml', `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>`],
    ['_rels/.rels', relations(['rId1', 'officeDocument', 'word/document.xml'])],
    ['word/_rels/document.xml.rels', relations(['rId1', 'styles', 'styles.xml'], ...(foot === undefined ? [] : [['foot', 'footer', 'foot.xml'] as const]), ...pictures.flatMap((_, index) => [[`png${index + 1}`, 'image', `media/picture${index + 1}.png`] as const, [`svg${index + 1}`, 'image', `media/picture${index + 1}.svg`] as const]))],
    ['word/document.xml', `${head}<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${body}</w:body></w:document>`],
    ['word/styles.xml', styles],
    ...(foot === undefined ? [] : [['word/foot.xml', footOf(foot)] as const]),
    ...media(pictures),
  ]);
}
/** Paragraphs on upright pages. */
export const writeWordFile = (blocks: readonly Block[]): Uint8Array => writeWordSections([{ landscape: false, blocks }]);
