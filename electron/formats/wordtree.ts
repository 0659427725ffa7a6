import mammoth from 'mammoth';
import { z } from 'zod';

/** A part of a Word document as mammoth makes it, with what is asked of it here. */
interface Element {
  readonly type: string;
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly rowSpan?: number | undefined;
  readonly colSpan?: number | undefined;
  readonly children?: readonly Element[] | undefined;
}
const element: z.ZodType<Element> = z.lazy(() => z.object({
  type: z.string(), value: z.string().optional(), checked: z.boolean().optional(), rowSpan: z.number().optional(), colSpan: z.number().optional(), children: z.array(element).optional(),
}));

/** A paragraph's text (soft breaks as LF), or a table's cells, each the text of its paragraphs. */
export type Block = { readonly kind: 'paragraph'; readonly text: string } | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };
export interface WordBody {
  readonly blocks: readonly Block[];
  readonly pictures: number;
  /** Footnotes and endnotes, and comments: what is written there is not part of the talk. */
  readonly footnotes: number;
  readonly comments: number;
  /** Places with text of a kind that cannot be read (fields, formulas, embedded files). */
  readonly unread: number;
}

const simple: Readonly<Record<string, (part: Element) => string>> = {
  text: ({ value }) => value ?? '', tab: () => '\t', checkbox: ({ checked }) => (checked ? '☒' : '☐'),
};
/** Text inside a paragraph. A page break at its edge is no line. */
const inline = (part: Element): string =>
  part.type === 'break' ? '\n' : simple[part.type]?.(part) ?? (part.children ?? []).map(inline).join('');
const paragraphText = (part: Element) => inline(part).replace(/^\n+$/, '');

function cellText(cell: Element): string {
  return blocksOf(cell.children ?? []).map((block) => (block.kind === 'paragraph' ? block.text : block.rows.flat().join('\n'))).join('\n');
}
/** A table's rows, every row as long as the table is wide: merged cells stand once, the places that they cover are empty. */
function tableRows(table: Element): string[][] {
  const covered = new Map<number, number>();
  return (table.children ?? []).filter((row) => row.type === 'tableRow').map((row) => {
    const cells: string[] = [];
    const skip = () => { for (let left = covered.get(cells.length) ?? 0; left > 0; left = covered.get(cells.length) ?? 0) { covered.set(cells.length, left - 1); cells.push(''); } };
    for (const cell of row.children ?? []) {
      skip();
      const [at, columns] = [cells.length, cell.colSpan ?? 1];
      cells.push(cellText(cell), ...Array<string>(columns - 1).fill(''));
      for (let column = at; column < at + columns; column++) if ((cell.rowSpan ?? 1) > 1) covered.set(column, cell.rowSpan! - 1);
    }
    skip();
    return cells;
  });
}
const blocksOf = (parts: readonly Element[]): Block[] => parts.flatMap((part): Block[] =>
  part.type === 'paragraph' ? [{ kind: 'paragraph', text: paragraphText(part) }] : part.type === 'table' ? [{ kind: 'table', rows: tableRows(part) }] : blocksOf(part.children ?? []));
const countType = (part: Element, type: string): number => (part.type === type ? 1 : 0) + (part.children ?? []).reduce((sum, child) => sum + countType(child, type), 0);

const unreadable = /: (?:w:fldSimple|w:ruby|w:dir|w:bdo|w:cr|w:subDoc|w:altChunk|m:oMath(?:Para)?)$/;
/** The paragraphs and tables of a DOCX file in order; throws whatever mammoth throws for a damaged one. Pictures and links are never opened. */
export async function readWordBody(bytes: Uint8Array): Promise<WordBody> {
  const seen: unknown[] = [];
  const { messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }, {
    externalFileAccess: false,
    transformDocument: (document: object) => { seen.push(document); return { ...document, children: [] }; },
  });
  const root = element.parse(seen[0]);
  return {
    blocks: blocksOf(root.children ?? []), pictures: countType(root, 'image'),
    footnotes: countType(root, 'noteReference'), comments: countType(root, 'commentReference'),
    unread: messages.filter(({ message }) => unreadable.test(message)).length,
  };
}
