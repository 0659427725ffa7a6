import { useMemo, useSyncExternalStore } from 'react';
import type { Measure } from './lettering.ts';

const dressNow = (): string => `${document.documentElement.dataset['theme'] ?? ''} ${document.documentElement.lang}`;
function onDress(changed: () => void): () => void {
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme', 'lang'] });
  return () => watcher.disconnect();
}
export interface Dress { colour(css: string): string; readonly face: string; readonly measure: Measure }
/** Colours and typeface as they are now, said outright: a picture that is saved has no style sheet. Made anew when the page changes its theme or language. */
export function useDress(): Dress {
  const dress = useSyncExternalStore(onDress, dressNow);
  return useMemo(() => {
    void dress;
    const style = getComputedStyle(document.documentElement);
    const face = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
    const context = document.createElement('canvas').getContext('2d')!;
    context.font = `12px ${face}`;
    return { face, measure: (text) => context.measureText(text).width, colour: (css) => { const [, name] = /^var\((--[\w-]+)\)$/.exec(css) ?? []; return name === undefined ? css : style.getPropertyValue(name).trim(); } };
  }, [dress]);
}
/** Where a picture begins in the page: its title stands above it there already. In a file it has its own. */
export const cropped = (width: number, height: number, head: number) => ({ width, height: height - head, viewBox: `0 ${head} ${width} ${height - head}`, 'data-height': height });
/** A picture of the page as a file has it: with its title, and the day at its foot. */
export function svgFile(picture: SVGSVGElement, day: string): { svg: string; width: number; height: number } {
  const [width, height] = [picture.viewBox.baseVal.width, Number(picture.dataset['height'])];
  const whole = picture.cloneNode(true) as SVGSVGElement;
  whole.setAttribute('width', String(width));
  whole.setAttribute('height', String(height));
  whole.setAttribute('viewBox', `0 0 ${width} ${height}`);
  whole.removeAttribute('style');
  const foot = whole.querySelector('[data-origin]');
  if (foot) foot.textContent = [foot.textContent, day].filter(Boolean).join(' · ');
  for (const part of whole.querySelectorAll('[class]')) part.removeAttribute('class');
  return { svg: new XMLSerializer().serializeToString(whole), width, height };
}
