import type { Facet, ScaleStep } from '../../shared/model/schema.ts';
import { facets } from '../../shared/model/schema.ts';
import type { WordKey, Words } from '../../shared/words/index.ts';
import { plain } from './markdown.ts';
import { writeCsv } from './sheet.ts';
import { writeWordFile, type Paragraph } from './wordFile.ts';

/** A code as a codebook prints it. */
export interface CodebookEntry {
  readonly path: string;
  readonly name: string;
  readonly facet: Facet;
  readonly definition: string;
  readonly include: string;
  readonly exclude: string;
  readonly example: string;
  readonly scale: readonly ScaleStep[];
  readonly colour: string;
  readonly aliases: readonly string[];
  readonly codings: number;
  readonly documents: number;
}
/** A kind of file that a codebook is saved as. A new one is an entry in the list below. */
export interface CodebookFormat { readonly id: string; /** `stamp` says which version of the codebook it is and whose codings are counted; '' where none has a name and all are. */ write(entries: readonly CodebookEntry[], title: string, words: Words, stamp: string): Uint8Array }

/** The columns of the CSV, in whatever language the program speaks: the file is read again. */
export const codebookColumns = ['path', 'facet', 'definition', 'include', 'exclude', 'example', 'scale', 'colour', 'aliases', 'codings', 'documents'] as const;
/** A scale as text, a step a line: '-2: very heavy', or the mere number. Law: parseScale(formatScale(scale)) equals scale for anchors of one line. */
export const formatScale = (scale: readonly ScaleStep[]): string => scale.map(({ value, anchor }) => (anchor === '' ? String(value) : `${value}: ${anchor}`)).join('\n');
/** The scale that a text says; null where a line is no step. */
export function parseScale(text: string): ScaleStep[] | null {
  const steps = text.split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => /^\s*([-+\u2212]?\d{1,2})(?:\s*[:：] ?(.{0,200}))?$/.exec(line));
  return steps.every((step) => step !== null) ? steps.map((step) => ({ value: Number(step[1]!.replace('\u2212', '-')), anchor: step[2] ?? '' })) : null;
}

/** What is said of a code besides its name, with its labels; what is empty is left out. */
function saidOf(entry: CodebookEntry, { say, number, list }: Words): { label: string; text: string }[] {
  const texts = (['definition', 'include', 'exclude', 'example'] as const).map((part): [WordKey, string] => [`field.${part}`, entry[part]]);
  const scale = entry.scale.map(({ value, anchor }) => (anchor === '' ? number(value) : `${number(value)} ${anchor}`)).join('; ');
  return [...texts, ['field.scale', scale] as const, ['merge.aliases', list(entry.aliases)] as const].filter(([, text]) => text !== '').map(([label, text]) => ({ label: say(label), text }));
}
const countsOf = ({ codings, documents }: CodebookEntry, { say }: Words): string => `${say('code.codings', { count: codings })}, ${say('code.documents', { count: documents }).trim()}`;
const byFacet = (entries: readonly CodebookEntry[]) => facets.map((facet) => ({ facet, inside: entries.filter((entry) => entry.facet === facet) })).filter(({ inside }) => inside.length > 0);

function markdownOf(entries: readonly CodebookEntry[], title: string, words: Words, stamp: string): string {
  const lines = [`# ${plain(title)}`, '', ...(stamp === '' ? [] : [plain(stamp), ''])];
  for (const { facet, inside } of byFacet(entries)) {
    lines.push(`## ${words.say(`facet.${facet}`)}`, '');
    for (const entry of inside) {
      lines.push(`### ${plain(entry.path)}`, '', countsOf(entry, words), '');
      for (const { label, text } of saidOf(entry, words)) lines.push(`*${label}:* ${plain(text)}`, '');
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function paragraphsOf(entries: readonly CodebookEntry[], title: string, words: Words, stamp: string): Paragraph[] {
  return [{ style: 'Title', text: title }, ...(stamp === '' ? [] : [{ text: stamp }]), ...byFacet(entries).flatMap(({ facet, inside }): Paragraph[] => [
    { style: 'Heading1', text: words.say(`facet.${facet}`) },
    ...inside.flatMap((entry): Paragraph[] => [{ style: 'Heading2', text: entry.path }, { text: countsOf(entry, words) }, ...saidOf(entry, words)]),
  ])];
}

export const codebookFormats: readonly CodebookFormat[] = [
  {
    id: 'csv',
    write: (entries) => writeCsv([[...codebookColumns], ...entries.map((entry) => codebookColumns.map((column) => (column === 'scale' ? formatScale(entry.scale) : column === 'aliases' ? entry.aliases.join('\n') : entry[column])))], { bom: true }),
  },
  { id: 'md', write: (...what) => new TextEncoder().encode(markdownOf(...what)) },
  { id: 'docx', write: (...what) => writeWordFile(paragraphsOf(...what)) },
];
