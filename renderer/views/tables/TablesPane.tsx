import { Ellipsis, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { sizeOf, splitsOf } from '../../../shared/model/table.ts';
import { tableAsked } from '../../../shared/model/tableAsked.ts';
import { groupName, lineName } from '../../../shared/words/sayTable.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Naming } from '../../parts/Naming.tsx';
import { useSeenCoder } from '../code/coders.ts';
import { fromSaved, savedHere } from './asked.ts';
import styles from './tables.module.css';
import type { TableDesk } from './useTable.ts';

const every = 'every';

/** Beside a table: the saved ones, what is counted, and of how many people each group is. */
export function TablesPane({ desk }: { desk: TableDesk }) {
  return <aside className={styles['left']} aria-label={useWords().say('tables.pane')}><SavedTables desk={desk} /><Counted desk={desk} /><Groups desk={desk} /></aside>;
}

function Part({ title, count, add, children }: { title: string; count?: ReactNode; add?: ReactNode; children: ReactNode }) {
  return <section className={styles['part']}><header><h2>{title}</h2><span>{count}</span>{add}</header>{children}</section>;
}

function SavedTables({ desk: { asked, set, input, queries } }: { desk: TableDesk }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const saved = useLive('savedTable.list', { kind: 'table' });
  const [naming, setNaming] = useState<{ readonly saved: number | null; readonly name: string } | null>(null);
  const coders = useLive('coder.list', {});
  // Coding blind, one sees one's own alone; that is no part of the question.
  const { coder: _coder, ...everybody } = input;
  const kept = { ...everybody, ...(asked.coder === null ? {} : { coder: asked.coder }) };
  const read = (given: unknown) => savedHere(given, coders ?? [], queries ?? []);
  const here = saved?.find(({ id }) => id === asked.saved);
  const isChanged = here !== undefined && coders !== undefined && queries !== undefined && JSON.stringify(read(here.asked)) !== JSON.stringify(tableAsked.parse(kept));
  const save = (name: string, as: number | null) => act(async () => {
    const done = await core.call('savedTable.save', { name, kind: 'table', asked: kept as never, ...(as === null ? {} : { saved: as }) });
    set({ saved: done.saved });
    setNaming(null);
  });
  const name = (which: number | null, called: string) => void (which === null ? save(called, null) : act(async () => { await core.call('savedTable.rename', { saved: which, name: called }); setNaming(null); }));
  return (
    <Part title={say('tables.saved')} count={saved?.length || null} add={<Button look="icon" why={say('tables.keep')} onPress={() => setNaming({ saved: null, name: '' })}><Plus size={14} strokeWidth={1.5} /></Button>}>
      {saved?.length === 0 ? <p className={styles['hint']}>{say('tables.noneSaved')}</p> : null}
      <ul>
        {(saved ?? []).map((each) => {
          const known = read(each.asked);
          return (
            <li key={each.id} className={styles['savedRow']} data-here={each.id === asked.saved || undefined}>
              <button type="button" aria-current={each.id === asked.saved || undefined} disabled={!known} title={known ? each.name : say('tables.notUnderstood')} onClick={() => { if (known) set({ ...fromSaved(known, each.id), study: asked.study }); }}><bdi>{each.name}</bdi></button>
              <Menu label={say('tables.more', { table: each.name })} groups={[{ entries: [
                { id: 'rename', label: say('tables.rename'), run: () => setNaming({ saved: each.id, name: each.name }) },
                { id: 'remove', label: say('tables.remove'), danger: true, run: () => void act(() => core.call('savedTable.remove', { saved: each.id })) },
              ] }]}><Button look="icon" why={say('tables.more', { table: each.name })}><Ellipsis size={14} strokeWidth={1.5} /></Button></Menu>
            </li>
          );
        })}
      </ul>
      {isChanged ? <div className={styles['keepChanges']}><Button onPress={() => void save(here.name, here.id)}>{say('tables.keepChanges')}</Button></div> : null}
      {naming ? <Naming title={say(naming.saved === null ? 'tables.keepTitle' : 'tables.renameTitle')} before={naming.name} onClose={() => setNaming(null)} onName={(called) => name(naming.saved, called)} /> : null}
    </Part>
  );
}

/** Whose words, whose codings and which passages count. */
function Counted({ desk: { asked, set, table, queries, splits, splitBy } }: { desk: TableDesk }) {
  const { say } = useWords();
  const coders = useLive('coder.list', {});
  const seen = useSeenCoder();
  const filters = (queries ?? []).filter(({ query }) => query !== null);
  return (
    <Part title={say('tables.countedSection')}>
      <div className={styles['counted']}>
        <Choice wide label={say('tables.speakers')} value={asked.speakers} options={[{ id: 'interviewees', label: say('tables.interviewees') }, { id: 'all', label: say('tables.everybody') }]} onChange={(speakers) => set({ speakers })} />
        {seen.coder === undefined ? <Choice wide label={say('tables.coders')} value={asked.coder === null ? every : String(asked.coder)} options={[{ id: every, label: say('tables.everyCoder') }, ...(coders ?? []).map(({ id, name }) => ({ id: String(id), label: name }))]} onChange={(coder) => set({ coder: coder === every ? null : Number(coder) })} /> : <p className={styles['hint']}>{say('margin.onlyMineCount')}</p>}
        <Choice wide label={say('tables.filter')} value={filters.some(({ id }) => id === asked.filter) ? String(asked.filter) : every} options={[{ id: every, label: say('tables.noFilter') }, ...filters.map(({ id, name }) => ({ id: String(id), label: name }))]} onChange={(filter) => set({ filter: filter === every ? null : Number(filter) })} />
        {splits.length > 1 && splitBy !== null ? <Choice wide label={say('tables.splitBy')} value={splitBy} options={splits} onChange={(by) => set({ splitBy: by })} /> : null}
        {table ? <p className={styles['plainRow']}><span>{say('tables.documentsCounted')}</span><span>{say('tables.allDocuments', { count: table.documents })}</span></p> : null}
      </div>
    </Part>
  );
}

/** Of how many people each group is; where the table is split, of each of its groups. */
function Groups({ desk: { table } }: { desk: TableDesk }) {
  const words = useWords();
  const { say } = words;
  if (!table) return null;
  const isInRows = table.columnAxis.some(({ kind }) => kind === 'codes') && !table.rowAxis.some(({ kind }) => kind === 'codes');
  const splits = splitsOf(table);
  const groups = isInRows ? table.rows.map((row) => ({ name: lineName(row, words), ns: row.within.map((each) => sizeOf(table, each)) }))
    : table.columnAxis.some(({ kind }) => kind === 'codes') ? []
      : Array.from({ length: table.columns.length / splits }, (_, group) => ({ group, lines: table.columns.slice(group * splits, (group + 1) * splits) })).map(({ group, lines }) => ({ name: groupName(table, group, words), ns: lines.map((line) => sizeOf(table, line)) }));
  const splitNames = table.totals.columns.map((line) => lineName(line, words));
  const without = splits === 1 ? [] : groups.flatMap(({ name, ns }) => ns.flatMap((n, index) => (n === 0 ? [`${name} · ${splitNames[index]!}`] : [])));
  if (groups.length === 0) return null;
  return (
    <Part title={say('tables.groupsSection')} count={say(table.count === 'documents' ? 'tables.documents' : 'tables.people', { count: sizeOf(table, table) })}>
      <ul className={styles['groups']}>{groups.map(({ name, ns }) => <li key={name}><span title={name}><bdi>{name}</bdi></span><span>{ns.join(' | ')}</span></li>)}</ul>
      {splits === 1 ? null : <p className={styles['hint']}>{without.length === 0 ? splitNames.join(' | ') : say(table.count === 'documents' ? 'tables.noDocumentsFrom' : 'tables.nobodyFrom', { split: splitNames.join(' | '), groups: words.list(without) })}</p>}
    </Part>
  );
}
