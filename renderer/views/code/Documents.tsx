import { ChevronDown, ChevronRight, Files } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { nameKey } from '../../../shared/model/text.ts';
import { useCommands } from '../../commands.ts';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import parts from '../../parts/parts.module.css';
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
/** Documents of open answers, under the questionnaire that they belong to. */
interface Folded { readonly id: number; readonly name: string; readonly documents: readonly Listed[] }
/** Answers that are listed at once where a questionnaire is unfolded; the others are found by typing. */
const mostListed = 200;
/** Under its questionnaire a document need not say that it is of it. */
const shortName = ({ name, survey }: Listed): string => (survey !== null && name.length > survey.name.length && name.startsWith(`${survey.name} `) ? name.slice(survey.name.length + 1) : name);
const foldedUnder = (documents: readonly Listed[]): Folded[] => [...Map.groupBy(documents.filter(({ survey }) => survey !== null), ({ survey }) => survey!.id).values()].map((same) => ({ id: same[0]!.survey!.id, name: same[0]!.survey!.name, documents: same }));

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
  const [unfolded, setUnfolded] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [typed, setTyped] = useState('');
  const folded = foldedUnder(documents);
  const interviews = documents.filter(({ survey }) => survey === null);
  const isOpen = ({ id, documents: inside }: Folded) => unfolded.get(id) ?? inside.some((each) => each.id === document);
  const fold = (survey: number, open: boolean) => setUnfolded(new Map([...unfolded, [survey, open]]));
  const found = ({ documents: inside }: Folded) => inside.filter(({ name }) => nameKey(name).includes(nameKey(typed)));
  const shown = folded.map((each) => ({ ...each, open: isOpen(each), found: found(each) }));
  const open = (key: number) => session.set({ view: 'code', readingWanted: true, ...(key === session.get().document ? {} : { document: key, passage: null, selection: null, goto: null, editing: false, coders: null }) });
  const importing = commands.filter((command) => command.id === 'import.transcripts').map((command) => ({ id: command.id, label: command.label, run: command.run }));
  const answers = documents.length - interviews.length;
  /** The arrows fold and unfold the questionnaire that they stand on. */
  const onArrows = (event: KeyboardEvent) => {
    const survey = event.target instanceof Element ? Number(event.target.getAttribute('data-key')?.match(/^survey(\d+)$/)?.[1]) : NaN;
    if (!Number.isFinite(survey) || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
    event.preventDefault();
    event.stopPropagation();
    fold(survey, event.key === 'ArrowRight');
  };
  const choose = (key: string | number) => {
    const survey = /^survey(\d+)$/.exec(String(key))?.[1];
    const line = shown.find(({ id }) => String(id) === survey);
    if (line) fold(line.id, !line.open);
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
      {shown.some(({ open: unfolds, documents: inside }) => unfolds && inside.length > 12) ? <SearchField aria-label={say('survey.findAnswers')} className={styles['findAnswers'] ?? ''} value={typed} onChange={setTyped}><Input className={parts['input'] ?? ''} placeholder={say('survey.findAnswers')} /></SearchField> : null}
      {documents.length === 0 ? <p className={styles['hint']}>{say('left.noDocuments')}</p> : (
        <div className={styles['documents']} onKeyDownCapture={onArrows}>
          <ListBox aria-label={say('left.documents')} className={styles['list'] ?? ''} selectionMode="single" selectedKeys={document === null || importingView ? [] : [document]} dependencies={[words, shown]}
            onSelectionChange={(keys) => { const [key] = keys === 'all' ? [] : [...keys]; if (key !== undefined) choose(key); }}>
            {interviews.map((each) => row(each, false))}
            {shown.flatMap((each) => [
              <ListBoxItem key={`survey${each.id}`} id={`survey${each.id}`} textValue={each.name} className={`${styles['row']} ${styles['folded']}`} aria-label={say(each.open ? 'survey.unfolded' : 'survey.folded', { survey: each.name, answers: say('survey.answerSheets', { count: each.documents.length }) })}>
                {each.open ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}<span className={styles['cut']} title={each.name}><bdi>{each.name}</bdi></span><span className={styles['aside']}>{say('survey.answerSheets', { count: each.documents.length })}</span>
              </ListBoxItem>,
              ...(each.open ? each.found.slice(0, mostListed).map((inside) => row(inside, true)) : []),
            ])}
          </ListBox>
        </div>
      )}
      {shown.map((each) => (each.open && each.found.length > mostListed ? <p key={each.id} className={styles['hint']}>{say('survey.moreAnswers', { number: number(each.found.length - mostListed) })}</p> : null))}
    </Section>
  );
}
