import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { WordKey } from '../../../shared/words/index.ts';
import { useDesk, useLive } from '../../core/context.tsx';
import { usePages } from '../../core/pages.ts';
import { useWords } from '../../core/words.tsx';
import { Choice, Segments } from '../../parts/Choice.tsx';
import { DocumentsChoice } from '../../parts/DocumentChoice.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { useSession, useSessionStore, type Session } from '../../session.ts';
import { useSeenCodes, useSeenDocuments } from '../code/coders.ts';
import { nothingAsked as noMemosAsked } from '../memos/asked.ts';
import { nothingAsked, pickOf, searchOf, type SearchAsked, type SearchIn } from './asked.ts';
import { CodeFound } from './CodeFound.tsx';
import { Results, type Found, type Hit } from './Results.tsx';
import styles from './search.module.css';

/** How long typing must rest before it is searched for, ms. */
const rest = 150;

const wheres = [
  { id: 'documents', name: 'search.documents', counted: 'search.inDocuments' }, { id: 'memos', name: 'search.memos', counted: 'search.inMemos' }, { id: 'codes', name: 'search.codes', counted: 'search.inCodes' },
] as const;

/** Where a hit is opened: its place in the transcript, its code, or what its memo is about. */
function placeOf(hit: Hit, where: SearchIn, { groups }: Found, study: string | null): Partial<Session> {
  const inText = (document: number, start: number, end: number): Partial<Session> => ({ view: 'code', document, passage: null, coders: null, selection: { start, end }, goto: { start, end, wish: Date.now() } });
  const inPane = (kind: 'code' | 'participant' | 'document', id: number): Partial<Session> => ({ view: 'code', aside: { kind, id }, rightShown: true });
  if (where === 'documents') return inText(hit.of, hit.start, hit.end);
  if (where === 'codes') return { ...inPane('code', hit.of), litCode: hit.of };
  const about = groups.find(({ id }) => id === hit.of)?.about;
  if (about?.about === 'project') return { view: 'memos', memos: { ...noMemosAsked, study, open: { key: String(hit.of), memo: hit.of, about: 'project', target: about.target } } };
  if (about?.about === 'documents') return { ...inPane('document', about.target), document: about.target, passage: null, selection: null, goto: null };
  if (about && about.document !== null) return inText(about.document, about.start, about.end);
  return about?.about === 'codes' ? inPane('code', about.target) : about?.about === 'participants' ? inPane('participant', about.target) : { view: 'code' };
}

