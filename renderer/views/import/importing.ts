import type { HandedFile } from '../../../shared/model/bridge.ts';
import type { Role } from '../../../shared/model/schema.ts';
import type { InputOf } from '../../../electron/ops/index.ts';
import type { Outcome } from '../../core/core.ts';

export type Preview = Outcome<'import.preview'>[number];
export type FileInput = InputOf<'document.import'>['files'][number];
export interface ChosenPerson { readonly name: string; readonly role: Role }
/** What the person decided about one file. */
export interface Decision {
  readonly choices: NonNullable<FileInput['choices']>;
  readonly title?: string;
  readonly people: Readonly<Record<string, ChosenPerson>>;
  readonly leftOut: boolean;
  readonly again: boolean;
}
export const undecided: Decision = { choices: {}, people: {}, leftOut: false, again: false };

/** Files that wait to be imported. It belongs to the window and not to its view: whoever looks something up finds her decisions again. */
export interface Importing {
  readonly id: string;
  readonly kind: 'transcripts' | 'sheet' | 'codebook';
  readonly files: readonly HandedFile[];
  /** By handle: what is in the files that have been read. */
  readonly previews: ReadonlyMap<string, Preview>;
  readonly decisions: ReadonlyMap<string, Decision>;
  /** How far the reading or the import is, while either goes on. */
  readonly progress: { readonly done: number; readonly total: number } | null;
}
/** These files, added to those of the same kind that wait already. */
export function waiting(kind: Importing['kind'], files: readonly HandedFile[], before: Importing | null): Importing {
  if (before?.kind === 'transcripts' && kind === 'transcripts') return { ...before, files: [...before.files, ...files] };
  return { id: crypto.randomUUID(), kind, files, previews: new Map(), decisions: new Map(), progress: null };
}
