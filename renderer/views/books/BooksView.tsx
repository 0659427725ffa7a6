import { useSession } from '../../session.ts';
import { BooksDesk } from './BooksDesk.tsx';
import { BooksFirst } from './BooksFirst.tsx';
import { PushDesk } from './PushDesk.tsx';

/** Brings other codebooks into this one: what is otherwise there, what has to be decided, the codebook as it will be, and then the merge. */
export function BooksView() {
  const atHand = useSession((now) => now.books);
  const pushing = useSession((now) => now.pushing);
  if (pushing !== null) return <PushDesk key={pushing.id} push={pushing} />;
  return atHand === null || atHand.files.length === 0 ? <BooksFirst /> : <BooksDesk key={atHand.id} atHand={atHand} />;
}
