import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { svgOf } from '../../electron/formats/picture.ts';
import { drawingOf } from '../../shared/pictures/drawing.ts';
import { compileSample } from '../../build/sample/compile.ts';
import { causesPicture } from '../../shared/pictures/causes.ts';
import { pictureFace, type Picture } from '../../shared/pictures/frame.ts';
import { gridPicture } from '../../shared/pictures/grid.ts';
import { gridWords } from '../../shared/pictures/gridWords.ts';
import { networkPicture } from '../../shared/pictures/network.ts';
import { portraitPicture } from '../../shared/pictures/portrait.ts';
import type { IncomingFile } from '../../electron/ops/operation.ts';
import type { ShapePicture } from '../../shared/pictures/shapes.ts';
import { newStudy } from '../helpers/study.ts';
import { pictureKinds, picturesFor } from '../../shared/pictures/index.ts';
import { hueNames, mixed, pictureLooks } from '../../shared/pictures/look.ts';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import { createWords, languages } from '../../shared/words/index.ts';
import { below, readXml, wordsOf } from '../helpers/xml.ts';

const words = createWords('en');
const exhibit = (cells: readonly (readonly (number | string | null)[])[], more: Partial<Exhibit> = {}): Exhibit => ({
  title: 'Pay & <strain>', subtitle: 'People.', corner: 'Code', n: '', asked: [], notes: [], quotations: [],
  columns: cells[0]!.map((_, column) => ({ label: `group ${column}`, over: '', n: 10 + column })), rows: cells.map((row, index) => ({ label: `代码 ${index}`, depth: 0, facet: 'dimension', cells: row })), ...more,
});
const chart = (kind: string, given: Exhibit, foot = '') => pictureKinds.find(({ id }) => id === kind)!.draw(drawingOf(given, foot, words), { look: pictureLooks.light, width: 800, face: pictureFace }) as Picture;
const drawn = (kind: string, given: Exhibit) => readXml(svgOf(chart(kind, given, 'n 3 · Codebook: 2'), 'x'));
const textsOf = (svg: ReturnType<typeof readXml>) => below(svg, 'text').map(wordsOf);

test('every number that is drawn stands beside its bar or in its field, with title, unit, groups with n, and stamp', () => fc.assert(fc.property(
  fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constant(null)), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })), (cells) => {
    const given = exhibit(cells);
    const numbers = cells.flat().filter((cell) => cell !== null).map((cell) => words.number(cell)).toSorted();
    for (const kind of picturesFor(drawingOf(given, '', words)).filter(({ id }) => id !== 'stacked')) {
      const texts = textsOf(drawn(kind.id, given));
      for (const text of ['Pay & <strain>', 'People.', 'n 3 · Codebook: 2']) expect(texts).toContain(text);
      const known = new Set(given.rows.map(({ label }) => label));
      expect(texts.filter((text) => /^[\d,]+$/.test(text) && !known.has(text)).toSorted()).toEqual(numbers);
      expect(texts.join(' ')).toContain('group 0');
      expect(texts.join(' ')).toMatch(/n 10|Nobody was interviewed/);
    }
  }), { numRuns: 40 }));

