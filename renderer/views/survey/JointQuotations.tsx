import type { ReactNode } from 'react';
import type { Excerpt } from '../../../shared/model/excerpt.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useSessionStore } from '../../session.ts';
import type { Joint } from './JointPage.tsx';
import styles from './joint.module.css';

/** What people of one group say of an answer in their interviews; each passage opens in its transcript. */
export function JointQuotations({ joint, row, group, onClose, closing }: { joint: Joint; row: number; group: number; onClose: () => void; closing: ReactNode }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const { answer, question, cells } = joint.rows[row]!;
  const { interviews, quotations } = cells[group]!;
  const open = (excerpt: Excerpt) => void act(async () => {
    const passage = (await core.call('coding.list', { document: excerpt.documentId })).find((coding) => coding.id === excerpt.coding)?.passage ?? null;
    session.set({ view: 'code', document: excerpt.documentId, passage, aside: { kind: 'passage' }, coders: null, selection: { start: excerpt.start, end: excerpt.start }, goto: { start: excerpt.start, end: excerpt.end, wish: Date.now() }, litCode: excerpt.codeId });
  });
  return (
    <aside className={styles['right']} aria-label={say('survey.quotations')}>
      <header><h2 title={answer || question.name}><bdi>{answer || question.name}</bdi></h2><span><bdi>{joint.groups[group]!.label}</bdi></span><Button look="icon" why={say('word.close')} onPress={onClose}>{closing}</Button></header>
      <p className={styles['count']}>{interviews ? say('survey.raisedBy', { count: interviews.count, n: interviews.n }) : say('survey.notInterviewed')}</p>
      <div className={styles['quotes']}>
        {quotations.map((excerpt) => (
          <button key={excerpt.coding} type="button" className={styles['quotation']} onClick={() => open(excerpt)}>
            <small><b>{excerpt.speakers.join(', ') || '–'}</b><bdi>{excerpt.document}{excerpt.turn === null ? '' : `, ${say('passage.turn', { turn: excerpt.turn })}`}</bdi></small>
            <p lang={languageOf(excerpt.quotation) || undefined}>{excerpt.quotation}</p>
          </button>
        ))}
        {quotations.length === 0 ? <p className={styles['none']}>{say('survey.noQuotations')}</p> : null}
      </div>
    </aside>
  );
}
