import { counts, relations, showings } from '../../../shared/model/table.ts';
import { useWords } from '../../core/words.tsx';
import { Choice, Segments, type Option } from '../../parts/Choice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import styles from './tables.module.css';
import type { AxisOption, TableDesk } from './useTable.ts';

const withSign = (options: readonly AxisOption[]): Option<string>[] => options.map(({ facet, colour, ...option }) => (facet ? { ...option, sign: <Sign facet={facet} colour={colour} /> } : option));
const nothing = 'nothing';

/** What is in rows and columns, what is counted and how it is shown, and whether groups are compared. */
export function TableBar({ desk }: { desk: TableDesk }) {
  const { say } = useWords();
  const { asked, set, rows, columns, rowOptions, columnOptions, groups, splits, splitBy, isOfPairs, attributes } = desk;
  const crossing = groups.filter(({ id }) => id.includes(':') && id !== columns[0] && !rows.includes(id));
  const splitName = splits.find(({ id }) => id === splitBy)?.label ?? '';
  const choices = attributes?.find(({ of, name }) => `${of}:${name}` === splitBy)?.choices ?? [];
  const isOfGroups = groups.some(({ id }) => id === columns[0]);
  return (
    <div className={styles['bar']}>
      <Choice label={say('tables.rows')} value={rows[0]!} options={withSign(rowOptions)} onChange={(chosen) => set({ rows: [chosen], sort: 'order' })} />
      <Choice label={say('tables.columns')} value={columns[0]!} options={withSign(columnOptions)} onChange={(chosen) => set({ columns: [chosen], sort: 'order' })} />
      {isOfGroups && crossing.length > 0 ? <Choice label={say('tables.cross')} value={columns[1] ?? nothing} options={[{ id: nothing, label: say('tables.nothingCrossed') }, ...crossing]} onChange={(chosen) => set({ columns: chosen === nothing ? [columns[0]!] : [columns[0]!, chosen], sort: 'order' })} /> : null}
      {isOfPairs ? <Choice label={say('tables.relation')} value={asked.relation} options={relations.map((id) => ({ id, label: say(`tables.relations.${id}`) }))} onChange={(relation) => set({ relation })} /> : null}
      {isOfPairs && asked.relation === 'near' ? <Near desk={desk} /> : null}
      <Choice label={say('tables.count')} value={asked.count} options={counts.map((count) => ({ id: count, label: say(`count.${count}`) }))} onChange={(count) => set({ count })} />
      <Choice label={say('tables.show')} value={asked.presence ? 'presence' : asked.show} options={[...showings.map((id) => ({ id, label: say(`tables.shows.${id}`) })), { id: 'presence' as const, label: say('tables.presence') }]} onChange={(show) => set(show === 'presence' ? { presence: true } : { show, presence: false })} />
      <label className={styles['check']}><input type="checkbox" checked={asked.subcodes} onChange={(event) => set({ subcodes: event.target.checked })} />{say('tables.subcodes')}</label>
      <span className={styles['grow']} />
      {splitBy === null ? null : <Segments label={say('tables.split')} value={asked.isSplit ? 'split' : 'all'} options={[{ id: 'all', label: say('tables.all') }, { id: 'split', label: choices.length === 2 ? choices.join(' | ') : splitName }]} onChange={(to) => set({ isSplit: to === 'split', sort: 'order' })} />}
    </div>
  );
}

function Near({ desk: { asked, set } }: { desk: TableDesk }) {
  const { say } = useWords();
  return (
    <>
      <label className={styles['number']}>{say('tables.most')}<input type="number" min={0} max={1_000_000} value={asked.most} onChange={(event) => { if (event.target.validity.valid && event.target.value !== '') set({ most: Number(event.target.value) }); }} /></label>
      <Choice label={say('tables.unit')} value={asked.unit} options={(['characters', 'words'] as const).map((id) => ({ id, label: say(`tables.units.${id}`) }))} onChange={(unit) => set({ unit })} />
    </>
  );
}
