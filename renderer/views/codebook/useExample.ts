import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';

/** Puts a coding's quotation behind the examples of its code. */
export function useExample(): (coding: number) => void {
  const { language } = useWords();
  const core = useCore();
  const act = useAct();
  return (coding) => void act(async () => {
    // What is being typed into the example must come first.
    await core.flushing.all();
    await core.call('code.example', { coding, language });
  });
}
