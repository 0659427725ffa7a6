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
  /** 'dropped': a sheet whose columns are still to tell what it is. */
  readonly kind: 'transcripts' | 'sheet' | 'codebook' | 'survey' | 'project' | 'dropped';
  readonly files: readonly HandedFile[];
  /** By handle: what is in the files that have been read. */
  readonly previews: ReadonlyMap<string, Preview>;
  readonly decisions: ReadonlyMap<string, Decision>;
  /** How far the reading or the import is, while either goes on. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** What comes when this was taken in or left. */
  readonly behind: Importing | null;
}
const fresh = (kind: Importing['kind'], files: readonly HandedFile[], behind: Importing | null): Importing => ({ id: crypto.randomUUID(), kind, files, previews: new Map(), decisions: new Map(), progress: null, behind });
/** All that wait, what is seen now first. */
export const allWaiting = (importing: Importing | null): Importing[] => (importing === null ? [] : [importing, ...allWaiting(importing.behind)]);
/** These files: transcripts added to those that wait already, sheets one after the other in front of them, in place of other sheets. */
export function waiting(kind: Importing['kind'], files: readonly HandedFile[], before: Importing | null): Importing {
  const transcripts = allWaiting(before).find((each) => each.kind === 'transcripts');
  if (kind !== 'transcripts') return files.reduceRight<Importing | null>((behind, file) => fresh(kind, [file], behind), transcripts ? { ...transcripts, progress: null, behind: null } : null)!;
  return transcripts ? { ...transcripts, files: [...transcripts.files, ...files], behind: null } : fresh(kind, files, null);
}
/** What the window shows when an import was carried out or left: what waits behind it, else what `otherwise` says. */
export function leaving<V>(now: Importing | null, id: string, otherwise: V): { importing: Importing | null; view: 'import' } | ({ importing: null } & V) {
  const next = allWaiting(now).filter((each) => each.id !== id).reduceRight<Importing | null>((behind, each) => ({ ...each, behind }), null);
  return next ? { importing: next, view: 'import' } : { importing: null, ...otherwise };
}
