import type { Exhibit } from '../../shared/model/exhibit.ts';
import type { ProblemRecord } from '../../shared/model/problem.ts';
import type { Words } from '../../shared/words/index.ts';
import { articleOf, liesAcross, spoken } from './exhibitPage.ts';
import { sectionsOf as sectionsOfExhibit } from './exhibitWord.ts';
import { html, htmlPage } from './htmlPage.ts';
import type { Provenance } from './provenance.ts';
import type { Block, WordContents, WordPicture } from './wordBlocks.ts';
import { writeWordSections, type Section } from './wordFile.ts';

/** A part of a report as it is now: an exhibit made, or why it cannot be. */
export type MadePart =
  | { readonly type: 'heading'; readonly id: number; readonly text: string; readonly level: 1 | 2 }
  | { readonly type: 'text'; readonly id: number; readonly text: string }
  | { readonly type: 'exhibit'; readonly id: number; readonly exhibit: Exhibit; readonly origin: Provenance; readonly picture: WordPicture | null; readonly matrix: boolean }
  | { readonly type: 'failed'; readonly id: number; readonly title: string; readonly problem: ProblemRecord };
export interface MadeReport {
  readonly title: string;
  /** When and on what it was counted, in a line. */
  readonly lead: string;
  readonly parts: readonly MadePart[];
}
/** A kind of file that a report is saved as. A new one is an entry in the list below. */
export interface ReportFormat { readonly id: string; /** Whether pictures are wanted as PNG too. */ readonly bitmaps?: true; write(report: MadeReport, words: Words): Uint8Array }

const paragraphs = (text: string): string[] => text.split(/\n\s*\n/).map((part) => part.trim()).filter((part) => part !== '');
const anchorOf = ({ id }: MadePart): string => `part${id}`;
/** What a list of contents names: headings, and exhibits below them. */
function contentsOf({ parts }: MadeReport): WordContents['contents'] {
  return parts.flatMap((part) => {
    const text = part.type === 'heading' ? part.text : part.type === 'exhibit' ? part.exhibit.title : part.type === 'failed' ? part.title : '';
    return text.trim() === '' ? [] : [{ text, anchor: anchorOf(part), level: part.type === 'heading' ? part.level : 2 } as const];
  });
}
const failure = (problem: ProblemRecord, words: Words): string => { const { what, way } = words.problem(problem); return `${words.say('report.failed')} ${what} ${way}`; };

function sectionsOf(report: MadeReport, words: Words): Section[] {
  const upright = (blocks: readonly Block[]): Section => ({ landscape: false, blocks });
  const contents = contentsOf(report);
  return [
    upright([{ style: 'Title', text: report.title }, { style: 'Subtitle', text: report.lead }, ...(contents.length < 2 ? [] : [{ style: 'Side' as const, text: words.say('report.contents') }, { contents }])]),
    ...withTheirHeadings(report.parts.flatMap((part) => sectionsFor(part).map((section) => ({ heads: part.type === 'heading', ...section })))),
  ];
  function sectionsFor(part: MadePart): Section[] {
    switch (part.type) {
      case 'heading': return [upright([{ style: part.level === 1 ? 'Heading1' : 'Heading2', text: part.text, anchor: anchorOf(part) }])];
      case 'text': return [upright(paragraphs(part.text).map((text) => ({ text })))];
      case 'failed': return [upright([{ style: 'Heading2', text: part.title, anchor: anchorOf(part) }, { text: failure(part.problem, words) }])];
      case 'exhibit': return sectionsOfExhibit({ ...part, anchor: anchorOf(part) }, words, 'Heading2');
    }
  }
}
/** A heading lies as what it stands over does: it would stay behind alone on a page of its own. */
const withTheirHeadings = (sections: readonly (Section & { readonly heads: boolean })[]): Section[] =>
  sections.map(({ heads, landscape, blocks }, index) => ({ landscape: heads ? (sections.slice(index).find((each) => !each.heads)?.landscape ?? landscape) : landscape, blocks }));
/** Whether what a heading stands over lies across: it would stay behind alone on a page of its own. */
function isOverWide(behind: readonly MadePart[], words: Words): boolean {
  const next = behind.find(({ type }) => type !== 'heading');
  return next?.type === 'exhibit' && liesAcross(next, words);
}
function pageOf(report: MadeReport, words: Words): string {
  const contents = contentsOf(report);
  return [
    `<header><h1>${html(report.title)}</h1><p class="lead">${html(report.lead)}</p></header>`,
    ...(contents.length < 2 ? [] : [`<nav aria-label="${html(words.say('report.contents'))}"><h4>${html(words.say('report.contents'))}</h4><ol>${contents.map(({ text, anchor, level }) => `<li${level === 2 ? ' class="under"' : ''}><a href="#${html(anchor)}">${html(text)}</a></li>`).join('')}</ol></nav>`]),
    ...report.parts.map((part, index) => {
      const anchor = html(anchorOf(part));
      switch (part.type) {
        case 'heading': return `<h${part.level === 1 ? 2 : 3} id="${anchor}"${isOverWide(report.parts.slice(index + 1), words) ? ' class="wide"' : ''}${spoken(part.text)}>${html(part.text)}</h${part.level === 1 ? 2 : 3}>`;
        case 'text': return paragraphs(part.text).map((text) => `<p${spoken(text)}>${html(text)}</p>`).join('\n');
        case 'failed': return `<section class="exhibit" id="${anchor}"><h3>${html(part.title)}</h3><p>${html(failure(part.problem, words))}</p></section>`;
        case 'exhibit': return articleOf({ ...part, picture: part.picture?.svg ?? null, anchor: anchorOf(part) }, words, 3);
      }
    }),
  ].join('\n');
}

export const reportFormats: readonly ReportFormat[] = [
  { id: 'docx', bitmaps: true, write: (report, words) => writeWordSections(sectionsOf(report, words), { foot: report.title }) },
  { id: 'html', write: (report, words) => htmlPage(report.title, words.tag, pageOf(report, words)) },
];
