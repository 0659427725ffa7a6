import type { ReactNode } from 'react';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Choice, type Option } from '../../parts/Choice.tsx';
import { DocumentsChoice } from '../../parts/DocumentChoice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSeenCodes, useSeenDocuments } from '../code/coders.ts';
import type { WordsAsked } from './asked.ts';
import { OwnForms } from './OwnForms.tsx';
import { OwnList } from './OwnList.tsx';
import styles from './words.module.css';

const leasts = [1, 2, 3, 5, 10, 20, 50];

/** Whose words are counted, where, and which are left out. */
export function CountedPane({ asked, by, groups, onSet, children }: { children: ReactNode; asked: WordsAsked; by: string; groups: readonly Option<string>[]; onSet: (fields: Partial<WordsAsked>) => void }) {
  const { say } = useWords();
  const codes = useSeenCodes();
  const documents = useSeenDocuments();
  const saved = useLive('query.saved', {});
  const lists = useLive('words.lists', {});
  const places: Option<string>[] = [
    { id: '', label: say('words.everywhere') },
    ...(saved ?? []).filter(({ query }) => query !== null).map(({ name }) => ({ id: `saved:${name}`, label: name, hint: say('words.saved') })),
    ...(codes ?? []).map(({ path, facet, colour }) => ({ id: `code:${path}`, label: path, sign: <Sign facet={facet} colour={colour} /> })),
  ];
  return (
    <aside className={styles['left']} aria-label={say('words.asked')}>
      <div className={styles['choices']}>
        <Choice wide label={say('words.groups')} value={by} options={groups} onChange={(chosen) => onSet({ by: chosen, column: undefined, word: null })} />
        <Choice wide label={say('tables.speakers')} value={asked.speakers} options={[{ id: 'interviewees', label: say('tables.interviewees') }, { id: 'all', label: say('tables.everybody') }]} onChange={(speakers) => onSet({ speakers })} />
        <Choice wide label={say('words.within')} value={asked.within} options={places} onChange={(within) => onSet({ within })} />
        <DocumentsChoice wide label={say('search.document')} chosen={asked.documents} all={say('search.allDocuments')} several={(count) => say('words.chosenDocuments', { number: count })} documents={documents ?? []} onChange={(ids) => onSet({ documents: ids, word: null })} />
        <Choice wide label={say('words.formsAre')} value={asked.base ? 'base' : 'said'} options={[{ id: 'said', label: say('words.asSaid') }, { id: 'base', label: say('words.asBase') }]} onChange={(chosen) => onSet({ base: chosen === 'base', word: null })} />
        <Choice wide label={say('words.stops')} value={asked.stops} options={[{ id: 'all', label: say('words.stopsAll') }, { id: 'own', label: say('words.stopsOwn') }, { id: 'none', label: say('words.stopsNone') }]} onChange={(stops) => onSet({ stops })} />
        <Choice wide label={say('words.least')} value={String(asked.least)} options={leasts.map((least) => ({ id: String(least), label: say('words.times', { count: least }) }))} onChange={(least) => onSet({ least: Number(least) })} />
      </div>
      <OwnList kind="stop" lists={lists} />
      <OwnList kind="word" lists={lists} />
      {asked.base || (lists?.forms.length ?? 0) > 0 ? <OwnForms lists={lists} /> : null}
      {children}
    </aside>
  );
}
