import type { Facet } from '../../shared/model/schema.ts';

/** The shapes that tell the facets apart without colour, in a box of 10: circle, diamond, triangle, square. */
export const signPaths: Readonly<Record<Facet, string>> = {
  stakeholder: 'M5 .8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4z',
  dimension: 'M5 .2 9.8 5 5 9.8.2 5z',
  conflict: 'M5 .9 9.8 9.3H.2z',
  theme: 'M1.1 1.1h7.8v7.8H1.1z',
};
const svg = 'http://www.w3.org/2000/svg';

/** A leaf with a few lines: there is a memo. */
export function noteElement(): SVGSVGElement {
  const note = document.createElementNS(svg, 'svg');
  note.setAttribute('viewBox', '0 0 10 10');
  note.setAttribute('class', 'note');
  note.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', 'M1.5.5h7v6L6 9.5H1.5zM3 3h4M3 5h4M8.5 6.5H6v3');
  note.append(path);
  return note;
}
