import { Ellipsis } from 'lucide-react';
import type { QuotedPassage } from '../../../shared/model/conflicts.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Facing as FacingColumns, FacingQuotation, Others as OtherQuotations } from '../../parts/Facing.tsx';
import { Menu, type MenuGroup } from '../../parts/Menu.tsx';
import { useOpenPassage } from './useConflicts.ts';

export interface FacingSide { readonly name: string; readonly colour: string; readonly quotations: readonly QuotedPassage[]; /** What stands there where nothing was said. */ readonly none: string }
type MenuOf = ((quoted: QuotedPassage) => readonly MenuGroup[]) | undefined;
const keyOf = ({ passage }: QuotedPassage) => passage;

function Quotation({ quoted, menuOf }: { quoted: QuotedPassage; menuOf: MenuOf }) {
  const { say } = useWords();
  const open = useOpenPassage();
  const menu = menuOf ? { menu: <Menu label={say('conflicts.quotationMenu')} groups={menuOf(quoted)}><Button look="icon" why={say('conflicts.quotationMenu')}><Ellipsis size={13} strokeWidth={1.5} /></Button></Menu> } : {};
  return <FacingQuotation quotation={quoted.quotation} speakers={quoted.speakers} document={quoted.documentName} turn={quoted.turn} onOpen={() => open(quoted)} {...menu} />;
}

/** What the party and the counterparty say, facing each other; each quotation opens in its transcript. */
export function Facing({ sides, menuOf }: { sides: readonly [FacingSide, FacingSide]; menuOf?: MenuOf }) {
  const { say } = useWords();
  const told = (side: FacingSide, as: 'party' | 'counterparty') => ({ ...side, told: `${side.name}: ${say('conflicts.passages', { count: side.quotations.length })} (${say(`excerpt.${as}`)})` });
  return <FacingColumns sides={[told(sides[0], 'party'), told(sides[1], 'counterparty')]} keyOf={keyOf}>{(quoted) => <Quotation quoted={quoted} menuOf={menuOf} />}</FacingColumns>;
}
/** Quotations of nobody's side. */
export function Others({ quotations, menuOf }: { quotations: readonly QuotedPassage[]; menuOf?: MenuOf }) {
  return <OtherQuotations quotations={quotations} keyOf={keyOf}>{(quoted) => <Quotation quoted={quoted} menuOf={menuOf} />}</OtherQuotations>;
}
