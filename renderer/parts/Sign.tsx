import type { Facet } from '../../shared/model/schema.ts';
import { signPaths } from '../editor/sign.ts';
import styles from './parts.module.css';

/** The colour of a code as CSS: a step of its facet's palette, which follows light and dark, or its own. */
export const codeColour = (facet: Facet, colour: string): string => (colour.startsWith('#') ? colour : `var(--${facet}-${colour})`);

/** A facet's sign; in the facet's colour unless a code gives its own. */
export function Sign({ facet, colour }: { facet: Facet; colour?: string | undefined }) {
  return (
    <svg className={styles['sign']} viewBox="0 0 10 10" aria-hidden="true" style={{ color: colour === undefined ? `var(--${facet})` : codeColour(facet, colour) }}>
      <path d={signPaths[facet]} />
    </svg>
  );
}
