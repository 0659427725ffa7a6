import { useWords } from '../../core/words.tsx';
import { Choice } from '../../parts/Choice.tsx';
import styles from './merge.module.css';
import type { Preview } from './merging.ts';
import type { Merge } from './useMerging.ts';

type Found = Preview['matches']['found'][number];

/** People, documents, codes and attributes that came apart: which of theirs is which of ours, and which is new. */
export function Matches({ work, matches: { found, own } }: { work: Merge; matches: Preview['matches'] }) {
  const { say } = useWords();
  const tables = Map.groupBy(found, ({ table }) => table);
  return (
    <section className={styles['page']} aria-labelledby="merge-matches">
      <h2 id="merge-matches">{say('studyMerge.matches')}</h2>
      <p className={styles['calm']}>{say('studyMerge.matchesHint')}</p>
      {[...tables].map(([table, rows]) => (
        <table key={table} className={styles['matches']}>
          <caption>{say(`studyMerge.table.${table}`)}</caption>
          <thead><tr><th scope="col">{say('studyMerge.theirsHead')}</th><th scope="col">{say('studyMerge.oursHead')}</th><th scope="col" aria-hidden /></tr></thead>
          <tbody>{rows.map((row) => <Match key={row.uuid} row={row} own={own[table]} taken={found} map={work.map} />)}</tbody>
        </table>
      ))}
    </section>
  );
}

function Match({ row: { uuid, name, within, ours, why }, own, taken, map }: { row: Found; own: Preview['matches']['own'][Found['table']]; taken: readonly Found[]; map: Merge['map'] }) {
  const { say } = useWords();
  // Two of theirs are never one of ours.
  const others = new Set(taken.filter((each) => each.uuid !== uuid).map((each) => each.ours));
  const options = [{ id: 'new', label: say('studyMerge.isNew') }, ...own.filter((each) => each.within === within && !others.has(each.uuid)).map((each) => ({ id: each.uuid, label: each.name }))];
  return (
    <tr>
      <th scope="row" title={name}><bdi>{name}</bdi></th>
      <td><Choice wide label={say('studyMerge.matchFor', { name })} value={ours ?? 'new'} options={options} onChange={(chosen) => map(uuid, chosen === 'new' ? null : chosen)} /></td>
      <td>{why === null ? null : say(`studyMerge.why.${why}`)}</td>
    </tr>
  );
}