test('a field where nobody was asked is hatched, and a zero is not', () => {
  const lines = (cells: (number | null)[][]) => below(drawn('heatmap', exhibit(cells)), 'path').length;
  expect(lines([[1, null], [2, 3]])).toBeGreaterThan(lines([[1, 0], [2, 3]]) + 5);
});
test('bars of several groups have patterns, so that grey print tells them apart', () => {
  expect(below(drawn('bars', exhibit([[1, 2], [3, 4]])), 'pattern').length).toBeGreaterThanOrEqual(1);
});
test('a share is drawn under its group’s name and n', () => {
  const given = exhibit([[4, 40, 2, 20]], { columns: [{ over: 'GPs', label: 'People', n: 10 }, { over: 'GPs', label: '%', n: null }, { over: 'Patients', label: 'People', n: 10 }, { over: 'Patients', label: '%', n: null }], drawn: { columns: [1, 3], percent: true } });
  const texts = textsOf(drawn('bars', given));
  expect(texts).toEqual(expect.arrayContaining(['GPs (n 10)', 'Patients (n 10)', '40 %', '20 %']));
  expect(texts).not.toContain('4');
});
/** The sample study, whose conflicts have causes, and whose stakeholders are rated. */
async function sample(language: 'en' | 'zh') {
  const engine = newStudy();
  await engine.call('study.take', { snapshot: compileSample(language) });
  return engine;
}
test.each(['en', 'zh'] as const)('the grid, the network, and causes and consequences stand in a file as their views draw them (%s)', async (language) => {
  const engine = await sample(language);
  const said = createWords(language);
  const usual = new Map((await engine.call('exhibit.kinds', { language })).map(({ id, usual: asked }) => [id, asked]));
  const file = async (kind: string, picture: string, asked: object) => new TextDecoder().decode((await engine.call('exhibit.export', { kind, asked: asked as never, format: 'svg', picture, language }) as { bytes: Uint8Array }).bytes);
  const textsIn = (svg: string) => below(readXml(svg), 'text').map(wordsOf);
  const drawnAlone = ({ shapes }: ShapePicture) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  const axes = usual.get('grid') as { x: string; y: string };
  const grid = await engine.call('ratings.grid', { ...axes, split: language === 'en' ? 'Pilot' : '是否试点' });
  const gridFile = textsIn(await file('grid', 'points', { ...axes, split: grid.split! }));
  expect(gridFile).toEqual(expect.arrayContaining(drawnAlone(gridPicture(grid, gridWords(said, grid), { width: 860, height: 520 }))));
  for (const { key, label, n } of grid.arms) if (key !== null) expect(gridFile).toContain(`${label}, n ${n}`);
  const matrix = await engine.call('conflict.matrix', { count: 'passages' });
  const networkFile = await file('conflictMatrix', 'network', { count: 'passages', drawn: 3 });
  expect(textsIn(networkFile)).toEqual(expect.arrayContaining(drawnAlone(networkPicture([{ label: '', matrix }], said, { least: 3 }))));
  expect(textsIn(networkFile).join(' ')).toContain(`n ${matrix.columns[0]!.n}`);
  // An arrow is a line and its head.
  expect(below(readXml(networkFile), 'path')).toHaveLength(2 * matrix.rows.flatMap(({ column }, row) => (column === null ? [] : matrix.cells[row]!.filter((cell) => (cell ?? 0) >= 3))).length);
  const entries = (await engine.call('conflict.list', {})).filter(({ points }) => points.length > 0);
  expect(entries.length).toBeGreaterThan(1);
  const causesFile = textsIn(await file('conflictRegister', 'causes', {}));
  expect(causesFile).toEqual(expect.arrayContaining(drawnAlone(causesPicture(entries, said))));
  expect(causesFile).toContain(said.say('conflicts.register'));
});
test('quarters that a person has named are called so in the file, and who has no dot is told with the reason', async () => {
  const engine = await sample('en');
  const [axes] = (await engine.call('exhibit.kinds', {})).flatMap(({ id, usual }) => (id === 'grid' ? [usual as object] : []));
  const { exhibit: read } = await engine.call('exhibit.read', { kind: 'grid', asked: { ...axes, quadrants: { topLeft: 'Ask first', topRight: 'Partners', bottomLeft: 'Later', bottomRight: 'Tell' } } as never });
  const texts = (picturesFor(drawingOf(read, '', words))[0]!.draw(drawingOf(read, 'stamp', words), { look: pictureLooks.light, width: 800, face: pictureFace }) as ShapePicture).shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  for (const name of ['Ask first', 'Partners', 'Later', 'Tell', 'stamp']) expect(texts).toContain(name);
  expect(texts.join(' ')).toMatch(/Without a place: .*Insurance bureau \(Rated in one dimension only\)/);
  expect(texts).not.toContain('Work with closely');
  expect(picturesFor(drawingOf(read, '', words)).map(({ id }) => id)).toEqual(['points']);
});
test('what cannot be a bar is none: numbers below zero, words, nothing', () => {
  const fitting = (cells: (number | string | null)[][]) => picturesFor(drawingOf(exhibit(cells), '', words)).map(({ id }) => id);
  expect(fitting([[-1, 2]])).toEqual(['heatmap']);
  expect(fitting([['a', 'b']])).toEqual([]);
  expect(fitting([[null, null]])).toEqual([]);
  expect(fitting([[1]])).toEqual(['bars']);
});
test('the same picture is the same text, and ids of two pictures on a page differ', () => {
  const picture = chart('bars', exhibit([[1, 2], [3, 4]]));
  expect(svgOf(picture, 'a')).toBe(svgOf(picture, 'a'));
  const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  expect(ids(svgOf(picture, 'a')).filter((id) => ids(svgOf(picture, 'b')).includes(id))).toEqual([]);
  expect(ids(svgOf(picture, 'a')).length).toBeGreaterThan(0);
});
test('every kind has a name in both languages, and colours are those of the theme', () => {
  for (const { id } of languages) for (const kind of pictureKinds) expect(createWords(id).has(`picture.kinds.${kind.id}`)).toBe(true);
  const css = readFileSync(resolve(import.meta.dirname, '../../renderer/theme/tokens.css'), 'utf8');
  const values = (name: string) => [...css.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, 'g'))].map(([, value]) => value);
  (['light', 'dark'] as const).forEach((theme, index) => {
    const look = pictureLooks[theme];
    for (const [name, value] of [['paper', look.paper], ['ink', look.ink], ['ink-2', look.ink2], ['ink-3', look.ink3], ['accent', look.accent], ['pane', look.pane], ...Object.entries(look.palettes).flatMap(([facet, palette]) => palette.map((colour, at) => [`${facet}-${at + 1}`, colour])), ...hueNames.map((hue, at) => [hue, look.hues[at]!]), ...Object.entries(look.fill).map(([facet, fill]) => [`${facet}-fill`, fill])] as [string, string][]) expect(values(name)[index], `${theme} ${name}`).toBe(value);
  });
  expect([mixed('#000000', '#ffffff', 0), mixed('#000000', '#ffffff', 1), mixed('#ff0000', '#0000ff', 0.5)]).toEqual(['#ffffff', '#000000', '#800080']);
});

