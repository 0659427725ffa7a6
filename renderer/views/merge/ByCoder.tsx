import { mergeMoves, type MergeCoder, type MergeCount } from '../../../shared/model/merge.ts';
import { useDesk } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import styles from './merge.module.css';

/** How many codings and memos of each coder come, change and go. */
export function ByCoder({ coders }: { coders: readonly MergeCoder[] }) {
  const { say, number } = useWords();
  const me = useDesk()?.coder;
  const subjects = (['codings', 'memos'] as const).filter((table) => coders.some((each) => mergeMoves.some((move) => each[table][move] > 0)));
  return (
    <table className={styles['kinds']}>
      <caption className={styles['part']}>{say('studyMerge.byCoder')}</caption>
      <thead>
        <tr><th scope="col" rowSpan={2}>{say('studyMerge.one.coders')}</th>{subjects.map((table) => <th key={table} scope="colgroup" colSpan={3}>{say(`studyMerge.table.${table}`)}</th>)}</tr>
        <tr>{subjects.map((table) => mergeMoves.map((move) => <th key={`${table}${move}`} scope="col">{say(`studyMerge.${move}`)}</th>))}</tr>
      </thead>
      <tbody>
        {coders.map((each) => (
          <tr key={each.coder}>
            <th scope="row"><bdi>{each.coder || say('studyMerge.nobodys')}</bdi>{each.coder !== '' && each.coder === me ? <small> {say('studyMerge.you')}</small> : null}</th>
            {subjects.map((table) => mergeMoves.map((move) => <td key={`${table}${move}`} data-zero={each[table][move] === 0 || undefined}>{number(each[table][move])}</td>))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many rows of each kind came, changed and went. */
export function KindCounts({ counts }: { counts: readonly MergeCount[] }) {
  const { say, number } = useWords();
  if (counts.length === 0) return null;
  return (
    <table className={styles['kinds']}>
      <caption className={styles['part']}>{say('studyMerge.byKind')}</caption>
      <thead><tr><th scope="col">{say('studyMerge.kindOf')}</th>{mergeMoves.map((move) => <th key={move} scope="col">{say(`studyMerge.${move}`)}</th>)}</tr></thead>
      <tbody>{counts.map((count) => <tr key={count.table}><th scope="row">{say(`studyMerge.table.${count.table as 'codes'}`)}</th>{mergeMoves.map((move) => <td key={move} data-zero={count[move] === 0 || undefined}>{number(count[move])}</td>)}</tr>)}</tbody>
    </table>
  );
}
