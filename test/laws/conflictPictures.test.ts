import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layCauses, type CauseBox } from '../../shared/pictures/causesLayout.ts';
import { linesOf } from '../../shared/pictures/lettering.ts';
import { layNetwork, type Box } from '../../shared/pictures/networkLayout.ts';
import type { ConflictEntry, ConflictMatrix } from '../../shared/model/conflicts.ts';

/** About as wide as 12 px letters are. */
const measure = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment).reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 12 : 6.6), 0);
const name = fc.oneof(fc.constantFrom('GPs', '社区卫生服务中心的管理者和他们的全部同事', 'Community health centre managers of the western districts and their deputies'), fc.string({ minLength: 1, maxLength: 60 }));
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const matrices = fc.integer({ min: 1, max: 24 }).chain((size) => fc.record({
  names: fc.array(name, { minLength: size, maxLength: size }), about: fc.array(fc.nat(200), { minLength: size, maxLength: size }), asked: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
  cells: fc.array(fc.array(fc.nat(12), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }), least: fc.integer({ min: 1, max: 6 }),
}));
const matrixOf = ({ names, about, asked, cells }: { names: string[]; about: number[]; asked: boolean[]; cells: number[][] }): ConflictMatrix => ({
  by: 'Group', count: 'passages', least: 8, rows: names.map((label, index) => ({ key: label, label, n: asked[index] ? 3 : 0, column: index })), columns: names.map((label, index) => ({ label, code: index + 1, colour: '1', n: 3, row: index, about: about[index]! })),
  cells: cells.map((row, index) => (asked[index] ? row : row.map(() => null))), oneSided: cells.map((row) => row.map(() => false)), rowTotals: names.map(() => 0), columnTotals: names.map(() => 0), n: 3, people: 0, passages: 0, unnamed: 0, unspoken: 0,
});

test('in the network no label lies over another or over a circle, all are in the picture, and every pair from the threshold on is an arrow', () => {
  fc.assert(fc.property(matrices, ({ least, ...given }) => {
    const matrix = matrixOf(given);
    const network = layNetwork(matrix, least, measure);
    expect(layNetwork(matrix, least, measure)).toEqual(network);
    network.nodes.forEach(({ label }, index) => {
      expect(label.box.top).toBeGreaterThanOrEqual(0);
      expect([label.box.left >= 0, label.box.right <= network.width, label.box.bottom <= network.height]).toEqual([true, true, true]);
      network.nodes.forEach((other, place) => {
        if (place !== index) expect(overlap(label.box, other.label.box)).toBe(false);
        expect(overlap(label.box, { left: other.x - other.radius, right: other.x + other.radius, top: other.y - other.radius, bottom: other.y + other.radius })).toBe(false);
      });
    });
    const wanted = matrix.cells.flatMap((row, from) => row.flatMap((value, to) => ((value ?? 0) >= least ? [`${from}/${to}`] : [])));
    expect(network.edges.map(({ row, column }) => `${row}/${column}`).toSorted()).toEqual(wanted.toSorted());
    expect(network.leftOut).toBe(matrix.cells.flat().filter((value) => (value ?? 0) > 0 && value! < least).length);
  }), { numRuns: 150, seed: 20261122 });
});

const point = fc.record({ kind: fc.constantFrom('cause', 'consequence', 'countermeasure'), name, quotations: fc.nat(20) } as const);
test('of causes and consequences each is drawn once and none over another, with a line to every conflict that has it', () => {
  fc.assert(fc.property(fc.array(fc.record({ name, points: fc.array(point, { maxLength: 6 }) }), { maxLength: 6 }), (given) => {
    const entries = given.map((entry, id) => ({ id: id + 1, quotations: 3, ...entry, points: entry.points.map((each, index) => ({ id: index, level: '', code: null, position: index, ...each })) })) as unknown as ConflictEntry[];
    const map = layCauses(entries, measure);
    const boxOf = ({ x, y, width, height }: CauseBox): Box => ({ left: x, right: x + width, top: y, bottom: y + height });
    map.boxes.forEach((box, index) => map.boxes.slice(index + 1).forEach((other) => expect(overlap(boxOf(box), boxOf(other))).toBe(false)));
    expect(map.boxes.filter(({ kind }) => kind === 'conflict').length).toBe(entries.length);
    expect(map.lines.length).toBe(entries.flatMap(({ points }) => points).filter(({ kind }) => kind !== 'countermeasure').length);
    expect(new Set(map.boxes.map(({ key }) => key)).size).toBe(map.boxes.length);
  }), { numRuns: 200, seed: 20261122 });
});

test('lines of a name are no wider than asked, hold its words in order, and a name that goes on ends in …', () => {
  fc.assert(fc.property(name, fc.integer({ min: 40, max: 200 }), fc.integer({ min: 1, max: 4 }), (text, wide, most) => {
    const lines = linesOf(text, wide, most, measure);
    expect(lines.length).toBeLessThanOrEqual(most);
    for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(wide);
    const bare = (words: string) => words.replace(/[\s…]/g, '');
    expect(bare(text).startsWith(bare(lines.join('')))).toBe(true);
  }), { numRuns: 300, seed: 20261122 });
});
