import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import type { Option } from '../../parts/Choice.tsx';
import { useSeenCoder } from '../code/coders.ts';
import { withinAs, withinOf, type ConflictsAsked } from './asked.ts';

/** Attributes with more values than this are no groups to compare. */
const mostValues = 12;

/** The matrix that is asked for, and what else can be asked. */
export function useMatrix({ by, count, within, code }: ConflictsAsked) {
  const { say } = useWords();
  const seen = useSeenCoder();
  const attributes = useLive('attribute.list', {});
  const ofPeople = (attributes ?? []).filter(({ of }) => of === 'participants');
  const usual = ofPeople.find(({ kind }) => kind === 'choice') ?? ofPeople[0];
  const chosen = ofPeople.find(({ name }) => name === by)?.name ?? usual?.name ?? null;
  const only: Option<string>[] = [{ id: '', label: say('tables.everybody') }, ...(attributes ?? []).filter(({ kind, values, name, of }) => kind === 'choice' && values.length > 1 && values.length <= mostValues && !(of === 'participants' && name === chosen))
    .flatMap(({ of, name, values }) => values.map(({ value }) => ({ id: withinAs(`${of}:${name}`, value), label: `${name}: ${value}` })))];
  const narrowed = only.some(({ id }) => id === within) ? within : '';
  const value = withinOf(narrowed);
  const facing = { ...(chosen === null ? {} : { by: chosen }), ...(value === undefined ? {} : { within: value }), ...(code === null ? {} : { code }), ...seen };
  const input = { ...facing, count };
  const matrix = useLive('conflict.matrix', attributes && chosen !== null ? input : null, true);
  return { matrix, input, facing, by: chosen, only, within: narrowed, groups: ofPeople.map(({ name }) => ({ id: name, label: name })), isKnown: attributes !== undefined };
}
export type MatrixTold = ReturnType<typeof useMatrix>;
