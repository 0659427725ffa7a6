import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { nameKey } from '../../shared/model/text.ts';
import { useWords } from '../core/words.tsx';
import parts from './parts.module.css';

/** A document as it is listed: `survey` is the questionnaire whose open answers it holds, null for an interview. */
export interface ListedDocument { readonly id: number; readonly name: string; readonly survey: { readonly id: number; readonly name: string } | null }
/** A questionnaire with its documents; `shown` are those that are listed now, `more` how many others there are. */
export interface Folded<D extends ListedDocument> { readonly id: number; readonly name: string; readonly key: string; readonly open: boolean; readonly documents: readonly D[]; readonly shown: readonly D[]; readonly more: number }
export interface Folding<D extends ListedDocument> {
  readonly interviews: readonly D[];
  readonly folded: readonly Folded<D>[];
  /** The questionnaire of a list's key; undefined for that of a document. */
  foldedAt(key: unknown): Folded<D> | undefined;
  fold(survey: number, open: boolean): void;
  /** The arrows fold and unfold the questionnaire that they stand on: for the capture phase of keys around the list. */
  onArrows(event: KeyboardEvent): void;
  /** Words that the answers shown are narrowed to. */
  readonly typed: string;
  setTyped(typed: string): void;
}
/** Answers that are listed at once where a questionnaire is unfolded; the others are found by typing. */
const mostListed = 200;
/** From this many answers on they can be looked for. */
const many = 12;
/** Under its questionnaire a document need not say that it is of it. */
export const shortName = ({ name, survey }: ListedDocument): string => (survey !== null && name.length > survey.name.length && name.startsWith(`${survey.name} `) ? name.slice(survey.name.length + 1) : name);

/** Documents as every list shows them: interviews, and those of open answers folded under their questionnaire, which is open at first where one of them `isHere`. */
export function useFolding<D extends ListedDocument>(documents: readonly D[], isHere: (document: D) => boolean): Folding<D> {
  const [unfolded, setUnfolded] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [typed, setTyped] = useState('');
  const surveys = Map.groupBy(documents.filter(({ survey }) => survey !== null), ({ survey }) => survey!.id);
  const folded = [...surveys].map(([id, inside]): Folded<D> => {
    const open = unfolded.get(id) ?? inside.some(isHere);
    const found = open ? inside.filter(({ name }) => nameKey(name).includes(nameKey(typed))) : [];
    return { id, name: inside[0]!.survey!.name, key: `survey${id}`, open, documents: inside, shown: found.slice(0, mostListed), more: Math.max(0, found.length - mostListed) };
  });
  const foldedAt = (key: unknown) => folded.find((each) => each.key === String(key));
  const fold = (survey: number, open: boolean) => setUnfolded((now) => new Map([...now, [survey, open]]));
  return {
    interviews: documents.filter(({ survey }) => survey === null), folded, foldedAt, fold, typed, setTyped,
    onArrows(event) {
      const at = event.target instanceof Element ? foldedAt(event.target.getAttribute('data-key')) : undefined;
      if (!at || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
      event.preventDefault();
      event.stopPropagation();
      fold(at.id, event.key === 'ArrowRight');
    },
  };
}

/** What stands in the line of a questionnaire. */
export const useFoldedName = (): ((folded: Folded<ListedDocument>) => string) => {
  const { say } = useWords();
  return ({ open, name, documents }) => say(open ? 'survey.unfolded' : 'survey.folded', { survey: name, answers: say('survey.answerSheets', { count: documents.length }) });
};
export const FoldSign = ({ open }: { open: boolean }) => (open ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />);
/** Where answers are looked for among many. */
export function FindAnswers({ folding, className }: { folding: Folding<ListedDocument>; className?: string | undefined }) {
  const { say } = useWords();
  return folding.folded.some(({ open, documents }) => open && documents.length > many)
    ? <SearchField aria-label={say('survey.findAnswers')} className={className ?? ''} value={folding.typed} onChange={folding.setTyped}><Input className={parts['input'] ?? ''} placeholder={say('survey.findAnswers')} /></SearchField> : null;
}
/** How many answers an unfolded questionnaire does not list. */
export function MoreAnswers({ folding, className }: { folding: Folding<ListedDocument>; className?: string | undefined }) {
  const { say, number } = useWords();
  return folding.folded.map(({ id, more }) => (more > 0 ? <p key={id} className={className}>{say('survey.moreAnswers', { number: number(more) })}</p> : null));
}
