import { sayAgreementSubtitle, sayLeftOutDocuments } from '../../../shared/words/sayAgreement.ts';
import type { AgreementTable } from '../../../shared/model/agreement.ts';
import { packageRecord } from '../../../shared/model/handOut.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './agreement.module.css';
import { Bar } from './Bar.tsx';
import { ByCoder } from './ByCoder.tsx';
import { ByDocument } from './ByDocument.tsx';
import { Disagreements } from './Disagreements.tsx';
import { LeftPane } from './LeftPane.tsx';
import { MeasureTable } from './MeasureTable.tsx';
import { Rounds } from './Rounds.tsx';
import { Saving } from './Saving.tsx';
import { useAgreement, type AgreementDesk } from './useAgreement.ts';

/** How far coders agree about each code, where they do not, and how that went on; disagreements are decided here. */
export function AgreementView() {
  const { say } = useWords();
  const session = useSessionStore();
  const desk = useAgreement();
  const isPackage = packageRecord(useLive('project.read', {})?.handedOut) !== null;
  if (!desk) return <div className={styles['view']} />;
  if (desk.coders.length < 2) return isPackage ? <Alone /> : <div className={styles['view']}><main className={styles['main']}><div className={styles['empty']}><h1>{say('agreement.emptyTitle')}</h1><p>{say('agreement.emptyText')}</p><Button look="primary" onPress={() => session.set({ view: 'code' })}>{say('tables.goCoding')}</Button></div></main></div>;
  if (desk.wished.way === 'disagreements' && desk.chosen.length > 1) return <Disagreements desk={desk} />;
  return (
    <div className={styles['view']} data-left>
      <LeftPane desk={desk} />
      <main className={styles['main']}>{desk.chosen.length < 2 ? <p className={styles['note']}>{say('agreement.chooseTwo')}</p> : <WayDesk desk={desk} />}</main>
    </div>
  );
}

/** A package of which the others' codings were left out: what agreement there is, is seen where it came from. */
function Alone() {
  const { say } = useWords();
  return <div className={styles['view']}><main className={styles['main']}><div className={styles['empty']}><h1>{say('handOut.own.alone')}</h1><p>{say('handOut.own.aloneText')}</p></div></main></div>;
}
function WayDesk({ desk }: { desk: AgreementDesk }) {
  const { way } = desk.wished;
  return way === 'rounds' ? <RoundsDesk desk={desk} /> : way === 'documents' ? <DocumentsDesk desk={desk} /> : way === 'coders' ? <CodersDesk desk={desk} /> : <MeasuresDesk desk={desk} />;
}
function MeasuresDesk({ desk }: { desk: AgreementDesk }) {
  const words = useWords();
  const { say } = words;
  const table = useLive('agreement.table', { ...desk.asked, ...desk.seen }, true);
  const title = say(desk.asked.triples ? 'agreement.titleRows.triples' : 'agreement.titleRows.codes', { coders: words.list(desk.chosen.map(desk.nameOf)) });
  return (
    <>
      <header className={styles['head']}><h1>{title}</h1><p>{table && table.documents.length > 0 ? sayAgreementSubtitle(words, table) : ''}</p></header>
      <Bar desk={desk}><Saving kind="agreement" asked={desk.question} /></Bar>
      <div className={styles['body']}>
        <Blind desk={desk} table={table} />
        {table && table.documents.length > 0 ? <MeasureTable table={table} desk={desk} /> : null}
        {table ? <LeftOut desk={desk} table={table} /> : null}
      </div>
    </>
  );
}
function DocumentsDesk({ desk }: { desk: AgreementDesk }) {
  const { say, list } = useWords();
  return (
    <>
      <header className={styles['head']}><h1>{say('agreement.title', { coders: list(desk.chosen.map(desk.nameOf)) })}: {say('agreement.ways.documents')}</h1><p>{say('agreement.documentsHint')}</p></header>
      <Bar desk={desk} isPlain><Saving kind="agreementDocuments" asked={desk.question} /></Bar>
      <div className={styles['body']}>{desk.blind ? <p className={styles['caveat']}>{say('agreement.blind')}</p> : null}<ByDocument desk={desk} /></div>
    </>
  );
}
function CodersDesk({ desk }: { desk: AgreementDesk }) {
  const words = useWords();
  const { say } = words;
  const table = useLive('agreement.table', { ...desk.asked, ...desk.seen }, true);
  return (
    <>
      <header className={styles['head']}><h1>{say('agreement.title', { coders: words.list(desk.chosen.map(desk.nameOf)) })}: {say('agreement.ways.coders')}</h1><p>{table && table.documents.length > 0 ? sayAgreementSubtitle(words, table) : ''}</p></header>
      <Bar desk={desk} isPlain><Saving kind="agreementCoders" asked={desk.question} /></Bar>
      <div className={styles['body']}>
        <Blind desk={desk} table={table} />
        {table && table.documents.length > 0 ? <ByCoder table={table} desk={desk} /> : null}
        {table ? <LeftOut desk={desk} table={table} /> : null}
      </div>
    </>
  );
}
function RoundsDesk({ desk }: { desk: AgreementDesk }) {
  const { say, list } = useWords();
  return (
    <>
      <header className={styles['head']}><h1>{say('agreement.title', { coders: list(desk.chosen.map(desk.nameOf)) })}: {say('agreement.ways.rounds')}</h1><p>{say(desk.wished.by === 'handout' ? 'agreement.roundHandOutHint' : 'agreement.roundHint')}</p></header>
      <Bar desk={desk} isOfRounds><Saving kind="agreementRounds" asked={{ ...desk.question, by: desk.wished.by }} /></Bar>
      <div className={styles['body']}><Rounds desk={desk} /></div>
    </>
  );
}
/** What somebody who codes blind is told, and is not. */
function Blind({ desk: { blind }, table }: { desk: AgreementDesk; table: AgreementTable | undefined }) {
  const { say } = useWords();
  return blind && table ? <p className={styles['caveat']}>{say(table.documents.length === 0 ? 'agreement.blindNone' : 'agreement.blind')}</p> : null;
}
function LeftOut({ desk, table: { leftOut, documents } }: { desk: AgreementDesk; table: AgreementTable }) {
  const words = useWords();
  const [counted, which] = sayLeftOutDocuments(words, leftOut, desk.nameOf, 40);
  return (
    <>
      {documents.length === 0 && !desk.blind ? <div className={styles['nothing']}><b>{words.say('agreement.nothing')}</b><p>{words.say('agreement.nothingWay')}</p></div> : null}
      {counted === undefined ? null : <details className={styles['leftOut']}><summary>{counted}</summary><p>{which}</p></details>}
    </>
  );
}
