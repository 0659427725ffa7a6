import { comparable } from '../../../shared/model/anchor.ts';
import { nameKey } from '../../../shared/model/text.ts';
import type { ProjectNotes } from '../../../shared/model/projectReport.ts';
import type { MemoTarget, MemoWriter } from './memos.ts';

/** What programs call selections by themselves. */
const generic = /^(?:segment|selection|quote|quotation|passage|coding|annotation|highlight|excerpt|text|line|zitat|引文|选段)?[\W\d_]*$/iu;
/** The name that a person gave a quotation; '' where it is a number or the quotation's own words. */
export function givenTitle(name: string, quotation: string): string {
  const title = name.replace(/\s+/g, ' ').trim();
  // Nearly always it is the quotation's beginning to the letter: hundreds of thousands are not compared at length.
  const begins = title.replace(/\s*(?:…|\.{3})$/u, '');
  if (begins === '' || quotation.slice(0, 4 * begins.length + 20).replace(/\s+/g, ' ').trimStart().startsWith(begins)) return '';
  const bare = comparable(title.replace(/^[\d:.,()[\]\s¶§–-]+/u, '').replace(/\s*(?:…|\.{3})$/u, ''));
  if (bare.length < 3 || generic.test(title)) return '';
  const said = comparable(quotation);
  return said.includes(bare) || bare.startsWith(said) || (said.length >= 12 && bare.slice(0, 12) === said.slice(0, 12)) ? '' : title;
}
export interface Titled { readonly on: MemoTarget; readonly title: string; readonly codes: readonly string[]; readonly coder: string | null; readonly created: number }
/** Titles of quotations become memos on them; a name that many share, or that a code has, is none, and is said. */
export function putTitles(titles: readonly Titled[], memos: MemoWriter, notes: ProjectNotes): void {
  const times = new Map<string, number>();
  for (const { title } of titles) times.set(nameKey(title), (times.get(nameKey(title)) ?? 0) + 1);
  for (const { on, title, codes, coder, created } of titles) {
    if (times.get(nameKey(title))! > 2 || codes.some((code) => nameKey(code) === nameKey(title))) { notes.say('names-left', title); continue; }
    memos.comment(on, '', { title, coder, created });
  }
}
