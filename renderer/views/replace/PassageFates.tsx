import { useMemo, useRef, useState } from 'react';
import { alignTexts } from '../../../shared/model/alignment.ts';
import { isChinese } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { PlacePicker } from './PlacePicker.tsx';
import styles from './replace.module.css';
import { decided, fateOrder, placingOf, type Fate, type Item, type Placing, type Preview } from './replacing.ts';
import type { Replacement } from './useReplacing.ts';

/** How many of a kind are shown before the person asks for all. */
const first = 100;

/** The passages that do not stay on the same words, by what becomes of them, each with its words before and after and a decision. */
export function PassageFates({ work, preview }: { work: Replacement; preview: Preview }) {
  const { say } = useWords();
  const { all, same } = preview.passages;
  if (all === 0) return <p className={styles['calm']}>{say('correct.replace.noPassages')}</p>;
  return (
    <>
      <p className={styles['calm']}>{same === all ? say('correct.replace.allSame', { count: all }) : say('correct.replace.stay', { count: same })}</p>
      {fateOrder.map((fate) => <Group key={fate} fate={fate} items={preview.items.filter((item) => item.fate === fate)} work={work} text={preview.text} />)}
    </>
  );
}

function Group({ fate, items, work, text }: { fate: Fate; items: readonly Item[]; work: Replacement; text: string }) {
  const { say, number } = useWords();
  const [whole, setWhole] = useState(false);
  if (items.length === 0) return null;
  const placeAll = (placing: 'leaveOut' | 'nearest') => work.change({ places: new Map([...work.replacing.places, ...items.map((item) => [item.passage, item.after === null ? 'leaveOut' : placing] as const)]) });
  return (
    <section className={styles['group']} aria-label={say(`correct.replace.fate.${fate}`)} data-fate={fate}>
      <header><h2>{say(`correct.replace.fate.${fate}`)} <small>{number(items.length)}</small></h2><p>{say(`correct.replace.fateHint.${fate}`)}</p>
        {fate === 'lost' && items.length > 1 ? <div><Button onPress={() => placeAll('leaveOut')}>{say('correct.replace.allLeaveOut')}</Button><Button onPress={() => placeAll('nearest')}>{say('correct.replace.allNearest')}</Button></div> : null}
      </header>
      <ul>{items.slice(0, whole ? items.length : first).map((item) => <Row key={item.passage} item={item} work={work} text={text} />)}</ul>
      {!whole && items.length > first ? <Button look="plain" onPress={() => setWhole(true)}>{say('correct.replace.showAll', { count: items.length })}</Button> : null}
    </section>
  );
}

function Row({ item, work, text }: { item: Item; work: Replacement; text: string }) {
  const words = useWords();
  const { say } = words;
  const { passage, fate, before, after, codings, hidden, memos } = item;
  const placing = placingOf(work.replacing, item);
  const choosing = work.replacing.places.get(passage) === 'choosing';
  const chosen = placing !== null && typeof placing === 'object' ? placing : null;
  const decision = useRef<HTMLDivElement>(null);
  const [earlier, setEarlier] = useState<Placing | null>(null);
  const decide = (said: Placing | null) => work.change({ places: decided(work.replacing, passage, said) });
  const choose = (said: 'nearest' | 'leaveOut' | 'choosing') => {
    if (said === 'choosing' && !choosing) setEarlier(work.replacing.places.get(passage) ?? null);
    decide(said);
  };
  const settle = (said: Placing | null) => {
    decide(said);
    decision.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  const noted = memos + codings.reduce((sum, coding) => sum + coding.memos, 0);
  // Coders who say the same stand behind one name.
  const said = Map.groupBy(codings, ({ code, rating }) => `${code}/${rating}`);
  const options = [
    ...(after === null ? [] : [{ id: 'nearest' as const, label: say(fate === 'lost' ? 'correct.replace.keepNearest' : 'correct.replace.keep') }]),
    { id: 'leaveOut' as const, label: say('correct.replace.leaveOut') },
    { id: 'choosing' as const, label: say('correct.replace.elsewhere') },
  ];
  const parts = useMemo(() => (after === null || fate === 'lost' || fate === 'moved' ? null : marked(before.text, after.text)), [before, after, fate]);
  const lang = isChinese(before.text) ? 'zh-Hans' : 'en';
  return (
    <li className={styles['item']} data-out={placing === 'leaveOut' || undefined}>
      <div className={styles['top']}>
        <div className={styles['codes']}>
          {[...said].map(([key, [coding, ...more]]) => (
            <span key={key} title={coding!.path.join(' > ')}><Sign facet={coding!.facet} colour={coding!.colour} /><bdi>{coding!.name}</bdi>{coding!.rating === null ? null : <b>{words.number(coding!.rating)}</b>}<small>{words.list([coding!, ...more].map(({ coder }) => coder))}</small></span>
          ))}
          {hidden > 0 ? <small>{say(codings.length > 0 ? 'correct.going.andHidden' : 'blind.others', { count: hidden })}</small> : codings.length === 0 ? <small>{say('correct.replace.uncoded')}</small> : null}
          {noted > 0 && codings.length > 0 ? <small>{say('correct.replace.memos', { count: noted })}</small> : null}
        </div>
        <div ref={decision}><Segments label={say('correct.replace.decision')} value={choosing || chosen ? 'choosing' : ((placing ?? '') as 'nearest' | 'leaveOut')} options={options} onChange={choose} /></div>
      </div>
      <blockquote lang={lang}><small>{say('correct.replace.before')}</small>{parts ? parts.before : before.text}</blockquote>
      {chosen ? <blockquote lang={lang}><small>{say('correct.replace.chosen')}</small>{text.slice(chosen.start, chosen.end)}</blockquote>
        : <blockquote lang={lang} data-near={fate === 'lost' || undefined}><small>{say(fate === 'lost' ? 'correct.replace.near' : 'correct.replace.after')}</small>{after === null ? <em>{say('correct.replace.gone')}</em> : parts ? parts.after : after.text}</blockquote>}
      {choosing ? <PlacePicker words={before.text} text={text} first={typeof earlier === 'object' && earlier !== null ? earlier : after} onPut={settle} onGiveUp={() => settle(earlier)} /> : null}
    </li>
  );
}

/** Both texts with what was replaced in them marked. */
function marked(before: string, after: string) {
  const old: React.ReactNode[] = [];
  const now: React.ReactNode[] = [];
  let from = 0;
  for (const each of alignTexts(before, after)) {
    const same = before.slice(from, each.from);
    old.push(same, <del key={each.from}>{before.slice(each.from, each.to)}</del>);
    now.push(same, <ins key={each.start}>{after.slice(each.start, each.end)}</ins>);
    from = each.to;
  }
  return { before: [...old, before.slice(from)], after: [...now, before.slice(from)] };
}
