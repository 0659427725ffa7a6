import type { HandedFile } from '../../../shared/model/bridge.ts';
import type { ProblemRecord } from '../../../shared/model/problem.ts';
import type { Role } from '../../../shared/model/schema.ts';
import type { InputOf } from '../../../electron/ops/index.ts';
import type { Core, Outcome } from '../../core/core.ts';
import type { SessionStore } from '../../session.ts';

export type Preview = Outcome<'document.replacePreview'>;
export type Item = Preview['items'][number];
export type Fate = Item['fate'];
type Version = InputOf<'document.replacePreview'>;
export type Placing = 'leaveOut' | 'nearest';

/** A corrected version that waits to take a document's place. It belongs to the window and not to its view: decisions outlast a look elsewhere. */
export interface Replacing {
  readonly id: string;
  readonly document: number;
  readonly file: HandedFile;
  readonly choices: NonNullable<Version['choices']>;
  readonly turns: 'file' | 'kept' | null;
  readonly people: Readonly<Record<string, { readonly name: string; readonly role: Role }>>;
  /** What becomes of passages, where the person has said so. */
  readonly places: ReadonlyMap<number, Placing>;
  readonly preview: Preview | null;
  readonly problem: ProblemRecord | null;
}
/** Those whose words are gone first, then those that changed. */
export const fateOrder = ['lost', 'changed', 'moved', 'form'] as const satisfies readonly Fate[];
/** What becomes of a passage: as the person says, else it is kept, if it has a place. */
export const placingOf = ({ places }: Replacing, { passage, fate }: Item): Placing | null => places.get(passage) ?? (fate === 'lost' ? null : 'nearest');

/** Asks for the corrected file of a document and shows what it would change. */
export async function chooseVersion(core: Core, session: SessionStore, document: number): Promise<void> {
  const [file] = await core.bridge.pickFiles('transcripts');
  if (!file) return;
  session.set({ view: 'replace', editing: false, replacing: { id: crypto.randomUUID(), document, file, choices: {}, turns: null, people: {}, places: new Map(), preview: null, problem: null } });
}
