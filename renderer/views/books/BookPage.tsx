import { ArrowDown, ArrowUp } from 'lucide-react';
import { useId } from 'react';
import { wordDiff, type Piece } from '../../../shared/model/codebookDiff.ts';
import type { BookChoice, BookItem } from '../../../shared/model/codebookMerge.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Sign } from '../../parts/Sign.tsx';
import desk from './desk.module.css';
import { choiceKeys, type Compared } from './asked.ts';
import styles from './books.module.css';
import { Candidates } from './Candidates.tsx';
import { sayChoice, sayKind, sayOutcome, sayValue } from './saying.ts';

interface Props {
  readonly item: BookItem;
  /** The key of the code that it may be and that is looked at. */
  readonly meant: string;
  readonly look: (key: string) => void;
  readonly compared: Compared;
  readonly place: number;
  readonly of: number;
  /** How many more of the kind are undecided. */
  readonly others: number;
  readonly mayChoose: (choice: BookChoice) => boolean;
  readonly choose: (choice: BookChoice) => void;
  readonly chooseAll: (choice: BookChoice) => void;
  readonly step: (by: number) => void;
}
/** One difference: ours, what both had, theirs, and what is to hold. */
export function BookPage({ item, meant, look, compared, place, of, others, mayChoose, choose, chooseAll, step }: Props) {
  const words = useWords();
  const { say } = words;
  const file = compared.books[item.book]?.file ?? '';
  const title = item.kind === 'alike' ? item.theirs : item.about;
  const keys = choiceKeys(item).filter(([, choice]) => item.choices.includes(choice));
  return (
    <section className={desk['page']} aria-labelledby="books-item">
      <header>
        <div><h2 id="books-item"><Sign facet={item.facet} /> <bdi lang={languageOf(title) || undefined}>{title}</bdi></h2><p>{[say('books.place', { place: place + 1, of }), sayKind(words, item), ...(compared.books.length > 1 ? [say('books.inFile', { file })] : [])].join(' · ')}</p></div>
        <Button look="icon" why={say('books.before')} keys="K" onPress={() => step(-1)}><ArrowUp size={16} strokeWidth={1.5} /></Button>
        <Button look="icon" why={say('books.next')} keys="J" onPress={() => step(1)}><ArrowDown size={16} strokeWidth={1.5} /></Button>
      </header>
      {item.kind === 'alike' ? <Candidates item={item} meant={meant} look={look} compared={compared} /> : <Sides item={item} fromFile={item.from === null ? null : compared.books[item.from]?.file ?? null} />}
      <Choices item={item} mayChoose={mayChoose} choose={choose} />
      {others === 0 || keys.length < 2 ? null : (
        <p className={desk['all']}>
          <span>{say('books.allOfKind', { count: others })}</span>
          {keys.map(([digit, choice]) => <Button key={choice} onPress={() => chooseAll(choice)}>{sayChoice(words, item, choice)}<kbd>{`⇧ ${digit}`}</kbd></Button>)}
        </p>
      )}
      <p className={desk['keys']}>{say('books.keys')}{item.candidates.length > 1 ? ` ${say('books.keysAlike')}` : ''}</p>
      {item.after === null || item.holds === null ? null : (
        <div className={desk['after']} aria-live="polite">
          <h3>{say('books.afterwards')}</h3>
          <p className={desk['value']} lang={languageOf(item.after) || undefined}>{item.after === '' ? say('books.nothingThere') : item.after}</p>
        </div>
      )}
    </section>
  );
}

/** Texts that are longer are shown without marks: to compare them would take longer than to read them. */
const longest = 20_000;
function marked(from: string, text: string): readonly Piece[] {
  if (from === '' || from.length + text.length > longest) return [{ text, kind: 'same' }];
  const pieces = wordDiff(from, text);
  const same = pieces.reduce((sum, piece) => sum + (piece.kind === 'same' ? piece.text.trim().length : 0), 0);
  // Of texts that have little in common the words of both would only stand in each other's way.
  return pieces.filter(({ kind }) => kind !== 'removed' || same * 2 > from.length);
}

function Sides({ item, fromFile }: { item: BookItem; fromFile: string | null }) {
  const words = useWords();
  const { say } = words;
  const { kind, ours, base, theirs } = item;
  const told = (text: string, other: string): readonly Piece[] => (kind === 'moved' || kind === 'added' || kind === 'gone' || kind === 'merged' || kind === 'goneHere' ? [{ text: sayValue(words, item, text), kind: 'same' }] : marked(other, text));
  const missing = say(kind === 'added' || kind === 'goneHere' || kind === 'gone' ? 'books.notThere' : 'books.nothingThere');
  const sides = [
    { side: 'ours' as const, isThere: kind !== 'added' && kind !== 'goneHere', text: ours, pieces: told(ours, base ?? theirs) },
    ...(base === null ? [] : [{ side: 'base' as const, isThere: true, text: base, pieces: [{ text: sayValue(words, item, base), kind: 'same' as const }] }]),
    { side: 'theirs' as const, isThere: kind !== 'gone', text: theirs, pieces: told(theirs, base ?? ours) },
  ];
  return (
    <div className={`${desk['sides']} ${styles['sides']}`} data-sides={sides.length}>
      {sides.map(({ side, isThere, text, pieces }) => (
        <section key={side} data-side={side} aria-label={say(`books.${side}`)}>
          <h3>{say(`books.${side}`)}{side === 'ours' && fromFile !== null ? <small>{say('books.fromFile', { file: fromFile })}</small> : null}</h3>
          {!isThere ? <p className={desk['none']}>{missing}</p> : text === '' ? <p className={desk['none']}>{say(kind === 'added' || kind === 'goneHere' || kind === 'gone' || kind === 'merged' ? 'books.noDefinition' : 'books.nothingThere')}</p> : (
            <p className={desk['value']} lang={languageOf(text) || undefined}>{pieces.map((piece, index) => (piece.kind === 'added' ? <ins key={index}>{piece.text}</ins> : piece.kind === 'removed' ? <del key={index}>{piece.text}</del> : <span key={index}>{piece.text}</span>))}</p>
          )}
        </section>
      ))}
    </div>
  );
}

function Choices({ item, mayChoose, choose }: { item: BookItem; mayChoose: (choice: BookChoice) => boolean; choose: (choice: BookChoice) => void }) {
  const words = useWords();
  const { say } = words;
  const name = useId();
  // That two codes stay two as long as nobody says otherwise is no answer yet.
  const held = item.kind === 'alike' ? item.decision : item.holds;
  return (
    <div className={desk['choices']} role="radiogroup" aria-label={say('books.whose')}>
      {choiceKeys(item).map(([digit, choice]) => (!mayChoose(choice) ? <i key={choice} aria-hidden /> : (
        <label key={choice} data-chosen={held === choice || undefined}>
          <input type="radio" name={name} checked={held === choice} onChange={() => choose(choice)} />
          <span><b>{sayChoice(words, item, choice)}</b><small>{sayOutcome(words, item, choice)}</small></span>
          <kbd>{digit}</kbd>
        </label>
      )))}
    </div>
  );
}
