import { sharersOf, type SharedFile, type SharedNews, type SharedState } from '../../shared/model/sharing.ts';
import type { Words } from '../../shared/words/index.ts';

/** Files about which a person has to decide something. */
export const waiting = (files: readonly SharedFile[]): readonly SharedFile[] => files.filter(({ became }) => became === 'waits');
/** Whose a file is, as it is said. */
export const sayWhose = ({ say }: Words, { whose }: Pick<SharedFile, 'whose'>): string => (whose === '' ? say('shared.original') : whose);

/** What the sign says, and whether it asks for something. What changes with every minute is apart: it is not to be read aloud. */
export function saySign(words: Words, state: SharedState, now: number): { readonly text: string; readonly since: string | null; readonly asks: boolean } {
  const { say } = words;
  const plain = (text: string) => ({ text, since: null, asks: true });
  const toDecide = waiting(state.files);
  const unreadable = state.files.find(({ became }) => became === 'unreadable');
  if (state.missing) return plain(say('shared.sign.missing'));
  if (state.takenBack !== null) return plain(say('shared.sign.takenBack', { whose: stemOf(state.takenBack) }));
  if (toDecide.length > 0) return plain(say('shared.sign.decide', { count: toDecide.reduce((sum, { undecided }) => sum + undecided, 0), people: words.list([...new Set(toDecide.map((file) => sayWhose(words, file)))]) }));
  if (state.unwritten !== null) return plain(say('shared.sign.unwritten'));
  if (unreadable) return plain(unreadable.whose === '' ? say('shared.sign.firstFile') : say('shared.sign.unreadable', { whose: unreadable.whose }));
  if (state.at === null) return { text: say('shared.sign.first'), since: null, asks: false };
  if (state.alone) return { text: say('shared.sign.package', { place: say(`shared.by.${state.by ?? 'other'}`) }), since: words.ago(state.at, now), asks: false };
  const people = othersOf(state);
  return { text: people.length === 0 ? say('shared.sign.alone') : say('shared.sign.with', { people: words.list(people) }), since: words.ago(state.at, now), asks: false };
}
/** The others, without oneself. */
export const othersOf = ({ files, own }: Pick<SharedState, 'files' | 'own'>): string[] => sharersOf(files).filter((whose) => own === null || whose !== stemOf(own));
export const stemOf = (file: string): string => file.replace(/\.concord$/i, '');
/** What is told once, in one line. */
export function sayNews({ say, list }: Words, news: readonly SharedNews[], { by, alone }: Pick<SharedState, 'by' | 'alone'>): string {
  const files = news.flatMap(({ what, file }) => (what === 'copy' ? [file] : []));
  const told = [...(news.some(({ what }) => what === 'anew') ? [say('shared.anew')] : []), ...(news.some(({ what }) => what === 'begun') ? [say(alone ? 'shared.begunPackage' : 'shared.begun', { place: say(`shared.by.${by ?? 'other'}`) })] : []), ...(files.length === 0 ? [] : [say('shared.news', { count: files.length, files: list(files) })])];
  return told.join(' ');
}
