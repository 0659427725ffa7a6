import type { Facet } from '../model/schema.ts';
import type { Paint } from './shapes.ts';

/** Colours of a picture. */
export interface PictureLook {
  readonly paper: string; readonly ink: string; readonly ink2: string; readonly ink3: string; readonly accent: string; readonly pane: string;
  /** What the rows of a facet are filled with in a heatmap. */
  readonly fill: Readonly<Record<Facet, string>>;
  /** Hues for groups that differ in lightness too, so that they stay apart in grey print and for the colour-blind. */
  readonly hues: readonly string[];
  /** The palette of each facet's codes, 1 to 12. */
  readonly palettes: Readonly<Record<Facet, readonly string[]>>;
}
/** The names of the hues in renderer/theme/tokens.css, in their order. */
export const hueNames = ['dimension-1', 'stakeholder-2', 'conflict-3', 'theme-1', 'stakeholder-1', 'dimension-2', 'conflict-4', 'theme-2', 'stakeholder-3', 'dimension-3'] as const;
/** Pictures in files are drawn for paper; a window that is dark may draw its own so. The same as renderer/theme/tokens.css (a test holds it). */
export const pictureLooks: Readonly<Record<'light' | 'dark', PictureLook>> = {
  light: {
    paper: '#fcfbf8', ink: '#1d1b16', ink2: '#57524a', ink3: '#6a6459', accent: '#2a5a96', pane: '#f5f2ec', fill: { stakeholder: '#028c81', dimension: '#a36b1a', conflict: '#912964', theme: '#6c7991' },
    hues: ['#6e3104', '#0086a8', '#8f5ac6', '#304953', '#28501f', '#857b02', '#7d1436', '#817193', '#548848', '#b2602c'],
    palettes: {
      stakeholder: ['#28501f', '#0086a8', '#548848', '#034d61', '#017054', '#046985', '#198d6c', '#008a8c', '#3e6c34', '#036d6e', '#02523d', '#015051'],
      dimension: ['#6e3104', '#857b02', '#b2602c', '#865100', '#4d4701', '#696100', '#a86804', '#977303', '#914817', '#633b00', '#785a01', '#584100'],
      conflict: ['#562a80', '#c54466', '#8f5ac6', '#7d1436', '#89388d', '#a22c4e', '#a94fac', '#7342a5', '#bb478a', '#99306e', '#69216c', '#761852'],
      theme: ['#304953', '#817193', '#4c6178', '#538190', '#4a4054', '#655974', '#607c99', '#71769a', '#426571', '#595d79', '#404358', '#374757'],
    },
  },
  dark: {
    paper: '#191815', ink: '#e9e4d8', ink2: '#bbb3a4', ink3: '#9f9788', accent: '#8db7ea', pane: '#1f1d1a', fill: { stakeholder: '#54b8ac', dimension: '#e1ad63', conflict: '#f197c2', theme: '#97a5be' },
    hues: ['#b6734d', '#6bd4f9', '#d4b2ff', '#708b95', '#69945f', '#d2c861', '#ca5d76', '#cdbce1', '#9ed691', '#feaf82'],
    palettes: {
      stakeholder: ['#69945f', '#6bd4f9', '#9ed691', '#3f92ae', '#5eb999', '#55b2d3', '#75dbb6', '#5edadb', '#83b478', '#48b8b9', '#48987c', '#339798'],
      dimension: ['#b6734d', '#d2c861', '#feaf82', '#d4964f', '#90893b', '#b1a84b', '#f9b465', '#e8be5d', '#de8e60', '#ae7a3e', '#c59f47', '#a18137'],
      conflict: ['#996eca', '#fea8b7', '#d4b2ff', '#ca5d76', '#d67fd8', '#f47792', '#fa9cfd', '#ba8af3', '#ffa3d2', '#e979b6', '#b165b3', '#c15f95'],
      theme: ['#708b95', '#cdbce1', '#90a7c0', '#9dcdde', '#8b8197', '#ab9ebb', '#aac8e7', '#bbc1e8', '#86acb9', '#9da2c1', '#81859c', '#77889b'],
    },
  },
};
/** A colour (#rrggbb) mixed into another: 0 is all of `under`, 1 all of `over`. */
export function mixed(over: string, under: string, share: number): string {
  const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [top, bottom] = [parts(over), parts(under)];
  return `#${top.map((part, index) => Math.round(part * share + bottom[index]! * (1 - share)).toString(16).padStart(2, '0')).join('')}`;
}

/** The colours by which pictures of shapes call them, as renderer/theme/tokens.css has them; of '#rrggbb' itself. */
export function paintsOf(look: PictureLook): (paint: Paint) => string {
  const known: Readonly<Record<string, string>> = {
    paper: look.paper, pane: look.pane, ink: look.ink, 'ink-2': look.ink2, 'ink-3': look.ink3, accent: look.accent, line: mixed(look.ink, look.paper, 0.13), 'line-2': mixed(look.ink, look.paper, 0.07), edge: mixed(look.ink, look.paper, 0.52),
    ...Object.fromEntries(Object.entries(look.fill).map(([facet, fill]) => [`${facet}-fill`, fill])), ...Object.fromEntries(Object.entries(look.palettes).flatMap(([facet, palette]) => palette.map((colour, index) => [`${facet}-${index + 1}`, colour]))),
  };
  return (paint) => known[paint] ?? (paint.startsWith('#') ? paint : look.ink);
}
