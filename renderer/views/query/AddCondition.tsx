import { Plus } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { Autocomplete, Button as AriaButton, Dialog, DialogTrigger, Header, Input, ListBox, ListBoxItem, ListBoxSection, Popover, TextField } from 'react-aria-components';
import { conditionAt, replaceAt, settled, tripleFacets, type Condition } from '../../../shared/model/query.ts';
import { facets } from '../../../shared/model/schema.ts';
import { nameKey } from '../../../shared/model/text.ts';
import { useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import parts from '../../parts/parts.module.css';
import { useSeenCoder } from '../code/coders.ts';
import { Sign } from '../../parts/Sign.tsx';
import styles from './query.module.css';
import type { Things } from './useThings.ts';

interface Row { readonly id: string; readonly label: string; readonly hint?: string; readonly n: number | null; readonly sign?: ReactNode; readonly make: () => Condition }
interface Section { readonly id: string; readonly title: string; readonly rows: readonly Row[] }
/** Shown of each kind, and of kinds with many things while nothing was typed. */
const [most, few] = [200, 6];
const week = 7 * 24 * 3600 * 1000;
const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** The button that adds a condition to a group: everything that can be asked, each with what the query would find if it were added. */
export function AddCondition({ query, at, things, onAdd }: { query: Condition; at: readonly number[]; things: Things; onAdd: (condition: Condition) => void }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <AriaButton className={`${parts['button']} ${styles['add']}`}><Plus size={14} aria-hidden />{say('query.add')}</AriaButton>
      <Popover className={`${parts['float']} ${styles['picker']}`} offset={4} placement="bottom start">
        <Dialog aria-label={say('query.add')} className={styles['plain'] ?? ''}>
          {/* The field would keep the first Escape to itself. */}
          <div className={styles['pickerDialog']} onKeyDownCapture={(event) => { if (event.key === 'Escape' && !event.nativeEvent.isComposing) { event.stopPropagation(); setOpen(false); } }}>
            <Choices query={query} at={at} things={things} onAdd={(condition) => { setOpen(false); onAdd(condition); }} />
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Choices({ query: asked, at, things, onAdd }: { query: Condition; at: readonly number[]; things: Things; onAdd: (condition: Condition) => void }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const list = useId();
  const query = settled(asked, at);
  const seen = useSeenCoder();
  const counts = useLive('query.choices', { query, at: [...at], ...seen }, true);
  const words = nameKey(typed).split(' ').filter(Boolean);
  const also = useAlso(query, at, typed.trim(), things);
  const sections = useSections(things, counts, typed, also).map((section) => ({
    ...section, rows: section.rows.filter((row) => row.id === 'text' || words.every((word) => nameKey(`${row.label} ${row.hint ?? ''}`).includes(word))).filter((row, place) => place < (words.length === 0 && ['people', 'documents'].includes(section.id) ? few : most) || row.id.startsWith('survey/')),
  })).filter((section) => section.rows.length > 0);
  const rows = sections.flatMap((section) => section.rows);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField aria-label={say('query.find')} autoFocus className={styles['pickerField'] ?? ''}>
        <Input role="combobox" aria-expanded aria-controls={list} className={parts['input'] ?? ''} placeholder={say('query.find')} />
      </TextField>
      <ListBox id={list} className={styles['choices'] ?? ''} aria-label={say('query.add')} onAction={(key) => { const row = rows.find(({ id }) => id === key); if (row) onAdd(row.make()); }} renderEmptyState={() => <p className={styles['none']}>{say('frame.nothingFound', { typed })}</p>}>
        {sections.map((section) => (
          <ListBoxSection key={section.id} id={`of/${section.id}`}>
            <Header className={parts['menuTitle'] ?? ''}>{section.title}</Header>
            {section.rows.map((row) => (
              <ListBoxItem key={row.id} id={row.id} textValue={row.label} className={`${parts['option']} ${row.n === 0 ? styles['vain'] : ''}`}>
                {row.sign}<span className={parts['cut']}><bdi>{row.label}</bdi>{row.hint === undefined ? null : <small className={styles['hint']}>{row.hint}</small>}</span>{row.n === null ? null : <small className={styles['n']}>{row.n}</small>}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </Autocomplete>
  );
}

const anyCode = { subcodes: true };
/** What is not counted among the choices, with its numbers. */
function useAlso(query: Condition, at: readonly number[], typed: string, { attributes, reference }: Things): { triple: Also; today: Also; week: Also; text: Also; range: (attribute: number) => Also } {
  const [now] = useState(() => Date.now());
  const seen = useSeenCoder();
  const conditions = {
    triple: { kind: 'triple', stakeholder: anyCode, dimension: anyCode, conflict: anyCode }, today: { kind: 'coding', subcodes: true, from: midnight(now) }, week: { kind: 'coding', subcodes: true, from: midnight(now - week) },
    ...(typed === '' ? {} : { text: { kind: 'text', text: typed, wholeWord: false, matchCase: false } }),
    ...Object.fromEntries(attributes.filter(hasRange).slice(0, 30).map(({ id }) => [`range/${id}`, { kind: 'range', attribute: reference('attributes', id)! }])),
  } satisfies Record<string, Condition> as { readonly [K in 'triple' | 'today' | 'week']: Condition } & Partial<Record<string, Condition>>;
  const group = conditionAt(query, at);
  const counted = useLive('query.count', group?.kind === 'all' || group?.kind === 'any' ? { queries: Object.values(conditions).map((condition) => replaceAt(query, at, { ...group, of: [...group.of, condition!] })!), ...seen } : null, true);
  const also = (name: string, condition: Condition): Also => ({ make: () => condition, n: counted?.[Object.keys(conditions).indexOf(name)] ?? null });
  return { triple: also('triple', conditions.triple), today: also('today', conditions.today), week: also('week', conditions.week), text: also('text', conditions['text'] ?? conditions.triple),
    range: (attribute) => also(`range/${attribute}`, { kind: 'range', attribute: reference('attributes', attribute)! }) };
}
/** Numbers and dates can be asked for by their bounds. */
const hasRange = ({ kind }: Things['attributes'][number]): boolean => kind === 'number' || kind === 'date';
interface Also { readonly make: () => Condition; readonly n: number | null }

function useSections({ codes, sets, coders, people, documents, attributes, reference }: Things, counts: Outcome<'query.choices'> | undefined, typed: string, also: ReturnType<typeof useAlso>): Section[] {
  const { say } = useWords();
  const number = <K extends string | number>(list: readonly { readonly id: K; readonly n: number }[] | undefined) => { const known = new Map(list?.map(({ id, n }) => [id, n])); return (id: K): number | null => known.get(id) ?? null; };
  const [ofCode, ofSet, ofFacet, ofCoder, ofPerson, ofDocument, ofRole] = [number(counts?.codes), number(counts?.sets), number(counts?.facets), number(counts?.coders), number(counts?.participants), number(counts?.documents), number(counts?.roles)];
  const ofValue = new Map(counts?.values.map(({ attribute, value, n }) => [`${attribute}/${value ?? ''}`, n]));
  // A questionnaire stands for all of its answers; a passage is in one document, so what they hold adds up.
  const wholes = [...Map.groupBy(documents.filter(({ survey }) => survey !== null), ({ survey }) => survey!.id)].map(([id, inside]): Row => ({
    id: `survey/${id}`, label: inside[0]!.survey!.name, hint: say('survey.answerSheets', { count: inside.length }), n: counts ? inside.reduce((sum, each) => sum + (ofDocument(each.id) ?? 0), 0) : null,
    make: () => ({ kind: 'document', documents: inside.map((each) => reference('documents', each.id)!) }),
  }));
  return [
    { id: 'triple', title: say('query.triples'), rows: [
      { id: 'triple', label: say('query.triple'), hint: tripleFacets.map((facet) => say(`facet.${facet}`)).join(' × '), ...also.triple },
      { id: 'halfCoded', label: say('query.halfCoded'), n: counts?.halfCoded ?? null, make: () => ({ kind: 'halfCoded' }) },
      { id: 'unrated', label: say('query.unrated'), n: counts?.unrated ?? null, make: () => ({ kind: 'coding', subcodes: true, facet: 'dimension', rating: { is: 'unrated' } }) },
      { id: 'memo', label: say('query.memo'), n: counts?.memo ?? null, make: () => ({ kind: 'memo' }) },
    ] },
    { id: 'groups', title: say('query.groups'), rows: [
      { id: 'any', label: say('query.anyGroup'), n: null, make: () => ({ kind: 'any', of: [] }) }, { id: 'all', label: say('query.allGroup'), n: null, make: () => ({ kind: 'all', of: [] }) },
    ] },
    ...facets.map((facet): Section => ({ id: facet, title: say(`facet.${facet}`), rows: [
      { id: `facet/${facet}`, label: say('query.anyOf', { facet: say(`facet.${facet}`).toLocaleLowerCase() }), n: ofFacet(facet), sign: <Sign facet={facet} />, make: () => ({ kind: 'coding', subcodes: true, facet }) },
      ...codes.filter((code) => code.facet === facet).map((code): Row => ({ id: `code/${code.id}`, label: code.path, n: ofCode(code.id), sign: <Sign facet={facet} colour={code.colour} />, make: () => ({ kind: 'coding', subcodes: true, code: reference('codes', code.id)! }) })),
    ] })),
    { id: 'sets', title: say('query.sets'), rows: sets.map((set) => ({ id: `set/${set.id}`, label: say('query.ofSet', { set: set.name }), n: ofSet(set.id), make: () => ({ kind: 'coding', subcodes: true, set: reference('codeSets', set.id)! }) })) },
    ...attributes.map((attribute): Section => ({ id: `attribute/${attribute.id}`, title: attribute.name, rows: [
      ...(hasRange(attribute) ? [{ id: `range/${attribute.id}`, label: say('query.range'), hint: attribute.name, ...also.range(attribute.id) }] : []),
      ...[...attribute.values.map(({ value }) => value as string | null), null].map((value): Row => ({
      id: `value/${attribute.id}/${value ?? ''}`, label: value ?? say('by.noValue'), hint: attribute.name, n: ofValue.get(`${attribute.id}/${value ?? ''}`) ?? null, make: () => ({ kind: 'attribute', attribute: reference('attributes', attribute.id)!, values: [value] }),
      }))] })),
    { id: 'coders', title: say('query.coders'), rows: coders.map((coder) => ({ id: `coder/${coder.id}`, label: coder.name, hint: say('query.coder'), n: ofCoder(coder.id), make: () => ({ kind: 'coding', subcodes: true, coders: [reference('coders', coder.id)!] }) })) },
    { id: 'dates', title: say('query.dates'), rows: [
      { id: 'today', label: say('query.today'), ...also.today }, { id: 'week', label: say('query.week'), ...also.week },
    ] },
    { id: 'people', title: say('query.people'), rows: [
      ...(['interviewee', 'interviewer', 'other'] as const).map((role): Row => ({ id: `role/${role}`, label: say(`role.${role}`), hint: say('query.role'), n: ofRole(role), make: () => ({ kind: 'role', roles: [role] }) })),
      ...people.map((person): Row => ({ id: `person/${person.id}`, label: person.name, hint: say(`role.${person.role}`), n: ofPerson(person.id), make: () => ({ kind: 'participant', participants: [reference('participants', person.id)!] }) })),
    ] },
    { id: 'documents', title: say('left.documents'), rows: [...documents.filter(({ survey }) => typed.trim() !== '' || survey === null).map((document): Row => ({ id: `document/${document.id}`, label: document.name, ...(document.survey ? { hint: say('survey.one') } : {}), n: ofDocument(document.id), make: () => ({ kind: 'document', documents: [reference('documents', document.id)!] }) })), ...wholes] },
    { id: 'text', title: say('query.words'), rows: typed.trim() === '' ? [] : [{ id: 'text', label: say('query.containing', { text: typed.trim() }), ...also.text }] },
  ];
}
