import { usualLevels } from '../model/conflicts.ts';
import type { Words } from './index.ts';

/** Whom a countermeasure is addressed to: one of the usual levels in words, the study's own as it is, or that nobody in particular is. */
export function levelInWords({ say }: Words, level: string): string {
  const usual = usualLevels.find((each) => each === level);
  return usual ? say(`conflicts.levels.${usual}`) : level === '' ? say('conflicts.noLevel') : level;
}
