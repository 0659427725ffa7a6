import { Ellipsis } from 'lucide-react';
import type { QuotedPassage } from '../../../shared/model/conflicts.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu, type MenuGroup } from '../../parts/Menu.tsx';
import styles from './conflicts.module.css';
import { useOpenPassage } from './useConflicts.ts';

/** Quotations drawn at once on a side. */
const most = 100;
export interface FacingSide { readonly name: string; readonly colour: string; readonly quotations: readonly QuotedPassage[]; /** What stands there where nothing was said. */ readonly none: string }
type MenuOf = ((quoted: QuotedPassage) => readonly MenuGroup[]) | undefined;

/** One quotation: its words open it in the transcript. */
function Quotation({ quoted, menuOf }: { quoted: QuotedPassage; menuOf: MenuOf }) {
  const { say } = useWords();
  const open = useOpenPassage();
  // Transcripts are often called as those who speak in them.
  const called = quoted.speakers.join(', ');
  const source = [quoted.documentName.includes(called) ? '' : called, quoted.documentName, quoted.turn === null ? '' : say('passage.turn', { turn: quoted.turn })].filter(Boolean).join(', ');
  return (
    <div className={styles['quotation']}>
      <button type="button" onClick={() => open(quoted)}><span lang={languageOf(quoted.quotation) || undefined}>{quoted.quotation}</span><small><bdi>{source}</bdi></small></button>
      {menuOf ? <Menu label={say('conflicts.quotationMenu')} groups={menuOf(quoted)}><Button look="icon" why={say('conflicts.quotationMenu')}><Ellipsis size={13} strokeWidth={1.5} /></Button></Menu> : null}
    </div>
  );
}

/** What either side says, in two columns that face each other; each quotation opens in its transcript. */
export function Facing({ sides, menuOf }: { sides: readonly [FacingSide, FacingSide]; menuOf?: MenuOf }) {
  const { say } = useWords();
  return (
    <div className={styles['facing']}>
      {sides.map((side, index) => (
        <section key={index} aria-label={`${side.name}: ${say('conflicts.passages', { count: side.quotations.length })} (${say(index === 0 ? 'excerpt.party' : 'excerpt.counterparty')})`}>
          <h3><i style={{ background: side.colour }} /><bdi title={side.name}>{side.name}</bdi></h3>
          {side.quotations.length === 0 ? <p className={styles['quiet']}>{side.none}</p> : null}
          {side.quotations.slice(0, most).map((quoted) => <Quotation key={quoted.passage} quoted={quoted} menuOf={menuOf} />)}
          {side.quotations.length > most ? <p className={styles['quiet']}>{say('code.firstQuotations', { most })}</p> : null}
        </section>
      ))}
    </div>
  );
}
/** Quotations of nobody's side. */
export function Others({ quotations, menuOf }: { quotations: readonly QuotedPassage[]; menuOf?: MenuOf }) {
  return <div className={styles['others']}>{quotations.slice(0, most).map((quoted) => <Quotation key={quoted.passage} quoted={quoted} menuOf={menuOf} />)}</div>;
}
