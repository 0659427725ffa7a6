import type { CodebookChange } from '../../shared/model/codebookDiff.ts';
import { facets } from '../../shared/model/schema.ts';
import { linesOf } from '../../shared/words/codebookChanges.ts';
import type { Words } from '../../shared/words/index.ts';
import { plain } from './markdown.ts';
import { writeWordFile, type Paragraph } from './wordFile.ts';

/** A kind of file that the changes of a codebook are saved as. A new one is an entry in the list below. */
export interface DiffFormat { readonly id: string; write(changes: readonly CodebookChange[], title: string, words: Words): Uint8Array }

const byFacet = (changes: readonly CodebookChange[]) => facets.map((facet) => ({ facet, inside: changes.filter((change) => change.facet === facet) })).filter(({ inside }) => inside.length > 0);

const marks = { same: '', added: '**', removed: '~~' } as const;
/** Marks hug words: Markdown has none around blanks. */
const marked = (text: string, mark: string): string => text.replace(/^(\s*)([\s\S]*?)(\s*)$/, (_all, left: string, inside: string, right: string) => (inside === '' ? left + right : `${left}${mark}${plain(inside).replace(/\n+/g, (breaks) => `${mark}${breaks}${mark}`)}${mark}${right}`));
function markdownOf(changes: readonly CodebookChange[], title: string, words: Words): string {
  const lines = [`# ${plain(title)}`, ''];
  for (const { facet, inside } of byFacet(changes)) {
    lines.push(`## ${words.say(`facet.${facet}`)}`, '');
    for (const change of inside) {
      lines.push(`### ${plain(change.path)}`, '');
      for (const { label, pieces } of linesOf(change, words)) lines.push(`*${label}:* ${pieces.map(({ text, kind }) => marked(text, marks[kind])).join('')}`.trimEnd(), '');
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
function paragraphsOf(changes: readonly CodebookChange[], title: string, words: Words): Paragraph[] {
  return [{ style: 'Title', text: title }, ...byFacet(changes).flatMap(({ facet, inside }): Paragraph[] => [
    { style: 'Heading1', text: words.say(`facet.${facet}`) },
    ...inside.flatMap((change): Paragraph[] => [{ style: 'Heading2', text: change.path }, ...linesOf(change, words).map(({ label, pieces }) => ({ label, text: '', pieces }))]),
  ])];
}

export const diffFormats: readonly DiffFormat[] = [
  { id: 'md', write: (...what) => new TextEncoder().encode(markdownOf(...what)) },
  { id: 'docx', write: (...what) => writeWordFile(paragraphsOf(...what)) },
];
