import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { centres } from '../../../shared/model/ratings.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Naming } from '../../parts/Naming.tsx';
import { nobodyRated, ways, type StakeholdersAsked, type Way } from './asked.ts';
import { questionOf, type Asked } from './useAsked.ts';
import styles from './stakeholders.module.css';

/** What was saved, as the view asks it; what cannot be read is as usual. */
function fromSaved(kind: Way, kept: unknown): Partial<StakeholdersAsked> {
  const given = (typeof kept === 'object' && kept !== null ? kept : {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string | null => (typeof given[name] === 'string' ? given[name] : null);
  return {
    way: kind, dimension: text('dimension'), by: text('by'), x: text('x'), y: text('y'), split: text('split'), saved: text('saved'), speakers: given['speakers'] === 'all' ? 'all' : 'interviewees', subcodes: given['subcodes'] === true,
    centre: centres.find((centre) => centre === given['centre']) ?? nobodyRated.centre, least: typeof given['least'] === 'number' ? given['least'] : nobodyRated.least,
  };
}

/** Questions to the ratings that were given a name: asked anew with a click, and there for reports. */
export function SavedRatings({ asked }: { asked: Asked }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const saved = useLive('savedTable.list', {})?.flatMap((each) => { const kind = ways.find((way) => way === each.kind); return kind ? [{ ...each, kind }] : []; });
  const [naming, setNaming] = useState<{ readonly saved: number | null; readonly name: string } | null>(null);
  const question = questionOf(asked);
  const name = (which: number | null, called: string) => void act(async () => {
    if (which !== null) await core.call('savedTable.rename', { saved: which, name: called });
    else if (question) await core.call('savedTable.save', { name: called, kind: asked.wished.way, asked: question as never });
    setNaming(null);
  });
  return (
    <section>
      <h3 className={styles['savedHead']}>{say('tables.saved')}<Button look="icon" why={say('tables.keep')} isDisabled={question === null} onPress={() => setNaming({ saved: null, name: '' })}><Plus size={14} strokeWidth={1.5} /></Button></h3>
      {saved?.length === 0 ? <p className={styles['hint']}>{say('tables.noneSaved')}</p> : null}
      {(saved ?? []).map((each) => (
        <div key={each.id} className={styles['savedRow']}>
          <button type="button" className={styles['way']} title={each.name} onClick={() => asked.set(fromSaved(each.kind, each.asked))}><span className={styles['cut']}><bdi>{each.name}</bdi></span></button>
          <Menu label={say('tables.more', { table: each.name })} groups={[{ entries: [
            { id: 'rename', label: say('tables.rename'), run: () => setNaming({ saved: each.id, name: each.name }) },
            { id: 'remove', label: say('tables.remove'), danger: true, run: () => void act(() => core.call('savedTable.remove', { saved: each.id })) },
          ] }]}><Button look="icon" why={say('tables.more', { table: each.name })}><Ellipsis size={14} strokeWidth={1.5} /></Button></Menu>
        </div>
      ))}
      {naming ? <Naming title={say(naming.saved === null ? 'tables.keepTitle' : 'tables.renameTitle')} before={naming.name} onClose={() => setNaming(null)} onName={(called) => name(naming.saved, called)} /> : null}
    </section>
  );
}
