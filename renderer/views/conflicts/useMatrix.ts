import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import type { Option } from '../../parts/Choice.tsx';
import { useSeenCoder } from '../code/coders.ts';
import { withinAs, withinOf, type ConflictsAsked } from './asked.ts';

/** Attributes with more values than this are no groups to compare. */
const mostValues = 12;
/** More sides are no comparison that an eye takes in. */
const mostSides = 6;

/** The matrix that is asked for, and what else can be asked. */
export function useMatrix({ by, count, within, split, code, open }: ConflictsAsked) {
  const { say } = useWords();
  const seen = useSeenCoder();
  const attributes = useLive('attribute.list', {});
  const ofPeople = (attributes ?? []).filter(({ of }) => of === 'participants');
  const usual = ofPeople.find(({ kind }) => kind === 'choice') ?? ofPeople[0];
  const chosen = ofPeople.find(({ name }) => name === by)?.name ?? usual?.name ?? null;
  const only: Option<string>[] = [{ id: '', label: say('tables.everybody') }, ...(attributes ?? []).filter(({ kind, values, name, of }) => kind === 'choice' && values.length > 1 && values.length <= mostValues && !(of === 'participants' && name === chosen))
    .flatMap(({ of, name, values }) => values.map(({ value }) => ({ id: withinAs(`${of}:${name}`, value), label: `${name}: ${value}` })))];
  const compare: Option<string>[] = [{ id: '', label: say('conflicts.notCompared') }, ...(attributes ?? []).filter(({ kind, values, name, of }) => kind === 'choice' && values.length > 1 && values.length <= mostSides && !(of === 'participants' && name === chosen)).map(({ of, name }) => ({ id: `${of}:${name}`, label: name, hint: say(of === 'participants' ? 'tables.ofPeople' : 'tables.ofDocuments') }))];
  const splitBy = compare.some(({ id }) => id === split) ? split : '';
  const narrowed = splitBy === '' && only.some(({ id }) => id === within) ? within : '';
  const value = withinOf(narrowed);
  const facing = { ...(chosen === null ? {} : { by: chosen }), ...(value === undefined ? {} : { within: value }), ...(code === null ? {} : { code }), ...seen };
  const input = { ...facing, count };
  const comparison = useLive('conflict.compared', attributes && chosen !== null && splitBy !== '' ? { by: chosen, split: splitBy, count, ...(code === null ? {} : { code }), ...seen } : null, true);
  // A cell of a side is read within that side.
  const onSide = open?.kind === 'cell' && open.side !== undefined && splitBy !== '' ? { within: { attribute: splitBy, value: open.side } } : {};
  const matrix = useLive('conflict.matrix', attributes && chosen !== null ? input : null, true);
  return { matrix, comparison: splitBy === '' ? undefined : comparison, compare, split: splitBy, input: splitBy === '' ? input : { ...input, split: splitBy }, facing: { ...facing, ...onSide }, by: chosen, only, within: narrowed, groups: ofPeople.map(({ name }) => ({ id: name, label: name })), isKnown: attributes !== undefined };
}
export type MatrixTold = ReturnType<typeof useMatrix>;
