import { createContext, useContext, type ReactNode } from 'react';
import { createWords, type Words } from '../../shared/words/index.ts';

const WordsContext = createContext<Words>(createWords('en'));
export const WordsProvider = ({ words, children }: { words: Words; children: ReactNode }) => <WordsContext value={words}>{children}</WordsContext>;
/** The program's words in the person's language; switching it redraws what uses them. */
export const useWords = (): Words => useContext(WordsContext);