test('a portrait has a mark for every coding in its place, and its picture goes into files with the document’s name', async () => {
  const engine = newStudy();
  const { document } = await engine.call('document.create', { name: 'Ward', text: 'The pay is low, and the nights are long.' });
  await engine.call('coding.apply', { document, start: 0, end: 10, codes: [{ create: { name: 'Pay', facet: 'theme' } }] });
  await engine.call('coding.apply', { document, start: 20, end: 40, codes: [{ create: { name: 'Nights', facet: 'dimension' } }] });
  const { exhibit } = await engine.call('exhibit.read', { kind: 'portrait', asked: { document: 'Ward' } });
  expect(exhibit).toMatchObject({ title: 'All codes along Ward', rows: [{ label: 'Nights', cells: [1, 50, 50, 50] }, { label: 'Pay', cells: [1, 0, 0, 25] }] });
  const portrait = await engine.call('table.portrait', { document });
  const { marks, shapes } = portraitPicture(portrait, words, { width: 860 });
  expect(marks.map(({ coding }) => portrait.codes[portrait.codings[coding]!.code]!.name)).toEqual(['Pay', 'Nights']);
  const [pay, nights] = marks;
  expect([pay!.width * 2, nights!.x - pay!.x]).toEqual([expect.closeTo(nights!.width, 5), expect.closeTo(nights!.width, 5)]);
  for (const { x, y, width, height } of marks) expect(shapes).toContainEqual({ kind: 'rect', x, y, width, height, fill: expect.stringMatching(/^(theme|dimension)-1$/) as unknown });
  // A report keeps it by identity: another document may be called so later.
  const { report } = await engine.call('report.create', { name: 'R', parts: [{ type: 'exhibit', kind: 'portrait', asked: { document }, picture: 'portrait', quotations: 1 }] });
  await engine.call('document.rename', { document, name: 'Ward 3' });
  const { bytes } = await engine.call('report.export', { report, format: 'html' }) as unknown as IncomingFile;
  const page = new TextDecoder().decode(bytes);
  expect(page).toContain('All codes along Ward 3');
  expect(page).toContain('<blockquote>The pay is');
  expect(page.match(/<rect/g)!.length).toBeGreaterThanOrEqual(3);
});
