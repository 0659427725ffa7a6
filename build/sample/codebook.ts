import type { Facet } from '../../shared/model/schema.ts';
import { conflicts } from './codebook/conflicts.ts';
import { dimensions } from './codebook/dimensions.ts';
import { noWords, type CodeEntry, type Words } from './codebook/entry.ts';
import { stakeholders } from './codebook/stakeholders.ts';
import { themes } from './codebook/themes.ts';

/** A code of the sample study with its place in the tree. */
export interface SampleCode extends Required<Omit<CodeEntry, 'children'>> {
  readonly facet: Facet;
  /** From the root to the code itself. */
  readonly path: readonly Words[];
}

const flatten = (facet: Facet, entries: readonly CodeEntry[], above: readonly Words[] = []): SampleCode[] => entries.flatMap((entry) => {
  const path = [...above, entry.name];
  const { name, definition, include = noWords, exclude = noWords, example = noWords, scale = [], children = [] } = entry;
  return [{ facet, path, name, definition, include, exclude, example, scale }, ...flatten(facet, children, path)];
});

/** Parents before children, facet by facet. Law: no two codes share an English name, so the interviews can name a code without its path. */
export const codebook: readonly SampleCode[] = [
  ...flatten('stakeholder', stakeholders), ...flatten('dimension', dimensions), ...flatten('conflict', conflicts), ...flatten('theme', themes),
];
