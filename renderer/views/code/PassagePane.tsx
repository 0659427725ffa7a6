import { Plus, Quote, Replace, X } from 'lucide-react';
import { useState } from 'react';
import { facets } from '../../../shared/model/schema.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { showKeys } from '../../commands.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { useExample } from '../codebook/useExample.ts';
import styles from './code.module.css';
import { useSeenCodes, useSeenCodings } from './coders.ts';
import { BelongsTo } from '../conflicts/BelongsTo.tsx';
import { CodingMemos, NoteCoding } from '../memos/CodingMemos.tsx';
import { MemosOn } from '../memos/MemosOn.tsx';
import { Pane } from './Pane.tsx';
import { RatingScale } from './RatingScale.tsx';
import { useMainAttribute } from './useDocument.ts';

type Coding = Outcome<'coding.list'>[number];
type Code = Outcome<'code.list'>[number];

/** The passage at hand: its words, its codes with rating and parties, its memo, and who coded it. */
export function PassagePane({ document }: { document: number }) {
  const words = useWords();
  const { say } = words;
  const session = useSessionStore();
  const read = useLive('document.read', { document });
  const codings = useSeenCodings(document)?.value;
  const codes = useSeenCodes();
  const people = useLive('participant.list', {});
  const coders = useLive('coder.list', {});
  const main = useMainAttribute();
  const passage = useSession((now) => now.passage);
  const selection = useSession((now) => (now.selection && now.selection.end > now.selection.start ? now.selection : null));
  const [noting, setNoting] = useState<number | null>(null);
  const own = (codings ?? []).filter((coding) => coding.passage === passage);
  const noted = useLive('passage.noted', { document })?.find((each) => each.id === passage);
  const span = own[0] ?? noted ?? selection;
  if (!read || !codes || !codings || !span) return <Pane title={say('passage.title')}><p className={styles['quiet']}>{say('passage.none')}</p><p className={styles['keyHint']}><kbd>Space</kbd>{say('passage.howTo')}</p></Pane>;
  const byId = new Map(codes.map((code) => [code.id, code]));
  const turn = read.turns.findIndex((each) => each.start < span.end && each.end > span.start);
  const said = read.turns[turn];
  const person = people?.find((each) => each.id === said?.participant);
  const detail = [turn >= 0 ? say('passage.turn', { turn: turn + 1 }) : '', said?.time ? words.clock(said.time) : ''].filter(Boolean).join(', ');
  const text = read.text.slice(span.start, span.end);
  // A code made a moment ago may not have been read yet: its row comes with it.
  const rows = own.flatMap((coding) => { const code = byId.get(coding.code); return code ? [{ coding, code }] : []; }).toSorted((a, b) => facets.indexOf(a.code.facet) - facets.indexOf(b.code.facet) || a.coding.id - b.coding.id);
  const also = codings.filter((coding) => coding.passage !== passage && coding.start < span.end && coding.end > span.start);
  const isPassage = own.length > 0 || noted !== undefined;
  const missing = own.length === 0 ? [] : facets.filter((facet) => !own.some((coding) => byId.get(coding.code)?.facet === facet));
  return (
    <Pane title={say(isPassage ? 'passage.title' : 'passage.selection')} detail={detail}>
      <blockquote className={styles['quote']} lang={languageOf(text) || undefined} title={text.length > 300 ? text : undefined}>{text}</blockquote>
      <p className={styles['source']}><bdi>{[person?.name ?? said?.label, main ? person?.values[main.id] : ''].filter(Boolean).join(', ')}</bdi></p>
      {rows.map(({ coding, code }) => <CodingRow key={coding.id} noting={noting === coding.id} coding={coding} code={code} codes={codes} coder={(coders?.length ?? 0) > 1 ? coders?.find((each) => each.id === coding.coder)?.name : undefined} />)}
      <button type="button" className={styles['addRow']} onClick={() => session.set({ before: session.get().selection, selection: { start: span.start, end: span.end }, palette: Date.now() })}>
        <Plus size={12} aria-hidden /><span>{missing.length === 1 ? say('passage.addFacet', { facet: say(`facet.${missing[0]!}`) }) : say('passage.addCode')}</span><kbd>Space</kbd>
      </button>
      {isPassage && passage !== null ? <BelongsTo passage={passage} /> : null}
      {isPassage ? <MemosOn about="passages" target={passage!} wanted title={say('passage.memo')} /> : null}
      <NoteCoding codings={rows.filter(({ coding }) => coding.memo !== 1 && coding.id !== noting).map(({ coding, code }) => ({ id: coding.id, name: code.name }))} onNote={setNoting} />
      {also.length > 0 ? (
        <section className={styles['also']}>
          <h3>{say('passage.also')}</h3>
          {also.slice(0, 24).map((coding) => {
            const code = byId.get(coding.code);
            return code ? <button key={coding.id} type="button" onClick={() => session.set({ passage: coding.passage, selection: { start: coding.start, end: coding.start }, goto: { start: coding.start, end: coding.end, wish: Date.now() } })}><Sign facet={code.facet} colour={code.colour} /><span className={styles['cut']}>{code.name}</span></button> : null;
          })}
        </section>
      ) : null}
      {own.length > 0 ? (
        <section className={styles['by']}>
          <h3>{say('passage.codedBy')}</h3>
          {[...Map.groupBy(own, (coding) => coding.coder)].map(([coder, theirs]) => <p key={coder}><time>{words.moment(Math.max(...theirs.map((coding) => coding.changed)))}</time><bdi>{coders?.find((each) => each.id === coder)?.name}</bdi></p>)}
        </section>
      ) : null}
    </Pane>
  );
}

