import type { Facet } from '../model/schema.ts';

/** Colours of a picture. */
export interface PictureLook {
  readonly paper: string; readonly ink: string; readonly ink2: string; readonly ink3: string;
  /** What the rows of a facet are filled with in a heatmap. */
  readonly fill: Readonly<Record<Facet, string>>;
  /** Hues for groups that differ in lightness too, so that they stay apart in grey print and for the colour-blind. */
  readonly hues: readonly string[];
}
/** The names of the hues in renderer/theme/tokens.css, in their order. */
export const hueNames = ['dimension-1', 'stakeholder-2', 'conflict-3', 'theme-1', 'stakeholder-1', 'dimension-2', 'conflict-4', 'theme-2', 'stakeholder-3', 'dimension-3'] as const;
/** Pictures in files are drawn for paper; a window that is dark may draw its own so. The same as renderer/theme/tokens.css (a test holds it). */
export const pictureLooks: Readonly<Record<'light' | 'dark', PictureLook>> = {
  light: {
    paper: '#fcfbf8', ink: '#1d1b16', ink2: '#57524a', ink3: '#6a6459', fill: { stakeholder: '#028c81', dimension: '#a36b1a', conflict: '#912964', theme: '#6c7991' },
    hues: ['#6e3104', '#0086a8', '#8f5ac6', '#304953', '#28501f', '#857b02', '#7d1436', '#817193', '#548848', '#b2602c'],
  },
  dark: {
    paper: '#191815', ink: '#e9e4d8', ink2: '#bbb3a4', ink3: '#9f9788', fill: { stakeholder: '#54b8ac', dimension: '#e1ad63', conflict: '#f197c2', theme: '#97a5be' },
    hues: ['#b6734d', '#6bd4f9', '#d4b2ff', '#708b95', '#69945f', '#d2c861', '#ca5d76', '#cdbce1', '#9ed691', '#feaf82'],
  },
};
/** A colour (#rrggbb) mixed into another: 0 is all of `under`, 1 all of `over`. */
export function mixed(over: string, under: string, share: number): string {
  const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [top, bottom] = [parts(over), parts(under)];
  return `#${top.map((part, index) => Math.round(part * share + bottom[index]! * (1 - share)).toString(16).padStart(2, '0')).join('')}`;
}
