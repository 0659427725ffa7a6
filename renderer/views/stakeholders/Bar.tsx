import type { Centre } from '../../../shared/model/ratings.ts';
import { useWords } from '../../core/words.tsx';
import { Choice, Segments, type Option } from '../../parts/Choice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { LayerChoice } from '../agreement/LayerChoice.tsx';
import type { Asked } from './useAsked.ts';
import styles from './stakeholders.module.css';

const leasts = [1, 2, 3, 5, 8, 10, 15, 20];
/** What is asked of the ratings. */
export function Bar({ asked: { wished, set, dimensions, dimension, x, y, by, split, saved, groups, speaking, filters } }: { asked: Asked }) {
  const words = useWords();
  const { say } = words;
  const options: Option<string>[] = dimensions.map((code) => ({ id: code.path, label: code.path, sign: <Sign facet="dimension" colour={code.colour} /> }));
  const { way } = wished;
  return (
    <>
      {way === 'perception' ? <><Choice label={say('stakeholders.dimension')} value={dimension} options={options} onChange={(path) => set({ dimension: path })} /><Choice label={say('stakeholders.who')} value={by} options={speaking} onChange={(group) => set({ by: group })} /></> : null}
      {way === 'grid' ? <>
        <Choice label={say('stakeholders.across')} value={x} options={options} onChange={(path) => set({ x: path, ...(path === y ? { y: x } : {}) })} />
        <Choice label={say('stakeholders.up')} value={y} options={options} onChange={(path) => set({ y: path, ...(path === x ? { x: y } : {}) })} />
        <Segments<Centre> label={say('stakeholders.dot')} value={wished.centre} options={[{ id: 'mean', label: say('stakeholders.meanOf') }, { id: 'median', label: say('stakeholders.measures.median') }]} onChange={(centre) => set({ centre })} />
        <Choice label={say('stakeholders.leastLabel')} value={String(wished.least)} options={[...new Set([...leasts, wished.least])].toSorted((a, b) => a - b).map((least) => ({ id: String(least), label: say('tables.passages', { count: least }) }))} onChange={(least) => set({ least: Number(least) })} />
      </> : null}
      <Choice label={say('stakeholders.compare')} value={split ?? ''} options={[{ id: '', label: say('stakeholders.together') }, ...groups]} onChange={(group) => set({ split: group === '' ? null : group })} />
      <Choice label={say('tables.speakers')} value={wished.speakers} options={[{ id: 'interviewees', label: say('tables.interviewees') }, { id: 'all', label: say('tables.everybody') }]} onChange={(speakers) => set({ speakers })} />
      {filters.length > 0 ? <Choice label={say('stakeholders.filter')} value={saved ?? ''} options={[{ id: '', label: say('stakeholders.everything') }, ...filters.map((name) => ({ id: name, label: name }))]} onChange={(name) => set({ saved: name === '' ? null : name })} /> : null}
      <LayerChoice />
      <label className={styles['check']}><input type="checkbox" checked={wished.subcodes} onChange={(event) => set({ subcodes: event.target.checked })} />{say('tables.subcodes')}</label>
    </>
  );
}
