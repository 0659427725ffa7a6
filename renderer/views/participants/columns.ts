import { asNumber } from '../../../shared/model/values.ts';
import type { Grid, GridAttribute } from '../../../shared/model/filling.ts';
import type { Words } from '../../../shared/words/index.ts';
import type { Outcome } from '../../core/core.ts';
import { showKeys } from '../../commands.ts';
import type { MenuGroup } from '../../parts/Menu.tsx';
import type { Sorting } from './asked.ts';
import type { GridColumn, GridLine } from './grid/types.ts';
import { widthStep } from './grid/usePulling.ts';

export type Person = Outcome<'participant.list'>[number];
export type Spoken = Outcome<'participant.spoken'>[number];
export type Attribute = Outcome<'attribute.list'>[number];
/** A column before it is known how it is sorted, and what its menu offers. */
export type PlainColumn = Omit<GridColumn, 'sorted'> & { readonly attribute?: Attribute };

const order = new Intl.Collator('zh', { numeric: true });
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g;
const widthOf = (text: string) => 7.2 * text.length + 6 * (text.match(wide)?.length ?? 0);
/** As wide as what stands in it, within bounds. */
const fitting = (label: string, texts: readonly string[], least: number, most: number) =>
  Math.round(Math.min(most, Math.max(least, widthOf(label) + 40, ...texts.slice(0, 400).map((text) => widthOf(text) + 26))));

function attributeColumns(attributes: readonly Attribute[], values: readonly Readonly<Record<number, string>>[], { say }: Words): PlainColumn[] {
  return attributes.map((attribute) => {
    const gaps = values.filter((each) => (each[attribute.id] ?? '') === '').length;
    const kind = say(`kind.${attribute.kind}`);
    return {
      id: String(attribute.id), label: attribute.name, kind: attribute.kind, attribute, detail: gaps === 0 ? kind : `${kind} · ${say('participants.missing', { count: gaps })}`,
      width: Math.max(fitting(attribute.name, attribute.values.map(({ value }) => value), 112, 260), gaps === 0 ? 0 : Math.min(220, Math.round(widthOf(`${kind} · ${say('participants.missing', { count: gaps })}`) * 0.86) + 30)), ...(attribute.kind === 'choice' ? { options: attribute.choices, mayAdd: true } : {}),
    };
  });
}

/** People as columns and lines. Gaps of interviewers are not counted: they are not who is asked. */
export function peopleColumns(people: readonly Person[], spoken: ReadonlyMap<number, Spoken>, attributes: readonly Attribute[], words: Words): { columns: PlainColumn[]; lines: GridLine[] } {
  const { say } = words;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  // Said once, not for each of thousands.
  const inWords = { interviewee: say('role.interviewee'), interviewer: say('role.interviewer'), other: say('role.other') };
  const samplings = [...new Set(people.map(({ sampling }) => sampling).filter((text) => text !== ''))].toSorted(order.compare);
  const asked = people.filter(({ role }) => role !== 'interviewer').map(({ values }) => values);
  const count = (id: string, label: string): PlainColumn => ({ id, label, kind: 'count', readOnly: true, width: fitting(label, [], 76, 140) });
  return {
    columns: [
      { id: 'name', label: say('participants.name'), kind: 'name', width: fitting(say('participants.name'), people.map(({ name }) => name), 140, 240) },
      { id: 'role', label: say('participants.role'), kind: 'choice', options: Object.values(inWords), width: 112 },
      { id: 'sampling', label: say('participants.sampling'), kind: 'suggested', options: samplings, width: fitting(say('participants.sampling'), samplings, 112, 220) },
      { id: 'referredBy', label: say('participants.referredBy'), kind: 'choice', options: people.map(({ name }) => name), width: fitting(say('participants.referredBy'), [], 120, 200) },
      count('documents', say('participants.inDocuments')), count('turns', say('participants.turns')), count('words', say('participants.words')), count('codings', say('participants.codings')),
      ...attributeColumns(attributes, asked, words),
    ],
    lines: people.map((person) => {
      const said = spoken.get(person.id);
      const counts = [said?.documents.length ?? 0, said?.turns ?? 0, said?.words ?? 0, said?.codings ?? 0];
      return { id: person.id, cells: [person.name, inWords[person.role], person.sampling, names.get(person.referredBy ?? 0) ?? '', ...counts.map(String), ...attributes.map(({ id }) => person.values[id] ?? '')] };
    }),
  };
}

