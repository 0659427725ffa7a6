import { basename } from 'node:path';
import { z } from 'zod';
import type { DeskCalls } from '../../shared/model/bridge.ts';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import type { PushedBook } from '../../shared/model/pushedBook.ts';
import type { Engine } from './engine.ts';
import { sameFile } from './files.ts';
import type { Intake } from './intake.ts';
import { lookAtCopy, pushInto, pushIntoBytes, type Pushing } from './pushing.ts';

type PushCall = 'book.push';
export const pushInputs: { [N in PushCall]: z.ZodType<DeskCalls[N]['input']> } = {
  'book.push': z.strictObject({ copies: z.array(z.string()).min(1).max(20), language: z.enum(['en', 'zh']), write: z.boolean() }),
};
interface Surroundings {
  readonly intake: Intake;
  opened(): { readonly file: string; readonly engine: Engine } | null;
  /** Where a person works on a study that she shares; null where it is worked on itself. */
  copyOf(path: string): string | null;
  who(): string;
}
/** Giving the codebook of the open study to copies of it. */
export function createPushCalls({ intake, opened, copyOf, who }: Surroundings): { [N in PushCall]: (input: DeskCalls[N]['input']) => Promise<DeskCalls[N]['output']> } {
  return {
    async 'book.push'({ copies, language, write }) {
      const study = opened();
      if (!study) throw new Problem('no-study-open');
      const { engine } = study;
      const name = basename(study.file);
      const one = async (handle: string): Promise<PushedBook> => {
        const place = intake.placeOf(handle);
        const path = place.path === null ? null : copyOf(place.path) ?? place.path;
        if (path !== null && (sameFile(path, study.file) || sameFile(path, engine.file))) return { file: place.name, problem: problemRecord(new Problem('copy-is-itself', { file: place.name })), added: [], changed: [], gone: [], kept: [], codings: 0, saved: null };
        if (!write) return lookAtCopy({ name, study: engine.reader }, place.name, () => intake.read(handle));
        const pushing: Pushing = { book: { name, bytes: engine.bytes() }, study: engine.reader.get('project', 1).uuid, who: who(), language };
        return path === null ? pushIntoBytes(pushing, intake.read(handle), (bytes) => intake.make(place.name, bytes)) : pushInto(pushing, place.name, path);
      };
      const answers: PushedBook[] = [];
      for (const handle of copies) answers.push(await one(handle));
      return answers;
    },
  };
}
