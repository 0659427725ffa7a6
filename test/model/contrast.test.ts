import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { facets } from '../../shared/model/schema.ts';

/** Colours of the theme as the style sheet has them, and WCAG 2's contrast between two of them. */
const sheet = readFileSync(new URL('../../renderer/theme/tokens.css', import.meta.url), 'utf8');
const [light, dark] = [sheet.slice(sheet.indexOf(':root {'), sheet.indexOf(':root[data-theme="dark"]')), sheet.slice(sheet.indexOf(':root[data-theme="dark"]'))].map((block) => new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1]!, found[2]!])));
type Rgb = readonly [number, number, number];
const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const mixed = (over: Rgb, under: Rgb, share: number): Rgb => over.map((value, place) => value * share + under[place]! * (1 - share)) as unknown as Rgb;
const luminance = (colour: Rgb) => colour.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)).reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place]!, 0);
const contrast = (one: Rgb, other: Rgb) => { const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b); return (high! + 0.05) / (low! + 0.05); };

describe.each([['light', light!], ['dark', dark!]])('in the %s theme', (_theme, tokens) => {
  const of = (name: string): Rgb => { const hex = tokens.get(name); if (!hex) throw new Error(`no colour ${name}`); return rgb(hex); };
  const grounds = {
    paper: of('paper'), pane: of('pane'), float: of('float'),
    'the band of the passage at hand': mixed(of('accent'), of('paper'), 0.09), 'a pressed row': mixed(of('ink'), of('pane'), 0.09),
  };
  test.each(facets)('every step of the %s palette stands out from all it is drawn on, 3 to 1 at least', (facet) => {
    const weak = Array.from({ length: 12 }, (_, step) => step + 1).flatMap((step) => Object.entries(grounds).flatMap(([where, ground]) => { const ratio = contrast(of(`${facet}-${step}`), ground); return ratio < 3 ? [`${facet}-${step} on ${where}: ${ratio.toFixed(2)}`] : []; }));
    expect(weak).toEqual([]);
  });
  test('facets as words, and names in the margin, can be read: 4.5 to 1 at least', () => {
    for (const facet of facets) for (const ground of [grounds.paper, grounds.pane, grounds.float]) expect(contrast(of(facet), ground), facet).toBeGreaterThanOrEqual(4.5);
    for (const ink of ['ink', 'ink-2']) for (const wash of ['wash-1', 'wash-2', 'wash-3', 'wash-4', 'at', 'sel']) expect(contrast(of(ink), of(wash)), `${ink} on ${wash}`).toBeGreaterThanOrEqual(4.4);
  });
});