/** Key words in context, across documents, memos and codes; what is found can be coded in one step. */
export function TextPane() {
  const { say } = useWords();
  const session = useSessionStore();
  const study = useDesk()?.study?.file ?? null;
  const ofStudy = useCallback((search: SearchAsked): SearchAsked => (search.study === study ? search : { ...nothingAsked, study }), [study]);
  const kept = ofStudy(useSession((now) => now.search));
  const wish = useSession((now) => now.searchWish);
  const documents = useSeenDocuments();
  const attributes = useLive('attribute.list', {});
  const codes = useSeenCodes();
  const [typed, setTyped] = useState(kept.typed);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => { field.current?.focus(); field.current?.select(); }, [wish]);
  const set = (fields: Partial<SearchAsked>) => {
    session.set({ search: { ...ofStudy(session.get().search), picked: [], ...fields } });
  };
  useEffect(() => {
    if (typed === ofStudy(session.get().search).typed) return undefined;
    const timer = setTimeout(() => session.set({ search: { ...ofStudy(session.get().search), typed, picked: [] } }), rest);
    return () => clearTimeout(timer);
  }, [typed, session, ofStudy]);
  const groups = (attributes ?? []).flatMap((attribute) => attribute.values.map(({ value }) => ({ id: `${attribute.id}:${value}`, label: value, hint: attribute.name })));
  // What it was narrowed to may be gone since, or belong to another study.
  const asked: SearchAsked = {
    ...kept, documents: kept.documents.filter((document) => documents?.some(({ id }) => id === document)),
    group: kept.group && groups.some(({ id }) => id === `${kept.group!.attribute}:${kept.group!.value}`) ? kept.group : null,
  };
  const search = searchOf(asked);
  const { head: found, problem, pageOf, onVisible } = usePages('search.find', documents && attributes && search ? { ...search, in: asked.in } : null);
  const picked = new Set(kept.picked);
  const codesById = useMemo(() => new Map((codes ?? []).map((code) => [code.id, code])), [codes]);
  const pick = (hit: Hit) => {
    const name = pickOf(hit);
    session.set({ search: { ...kept, picked: picked.has(name) ? kept.picked.filter((each) => each !== name) : [...kept.picked, name] } });
  };
  const check = (name: 'matchCase' | 'wholeWord' | 'regex', label: WordKey) => <label className={styles['check']}><input type="checkbox" checked={asked[name]} onChange={(event) => set({ [name]: event.target.checked })} />{say(label)}</label>;
  return (
    <>
      <header className={styles['head']}>
        <input ref={field} type="text" className={styles['field']} value={typed} aria-label={say('search.label')} placeholder={say('search.label')} spellCheck={false} autoComplete="off" onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
            event.preventDefault();
            list.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
          }} />
      </header>
      <div className={styles['bar']}>
        <Segments label={say('search.where')} value={asked.in} options={wheres.map(({ id, name }) => ({ id, label: say(name) }))} onChange={(where) => set({ in: where })} />
        {check('matchCase', 'search.matchCase')}{check('wholeWord', 'search.wholeWord')}{check('regex', 'search.regex')}
        <span className={styles['grow']} />
        {asked.in === 'documents' ? (
          <>
            <Choice label={say('search.speakers')} value={asked.speakers} options={[{ id: 'all', label: say('tables.everybody') }, { id: 'interviewees', label: say('tables.interviewees') }]} onChange={(speakers) => set({ speakers })} />
            <DocumentsChoice label={say('search.document')} chosen={asked.documents} all={say('search.allDocuments')} several={(count) => say('search.chosenDocuments', { count })} documents={documents ?? []} onChange={(ids) => set({ documents: ids })} />
            {groups.length > 0 ? <Choice label={say('search.group')} value={asked.group ? `${asked.group.attribute}:${asked.group.value}` : ''} options={[{ id: '', label: say('search.allGroups') }, ...groups]} onChange={(id) => set({ group: id === '' ? null : { attribute: Number(id.slice(0, id.indexOf(':'))), value: id.slice(id.indexOf(':') + 1) } })} /> : null}
          </>
        ) : null}
      </div>
      <p className={styles['count']} aria-live="polite">{found && found.total > 0 ? say(found.complete ? 'search.counted' : 'search.countedSoon', { hits: say('search.hits', { count: found.total }), places: say(wheres.find(({ id }) => id === asked.in)!.counted, { count: found.groups.length }) }) : ''}</p>
      <div className={styles['body']} ref={list} onKeyDown={(event) => { if (event.key === 'Escape') field.current?.focus(); }}>
        {problem ? <div className={styles['problem']}><ProblemNote problem={problem} /></div> : null}
        {search === null ? <div className={styles['empty']}><h2>{say('search.emptyTitle')}</h2><p>{say(documents?.length === 0 ? 'search.noStudyText' : 'search.emptyText')}</p></div> : null}
        {found && found.total === 0 ? <div className={styles['empty']}><h2>{say('search.noHits', { typed: asked.typed })}</h2><p>{say('search.noHitsWay')}</p></div> : null}
        {found && found.total > 0 ? <Results found={found} where={asked.in} codes={codesById} picked={picked} onPick={pick} onOpen={(hit) => session.set(placeOf(hit, asked.in, found, study))} pageOf={pageOf} onVisible={onVisible} /> : null}
      </div>
      {found && search && codes && found.total > 0 && asked.in === 'documents' ? <CodeFound search={search} total={found.total} codes={codes} /> : null}
    </>
  );
}
