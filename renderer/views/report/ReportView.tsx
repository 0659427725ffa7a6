import { Download, Ellipsis, Plus, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { NewPart, ReportPart } from '../../../shared/model/report.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useDesk, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { Menu, type MenuGroup } from '../../parts/Menu.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { noReportAsked, type ReportAsked } from './asked.ts';
import { Part, type PartDeeds } from './Part.tsx';
import { PartOptions } from './PartOptions.tsx';
import styles from './report.module.css';
import { saveReport } from './saving.ts';
import { useNewReport } from './putting.ts';

/** Reports: on the left which, in the middle as a page whose numbers are those of now, on the right the part at hand. */
export function ReportView() {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const study = useDesk()?.study?.file ?? null;
  const kept = useSession((now) => now.report);
  const asked = kept.study === study ? kept : noReportAsked;
  const reports = useLive('report.list', {});
  const set = useCallback((fields: Partial<ReportAsked>) => {
    const { report } = session.get();
    session.set({ report: { ...(report.study === study ? report : noReportAsked), study, ...fields } });
  }, [session, study]);
  const makeReport = useNewReport();
  const make = () => void act(async () => { set({ report: (await makeReport([])).report, part: null }); });
  if (!reports) return null;
  if (reports.length === 0) {
    return <main className={styles['none']}><div className={styles['empty']}><h1>{say('report.emptyTitle')}</h1><p>{say('report.emptyText')}</p><Button look="primary" onPress={make}>{say('report.make')}</Button></div></main>;
  }
  const at = reports.find(({ id }) => id === asked.report) ?? reports[0]!;
  const remove = () => void act(async () => { await core.call('report.remove', { report: at.id }); set({ report: null, part: null }); });
  const duplicate = () => void act(async () => { set({ report: (await core.call('report.duplicate', { report: at.id })).report, part: null }); });
  return (
    <div className={styles['reports']} data-right={asked.part !== null || undefined}>
      <nav className={styles['left']} aria-label={say('command.view.report')}>
        <header><h2>{say('command.view.report')}</h2><Button look="icon" why={say('report.make')} onPress={make}><Plus size={15} strokeWidth={1.5} /></Button></header>
        <ul>{reports.map(({ id, name, parts }) => <li key={id}><button type="button" aria-current={id === at.id ? 'page' : undefined} onClick={() => set({ report: id, part: null })} title={name}><bdi>{name}</bdi><small>{parts}</small></button></li>)}</ul>
      </nav>
      <ReportPage key={at.id} report={at.id} at={asked.part} set={set} menu={[{ entries: [{ id: 'duplicate', label: say('report.duplicate'), run: duplicate }, { id: 'remove', label: say('report.remove'), danger: true, run: remove }] }]} />
    </div>
  );
}

/** What can be put into a report: words of one's own, what was saved, and every analysis that can be asked of this study. */
function useAddable(add: (part: NewPart) => void): MenuGroup[] {
  const { say, language } = useWords();
  const saved = useLive('savedTable.list', {});
  const kinds = useLive('exhibit.kinds', { language });
  return [
    { entries: [{ id: 'heading', label: say('report.parts.heading'), run: () => add({ type: 'heading', text: '' }) }, { id: 'text', label: say('report.parts.text'), run: () => add({ type: 'text', text: '' }) }] },
    { title: say('report.saved'), entries: (saved ?? []).map(({ id, name, kind, asked }) => ({ id: `saved${id}`, label: name, run: () => add({ type: 'exhibit', kind, asked: asked as ReportPart extends infer P ? P extends { asked: infer A } ? A : never : never, title: name }) })) },
    { title: say('report.kinds'), entries: (kinds ?? []).filter(({ usual }) => usual !== null).map(({ id, name, usual }) => ({ id: `kind${id}`, label: name, run: () => add({ type: 'exhibit', kind: id, asked: usual as ReportPart extends infer P ? P extends { asked: infer A } ? A : never : never }) })) },
  ];
}

function ReportPage({ report, at, set, menu }: { report: number; at: number | null; set: (fields: Partial<ReportAsked>) => void; menu: MenuGroup[] }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const found = useLive('report.read', { report });
  const page = useRef<HTMLDivElement>(null);
  /** A part that was moved or made: its place in the page has changed, the focus goes along. */
  const wish = useRef<{ part: number; into: 'handles' | 'text' } | null>(null);
  const parts = found?.parts;
  useEffect(() => {
    const wanted = wish.current;
    if (!wanted || !parts?.some(({ id }) => id === wanted.part)) return;
    wish.current = null;
    const section = page.current?.querySelector<HTMLElement>(`[data-part="${wanted.part}"]`);
    section?.querySelector<HTMLElement>(wanted.into === 'text' ? 'input, textarea' : '[role="toolbar"] button:not([disabled])')?.focus();
    section?.scrollIntoView({ block: 'nearest' });
  }, [parts]);
  const add = (part: NewPart) => void act(async () => {
    await core.flushing.all();
    const made = await core.call('report.add', { report, part, ...(at === null ? {} : { after: at }) });
    wish.current = { part: made.part, into: part.type === 'exhibit' ? 'handles' : 'text' };
    set({ report, part: made.part });
  });
  const addable = useAddable(add);
  if (!found || !parts) return <main className={styles['desk']} />;
  const here = parts.find(({ id }) => id === at) ?? null;
  const change = (part: ReportPart) => act(() => core.call('report.change', { report, part }));
  const moveTo = (part: number, after: number) => void act(async () => { await core.flushing.all(); wish.current = { part, into: 'handles' }; await core.call('report.move', { report, part, after }); });
  const deedsOf = (part: ReportPart, index: number): PartDeeds => ({
    onSelect: () => { if (at !== part.id) set({ report, part: part.id }); },
    onChange: change,
    onMove(by) {
      if (by < 0 && index > 0) moveTo(part.id, parts[index - 2]?.id ?? 0);
      if (by > 0 && index < parts.length - 1) moveTo(part.id, parts[index + 1]!.id);
    },
    onTake: () => void act(async () => { await core.flushing.all(); await core.call('report.take', { report, part: part.id }); set({ report, part: null }); }),
    onDrop: (dropped, before) => { if (dropped !== part.id) moveTo(dropped, before ? parts[index - 1]?.id ?? 0 : part.id); },
  });
  return (
    <>
      <main className={styles['desk']}>
        <header className={styles['bar']}>
          <Menu label={say('report.add')} groups={addable}><Button><Plus size={14} strokeWidth={1.5} />{say('report.add')}</Button></Menu>
          <span className={styles['grow']} />
          <Menu label={say('report.save')} groups={[{ entries: (['docx', 'html'] as const).map((format) => ({ id: format, label: say(`report.formats.${format}`), run: () => void act(() => saveReport(core, words, report, format)) })) }]}><Button look="primary"><Download size={14} strokeWidth={1.5} />{say('report.save')}</Button></Menu>
          <Menu label={say('report.more')} groups={menu}><Button look="icon" why={say('report.more')}><Ellipsis size={15} strokeWidth={1.5} /></Button></Menu>
        </header>
        <div className={styles['scrolled']}>
          <article className={styles['page']} ref={page}>
            <h1 className={styles['hidden']}>{found.name}</h1>
            <div className={styles['name']}><Field hidden label={say('report.name')} value={found.name} onCommit={(name) => act(() => core.call('report.rename', { report, name }))} /></div>
            <Counted />
            {found.strange > 0 ? <p className={styles['note']}>{say('report.strange', { count: found.strange })}</p> : null}
            {parts.map((part, index) => <Part key={part.id} report={report} part={part} isHere={part.id === at} isFirst={index === 0} isLast={index === parts.length - 1} deeds={deedsOf(part, index)} />)}
            {parts.length === 0 ? <p className={styles['hint']}>{say('report.noParts')}</p> : null}
            <div className={styles['adding']}><Menu label={say('report.add')} groups={addable}><Button><Plus size={14} strokeWidth={1.5} />{say('report.add')}</Button></Menu></div>
          </article>
        </div>
      </main>
      {here ? (
        <aside className={styles['right']} aria-label={say('report.parts.' + here.type as 'report.parts.text')}>
          <header><h2>{say(`report.parts.${here.type}`)}</h2><Button look="icon" why={say('word.close')} onPress={() => set({ part: null })}><X size={16} strokeWidth={1.5} /></Button></header>
          <div className={styles['options']}><PartOptions key={here.id} report={report} part={here} onChange={(part) => void change(part)} /></div>
        </aside>
      ) : null}
    </>
  );
}

/** When and of which codebook the numbers on the page are: whatever changes in the study, they follow. */
function Counted() {
  const words = useWords();
  const version = useLive('version.now', {});
  const project = useLive('project.read', {});
  const [opened] = useState(() => Date.now());
  if (!project || version === undefined) return <p className={styles['lead']} />;
  return <p className={styles['lead']}>{words.say('report.live', { study: project.name, when: words.date(opened) })}{version ? ` ${words.say('version.stamp', { version: version.changes === 0 ? version.name : words.say('version.since', { version: version.name, count: version.changes }) })}` : ''}</p>;
}
