import { useEffect, useMemo, useRef, useState } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import { facets } from '../../../shared/model/schema.ts';
import { languageOf, nameKey } from '../../../shared/model/text.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { Entry } from '../../parts/Entry.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import styles from './code.module.css';
import { useSeenCodes, useSeenCodings } from './coders.ts';
import { useHalfCoded } from './halfCoded.ts';
import { Pane } from './Pane.tsx';
import { shownRating } from './triple.ts';

/** A row's height in pixels: two lines of words, two of codes, and whose they are. */
const rowHeight = 106;
/** Words of a passage that its row shows, in UTF-16 units; two lines hold no more. */
const most = 160;

/** The passages of a document as a list, in the order of the text: a way through it that needs no eyes, and a quick one for those who have them. */
export function PassageList({ document }: { document: number }) {
  const { say, list, number } = useWords();
  const session = useSessionStore();
  const read = useLive('document.read', { document });
  const codings = useSeenCodings(document)?.value;
  const codes = useSeenCodes();
  const people = useLive('participant.list', {});
  const half = useHalfCoded(document);
  const passage = useSession((now) => now.passage);
  const [only, setOnly] = useState<'all' | 'half'>('all');
  const [typed, setTyped] = useState('');
  const rows = useMemo(() => {
    const named = new Map((codes ?? []).map((code) => [code.id, code]));
    const persons = new Map((people ?? []).map((person) => [person.id, person.name]));
    const turns = read?.turns ?? [];
    return [...Map.groupBy(codings ?? [], (coding) => coding.passage)].map(([id, own]) => {
      const { start, end } = own[0]!;
      const place = turns.findIndex((turn) => turn.start < end && turn.end > start);
      const said = turns[place];
      // Two coders' same code is said once.
      const once = own.filter((coding, place) => own.findIndex((each) => each.code === coding.code && each.rating === coding.rating) === place);
      const given = once.flatMap((coding) => { const code = named.get(coding.code); return code ? [{ ...code, key: coding.id, rating: coding.rating }] : []; }).toSorted((a, b) => facets.indexOf(a.facet) - facets.indexOf(b.facet));
      const text = (read?.text ?? '').slice(start, end);
      const labels = given.map((code) => (code.rating === null ? code.name : `${code.name} ${shownRating(code.rating)}`));
      return { id, start, end, given, labels, quote: text.length > most ? `${text.slice(0, most)}…` : text, where: [said ? persons.get(said.participant ?? 0) ?? said.label : '', place < 0 ? '' : say('passage.turn', { turn: place + 1 })].filter(Boolean).join(', '), found: nameKey([text, ...labels].join(' ')) };
    });
  }, [read, codings, codes, people, say]);
  const shown = useMemo(() => rows.filter((row) => (only === 'all' || half.has(row.id)) && row.found.includes(nameKey(typed))), [rows, only, half, typed]);
  const box = useRef<HTMLDivElement>(null);
  const wanted = useSession((now) => now.listWanted);
  const ready = shown.length > 0;
  useEffect(() => {
    if (!wanted || !ready) return undefined;
    // The rows are laid out after the list itself.
    const frame = requestAnimationFrame(() => {
      (box.current?.querySelector<HTMLElement>('[aria-selected="true"]') ?? box.current?.querySelector<HTMLElement>('[role="listbox"]'))?.focus();
      session.set({ listWanted: false });
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted, ready, session]);
  const open = (row: (typeof rows)[number] | undefined) => { if (row) session.set({ passage: row.id, selection: { start: row.start, end: row.start }, goto: { start: row.start, end: row.end, wish: (session.get().goto?.wish ?? 0) + 1 } }); };
  return (
    <Pane title={say('passage.list')} detail={number(shown.length)}>
      <div className={styles['listTools']}>
        <Entry label={say('passage.findIn')} value={typed} onChange={setTyped} />
        <Segments label={say('passage.which')} value={only} onChange={setOnly} options={[{ id: 'all', label: say('passage.all') }, { id: 'half', label: say('passage.half') }]} />
      </div>
      {shown.length === 0 ? <p className={styles['quiet']}>{say(rows.length === 0 ? 'passage.noneYet' : 'passage.noneSuch')}</p> : (
        <div className={styles['passagesBox']} ref={box}><Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
          <ListBox aria-label={say('passage.list')} className={styles['passages'] ?? ''} items={shown} dependencies={[list]} selectionMode="single" selectedKeys={passage === null ? [] : [passage]} onSelectionChange={(keys) => { const [key] = keys === 'all' ? [] : [...keys]; open(shown.find((row) => row.id === key)); }}>
            {(row) => (
              <ListBoxItem id={row.id} textValue={`${row.quote} ${list(row.labels)} ${row.where}`} className={styles['passageRow'] ?? ''} onPress={() => open(row)}>
                <span className={styles['passageQuote']} lang={languageOf(row.quote) || undefined}>{row.quote}</span>
                <span className={styles['passageCodes']}>{row.given.map((code, place) => <span key={code.key}><Sign facet={code.facet} colour={code.colour} /><span>{row.labels[place]}</span></span>)}</span>
                <small><bdi>{row.where}</bdi></small>
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer></div>
      )}
    </Pane>
  );
}
