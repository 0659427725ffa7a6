import { useCallback } from 'react';
import { levelInWords } from '../../../shared/words/sayConflicts.ts';
import { useWords } from '../../core/words.tsx';

/** What a level of countermeasures is called. */
export function useLevelName(): (level: string) => string {
  const words = useWords();
  return useCallback((level) => levelInWords(words, level), [words]);
}
