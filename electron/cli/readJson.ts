import type { z } from 'zod';
import { faultsOf } from '../../shared/model/faults.ts';
import { Problem } from '../../shared/model/problem.ts';
import { readWhole } from '../core/files.ts';
import type { Desk } from './command.ts';

/** What a JSON file holds, checked; a Problem that names the file and its faults otherwise. `first` may refuse it before its shape is looked at. */
export function readJson<T>(desk: Desk, file: string, shape: z.ZodType<T>, first?: (given: unknown, name: string) => void): T {
  const { name, bytes } = readWhole(desk.path(file));
  const refuse = (said: { what: string } | { faults: string }) => new Problem('bad-input', { operation: name, ...said });
  let given: unknown;
  try { given = JSON.parse(new TextDecoder().decode(bytes)); } catch { throw refuse({ what: 'JSON' }); }
  first?.(given, name);
  const parsed = shape.safeParse(given);
  if (!parsed.success) throw refuse({ faults: faultsOf(parsed.error) });
  return parsed.data;
}
