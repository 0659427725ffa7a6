import { useSession } from '../../session.ts';
import { FirstScreen } from './FirstScreen.tsx';
import { Merged } from './Merged.tsx';
import { MergeDesk } from './MergeDesk.tsx';

/** Brings another study into the open one: what would come, what has to be decided, then the merge itself, and what it did. */
export function MergeView() {
  const merging = useSession((now) => now.merging);
  const merged = useSession((now) => now.mergeRead);
  return merging === null ? merged === null ? <FirstScreen /> : <Merged key={merged} merge={merged} /> : <MergeDesk key={merging.id} merging={merging} />;
}
