import { X } from 'lucide-react';
import { sayRating } from '../../../shared/words/sayRatings.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useAct } from '../../core/act.ts';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSessionStore } from '../../session.ts';
import type { EvidenceAsked } from './asked.ts';
import type { Asked } from './useAsked.ts';
import styles from './stakeholders.module.css';

/** Passages drawn at once. */
const most = 200;
type Passage = Outcome<'ratings.evidence'>['passages'][number];

/** What a position or a median rests on: every passage with who rated it how; each opens in its transcript. */
export function Evidence({ asked: { asked: shared, by, stakeholders, dimensions }, evidence, where, children, onClose }: { asked: Asked; evidence: EvidenceAsked; /** The group or side that it is of. */ where: string; children?: React.ReactNode; onClose: () => void }) {
  const words = useWords();
  const { say } = words;
  const asked = { ...shared, about: evidence.about, dimensions: [...evidence.dimensions], ...(evidence.arm === undefined ? {} : { arm: evidence.arm }), ...(evidence.view === undefined ? {} : { view: evidence.view }), ...(evidence.key === undefined ? {} : { key: evidence.key }), ...(by !== null && (evidence.key !== undefined || evidence.view !== undefined) ? { by } : {}) };
  const found = useLive('ratings.evidence', asked, true);
  const about = stakeholders.find(({ id }) => id === evidence.about);
  if (!about) return null;
  const unrated = found?.passages.flat().filter(({ rating }) => rating === null).length ?? 0;
  return (
    <>
      <header className={styles['paneHead']}><h2 title={about.path}><Sign facet="stakeholder" colour={about.colour} /><bdi>{about.name}</bdi></h2><span><bdi>{where}</bdi></span><Button look="icon" why={say('word.close')} onPress={onClose}><X size={16} strokeWidth={1.5} /></Button></header>
      <div className={styles['paneCount']}>
        <p>{found ? [say('tables.people', { count: found.people }), say('tables.passages', { count: found.passages.length }), ...(unrated > 0 ? [say('stakeholders.unratedHere', { count: unrated })] : [])].join(say('status.and')) : ''}</p>
        {children}
        {found?.most ? <p className={styles['warning']}>{say('stakeholders.mostly', { person: found.most.name, said: found.most.passages, all: found.passages.length })}</p> : null}
      </div>
      <div className={styles['quotes']} data-evidence>
        {(found?.passages ?? []).slice(0, most).map((passage) => <Quotation key={passage[0]!.passage} passage={passage} several={evidence.dimensions.length > 1} nameOf={(code) => dimensions.find(({ id }) => id === code)?.name ?? ''} />)}
        {found && found.passages.length > most ? <p className={styles['note']}>{say('code.firstQuotations', { most })}</p> : null}
      </div>
    </>
  );
}
function Quotation({ passage, several, nameOf }: { passage: Passage; several: boolean; nameOf: (code: number) => string }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const first = passage[0]!;
  const open = () => void act(async () => {
    const { documentId, start, end, codeId } = first;
    await core.flushing.all();
    session.set({ view: 'code', document: documentId, passage: first.passage, aside: { kind: 'passage' }, coders: null, selection: { start, end: start }, goto: { start, end, wish: Date.now() }, litCode: codeId });
  });
  return (
    <button type="button" className={styles['quotation']} onClick={open}>
      <small><b>{first.speakers.join(', ') || '–'}</b><bdi>{first.document}{first.turn === null ? '' : `, ${say('passage.turn', { turn: first.turn })}`}</bdi></small>
      <p lang={languageOf(first.quotation) || undefined}>{first.quotation}</p>
      <small className={styles['who']}>
        {passage.map((coding) => (
          <span key={coding.coding} data-counts={coding.counts || undefined}>{[coding.coder, ...(several || passage.some(({ codeId }) => codeId !== first.codeId) ? [nameOf(coding.codeId)] : [])].join(say('status.and'))} <b>{coding.rating === null ? say('stakeholders.notRated') : sayRating(words, coding.rating)}</b>{coding.counts || coding.rating === null ? '' : ` (${say('stakeholders.measures.offScale')})`}</span>
        ))}
      </small>
    </button>
  );
}
