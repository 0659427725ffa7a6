import { mergeOperation } from '../ops/mergeGround.ts';
import type { Reader } from '../ops/operation.ts';

/**
 * The file whose merge was undone last and not redone, after the entry `since` ('' for any time); null for none. Such an undo is for the person alone: sent to
 * the others it would take their own work away from them, and brought in again at once it would be no undo.
 */
export function takenBack(project: Reader, since: string): string | null {
  const trail = project.trail();
  const from = trail.find(({ uuid }) => uuid === since)?.seq ?? 0;
  const rootOf = new Map<number, number>();
  const last = new Map<number, { seq: number; kind: string }>();
  for (const { seq, kind, operation, reverts } of trail) {
    if (operation !== mergeOperation) continue;
    const root = kind === 'do' ? seq : rootOf.get(reverts ?? 0) ?? seq;
    rootOf.set(seq, root);
    last.set(root, { seq, kind });
  }
  const undone = [...last].filter(([, { seq, kind }]) => kind === 'undo' && seq > from).toSorted(([, a], [, b]) => b.seq - a.seq)[0];
  if (!undone) return null;
  const input = project.inputOf(undone[0]);
  return typeof input === 'object' && input !== null && 'file' in input ? String(input.file) : '';
}
