import { usualLevels } from '../../../shared/model/conflicts.ts';
import { useWords } from '../../core/words.tsx';

/** What a level of countermeasures is called: a usual one in words, the study's own as it is. */
export function useLevelName(): (level: string) => string {
  const { say } = useWords();
  return (level) => { const usual = usualLevels.find((each) => each === level); return usual ? say(`conflicts.levels.${usual}`) : level === '' ? say('conflicts.noLevel') : level; };
}
