import { languageOf } from '../../../shared/model/text.ts';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { GroupedList } from '../../parts/GroupedList.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { pickOf, type SearchIn } from './asked.ts';
import styles from './search.module.css';

export type Found = Outcome<'search.find'>;
export type Hit = Found['hits'][number];
type Code = Outcome<'code.list'>[number];

const oneLine = (text: string) => text.replace(/\s/g, ' ');
/** Height of a hit, px. */
const rowHeight = 30;

/** Key words in context under their documents, memos or codes. */
export function Results({ found, where, codes, picked, onPick, onOpen, pageOf, onVisible }: {
  found: Found; where: SearchIn; codes: ReadonlyMap<number, Code>; picked: ReadonlySet<string>; onPick: (hit: Hit) => void; onOpen: (hit: Hit) => void;
  pageOf: (row: number) => { page: Found; row: number } | null; onVisible: (first: number, last: number) => void;
}) {
  const { say } = useWords();
  const hitAt = (index: number): Hit | undefined => { const there = pageOf(index); return there?.page.hits[there.row]; };
  const withHit = (index: number, work: (hit: Hit) => void) => { const hit = hitAt(index); if (hit) work(hit); };
  const groups = found.groups.map((group) => {
    const code = where === 'codes' ? codes.get(group.id) : undefined;
    return {
      id: group.id, count: group.count, label: where === 'memos' ? say('search.memoOn', { subject: group.about?.about === 'project' ? say('search.project') : group.label }) : group.label,
      ...(code ? { sign: <Sign facet={code.facet} colour={code.colour} /> } : {}),
    };
  });
  return (
    <GroupedList label={say('search.results')} groups={groups} rowHeight={rowHeight} onVisible={onVisible} onOpen={(index) => withHit(index, onOpen)} row={(index) => <HitRow hit={hitAt(index)} />}
      {...(where === 'documents' ? { onPick: (index: number) => withHit(index, onPick), isPicked: (index: number) => { const hit = hitAt(index); return hit !== undefined && picked.has(pickOf(hit)); } } : {})} />
  );
}

function HitRow({ hit }: { hit: Hit | undefined }) {
  const { say } = useWords();
  if (!hit) return null;
  return (
    <div className={styles['hit']}>
      <span className={styles['who']}>{hit.field === 'text' ? <><bdi>{hit.speaker}</bdi>{hit.turn === null ? null : <small>{say('passage.turn', { turn: hit.turn })}</small>}</> : <small>{say(`field.${hit.field}`)}</small>}</span>
      <span className={styles['left']} lang={languageOf(hit.left) || undefined}><span>{oneLine(hit.left)}</span></span>
      <span className={styles['right']} lang={languageOf(hit.hit + hit.right) || undefined}><mark>{oneLine(hit.hit)}</mark>{oneLine(hit.right)}</span>
    </div>
  );
}
