import { useCallback, useMemo } from 'react';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { useSession, useSessionStore, type PeopleTab } from '../../session.ts';
import { DocumentPane } from '../code/DocumentPane.tsx';
import { ParticipantPane } from '../code/ParticipantPane.tsx';
import { useSeenCoder, useSeenDocuments } from '../code/coders.ts';
import { documentColumns, gridFor, peopleColumns, type Attribute } from './columns.ts';
import { GridDesk } from './GridDesk.tsx';
import styles from './participants.module.css';
import { Referrals } from './Referrals.tsx';
import { Speakers } from './Speakers.tsx';

const tabs = { people: 'participants.people', documents: 'participants.documents', speakers: 'participants.speakers', referrals: 'participants.referrals' } as const satisfies Record<PeopleTab, string>;

/** Who was spoken to: people and documents as grids, the speakers' labels of all documents, and who referred whom. */
export function ParticipantsView() {
  const { say } = useWords();
  const session = useSessionStore();
  const tab = useSession((now) => now.peopleTab);
  const aside = useSession((now) => now.aside);
  const attributes = useLive('attribute.list', {});
  const shown = aside?.kind === 'participant' && tab !== 'documents' ? aside : aside?.kind === 'document' && tab === 'documents' ? aside : null;
  const segments = <Segments label={say('participants.shown')} value={tab} options={Object.entries(tabs).map(([id, word]) => ({ id: id as PeopleTab, label: say(word) }))} onChange={(peopleTab) => session.set({ peopleTab })} />;
  return (
    <div className={styles['view']} data-right={shown !== null || undefined}>
      <main className={styles['main']}>
        <header className={styles['head']}><h1>{say('participants.title')}</h1><p>{say(tab === 'speakers' ? 'participants.speakersOf.hint' : tab === 'referrals' ? 'participants.referral.hint' : 'participants.hint')}</p></header>
        {!attributes ? null : tab === 'people' ? <People tabs={segments} attributes={attributes.filter(({ of }) => of === 'participants')} />
          : tab === 'documents' ? <Documents tabs={segments} attributes={attributes.filter(({ of }) => of === 'documents')} />
            : tab === 'speakers' ? <Speakers tabs={segments} /> : <Referrals tabs={segments} />}
      </main>
      {shown ? <aside className={styles['right']} aria-label={say('participants.details')}>{shown.kind === 'participant' ? <ParticipantPane key={shown.id} participant={shown.id} /> : <DocumentPane key={shown.id} document={shown.id} />}</aside> : null}
    </div>
  );
}

/** Where somebody's details stand beside the grid, they are those of the row at hand. */
function useDetails(kind: 'participant' | 'document') {
  const session = useSessionStore();
  const open = useSession((now) => (now.aside?.kind === kind ? now.aside.id : null));
  const onOpen = useCallback((id: number) => session.set({ aside: { kind, id } }), [session, kind]);
  const onActive = useCallback((id: number | null) => { if (id !== null && session.get().aside?.kind === kind) session.set({ aside: { kind, id } }); }, [session, kind]);
  return { open, onOpen, onActive };
}

function People({ tabs: segments, attributes }: { tabs: React.ReactNode; attributes: readonly Attribute[] }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const seen = useSeenCoder();
  const people = useLive('participant.list', {});
  const spoken = useLive('participant.spoken', seen, true);
  const details = useDetails('participant');
  const { columns, lines } = useMemo(() => peopleColumns(people ?? [], new Map((spoken ?? []).map((each) => [each.participant, each])), attributes, words), [people, spoken, attributes, words]);
  const grid = useMemo(() => gridFor('participants', people ?? [], attributes), [people, attributes]);
  if (!people) return null;
  const interviewees = people.filter(({ role }) => role === 'interviewee').length;
  return (
    <GridDesk label={say('participants.people')} grid={grid} attributes={attributes} columns={columns} lines={lines} placeholder={say('participants.newRow')} tabs={segments} {...details}
      summary={`${say('participants.summary', { count: people.length })}${say('status.and')}${say('participants.interviewees', { count: interviewees })}${seen.coder === undefined ? '' : ` · ${say('margin.onlyMineCount')}`}`}
      onSave={(format) => void act(async () => { await core.bridge.save(await core.call('participant.export', { format, language: words.language })); })} />
  );
}

function Documents({ tabs: segments, attributes }: { tabs: React.ReactNode; attributes: readonly Attribute[] }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const seen = useSeenCoder();
  const documents = useSeenDocuments();
  const details = useDetails('document');
  const { columns, lines } = useMemo(() => documentColumns(documents ?? [], attributes, words), [documents, attributes, words]);
  const grid = useMemo(() => gridFor('documents', documents ?? [], attributes), [documents, attributes]);
  if (!documents) return null;
  return <GridDesk label={say('participants.documents')} grid={grid} attributes={attributes} columns={columns} lines={lines} tabs={segments} {...details} summary={`${say('participants.summaryDocuments', { count: documents.length })}${seen.coder === undefined ? '' : ` · ${say('margin.onlyMineCount')}`}`}
    onSave={(format) => void act(async () => { await core.bridge.save(await core.call('document.export', { format, language: words.language, ...seen })); })} />;
}
