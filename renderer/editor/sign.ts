import type { Facet } from '../../shared/model/schema.ts';

/** The shapes that tell the facets apart without colour, in a box of 10: circle, diamond, triangle, square. */
export const signPaths: Readonly<Record<Facet, string>> = {
  stakeholder: 'M5 .8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4z',
  dimension: 'M5 .2 9.8 5 5 9.8.2 5z',
  conflict: 'M5 .9 9.8 9.3H.2z',
  theme: 'M1.1 1.1h7.8v7.8H1.1z',
};
const svg = 'http://www.w3.org/2000/svg';

/** The facets' signs in outline, each in its box of 10 pixels at a place: what is still missing there. A theme never is. */
const outlined: Readonly<Record<Facet, string>> = { stakeholder: 'm5 1a4 4 0 1 0 0 8 4 4 0 0 0 0-8z', dimension: 'm5 .6 4.4 4.4-4.4 4.4-4.4-4.4z', conflict: 'm5 1.2 4.3 7.6h-8.6z', theme: '' };
/** One shape a facet, so that hundreds of signs cost little. */
export function outlines(signs: readonly { readonly facet: Facet; readonly x: number; readonly y: number }[]): SVGSVGElement {
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('class', 'gaps');
  picture.setAttribute('aria-hidden', 'true');
  for (const [facet, alike] of Map.groupBy(signs, (sign) => sign.facet)) {
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', alike.map(({ x, y }) => `M${x} ${y}${outlined[facet]}`).join(''));
    path.dataset['facet'] = facet;
    picture.append(path);
  }
  return picture;
}

/** Gives such a shape its tooltip, which only what is pointed at needs. */
export function explain(shape: Element, words: string): void {
  const title = document.createElementNS(svg, 'title');
  title.textContent = words;
  shape.replaceChildren(title);
}

/** A facet's sign in a colour (CSS). */
export function signElement(facet: Facet, colour: string): SVGSVGElement {
  const sign = document.createElementNS(svg, 'svg');
  sign.setAttribute('viewBox', '0 0 10 10');
  sign.setAttribute('aria-hidden', 'true');
  sign.style.fill = colour;
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', signPaths[facet]);
  sign.append(path);
  return sign;
}

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
