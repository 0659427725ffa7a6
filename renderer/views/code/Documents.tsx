import { Files } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useCommands } from '../../commands.ts';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { FindAnswers, FoldSign, MoreAnswers, shortName, useFolding, useFoldedName } from '../../parts/folding.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { allWaiting } from '../import/importing.ts';
import styles from './code.module.css';
import { useSeenDocuments } from './coders.ts';
import { Section } from './Section.tsx';

/** How much of a document is coded, as a small pie; a full one carries a tick. */
function Progress({ share }: { share: number }) {
  const turn = Math.min(1, share) * 2 * Math.PI;
  const [x, y] = [6 + 5 * Math.sin(turn), 6 - 5 * Math.cos(turn)];
  return (
    <svg className={styles['pie']} viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1" />
      {share >= 0.995 ? <><circle cx="6" cy="6" r="5.5" fill="currentColor" /><path d="M3.4 6.2 5.2 8l3.4-3.8" fill="none" stroke="var(--pane)" strokeWidth="1.4" /></> : share > 0 ? <path d={`M6 6V1A5 5 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}z`} fill="currentColor" /> : null}
    </svg>
  );
}

type Listed = Outcome<'document.list'>[number];
/** The documents; those of open answers stand folded under their questionnaire, which opens with Enter, the arrows or a click. */
export function Documents() {
  const words = useWords();
  const { say, percent, number } = words;
  const session = useSessionStore();
  const documents = useSeenDocuments() ?? [];
  const document = useSession((now) => now.document);
  const commands = useCommands();
  const waiting = useSession((now) => now.importing);
  const importingView = useSession((now) => now.view === 'import');
  const folding = useFolding(documents, ({ id }) => id === document);
  const nameOf = useFoldedName();
  const { interviews, folded } = folding;
  const open = (key: number) => session.set({ view: 'code', readingWanted: true, ...(key === session.get().document ? {} : { document: key, passage: null, selection: null, goto: null, editing: false, coders: null }) });
  const importing = commands.filter((command) => command.id === 'import.transcripts').map((command) => ({ id: command.id, label: command.label, run: command.run }));
  const answers = documents.length - interviews.length;
  const choose = (key: string | number) => {
    const line = folding.foldedAt(key);
    if (line) folding.fold(line.id, !line.open);
    else open(Number(key));
  };
  const row = (each: Listed, inside: boolean) => (
    <ListBoxItem key={each.id} id={each.id} textValue={each.name} className={styles['row'] ?? ''} data-inside={inside || undefined} onPress={() => open(each.id)}>
      <span title={percent(each.coded)}><Progress share={each.coded} /></span><span className={styles['cut']} title={each.name}><bdi>{inside ? shortName(each) : each.name}</bdi></span><span className={styles['n']}>{each.codings === 0 ? '' : each.codings}</span>
    </ListBoxItem>
  );
  return (
    <Section title={say('left.documents')} count={answers === 0 ? documents.length : say('survey.documentsAndAnswers', { documents: number(interviews.length), answers: say('survey.answerSheets', { count: answers }) })} add={importing} kind="documents">
      {waiting ? <button type="button" className={styles['waiting']} aria-current={importingView ? 'page' : undefined} onClick={() => session.set({ view: 'import' })}><Files size={13} strokeWidth={1.5} aria-hidden /><span className={styles['cut']}>{waiting.progress && waiting.previews.size === waiting.files.length ? say('import.importing', { done: waiting.progress.done, total: waiting.progress.total }) : say('left.waiting', { count: allWaiting(waiting).reduce((sum, each) => sum + each.files.length, 0) })}</span></button> : null}
      <FindAnswers folding={folding} className={styles['findAnswers']} />
      {documents.length === 0 ? <p className={styles['hint']}>{say('left.noDocuments')}</p> : (
        <div className={styles['documents']} onKeyDownCapture={folding.onArrows}>
          <ListBox aria-label={say('left.documents')} className={styles['list'] ?? ''} selectionMode="single" selectedKeys={document === null || importingView ? [] : [document]} dependencies={[words, folding]}
            onSelectionChange={(keys) => { const [key] = keys === 'all' ? [] : [...keys]; if (key !== undefined) choose(key); }}>
            {interviews.map((each) => row(each, false))}
            {folded.flatMap((each) => [
              <ListBoxItem key={each.key} id={each.key} textValue={each.name} className={`${styles['row']} ${styles['folded']}`} aria-label={nameOf(each)}>
                <FoldSign open={each.open} /><span className={styles['cut']} title={each.name}><bdi>{each.name}</bdi></span><span className={styles['aside']}>{say('survey.answerSheets', { count: each.documents.length })}</span>
              </ListBoxItem>,
              ...each.shown.map((inside) => row(inside, true)),
            ])}
          </ListBox>
        </div>
      )}
      <MoreAnswers folding={folding} className={styles['hint']} />
    </Section>
  );
}
