import { conditionAt, nearSides, nearUnits, type Condition, type LeafOf, type Relation } from '../../../shared/model/query.ts';
import { useWords } from '../../core/words.tsx';
import { Choice, Segments, type Option } from '../../parts/Choice.tsx';
import { conditionOf, coreAt, partsOf } from './asked.ts';
import { useVariantCounts, type Counting } from './counting.tsx';
import { CodingEditor } from './CodingEditor.tsx';
import { NumberField, type EditorProps } from './editing.tsx';
import styles from './query.module.css';
import { RangeEditor } from './RangeEditor.tsx';
import { TripleEditor } from './TripleEditor.tsx';
import type { Things } from './useThings.ts';
import { AttributeEditor, NamedEditor, RoleEditor, TextEditor } from './ValueEditors.tsx';

const places = ['here', 'overlaps', 'within', 'encloses', 'turn', 'document', ...nearUnits] as const;
type PlaceName = (typeof places)[number];
type Near = Extract<Relation, { is: 'near' }>;
const usual = { words: 20, characters: 100, turns: 1 } as const;
/** With what is said of nearness already, as far as the place is one that can be near. */
const relationOf = (place: PlaceName, said: Near | null): Relation | null =>
  place === 'here' ? null : place === 'words' || place === 'characters' || place === 'turns' ? { is: 'near', ...(said?.other ? { other: said.other } : {}), unit: place, most: said?.unit === place ? said.most : usual[place] } : { is: place };
const orders = ['either', ...nearSides] as const;
type Order = (typeof orders)[number];
const inOrder = ({ other: _other, ...near }: Near, order: Order): Near => (order === 'either' ? near : { ...near, other: order });

/** All that can be said of one condition: whether it is to hold, of which passage, and what it asks. */
export function ConditionEditor({ query, at, things, onChange }: { query: Condition; at: readonly number[]; things: Things; onChange: (condition: Condition) => void }) {
  const { say } = useWords();
  const condition = conditionAt(query, at)!;
  const row = partsOf(condition);
  const inRow: Counting<Condition> = { query, at, whole: (given) => given };
  const inCore: Counting<Condition> = { ...inRow, at: coreAt(at, row) };
  const near = row.relation?.is === 'near' ? row.relation : null;
  const place: PlaceName = row.relation === null ? 'here' : row.relation.is === 'near' ? row.relation.unit : row.relation.is;
  const counts = useVariantCounts(inRow, places.map((each) => conditionOf({ ...row, relation: relationOf(each, near) })));
  const [yes, no] = useVariantCounts(inRow, [conditionOf({ ...row, negated: false }), conditionOf({ ...row, negated: true })]);
  const withCount = (label: string, count: number | null | undefined) => (count === null || count === undefined ? label : `${label} (${count})`);
  return (
    <div className={styles['editorRows']}>
      <div className={styles['editorRow']}>
        <Segments label={say('query.sense')} value={row.negated ? 'not' : 'is'} options={[{ id: 'is', label: withCount(say('query.is'), yes) }, { id: 'not', label: withCount(say('query.isNot'), no) }]} onChange={(sense) => onChange(conditionOf({ ...row, negated: sense === 'not' }))} />
      </div>
      <CoreEditor condition={row.core} things={things} counting={inCore} onChange={(core) => onChange(conditionOf({ ...row, core }))} />
      <div className={styles['editorRow']}>
        <Choice label={say('query.place')} value={place} options={places.map((id, index): Option<PlaceName> => ({ id, label: say(`query.places.${id}`), hint: counts[index] === null ? '' : String(counts[index]) }))} onChange={(next) => onChange(conditionOf({ ...row, relation: relationOf(next, near) }))} />
        {near ? <NumberField label={say('query.most')} value={near.most} onChange={(most) => onChange(conditionOf({ ...row, relation: { ...near, most } }))} /> : null}
        {near ? <OrderChoice near={near} counting={{ ...inRow, whole: (relation: Near) => conditionOf({ ...row, relation }) }} onChange={(relation) => onChange(conditionOf({ ...row, relation }))} /> : null}
      </div>
    </div>
  );
}

/** Whether this passage stands before or after the other. `other` of a relation says it of the other one. */
function OrderChoice({ near, counting, onChange }: { near: Near; counting: Counting<Near>; onChange: (near: Near) => void }) {
  const { say } = useWords();
  const counts = useVariantCounts(counting, orders.map((order) => inOrder(near, order)));
  const label = { either: say('query.orders.either'), before: say('query.orders.after'), after: say('query.orders.before') };
  return <Choice label={say('query.order')} value={near.other ?? 'either'} options={orders.map((id, index): Option<Order> => ({ id, label: label[id], hint: String(counts[index] ?? '') }))} onChange={(order) => onChange(inOrder(near, order))} />;
}

function CoreEditor({ condition, ...shared }: { condition: Condition; things: Things; counting: Counting<Condition>; onChange: (condition: Condition) => void }) {
  const { say } = useWords();
  switch (condition.kind) {
    case 'coding': return <CodingEditor condition={condition} {...shared} />;
    case 'triple': return <TripleEditor condition={condition} {...shared} />;
    case 'text': return <TextEditor condition={condition} {...shared} />;
    case 'attribute': return <AttributeEditor condition={condition} {...shared} />;
    case 'range': return <RangeEditor condition={condition} {...shared} />;
    case 'participant': case 'document': return <NamedEditor condition={condition} {...shared} />;
    case 'role': return <RoleEditor condition={condition} {...shared} />;
    case 'halfCoded': return <HalfCodedEditor condition={condition} {...shared} />;
    case 'memo': return null;
    case 'all': case 'any': case 'not': case 'place': return <p className={styles['note']}>{say('query.groupHint')}</p>;
  }
}
function HalfCodedEditor({ condition, onChange, counting }: EditorProps<LeafOf<'halfCoded'>>) {
  const { say } = useWords();
  const gaps = ['any', 'stakeholder', 'dimension', 'conflict'] as const;
  const of = (gap: (typeof gaps)[number]): LeafOf<'halfCoded'> => (gap === 'any' ? { kind: 'halfCoded' } : { kind: 'halfCoded', missing: gap });
  const counts = useVariantCounts(counting, gaps.map(of));
  return <div className={styles['editorRow']}><Choice label={say('query.missing')} value={condition.missing ?? 'any'} options={gaps.map((id, index) => ({ id, label: id === 'any' ? say('query.anyFacet') : say(`facet.${id}`), hint: String(counts[index] ?? '') }))} onChange={(gap) => onChange(of(gap))} /></div>;
}