function CodingRow({ coding, code, codes, coder, noting }: { noting: boolean; coding: Coding; code: Code; codes: readonly Code[]; coder: string | undefined }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const takeExample = useExample();
  const change = (said: { rating?: number | null; party?: number | null; counterparty?: number | null }) => act(async () => { await core.call('coding.change', { coding: coding.id, ...said }); return true; });
  const stakeholders = [{ id: '', label: say('passage.nobody') }, ...codes.filter((each) => each.facet === 'stakeholder').map((each) => ({ id: String(each.id), label: each.name, sign: <Sign facet="stakeholder" colour={each.colour} /> }))];
  const party = (side: 'party' | 'counterparty') => <Choice label={say(`excerpt.${side}`)} wide value={String(coding[side] ?? '')} options={stakeholders} onChange={(chosen) => void change({ [side]: chosen === '' ? null : Number(chosen) })} />;
  return (
    <div className={styles['codingRow']}>
      <Sign facet={code.facet} colour={code.colour} />
      <button type="button" className={styles['codeName']} title={code.definition || code.path} onClick={() => session.set({ aside: { kind: 'code', id: code.id }, litCode: code.id })}><bdi>{code.name}</bdi>{coder === undefined ? null : <small>{coder}</small>}</button>
      <Button look="icon" why={say('example.useFor', { code: code.name })} onPress={() => takeExample(coding.id)}><Quote size={13} strokeWidth={1.5} /></Button>
      <Button look="icon" why={say('recode.button', { code: code.name })} keys={showKeys('r')} onPress={() => session.set({ recoding: { passage: coding.passage, coding: coding.id } })}><Replace size={13} strokeWidth={1.5} /></Button>
      <Button look="icon" why={say('passage.uncode', { code: code.name })} onPress={() => void act(() => core.call('coding.remove', { codings: [coding.id] }))}><X size={14} strokeWidth={1.5} /></Button>
      {code.facet === 'dimension' ? <RatingScale rating={coding.rating} scale={code.scale} onRate={async (rating) => await change({ rating }) ?? false} /> : null}
      {code.facet === 'conflict' ? <div className={styles['parties']}>{party('party')}<span aria-hidden="true">↔</span>{party('counterparty')}</div> : null}
      <CodingMemos coding={coding.id} written={coding.memo === 1} noting={noting} />
    </div>
  );
}
