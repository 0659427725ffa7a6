import type { Facet } from '../../../shared/model/schema.ts';

/** The colours of each facet in their steps, as renderer/theme/tokens.css has them in light: what other programs are told. */
export const facetColours: Readonly<Record<Facet, readonly string[]>> = {
  stakeholder: ['#28501f', '#0086a8', '#548848', '#034d61', '#017054', '#046985', '#198d6c', '#008a8c', '#3e6c34', '#036d6e', '#02523d', '#015051'],
  dimension: ['#6e3104', '#857b02', '#b2602c', '#865100', '#4d4701', '#696100', '#a86804', '#977303', '#914817', '#633b00', '#785a01', '#584100'],
  conflict: ['#562a80', '#c54466', '#8f5ac6', '#7d1436', '#89388d', '#a22c4e', '#a94fac', '#7342a5', '#bb478a', '#99306e', '#69216c', '#761852'],
  theme: ['#304953', '#817193', '#4c6178', '#538190', '#4a4054', '#655974', '#607c99', '#71769a', '#426571', '#595d79', '#404358', '#374757'],
};
/** A code's colour for other programs: #RRGGBB. */
export const colourFor = (facet: Facet, colour: string | undefined): string | undefined => (colour === undefined || colour.startsWith('#') ? colour : facetColours[facet][Number(colour) - 1]);
