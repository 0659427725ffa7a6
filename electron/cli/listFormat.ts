import { extname } from 'node:path';
import type { Desk } from './command.ts';

const known = ['text', 'csv', 'xlsx', 'json'] as const;
type ListFormat = (typeof known)[number];
/** How a list of people or documents is wanted: as said, else as the file's name says, else as text. Null where there is no such format; that is told. */
export function listFormat(desk: Desk, { format, json, output }: Readonly<Record<string, string | boolean | undefined>>): ListFormat | null {
  const named = typeof output === 'string' ? extname(output).slice(1).toLowerCase() : '';
  const wanted = json ? 'json' : typeof format === 'string' ? format : known.find((each) => each === named) ?? 'text';
  const found = known.find((each) => each === wanted) ?? null;
  if (found === null) desk.tell(desk.words.say('cli.noSuchFormat', { format: wanted, known: known.join(', ') }));
  return found;
}
