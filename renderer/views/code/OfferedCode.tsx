import { useMemo } from 'react';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import styles from './code.module.css';
import { useSeenCodes, useSeenCodings } from './coders.ts';
import { Pane } from './Pane.tsx';

const most = 6;
const counted = <K,>(keys: readonly K[]): [K, number][] => [...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length] as [K, number]).toSorted((a, b) => b[1] - a[1]).slice(0, most);

/** What the code means that the palette is about to give: definition, limits, example, and what it usually goes with in this document. */
export function OfferedCode({ code: id, document }: { code: number; document: number }) {
  const { say } = useWords();
  const codes = useSeenCodes();
  const codings = useSeenCodings(document)?.value;
  const byId = useMemo(() => new Map((codes ?? []).map((code) => [code.id, code])), [codes]);
  const code = byId.get(id);
  const { together, clashes } = useMemo(() => {
    const mine = (codings ?? []).filter((coding) => coding.code === id);
    const passages = new Set(mine.map((coding) => coding.passage));
    return {
      together: counted((codings ?? []).filter((coding) => coding.code !== id && passages.has(coding.passage)).map((coding) => coding.code)),
      clashes: counted(mine.filter((coding) => coding.party !== null || coding.counterparty !== null).map((coding) => `${coding.party ?? ''}/${coding.counterparty ?? ''}`)),
    };
  }, [codings, id]);
  if (!code) return null;
  const texts = (['include', 'exclude', 'example'] as const).filter((field) => code[field] !== '');
  const nameOf = (party: string | undefined) => byId.get(Number(party))?.name ?? say('passage.nobody');
  return (
    <Pane title={say('palette.offered')} detail={say(`facet.${code.facet}`)}>
      <p className={styles['codeName']}><Sign facet={code.facet} colour={code.colour} />&nbsp;<bdi>{code.name}</bdi></p>
      <p className={code.definition === '' ? styles['quiet'] : styles['said']}>{code.definition === '' ? say('palette.noDefinition') : code.definition}</p>
      {texts.map((field) => <section key={field}><h3>{say(`field.${field}`)}</h3><p className={field === 'example' ? styles['quote'] : styles['said']}>{code[field]}</p></section>)}
      {clashes.length > 0 ? <section className={styles['also']}><h3>{say('palette.clashes')}</h3>{clashes.map(([pair, n]) => <p key={pair} className={styles['together']}><span className={styles['cut']}>{pair.split('/').map(nameOf).join(' ↔ ')}</span><span className={styles['n']}>{n}</span></p>)}</section> : null}
      {together.length > 0 ? <section className={styles['also']}><h3>{say('palette.often')}</h3>{together.map(([other, n]) => { const each = byId.get(other); return each ? <p key={other} className={styles['together']}><Sign facet={each.facet} colour={each.colour} /><span className={styles['cut']}>{each.name}</span><span className={styles['n']}>{n}</span></p> : null; })}</section> : null}
    </Pane>
  );
}
