import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dotRadius, gridPicture, lettersOf, type GridWords } from '../../shared/pictures/grid.ts';
import { svgOfShapes, textWidth } from '../../shared/pictures/shapes.ts';
import { crosses, isInside, overlap } from '../../shared/pictures/placing.ts';
import { anchorsOf, usualAxes, type GridDot, type RatingAxis, type RatingCell, type RatingGrid } from '../../shared/model/ratings.ts';

const cell: RatingCell = { passages: 9, people: 4, rated: 9, unrated: 0, offScale: 0, values: [0], spread: { n: 1, least: 0, lower: 0, median: 0, upper: 0, most: 0, mean: 0 } };
const axis = (label: string): RatingAxis => ({ code: 1, key: null, label, path: label, facet: 'dimension', colour: '1', depth: 0, n: null, scale: anchorsOf([]) });
const words: GridWords = { quadrants: { topLeft: 'Keep satisfied', topRight: 'Work with closely', bottomLeft: 'Watch', bottomRight: 'Keep informed' }, ends: { x: { low: '−2', high: '+2 follows every step of it' }, y: { low: '−2', high: '+2' } }, centre: 'mean', coders: 'each coder', passages: (count) => `${count} passages`, beside: 'beside', arms: ['', ''], unasked: 'nobody', nobody: 'nobody', unplaced: '' };
const place = fc.constantFrom(-2, -1.5, -1, 0, 0, 0.5, 1, 2, 2);
const name = fc.constantFrom('GPs', 'Patients and families of those who wait', '市卫生官员', 'Insurance <bureau> & "friends"', 'Community health centre managers', 'N');
const dots = fc.array(fc.record({ label: name, passages: fc.integer({ min: 5, max: 400 }), at: fc.record({ x: place, y: place }), coders: fc.array(fc.record({ x: place, y: place }), { maxLength: 3 }) }), { minLength: 1, maxLength: 16 })
  .map((given) => given.map(({ coders, ...dot }, index): GridDot => ({ ...dot, code: index, path: dot.label, colour: String((index % 12) + 1), depth: 0, placing: 'placed', people: 4, x: cell, y: cell, coders: coders.map((coder, each) => ({ coder: each, name: ['Lin', 'Lu', '王'][each]!, ...coder })), apart: Math.max(0, ...coders.map((coder) => Math.abs(coder.x - coders[0]!.x) / 4)) })));
const grids = fc.record({ sides: fc.array(dots, { minLength: 1, maxLength: 2 }), width: fc.integer({ min: 340, max: 1100 }), height: fc.integer({ min: 300, max: 640 }) })
  .map(({ sides, ...size }): { grid: RatingGrid; size: typeof size } => ({ size, grid: { x: axis('Interest'), y: axis('Influence on the implementation of the reform'), centre: 'mean', least: 5, split: sides.length > 1 ? 'Pilot' : null, arms: sides.map((_, index) => ({ key: String(index), label: `Side ${index}`, n: 9 })), dots: sides, differences: null, n: 18, left: { unnamed: 0, shared: 0 } } }));

