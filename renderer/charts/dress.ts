import { useSyncExternalStore } from 'react';
import { pictureLooks, type PictureLook } from '../../shared/pictures/look.ts';

/** Colours and typeface hang on two attributes of the page, which change after what is drawn in it has been told. */
const dressNow = (): string => `${document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light'} ${document.documentElement.lang}`;
function onDress(changed: () => void): () => void {
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme', 'lang'] });
  return () => watcher.disconnect();
}
/** The colours in which the window draws now, and the language whose typeface it has. */
export function useDress(): { readonly look: PictureLook; readonly tongue: string } {
  const [theme, tongue] = useSyncExternalStore(onDress, dressNow).split(' ');
  return { look: pictureLooks[theme === 'dark' ? 'dark' : 'light'], tongue: tongue ?? '' };
}
/** The window's typeface. Names in single quotes: in a saved SVG they stand inside of double ones. */
export const faceNow = (): string => getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