/** Documents as columns and lines. */
export function documentColumns(documents: Outcome<'document.list'>, attributes: readonly Attribute[], words: Words): { columns: PlainColumn[]; lines: GridLine[] } {
  const { say } = words;
  const count = (id: string, label: string): PlainColumn => ({ id, label, kind: 'count', readOnly: true, width: fitting(label, [], 76, 140) });
  return {
    columns: [
      { id: 'name', label: say('field.title'), kind: 'name', width: fitting(say('field.title'), documents.map(({ name }) => name), 160, 280) },
      count('speakers', say('participants.speakersHere')), count('codings', say('participants.codings')), count('coded', say('participants.coded')),
      ...attributeColumns(attributes, documents.map(({ values }) => values), words),
    ],
    lines: documents.map((document) => ({ id: document.id, cells: [document.name, String(document.speakers.length), String(document.codings), words.percent(document.coded), ...attributes.map(({ id }) => document.values[id] ?? '')] })),
  };
}

/** What planning needs of the same rows. */
export const gridFor = (of: Grid['of'], rows: Grid['rows'], attributes: readonly GridAttribute[]): Grid => ({ of, rows, attributes });

/** Lines by a column: numbers by size, words as the language orders them, empty ones last. */
export function sortLines(lines: readonly GridLine[], columns: readonly PlainColumn[], { column: id, down }: Sorting): GridLine[] {
  const at = columns.findIndex((column) => column.id === id);
  const counted = columns[at]?.kind === 'number' || columns[at]?.kind === 'count';
  const choices = columns[at]?.attribute?.kind === 'choice' ? columns[at].attribute.choices : [];
  const rank = (text: string) => { const place = choices.indexOf(text); return place < 0 ? choices.length : place; };
  const number = (text: string) => Number(asNumber(text.replace(/\s*%$/, '')) ?? Number.NaN);
  return lines.toSorted((a, b) => {
    const [x, y] = [a.cells[at] ?? '', b.cells[at] ?? ''];
    if (x === '' || y === '') return Number(x === '') - Number(y === '');
    const compared = (counted ? number(x) - number(y) || 0 : 0) || rank(x) - rank(y) || order.compare(x, y);
    return down ? -compared : compared;
  });
}

/** The menu of a column: sorting, its width, and for an attribute what can be done with it. */
export function columnMenu(column: PlainColumn, { say }: Words, deeds: { sort: (sorting: Sorting | null) => void; edit: () => void; move: (by: -1 | 1) => void; remove: () => void; widen: (by: number | null) => void; isOwnWidth: boolean; first: boolean; last: boolean }): MenuGroup[] {
  return [
    { entries: [
      { id: 'up', label: say('participants.sortUp'), run: () => deeds.sort({ column: column.id, down: false }) },
      { id: 'down', label: say('participants.sortDown'), run: () => deeds.sort({ column: column.id, down: true }) },
      { id: 'unsorted', label: say('participants.unsorted'), run: () => deeds.sort(null) },
    ] },
    { entries: [
      { id: 'wider', label: say('participants.wider'), keys: showKeys('Alt+ArrowRight'), run: () => deeds.widen(widthStep) },
      { id: 'narrower', label: say('participants.narrower'), keys: showKeys('Alt+ArrowLeft'), run: () => deeds.widen(-widthStep) },
      { id: 'fit', label: say('participants.fitWidth'), disabled: !deeds.isOwnWidth, run: () => deeds.widen(null) },
    ] },
    ...(column.attribute ? [
      { entries: [
        { id: 'edit', label: say('participants.editColumn'), run: deeds.edit },
        { id: 'left', label: say('participants.moveLeft'), run: () => deeds.move(-1), disabled: deeds.first },
        { id: 'right', label: say('participants.moveRight'), run: () => deeds.move(1), disabled: deeds.last },
      ] },
      { entries: [{ id: 'remove', label: say('participants.removeColumn'), danger: true, run: deeds.remove }] },
    ] : []),
  ];
}
