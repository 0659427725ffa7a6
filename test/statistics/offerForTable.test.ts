import { expect, test } from 'vitest';
import type { AxisPart, Table, TableLine } from '../../shared/model/table.ts';
import { offerForTable } from '../../shared/statistics/offerForTable.ts';

const group: AxisPart = { kind: 'attribute', name: 'Stakeholder group', of: 'participants' };
const site: AxisPart = { kind: 'attribute', name: 'Site', of: 'participants' };
const codes: AxisPart = { kind: 'codes', name: 'facet:dimension', of: null };
const line = (label: string | null, n: number): TableLine => ({ key: [label], labels: [label ?? ''], codes: [], n, documents: n, state: n === 0 ? 'nobodyInterviewed' : 'counted' });
const row = (label: string | null, n = 0) => ({ ...line(label, n), state: 'counted' as const, within: [{ n, documents: n }] });
const nameOf = ({ labels }: TableLine) => labels.join(' · ') || 'No value';

/** A table of people with all that follows from its cells. */
function tableOf(more: Partial<Table> & Pick<Table, 'columns' | 'cells' | 'rows'>): Table {
  const n = more.columns.reduce((total, each) => total + each.n, 0);
  return {
    count: 'participants', presence: false, rowAxis: [codes], columnAxis: [group], relation: null, split: null, differences: null, n, documents: n, timed: false,
    totals: { columns: [line('', n)], ofRows: more.cells.map((cells) => [cells.reduce<number>((total, cell) => total + (cell ?? 0), 0)]), ofColumns: more.columns.map(() => 0), all: [0], differences: null }, ...more,
  };
}
const byGroup = tableOf({ columns: [line('Doctors', 25), line('Nobody', 0), line('Patients', 29), line(null, 6)], rows: [row('Access'), row('Trust')], cells: [[9, null, 24, 3], [10, null, 12, 2]] });

test('codes by group: each code is tested between the groups that were interviewed; those without a group take no part', () => {
  expect(offerForTable(byGroup, nameOf)).toMatchObject({ fits: true, groups: [{ label: 'Doctors' }, { label: 'Patients' }], rows: [{ label: 'Access', test: 'fisher', k: [9, 24], n: [25, 29] }, { label: 'Trust', k: [10, 12] }] });
});

test('Benjamini–Hochberg’s correction on wish', () => {
  expect(offerForTable(byGroup, nameOf)).toMatchObject({ correction: 'holm' });
  expect(offerForTable(byGroup, nameOf, 'BH')).toMatchObject({ correction: 'BH' });
});

test('a split is tested over all columns together', () => {
  const split = { ...byGroup, split: site, totals: { ...byGroup.totals, columns: [line('Pilot', 30), line('Non-pilot', 24)], ofRows: [[25, 8], [12, 10]] } };
  expect(offerForTable(split, nameOf)).toMatchObject({ fits: true, groups: [{ label: 'Pilot' }, { label: 'Non-pilot' }], rows: [{ k: [25, 8], n: [30, 24] }, { k: [12, 10] }] });
});

test('attribute by attribute is one test of the whole table, without those who have no value', () => {
  const crossed = tableOf({ rowAxis: [site], columns: [line('Doctors', 25), line('Patients', 29)], rows: [row('Pilot'), row('Non-pilot'), row(null)], cells: [[20, 9], [4, 18], [1, 2]] });
  expect(offerForTable(crossed, nameOf)).toMatchObject({ fits: true, rows: [{ kind: 'whole', n: 51 }] });
});

test('what is not people, or shares them, is refused; what holds nothing to compare is not asked', () => {
  expect(offerForTable({ ...byGroup, count: 'codings' }, nameOf)).toMatchObject({ fits: false, reason: 'unit' });
  expect(offerForTable({ ...byGroup, columnAxis: [{ kind: 'document', name: '', of: null }], n: 40 }, nameOf)).toMatchObject({ fits: false, reason: 'overlapping' });
  expect(offerForTable({ ...byGroup, columnAxis: [codes] }, nameOf)).toBeNull();
  expect(offerForTable({ ...byGroup, rowAxis: [{ kind: 'document', name: '', of: null }] }, nameOf)).toBeNull();
});
