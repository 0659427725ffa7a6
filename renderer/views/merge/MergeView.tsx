import { useSession } from '../../session.ts';
import { FirstScreen } from './FirstScreen.tsx';
import { MergeDesk } from './MergeDesk.tsx';

/** Brings another study into the open one: what would come, what has to be decided, and then the merge itself. */
export function MergeView() {
  const merging = useSession((now) => now.merging);
  return merging === null ? <FirstScreen /> : <MergeDesk key={merging.id} merging={merging} />;
}
