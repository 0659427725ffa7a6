import type { CSSProperties } from 'react';
import type { AgreementTable, PairMeasure } from '../../../shared/model/agreement.ts';
import { departingIn, pairsIn, pairValue, withOthers } from '../../../shared/model/coderPairs.ts';
import { sayDeparting } from '../../../shared/words/sayAgreement.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import styles from './agreement.module.css';
import type { AgreementDesk } from './useAgreement.ts';

/** Every two coders in a square, who departs from the others in a sentence, and on which codes. */
export function ByCoder({ table, desk }: { table: AgreementTable; desk: AgreementDesk }) {
  const words = useWords();
  const { say } = words;
  const isShare = table.asked.unit === 'segment';
  const coders = table.coders;
  const pairs = pairsIn(table.overall, coders.length);
  const means = withOthers(pairs, coders.length, isShare);
  const departing = departingIn(table);
  const told = (value: number | null) => (value === null ? '–' : isShare ? words.percent(value) : words.number(value, 2));
  const pairOf = (first: number, second: number): PairMeasure | undefined => pairs.find(({ coders: both }) => first !== second && both.includes(first) && both.includes(second));
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} data-square aria-label={say('agreement.ways.coders')}>
        <thead><tr><th scope="col">{say(isShare ? 'agreement.pairShare' : 'agreement.pairKappas')}</th>{coders.map(({ id, name }) => <th key={id} scope="col"><bdi>{name}</bdi></th>)}{coders.length > 2 ? <th scope="col" title={say('agreement.withOthersHint')}>{say('agreement.withOthers')}</th> : null}</tr></thead>
        <tbody>
          {coders.map(({ id, name }, first) => (
            <tr key={id} data-departs={departing?.coder === first || undefined}>
              <th scope="row"><span title={name}><span className={styles['cut']}><bdi>{name}</bdi></span></span></th>
              {coders.map((other, second) => {
                const pair = pairOf(first, second);
                if (!pair) return <td key={other.id} className={styles['same']} aria-label="–" />;
                const value = pairValue(pair, isShare);
                return <td key={other.id} style={shadeOf(value)}><button type="button" title={say('agreement.showPair', { pair: words.list([name, other.name]) })} onClick={() => desk.set({ way: 'measures', coders: [id, other.id].toSorted((a, b) => a - b) })}><b>{told(value)}</b>{isShare || pair.percent === null ? null : <small>{words.percent(pair.percent, 1)}</small>}</button></td>;
              })}
              {coders.length > 2 ? <td><b>{told(means[first]!)}</b></td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {departing ? <p className={styles['finding']}>{sayDeparting(words, departing, (place) => coders[place]!.name, isShare)}</p> : coders.length < 3 ? <p className={styles['legend']}>{say('agreement.twoOnly')}</p> : null}
      {coders.length > 2 ? <OnCodes table={table} told={told} isShare={isShare} /> : null}
    </div>
  );
}
/** The darker, the more they agree; what is no more than chance has no shade. */
const shadeOf = (value: number | null): CSSProperties => ({ background: value === null || value <= 0 ? undefined : `color-mix(in oklab, var(--theme-fill) ${Math.round(value * 50)}%, var(--paper))` });

/** How each agrees with the others on each code; who departs most there is marked. */
function OnCodes({ table, told, isShare }: { table: AgreementTable; told: (value: number | null) => string; isShare: boolean }) {
  const { say } = useWords();
  const { coders } = table;
  const rows = table.rows.filter(({ coded }) => coded.some((count) => count > 0));
  return (
    <>
      <h2 className={styles['under']}>{say('agreement.onCodes')}</h2>
      <table className={styles['table']} aria-label={say('agreement.onCodes')}>
        <thead><tr><th scope="col">{say(table.asked.triples ? 'agreement.triple' : 'agreement.code')}</th>{coders.map(({ id, name }) => <th key={id} scope="col"><bdi>{name}</bdi></th>)}<th scope="col">{say('agreement.all')}</th></tr></thead>
        <tbody>
          {rows.map((row) => {
            const means = withOthers(row.pairs, coders.length, isShare);
            const known = means.filter((mean) => mean !== null);
            const least = known.length > 1 && Math.max(...known) - Math.min(...known) > 0.05 ? Math.min(...known) : null;
            return (
              <tr key={row.item.key}>
                <th scope="row"><span title={row.item.code?.path ?? row.item.label}><span className={styles['part']}>{row.item.code ? <Sign facet={row.item.code.facet} colour={row.item.code.colour} /> : null}<span className={styles['cut']}><bdi>{row.item.label}</bdi></span></span></span></th>
                {means.map((mean, place) => <td key={place} data-departs={(mean !== null && mean === least) || undefined}>{told(mean)}{mean !== null && mean === least ? <span className={styles['hidden']}> {say('agreement.departsHere')}</span> : null}</td>)}
                <td>{told(isShare ? row.percent.value : row.kappa.value)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles['legend']}>{say('agreement.onCodesHint')}</p>
    </>
  );
}
