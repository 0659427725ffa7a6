import { settled, tripleFacets, type CodingPart, type LeafOf, type TripleFacet } from '../../../shared/model/query.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Choice, type Option } from '../../parts/Choice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSeenCoder } from '../code/coders.ts';
import { useVariantCounts, type Counting } from './counting.tsx';
import { CodedChoices, PartyChoices, RatingChoice, saying } from './CodingEditor.tsx';
import type { EditorProps } from './editing.tsx';
import styles from './query.module.css';

type Props = EditorProps<LeafOf<'triple'>>;

/** Who is spoken about × which dimension, how rated × which conflict, between whom: all of it said by one coder on one passage. */
export function TripleEditor(props: Props) {
  const { say } = useWords();
  return (
    <>
      <p className={styles['note']}>{say('query.tripleHint')}</p>
      {tripleFacets.map((facet) => <Part key={facet} facet={facet} {...props} />)}
      <CodedChoices part={props.condition} things={props.things} onChange={props.onChange} counting={props.counting} />
    </>
  );
}

function Part({ facet, condition, things, onChange, counting }: Props & { facet: TripleFacet }) {
  const { say } = useWords();
  const part = condition[facet];
  const seen = useSeenCoder();
  const counts = useLive('query.choices', { query: settled(counting.query, counting.at), at: [...counting.at], part: facet, ...seen }, true);
  const withPart = (given: CodingPart | undefined): LeafOf<'triple'> => saying<LeafOf<'triple'>>({ ...condition, [facet]: given });
  const [open] = useVariantCounts(counting, [withPart(undefined)]);
  const known = new Map<string, number>([...(counts?.codes ?? []).map(({ id, n }) => [String(id), n] as const), ...(counts?.sets ?? []).map(({ id, n }) => [`set/${id}`, n] as const)]);
  const sets = things.sets.filter((set) => set.codes.some((id) => things.code(id)?.facet === facet));
  const codes = things.codes.filter((code) => code.facet === facet);
  const now = part === undefined ? 'open' : part.code ? String(things.idOf('codes', part.code) ?? '') : part.set ? `set/${things.idOf('codeSets', part.set)}` : 'any';
  const options: Option<string>[] = [
    { id: 'open', label: say('query.notAsked'), hint: String(open ?? '') }, { id: 'any', label: say('query.anyOf', { facet: say(`facet.${facet}`).toLocaleLowerCase() }), hint: String(counts?.facets[0]?.n ?? '') },
    ...codes.map((code): Option<string> => ({ id: String(code.id), label: code.path, hint: String(known.get(String(code.id)) ?? ''), sign: <Sign facet={facet} colour={code.colour} /> })),
    ...sets.map((set): Option<string> => ({ id: `set/${set.id}`, label: say('query.ofSet', { set: set.name }), hint: String(known.get(`set/${set.id}`) ?? '') })),
  ];
  const choose = (id: string) => {
    const { code: _code, set: _set, ...rest } = part ?? { subcodes: true };
    const set = /^set\/(\d+)$/.exec(id)?.[1];
    onChange(withPart(id === 'open' ? undefined : id === 'any' ? rest : set ? { ...rest, set: things.reference('codeSets', Number(set))! } : { ...rest, code: things.reference('codes', Number(id))! }));
  };
  const partCounting: Counting<CodingPart> = { ...counting, whole: (given) => counting.whole(withPart(given)) };
  return (
    <div className={styles['editorRow']}>
      <Choice label={say(`facet.${facet}`)} value={now} options={options} onChange={choose} />
      {part && facet === 'dimension' ? <RatingChoice part={part} onChange={(given) => onChange(withPart(given))} counting={partCounting} /> : null}
      {part && facet === 'conflict' ? <PartyChoices part={part} things={things} onChange={(given) => onChange(withPart(given))} counting={partCounting} /> : null}
    </div>
  );
}
