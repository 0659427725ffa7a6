import { useEffect, useId, type RefObject } from 'react';
import type { Disagreement } from '../../../shared/model/agreement.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice, Segments } from '../../parts/Choice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useVirtualRows } from '../../parts/useVirtualRows.ts';
import styles from './agreement.module.css';
import { Compared } from './Bar.tsx';
import { Ways } from './LeftPane.tsx';
import { Saving } from './Saving.tsx';
import type { AgreementDesk } from './useAgreement.ts';
import type { useDisagreements } from './useDisagreements.ts';

/** Height of a row, px. */
const rowHeight = 44;
const sizeOf = () => rowHeight;

/** The work list: one stop for Tab; arrows choose, and what is chosen stands in the document at once. */
export function DisagreementList({ desk, work, list, onAdopt }: { desk: AgreementDesk; work: ReturnType<typeof useDisagreements>; list: RefObject<HTMLDivElement | null>; onAdopt: () => void }) {
  const words = useWords();
  const { say } = words;
  const { wished, set } = desk;
  const { found, rows, index } = work;
  const id = useId();
  const { indexes, height, show } = useVirtualRows({ box: list, count: rows.length, sizeOf, ahead: 8, kept: index });
  useEffect(() => { if (index >= 0) show(index); }, [index, show]);
  const codes = new Map(found?.codes.map((each) => [each.code.id, each]));
  const names = new Map(desk.documents.map((document) => [document.id, document.name]));
  const only = wished.only === null ? null : codes.get(wished.only)?.code.name ?? null;
  const count = found?.[wished.show] ?? 0;
  return (
    <nav className={`${styles['left']} ${styles['listPane']}`} aria-label={say('agreement.list')}>
      <Ways desk={desk} />
      <div className={styles['listHead']}>
        <Segments label={say('agreement.list')} value={wished.show} options={[{ id: 'open', label: say('agreement.showOpen') }, { id: 'decided', label: say('agreement.showDecided') }]} onChange={(shown) => set({ show: shown, at: null })} />
        <Saving kind="disagreements" asked={work.asked} look="icon" />
      </div>
      <div className={styles['listBar']}>
        <Compared desk={desk} />
        <Choice label={say('agreement.order')} value={wished.order} options={[{ id: 'code', label: say('agreement.worstFirst') }, { id: 'document', label: say('agreement.inText') }]} onChange={(order) => set({ order, at: null })} />
      </div>
      {found && found.open + found.decided > 0 ? <div className={styles['progress']}><progress aria-label={say('agreement.progress')} value={found.decided} max={found.open + found.decided} /><span>{say('agreement.decidedOf', { decided: found.decided, all: found.open + found.decided })}</span></div> : null}
      {only === null ? null : <p className={styles['listCount']}>{found ? say(wished.show === 'open' ? 'agreement.open' : 'agreement.decided', { count }) : ''} · <bdi>{only}</bdi> <Button look="plain" onPress={() => set({ only: null, at: null })}>{say('agreement.allCodes')}</Button></p>}
      <div ref={list} className={styles['rows']} role="listbox" tabIndex={0} aria-label={say('agreement.list')} aria-activedescendant={index >= 0 ? `${id}${index}` : undefined}>
        <div style={{ height }} role="presentation">
          {indexes.map((place) => {
            const row = rows[place]!;
            const code = codes.get(row.code);
            return (
              <div key={row.key} id={`${id}${place}`} role="option" aria-selected={place === index} aria-posinset={place + 1} aria-setsize={rows.length} className={styles['row']} style={{ top: place * rowHeight, height: rowHeight }} onClick={() => { set({ at: row.key }); list.current?.focus(); }}>
                <span>{code ? <Sign facet={code.code.facet} colour={code.code.colour} /> : null}<span className={styles['cut']} title={code?.code.path}><bdi>{code?.code.name ?? '–'}</bdi></span>{code && wished.order === 'code' ? <small>{code.kappa === null ? (code.percent === null ? '' : say('agreement.percentOf', { share: words.percent(code.percent) })) : say('agreement.kappaOf', { value: words.number(code.kappa, 2) })}</small> : null}</span>
                <span><small className={styles['cut']}>{sayHow(words, row, desk.nameOf)}</small><small className={styles['cut']} title={names.get(row.document)}><bdi>{names.get(row.document)}</bdi></small></span>
              </div>
            );
          })}
        </div>
      </div>
      {wished.show === 'open' && found && found.ready > 0 ? <div className={styles['listFoot']}><button type="button" onClick={onAdopt}>{say('agreement.ready', { count: found.ready })}</button></div> : null}
    </nav>
  );
}

/** In a few words, how the coders differ. */
export function sayHow({ say, list }: ReturnType<typeof useWords>, { kind, sides, decision }: Disagreement, nameOf: (coder: number) => string): string {
  if (decision && !decision.outdated) return say(`agreement.verdicts.${decision.verdict}`, { coder: nameOf(decision.taken ?? 0) });
  if (kind === 'gone') return say('agreement.nobodyNow');
  if (kind === 'judgement') return say('agreement.judged');
  const having = sides.filter(({ codings }) => codings.length > 0);
  return having.length < sides.length ? say('agreement.only', { coders: list(having.map(({ coder }) => nameOf(coder))) }) : say('agreement.apart');
}
