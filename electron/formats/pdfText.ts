import { wordEdges } from './wordEdges.ts';

/** A piece of a PDF's text and where it stands: page from 0, points from the page's lower left corner. */
interface Piece { readonly page: number; readonly start: number; readonly end: number; readonly left: number; readonly right: number; readonly bottom: number; readonly top: number }
/** An area of a page, two opposite corners in points from its lower left corner. */
export interface PageArea { readonly page: number; readonly firstX: number; readonly firstY: number; readonly secondX: number; readonly secondY: number }
export interface PdfText {
  readonly text: string;
  /** What of the text an area covers, from its first to its last word; null where it covers none. */
  within(area: PageArea): { readonly start: number; readonly end: number } | null;
}

/** The words of a PDF in the order in which it has them, a line a line, an empty one between pages; null for a file that cannot be read, or that holds pictures of words alone. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText | null> {
  const { extractTextItems } = await import('unpdf');
  // It takes its input away.
  const pages = await extractTextItems(Uint8Array.from(bytes)).then(({ items }) => items, () => null);
  if (pages === null) return null;
  let text = '';
  const pieces: Piece[] = [];
  pages.forEach((items, page) => {
    if (page > 0) text = `${text.trimEnd()}\n\n`;
    for (const { str, x, y, width, height, hasEOL } of items) {
      const said = str.replaceAll('\0', '');
      if (said !== '') pieces.push({ page, start: text.length, end: text.length + said.length, left: x, right: x + width, bottom: y - height * 0.25, top: y + height });
      text += hasEOL ? `${said}\n` : said;
    }
  });
  if (!/\p{L}/u.test(text)) return null;
  return {
    text,
    within({ page, firstX, firstY, secondX, secondY }) {
      const [left, right, bottom, top] = [Math.min(firstX, secondX), Math.max(firstX, secondX), Math.min(firstY, secondY), Math.max(firstY, secondY)];
      let [start, end] = [text.length, 0];
      for (const piece of pieces) {
        const middle = (piece.bottom + piece.top) / 2;
        if (piece.page !== page || middle < bottom || middle > top || piece.right <= left || piece.left >= right || text.slice(piece.start, piece.end).trim() === '') continue;
        const letter = (piece.right - piece.left) / (piece.end - piece.start) || 1;
        const at = (x: number) => piece.start + Math.min(piece.end - piece.start, Math.max(0, Math.round((x - piece.left) / letter)));
        start = Math.min(start, at(left));
        end = Math.max(end, at(right));
      }
      return start < end ? wordEdges(text, start, end) : null;
    },
  };
}
