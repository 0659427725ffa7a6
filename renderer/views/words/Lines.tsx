import { Ellipsis, X } from 'lucide-react';
import { useState } from 'react';
import type { InputOf } from '../../../electron/ops/index.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice, Segments } from '../../parts/Choice.tsx';
import { CodeAll } from '../../parts/CodeAll.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Naming } from '../../parts/Naming.tsx';
import { useSessionStore } from '../../session.ts';
import { useSeenCodes } from '../code/coders.ts';
import { nothingAsked } from '../search/asked.ts';
import { lineOrders, type WordsAsked } from './asked.ts';
import { SaveWords } from './SaveWords.tsx';
import styles from './words.module.css';

/** Lines drawn at once. */
const most = 300;
const oneLine = (text: string) => text.replace(/\s/g, ' ');

/** A word where it stands: line by line, each opens in its transcript; what may be done with the word. */
export function Lines({ counted, asked, isStop, group, onSet, onClose }: {
  counted: Omit<InputOf<'words.kwic'>, 'word' | 'column' | 'sort' | 'from' | 'limit'>; asked: WordsAsked & { word: NonNullable<WordsAsked['word']> }; isStop: boolean; group: string | null; onSet: (fields: Partial<WordsAsked>) => void; onClose: () => void;
}) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const codes = useSeenCodes();
  const [extent, setExtent] = useState<'turn' | 'word'>('turn');
  const { key, word, column, isForm = false } = asked.word;
  const [isJoining, setJoining] = useState(false);
  const { base: _base, ...apart } = counted;
  const one = { ...(isForm ? apart : counted), word: key, ...(column === undefined ? {} : { column }) };
  const input = { ...one, sort: asked.sort, limit: most };
  const found = useLive('words.kwic', input);
  const put = (kind: 'word' | 'stop', name: string) => void act(async () => {
    await core.call('words.add', { kind, words: [name] });
    session.set({ notice: { said: say('words.said', { word: name }) } });
    onSet({ word: null });
  });
  const countWith = (base: string) => void act(async () => {
    await core.call('words.countWith', { word, base });
    setJoining(false);
    onSet({ word: null });
  });
  const search = () => session.set({ view: 'search', searchMode: 'text', search: { ...nothingAsked, study: asked.study, typed: word } });
  return (
    <>
      <header className={styles['paneHead']}>
        <h2 lang={languageOf(word) || undefined} title={word}><bdi>{word}</bdi></h2><span><bdi>{group ?? say('words.everybody')}</bdi></span>
        <Menu label={say('words.acts')} groups={[
          { entries: [{ id: 'stop', label: say('words.stop'), run: () => put('stop', word) }, ...(isStop ? [{ id: 'always', label: say('words.always'), run: () => put('word', word) }] : []), { id: 'search', label: say('words.search'), run: search }] },
          ...(asked.base ? [{ title: say('words.forms'), entries: [{ id: 'apart', label: say('words.countApart', { word }), run: () => countWith(word) }, { id: 'with', label: say('words.countWith', { word }), run: () => setJoining(true) }] }] : []),
          { title: say('words.join'), entries: (found?.joins ?? []).map((each) => ({ id: `join/${each.word}`, label: each.word, hint: String(each.count), run: () => put('word', each.word) })) },
        ]}><Button look="icon" why={say('words.acts')}><Ellipsis size={16} strokeWidth={1.5} /></Button></Menu>
        {isJoining ? <Naming title={say('words.countWithTitle', { word })} label={say('words.word')} before="" onClose={() => setJoining(false)} onName={(base) => countWith(base.trim())} /> : null}
        <SaveWords kind="kwic" asked={{ ...input, limit: 5000 }} label={say('words.saveLines')} look="icon" />
        <Button look="icon" why={say('word.close')} onPress={onClose}><X size={16} strokeWidth={1.5} /></Button>
      </header>
      <div className={styles['paneBar']}>
        <p aria-live="polite">{!found ? '' : found.total === 0 ? say('words.noLines') : `${say('words.linesOf', { count: found.total })}${say('status.and')}${say('words.byPeople', { people: say('stamp.people', { count: found.people }) })}`}</p>
        <Segments label={say('words.sort')} value={asked.sort} options={lineOrders.map(({ id, name }) => ({ id, label: say(name) }))} onChange={(sort) => onSet({ sort })} />
      </div>
      <ol className={styles['lines']}>
        {(found?.lines ?? []).map((line) => (
          <li key={`${line.document}/${line.start}`}>
            <button type="button" onClick={() => session.set({ view: 'code', document: line.document, passage: null, coders: null, selection: { start: line.start, end: line.end }, goto: { start: line.start, end: line.end, wish: Date.now() } })}>
              <small><b><bdi>{line.speaker || '–'}</bdi></b><bdi>{line.documentName}{line.turn === null ? '' : `, ${say('passage.turn', { turn: line.turn })}`}</bdi></small>
              <span className={styles['line']} lang={languageOf(line.left + line.word + line.right) || undefined}>
                <span className={styles['before']}><span>{oneLine(line.left)}</span></span><span className={styles['after']}><mark>{oneLine(line.word)}</mark>{oneLine(line.right)}</span>
              </span>
            </button>
          </li>
        ))}
        {found && found.total > most ? <li className={styles['note']}>{say('words.firstLines', { most })}</li> : null}
      </ol>
      {found && codes && found.total > 0 ? (
        <div className={styles['codeAll']}>
          <CodeAll what="search" codes={codes} picked={0} total={found.total} hint="" onPickNone={() => {}} onCode={(code, name) => void act(async () => {
            await core.flushing.all();
            const done = await core.call('words.code', { ...one, code, extent });
            session.set({ notice: { said: done.added === 0 ? say('search.codedKnown', { code: name }) : say('search.coded', { code: name, count: done.added }) } });
          })}>
            <Choice label={say('words.extent')} value={extent} options={[{ id: 'turn', label: say('words.extentTurn') }, { id: 'word', label: say('words.extentWord') }]} onChange={setExtent} />
          </CodeAll>
        </div>
      ) : null}
    </>
  );
}