test('no label lies on another, on a dot, on a coder’s dot or on a line, or leaves the picture; what finds no room is numbered and named below', () => {
  fc.assert(fc.property(grids, ({ grid, size }) => {
    const picture = gridPicture(grid, words, size);
    const labels = picture.labels.filter((box) => box !== null);
    const room = { x: 0, y: 0, width: picture.width, height: picture.height };
    labels.forEach((box, index) => {
      expect(isInside(box, room)).toBe(true);
      for (const other of labels.slice(index + 1)) expect(overlap(box, other)).toBe(false);
      for (const dot of picture.dots) expect(overlap(box, { x: dot.x - dotRadius, y: dot.y - dotRadius, width: 2 * dotRadius, height: 2 * dotRadius })).toBe(false);
      for (const shape of picture.shapes) {
        if (shape.kind === 'circle' && shape.fill === 'paper' && shape.cy < picture.height - 60) expect(overlap(box, { x: shape.cx - shape.r, y: shape.cy - shape.r, width: 2 * shape.r, height: 2 * shape.r })).toBe(false);
        // A leader ends at its own label and meets no other.
        if (shape.kind === 'line' && shape.dash !== undefined && !isInside({ x: shape.x2, y: shape.y2, width: 0, height: 0 }, box)) expect(crosses({ from: { x: shape.x1, y: shape.y1 }, to: { x: shape.x2, y: shape.y2 } }, box)).toBe(false);
        if (shape.kind === 'line' && shape.strokeWidth === 1.3) expect(crosses({ from: { x: shape.x1, y: shape.y1 }, to: { x: shape.x2, y: shape.y2 } }, box)).toBe(false);
      }
    });
    const told = picture.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []));
    expect(picture.labels.filter((box) => box === null).length).toBe(told.filter(({ fill, text }) => fill === 'paper' && /^\d+$/.test(text)).length);
    for (const text of told.filter(({ rotate }) => rotate === undefined)) {
      const wide = textWidth(text.text, text.size, text.weight);
      const left = text.anchor === 'middle' ? text.x - wide / 2 : text.anchor === 'end' ? text.x - wide : text.x;
      expect(left, text.text).toBeGreaterThanOrEqual(-1);
      expect(left + wide, text.text).toBeLessThanOrEqual(picture.width + 1);
    }
  }), { numRuns: 120, seed: 20261122 });
});

test('every stakeholder’s dot stands where its numbers say, or touching it; no dot hides another; drawn twice it is the same', () => {
  fc.assert(fc.property(grids, ({ grid, size }) => {
    const picture = gridPicture(grid, words, size);
    expect(picture.dots).toHaveLength(grid.dots.flat().length);
    expect(gridPicture(grid, words, size)).toEqual(picture);
    picture.dots.forEach((dot, index) => { for (const other of picture.dots.slice(index + 1)) expect(Math.hypot(dot.x - other.x, dot.y - other.y)).toBeGreaterThanOrEqual(2 * dotRadius); });
    // Whoever is more to the right by more than a dot can be moved stands more to the right.
    grid.dots.forEach((side, arm) => {
      if (side.length > 4) return;
      const at = (code: number) => picture.dots.find((dot) => dot.arm === arm && dot.code === code)!;
      for (const a of side) for (const b of side) if (a.at!.x - b.at!.x >= 1.5) expect(at(a.code).x).toBeGreaterThan(at(b.code).x);
      for (const a of side) for (const b of side) if (a.at!.y - b.at!.y >= 1.5) expect(at(a.code).y).toBeLessThan(at(b.code).y);
    });
  }), { numRuns: 120, seed: 20261122 });
});

test('a picture as a file is well-formed whatever stakeholders are called, and letters tell coders apart', () => {
  fc.assert(fc.property(grids, ({ grid, size }) => {
    const svg = svgOfShapes(gridPicture(grid, words, { ...size, frame: { title: 'A <b> & "c"', subtitle: 's', foot: 'o' } }), { colour: () => '#123456', face: "Inter, 'Noto Sans'", title: 'A <b> & "c"' });
    expect(svg.replace(/<(?:svg|title|rect|line|circle|text)(?: [\w:-]+="[^"<>]*")*\/?>|<\/(?:svg|title|text)>/g, '')).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot);)/);
  }), { numRuns: 40, seed: 20261122 });
  expect(lettersOf(['Lin', 'Wei'])).toEqual(['L', 'W']);
  expect(lettersOf(['Lin', 'Lu'])).toEqual(['Li', 'Lu']);
  expect(lettersOf(['Lin', 'Lin Wen'])).toEqual(['1', '2']);
  expect(lettersOf(['林', '魏'])).toEqual(['林', '魏']);
});

test('the grid begins with interest and influence where dimensions are called so, else with the first two', () => {
  expect(usualAxes(['Willingness', 'Degree of interest', 'Impact', 'Influence on implementation'])).toEqual({ x: 1, y: 3 });
  expect(usualAxes(['执行意愿', '受影响程度', '关注程度', '影响力'])).toEqual({ x: 2, y: 3 });
  expect(usualAxes(['A', 'B', 'C'])).toEqual({ x: 0, y: 1 });
  expect(usualAxes(['Influence', 'B'])).toEqual({ x: 1, y: 0 });
  expect(usualAxes(['A'])).toBe(null);
});
