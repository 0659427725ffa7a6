import { useState } from 'react';
import type { AgreementRow, AgreementTable, Measure, Measures, MeasureWithin } from '../../../shared/model/agreement.ts';
import { readingOf, sayReason, type Reading } from '../../../shared/words/sayAgreement.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import styles from './agreement.module.css';
import type { AgreementDesk } from './useAgreement.ts';

type Name = 'percent' | 'kappa' | 'alpha' | 'ac1' | 'fleiss' | 'brennanPrediger' | 'holsti';
const usual = ['percent', 'kappa', 'alpha', 'ac1'] as const satisfies readonly Name[];
const everything = ['percent', 'kappa', 'alpha', 'ac1', 'fleiss', 'brennanPrediger', 'holsti'] as const satisfies readonly Name[];
/** Segments that are chosen freely have other measures. */
const ofSegments = ['percent', 'brennanPrediger', 'holsti'] as const satisfies readonly Name[];

/** A line a code (or triple): of how much, how far coders agree, and what that means; below it all of them together. */
export function MeasureTable({ table, desk }: { table: AgreementTable; desk: AgreementDesk }) {
  const words = useWords();
  const { say } = words;
  const [worst, setWorst] = useState(false);
  const { unit } = table.asked;
  const names: readonly Name[] = unit === 'segment' ? ofSegments : desk.wished.all ? everything : usual;
  const pairs = desk.wished.all && unit !== 'segment' ? table.overall.pairs : [];
  const rated = desk.wished.all && table.rows.some(({ ratings }) => ratings !== null);
  const used = (row: AgreementRow) => row.coded.some((count) => count > 0);
  const rank = (row: AgreementRow) => (used(row) ? row.kappa.value ?? row.percent.value ?? 2 : 3);
  const rows = worst ? table.rows.toSorted((a, b) => rank(a) - rank(b)) : table.rows;
  const open = (row: AgreementRow) => desk.set({ way: 'disagreements', only: row.item.code!.id, show: 'open', at: null });
  const columns = 3 + table.coders.length + names.length + (unit === 'segment' ? 1 : 0) + pairs.length + (rated ? 2 : 0);
  const tail = (measures: Measures) => (
    <>
      {names.map((name) => <td key={name}><Value measure={measures[name]} percent={name === 'percent'} /></td>)}
      {unit === 'segment' ? <td><Value measure={measures.unitizing ?? { value: null }} /></td> : null}
      {pairs.map((_, index) => <td key={index}><Value measure={measures.pairs[index] ?? { value: null }} /></td>)}
    </>
  );
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col"><button type="button" aria-pressed={worst} onClick={() => setWorst(!worst)}>{say(table.asked.triples ? 'agreement.triple' : 'agreement.code')}<small>{say(worst ? 'agreement.worstFirst' : 'agreement.inCodebook')}</small></button></th>
            <th scope="col">{say('count.documents')}</th>
            {table.coders.map(({ id, name }) => <th key={id} scope="col" title={say('agreement.codedBy', { coder: name })}><bdi>{name}</bdi></th>)}
            {names.map((name) => <th key={name} scope="col">{say(`agreement.${name}`)}</th>)}
            {unit === 'segment' ? <th scope="col">{say('agreement.unitizing')}<small>{say('agreement.unitizingHint')}</small></th> : null}
            {pairs.map(({ coders: [first, second] }) => <th key={`${first}/${second}`} scope="col">{say('agreement.pairKappa', { first: table.coders[first]!.name, second: table.coders[second]!.name })}</th>)}
            {rated ? <><th scope="col">{say('agreement.ordinal')}</th><th scope="col">{say('agreement.intervalAlpha')}</th></> : null}
            <th scope="col" className={styles['reading']}>{say('agreement.reading')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.item.key} data-unused={!used(row) || undefined}>
              <th scope="row" style={worst || row.item.code === null ? undefined : { paddingLeft: `${Math.min(row.item.code.depth, 4) * 14}px` }}>
                {row.item.code ? <button type="button" title={row.item.code.path} disabled={!used(row)} onClick={() => open(row)}><Sign facet={row.item.code.facet} colour={row.item.code.colour} /><span className={styles['cut']}><bdi>{row.item.label}</bdi></span></button>
                  : <span title={row.item.label}>{row.item.triple!.map((code, place) => <span key={place} className={styles['part']}>{code ? <><Sign facet={code.facet} colour={code.colour} /><span className={styles['cut']}><bdi>{code.name}</bdi></span></> : <small>–</small>}</span>)}</span>}
              </th>
              <td>{words.number(row.documents)}</td>
              {row.coded.map((count, place) => <td key={place}>{words.number(count)}</td>)}
              {used(row) ? <>{tail(row)}{rated ? <><td>{row.ratings ? <Value measure={row.ratings.ordinal} /> : null}</td><td>{row.ratings ? <Value measure={row.ratings.interval} /> : null}</td></> : null}</> : <td colSpan={columns - 3 - table.coders.length + (rated ? 0 : 0)} />}
              <td className={styles['reading']}><ReadingMark reading={readingOf(row, used(row))} measures={row} /></td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr><th scope="row">{say('agreement.overall')}</th><td />{table.coders.map(({ id }) => <td key={id} />)}{tail(table.overall)}{rated ? <><td /><td /></> : null}<td className={styles['reading']} /></tr>
          {unit === 'segment' ? null : <tr><th scope="row">{say('agreement.mean')}<small>{say('agreement.meanOf', { count: table.means.kappa.rows })}</small></th><td />{table.coders.map(({ id }) => <td key={id} />)}{names.map((name) => <td key={name}>{name === 'percent' || name === 'kappa' || name === 'alpha' || name === 'ac1' ? <Value measure={table.means[name]} percent={name === 'percent'} /> : null}</td>)}{pairs.map((_, index) => <td key={index} />)}{rated ? <><td /><td /></> : null}<td className={styles['reading']} /></tr>}
          {table.together ? <tr><th scope="row" title={say('agreement.togetherHint')}>{say('agreement.together')}</th><td />{table.coders.map(({ id }) => <td key={id} />)}{tail(table.together)}{rated ? <><td /><td /></> : null}<td className={styles['reading']} /></tr> : null}
        </tfoot>
      </table>
      <p className={styles['legend']}>{say('agreement.legend')}{unit === 'segment' || unit === 'document' ? '' : ` ${say('agreement.dependent')}`}{table.together ? ` ${say('agreement.togetherHint')}` : ''}</p>
    </div>
  );
}

