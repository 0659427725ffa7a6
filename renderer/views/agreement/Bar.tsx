import type { ReactNode } from 'react';
import { agreementUnits, averages, roundsBy, workedBy } from '../../../shared/model/agreement.ts';
import { facets } from '../../../shared/model/schema.ts';
import { useWords } from '../../core/words.tsx';
import { Choice, Segments } from '../../parts/Choice.tsx';
import { DocumentsChoice } from '../../parts/DocumentChoice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import styles from './agreement.module.css';
import type { AgreementDesk } from './useAgreement.ts';

const overlaps = [0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** By what coders are compared, about which codes, in which documents. */
export function Bar({ desk, isOfRounds = false, isPlain = isOfRounds, children }: { desk: AgreementDesk; isOfRounds?: boolean; /** Without the choice of measures. */ isPlain?: boolean; children?: ReactNode }) {
  const { say } = useWords();
  const { wished, set } = desk;
  return (
    <div className={styles['bar']}>
      {isOfRounds ? <Choice label={say('agreement.roundsBy')} value={wished.by} options={roundsBy.map((id) => ({ id, label: say(`agreement.rounds.${id}`) }))} onChange={(by) => set({ by })} /> : null}
      <Compared desk={desk} />
      <span className={styles['grow']} />
      {isPlain ? null : <Segments label={say('agreement.measures')} value={wished.all ? 'all' : 'main'} options={[{ id: 'main', label: say('agreement.mainMeasures') }, { id: 'all', label: say('agreement.allMeasures') }]} onChange={(which) => set({ all: which === 'all' })} />}
      {children}
    </div>
  );
}
/** What all ways of looking at agreement share. */
export function Compared({ desk }: { desk: AgreementDesk }) {
  const { say, percent } = useWords();
  const { wished, set, sets } = desk;
  const rows = [{ id: 'codes', label: say('agreement.allCodes') }, ...facets.map((facet) => ({ id: `facet:${facet}`, label: say(`facet.${facet}`), sign: <Sign facet={facet} /> })), ...(wished.way === 'disagreements' ? [] : [{ id: 'triples', label: say('agreement.triples') }]), ...sets.map(({ name }) => ({ id: `set:${name}`, label: name })), ...(wished.codes.length > 0 ? [{ id: 'chosen', label: say('agreement.severalCodes', { count: wished.codes.length }) }] : [])];
  return (
    <>
      <Choice label={say('agreement.unit')} value={wished.unit} options={agreementUnits.map((id) => ({ id, label: say(`agreement.units.${id}`), hint: say(`agreement.unitHint.${id}`) }))} onChange={(unit) => set({ unit, at: null })} />
      {wished.unit === 'segment' ? <Choice label={say('agreement.overlap')} value={String(wished.overlap)} options={overlaps.map((share) => ({ id: String(share), label: say('agreement.overlapAt', { share: percent(share) }) }))} onChange={(share) => set({ overlap: Number(share), at: null })} /> : null}
      <Choice label={say('agreement.rows')} value={rows.some(({ id }) => id === wished.rows) ? wished.rows : 'codes'} options={rows} onChange={(chosen) => set({ rows: chosen, only: null, at: null })} />
    </>
  );
}
/** Which documents count, and how they come together. */
export function WhichDocuments({ desk: { wished, set, documents, chosen: coders, worked } }: { desk: AgreementDesk }) {
  const { say } = useWords();
  return (
    <>
      <DocumentsChoice label={say('agreement.documents')} chosen={wished.documents} documents={documents} all={say('agreement.allDocuments')} several={(count) => say('agreement.severalDocuments', { count })} onChange={(chosen) => set({ documents: chosen, at: null })} />
      <Choice label={say('agreement.worked')} value={worked} options={workedBy.map((id) => ({ id, label: say(`agreement.workedBy.${id}`), hint: say(`agreement.workedHint.${id}`) }))} onChange={(which) => set({ worked: which, coders, at: null })} wide />
      <Choice label={say('agreement.average')} value={wished.average} options={averages.map((id) => ({ id, label: say(`agreement.averages.${id}`) }))} onChange={(average) => set({ average })} wide />
    </>
  );
}
