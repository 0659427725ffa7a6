import { useWords } from '../../core/words.tsx';
import type { Preview } from './merging.ts';

/** Of a package that comes back: when it was handed out, how far its coder is, and whether it was brought back before. */
export function Returning({ of: { since, isListed, returned, documents, finished } }: { of: NonNullable<Preview['package']> }) {
  const { say, date, moment } = useWords();
  return <p>{[say('handOut.returning.from', { since: date(since), count: finished, of: documents }), ...(isListed ? [] : [say('handOut.returning.unknown')]), ...(returned === null ? [] : [say('handOut.returning.again', { returned: moment(returned) })])].join(' ')}</p>;
}
