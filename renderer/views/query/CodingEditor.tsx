import { comparisons, ratingWords, type CodingPart, type LeafOf, type RatingAsked, type Reference } from '../../../shared/model/query.ts';
import { useWords } from '../../core/words.tsx';
import { Choice, type Option } from '../../parts/Choice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useVariantCounts, VariantCount, type Counting } from './counting.tsx';
import { NumberField, type EditorProps } from './editing.tsx';
import styles from './query.module.css';
import type { Things } from './useThings.ts';

const hint = (count: number | null | undefined): string => (count === null || count === undefined ? '' : String(count));
/** The record without what is undefined: a query says nothing of what it does not ask. */
export function saying<T extends object>(fields: { readonly [K in keyof T]?: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

const ratings = ['any', ...ratingWords, ...comparisons] as const;
type RatingChoice = (typeof ratings)[number];
const ratingOf = (choice: RatingChoice, value: number): RatingAsked | undefined => (choice === 'any' ? undefined : (ratingWords as readonly string[]).includes(choice) ? { is: choice as 'low' } : { compare: choice as '=', value });

/** How a dimension is rated, with what each choice would leave. */
export function RatingChoice<P extends CodingPart>({ part, onChange, counting }: { part: P; onChange: (part: P) => void; counting: Counting<P> }) {
  const { say } = useWords();
  const now: RatingChoice = !part.rating ? 'any' : 'is' in part.rating ? part.rating.is : part.rating.compare;
  const value = part.rating && 'compare' in part.rating ? part.rating.value : 0;
  const rated = (choice: RatingChoice, by = value): P => saying<P>({ ...part, rating: ratingOf(choice, by) });
  const counts = useVariantCounts(counting, ratings.map((choice) => rated(choice)));
  const label = (choice: RatingChoice) => ((comparisons as readonly string[]).includes(choice) ? { '=': '=', '<': '<', '>': '>', '<=': '≤', '>=': '≥' }[choice as '=']! : say(`query.ratings.${choice as 'any'}`));
  return (
    <>
      <Choice label={say('excerpt.rating')} value={now} options={ratings.map((id, index) => ({ id, label: label(id), hint: hint(counts[index]) }))} onChange={(choice) => onChange(rated(choice))} />
      {part.rating && 'compare' in part.rating ? <NumberField label={say('query.value')} min={-99} value={value} onChange={(by) => onChange(rated(now, by))} /> : null}
    </>
  );
}

const sides = ['with', 'party', 'counterparty'] as const;
/** Which stakeholders a conflict is between. */
export function PartyChoices<P extends CodingPart>({ part, things, onChange, counting }: { part: P; things: Things; onChange: (part: P) => void; counting: Counting<P> }) {
  const { say } = useWords();
  return <>{sides.map((side) => <Party key={side} label={say(`query.sides.${side}`)} side={side} part={part} things={things} onChange={onChange} counting={counting} />)}</>;
}
function Party<P extends CodingPart>({ label, side, part, things, onChange, counting }: { label: string; side: (typeof sides)[number]; part: P; things: Things; onChange: (part: P) => void; counting: Counting<P> }) {
  const { say } = useWords();
  const stakeholders = things.codes.filter(({ facet }) => facet === 'stakeholder');
  const named = (reference: Reference | undefined): P => saying<P>({ ...part, [side]: reference });
  const choices = [null, ...stakeholders];
  const variants = choices.map((code) => named(code ? things.reference('codes', code.id)! : undefined));
  return <Choice label={label} value={String(things.idOf('codes', part[side]) ?? '')} options={choices.map((code, index): Option<string> => ({ id: String(code?.id ?? ''), label: code?.path ?? say('query.anybody'), hint: <VariantCount counting={counting} variants={variants} index={index} />, ...(code ? { sign: <Sign facet="stakeholder" colour={code.colour} /> } : {}) }))} onChange={(id) => onChange(named(id === '' ? undefined : things.reference('codes', Number(id))!))} />;
}

const day = 24 * 3600 * 1000;
const asDay = (at: number): string => { const date = new Date(at); return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`; };
const midnight = (text: string): number | undefined => { const [year, month, date] = text.split('-').map(Number); const at = new Date(year!, month! - 1, date!).getTime(); return Number.isFinite(at) && at >= 0 ? at : undefined; };
type Coded = Pick<LeafOf<'coding'>, 'coders' | 'from' | 'to'>;
/** Who coded, and when: the first and the last day. */
export function CodedChoices<P extends Coded>({ part, things, onChange, counting }: { part: P; things: Things; onChange: (part: P) => void; counting: Counting<P> }) {
  const { say } = useWords();
  const by = (id: string): P => saying<P>({ ...part, coders: id === '' ? undefined : [things.reference('coders', Number(id))!] });
  const options = ['', ...things.coders.map(({ id }) => String(id))];
  const variants = options.map(by);
  return (
    <div className={styles['editorRow']}>
      <Choice label={say('query.coder')} value={String(things.idOf('coders', part.coders?.[0]) ?? '')} options={options.map((id, index) => ({ id, label: id === '' ? say('query.anybody') : things.coders[index - 1]!.name, hint: <VariantCount counting={counting} variants={variants} index={index} /> }))} onChange={(id) => onChange(by(id))} />
      <label className={styles['numberField']}><span>{say('query.from')}</span><input type="date" value={part.from === undefined ? '' : asDay(part.from)} onChange={(event) => onChange(saying<P>({ ...part, from: midnight(event.target.value) }))} /></label>
      <label className={styles['numberField']}><span>{say('query.until')}</span><input type="date" value={part.to === undefined ? '' : asDay(part.to - day / 2)} onChange={(event) => { const last = midnight(event.target.value); onChange(saying<P>({ ...part, to: last === undefined ? undefined : midnight(asDay(last + day * 1.5)) })); }} /></label>
    </div>
  );
}

/** One coding: its code with what is below it, its rating or parties, who coded and when. */
export function CodingEditor({ condition, things, onChange, counting }: EditorProps<LeafOf<'coding'>>) {
  const { say } = useWords();
  const code = things.code(things.idOf('codes', condition.code) ?? 0);
  const facet = code?.facet ?? condition.facet;
  const set = things.sets.find(({ id }) => id === things.idOf('codeSets', condition.set));
  const tops = code ? [code.id] : set?.codes ?? [];
  const hasBelow = things.codes.some(({ parent }) => parent !== null && tops.includes(parent));
  return (
    <>
      {hasBelow ? <label className={styles['check']}><input type="checkbox" checked={condition.subcodes} onChange={(event) => onChange({ ...condition, subcodes: event.target.checked })} />{say('tables.subcodes')}</label> : null}
      {facet === 'dimension' ? <div className={styles['editorRow']}><RatingChoice part={condition} onChange={onChange} counting={counting} /></div> : null}
      {facet === 'conflict' ? <div className={styles['editorRow']}><PartyChoices part={condition} things={things} onChange={onChange} counting={counting} /></div> : null}
      <CodedChoices part={condition} things={things} onChange={onChange} counting={counting} />
    </>
  );
}