/** A number with its interval; where it is not defined a dash that says why. */
export function Value({ measure, percent = false }: { measure: Measure & Partial<Pick<MeasureWithin, 'low' | 'high'>>; percent?: boolean }) {
  const words = useWords();
  const { value, low, high } = measure;
  if (value === null) { const why = words.say('agreement.notDefinedWhy', { why: sayReason(words, measure) || '–' }); return <span className={styles['undefined']} title={why}><span aria-hidden>–</span><span className={styles['hidden']}>{why}</span></span>; }
  return <span className={styles['value']}><b>{percent ? words.percent(value, 1) : words.number(value, 2)}</b>{typeof low === 'number' && typeof high === 'number' ? <small title={words.say('agreement.interval')}>{words.number(low, 2)}–{words.number(high, 2)}</small> : null}</span>;
}
/** What a code may be used for: shape and words, not colour alone. */
export function ReadingMark({ reading, measures: { alpha, kappa, unitizing } }: { reading: Reading; measures: Measures }) {
  const words = useWords();
  const { say } = words;
  const why = sayReason(words, alpha.value === null && kappa.value === null ? unitizing ?? kappa : { value: 1 });
  const long = reading === 'none' ? say('agreement.readsLong.none', { why }) : say(`agreement.readsLong.${reading}`);
  return <span className={styles['mark']} data-reading={reading} title={long}><i aria-hidden />{say(`agreement.reads.${reading}`)}</span>;
}
