import { copyFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { DeskCalls } from '../../shared/model/bridge.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Engine } from './engine.ts';
import type { Intake } from './intake.ts';
import { sharedHere } from './sharedMarks.ts';
import type { Sharing } from './sharing.ts';
import { sharedFolderOf } from './together.ts';
import { foldersEnd, type WorkingCopies } from './workingCopies.ts';

type SharedCall = Extract<keyof DeskCalls, `shared.${string}`>;
const nothing = z.strictObject({});
export const sharedInputs: { [N in SharedCall]: z.ZodType<DeskCalls[N]['input']> } = {
  'shared.read': nothing, 'shared.bring': nothing, 'shared.stop': nothing,
  'shared.hold': z.strictObject({ on: z.boolean() }),
  'shared.file': z.strictObject({ file: z.string() }),
  'shared.start': z.union([z.strictObject({ folder: z.string().min(1).max(4000) }), z.strictObject({ handle: z.string() })]),
};

interface Surroundings {
  readonly copies: WorkingCopies;
  readonly intake: Intake;
  opened(): { readonly file: string; readonly engine: Engine; readonly sharing: Sharing | null } | null;
  open(file: string): void;
  close(): void;
  freePlace(name: string): string;
}
/** What a person asks about working at the same time. */
export function createSharedCalls({ copies, intake, opened, open, close, freePlace }: Surroundings): { [N in SharedCall]: (input: DeskCalls[N]['input']) => DeskCalls[N]['output'] | Promise<DeskCalls[N]['output']> } {
  const here = () => {
    const study = opened();
    if (!study) throw new Problem('no-study-open');
    return study;
  };
  return {
    'shared.read': () => opened()?.sharing?.state() ?? null,
    'shared.bring': async () => { await here().sharing?.bring(true); return null; },
    'shared.hold': ({ on }) => { opened()?.sharing?.hold(on); return null; },
    'shared.file': ({ file }) => {
      const { sharing } = here();
      if (!sharing) throw new Problem('no-such-file', { file });
      return intake.handPath(sharing.pathOf(file));
    },
    'shared.start': (input) => {
      const { file, engine, sharing } = here();
      if (sharing) return null;
      const chosen = 'folder' in input ? resolve(input.folder) : intake.pathOf(input.handle);
      if (!statSync(chosen, { throwIfNoEntry: false })?.isDirectory()) throw new Problem('no-such-file', { file: basename(chosen) });
      const folder = extname(chosen) === foldersEnd ? chosen : sharedFolderOf(join(chosen, basename(file)));
      const { uuid } = engine.reader.get('project', 1);
      copies.keep({ study: uuid, file, name: basename(file, extname(file)), by: sharedHere(join(folder, basename(file)), dirname(file))?.by ?? null, folder, made: false, alone: false, original: null, copy: file, own: null, named: true, resumed: '', told: [] });
      close();
      open(file);
      return null;
    },
    'shared.stop': () => {
      const { file, sharing } = here();
      if (!sharing) return null;
      const { shared } = sharing;
      close();
      copies.forget(shared);
      if (shared.copy === shared.file) { open(file); return null; }
      // It goes on as a study of one's own, beside the others.
      const alone = freePlace(shared.name);
      copyFileSync(shared.copy, alone);
      open(alone);
      return null;
    },
  };
}
