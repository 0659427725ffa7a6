import type { KeyboardEvent } from 'react';
import type { Disagreement } from '../../../shared/model/agreement.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSessionStore } from '../../session.ts';
import { useSeenCodes } from '../code/coders.ts';
import { RatingScale } from '../code/RatingScale.tsx';
import styles from './agreement.module.css';
import type { useDeciding } from './useDeciding.ts';

/** So many characters of a text, with an ellipsis where there are more. */
export const shortened = (text: string, most: number): string => { const all = Array.from(text); return all.length > most ? `${all.slice(0, most - 1).join('')}…` : text; };

/** Neither coder’s: other words, chosen in the text, another code, or both. Without chosen words it is the words that the coders differ about. */
export function Anew({ deciding, item, text }: { deciding: ReturnType<typeof useDeciding>; item: Disagreement; text: string }) {
  const { say } = useWords();
  const session = useSessionStore();
  const codes = useSeenCodes()?.filter(({ codable }) => codable !== 'no');
  const { chosen, anewAs } = deciding;
  const code = codes?.find(({ id }) => id === anewAs.code);
  const place = chosen ?? item;
  // The code is chosen: C is the decision then, and no letter to find a code by.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'c' || event.ctrlKey || event.metaKey || event.altKey || !deciding.isAnew || (event.target as HTMLElement).getAttribute('aria-expanded') !== 'false') return;
    event.preventDefault();
    event.stopPropagation();
    deciding.anew();
  };
  return (
    <div className={styles['anew']} role="group" aria-label={say('agreement.anew')} data-anew onKeyDownCapture={onKeyDownCapture}>
      <h3>{say('agreement.anew')}<kbd aria-hidden>C</kbd></h3>
      <button type="button" className={styles['anewWords']} title={say('agreement.anewHint')} onClick={() => session.set({ readingWanted: true })}><q>{shortened(text.slice(place.start, place.end), 60)}</q><small>{chosen ? say('agreement.anewChosen') : say('agreement.anewHint')}</small></button>
      <Choice wide label={say('agreement.anewCode')} value={String(anewAs.code)} options={(codes ?? []).map(({ id, path, facet, colour }) => ({ id: String(id), label: path, sign: <Sign facet={facet} colour={colour} /> }))} onChange={(id) => deciding.setAnewAs({ code: Number(id), rating: null })} />
      {code?.facet === 'dimension' ? <RatingScale rating={anewAs.rating} scale={code.scale} onRate={(rating) => { deciding.setAnewAs({ ...anewAs, rating }); return Promise.resolve(true); }} /> : null}
      <Button isDisabled={!deciding.isAnew} onPress={deciding.anew}>{say('agreement.anewDo')}</Button>
    </div>
  );
}
