import type { HandedFile } from '../../../shared/model/bridge.ts';
import type { ProblemRecord } from '../../../shared/model/problem.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { Role } from '../../../shared/model/schema.ts';
import type { InputOf } from '../../../electron/ops/index.ts';
import type { Core, Outcome } from '../../core/core.ts';
import type { SessionStore } from '../../session.ts';

export type Preview = Outcome<'document.replacePreview'>;
export type Item = Preview['items'][number];
export type Fate = Item['fate'];
type Version = InputOf<'document.replacePreview'>;
/** What becomes of a passage; `choosing` while the person looks for another place, a span (of the new text) once she has one. */
export type Placing = 'leaveOut' | 'nearest' | 'choosing' | Span;

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
/** What becomes of a passage: as the person says, else it is kept, if it has a place; null while that is open. */
export const placingOf = ({ places }: Replacing, { passage, fate }: Item): Exclude<Placing, 'choosing'> | null => {
  const said = places.get(passage) ?? (fate === 'lost' ? null : 'nearest');
  return said === 'choosing' ? null : said;
};
/** The decisions with one more. A place is chosen for one passage at a time; null takes a decision back. */
export function decided({ places }: Replacing, passage: number, placing: Placing | null): ReadonlyMap<number, Placing> {
  const others = [...places].filter(([each, said]) => each !== passage && said !== 'choosing');
  return new Map(placing === null ? others : [...others, [passage, placing]]);
}
/** Decisions that hold whatever the new text is: read in another way, its places are others. */
export const withoutSpans = (places: ReadonlyMap<number, Placing>): ReadonlyMap<number, Placing> => new Map([...places].filter(([, said]) => said === 'leaveOut' || said === 'nearest'));

/** Asks for the corrected file of a document and shows what it would change. */
export async function chooseVersion(core: Core, session: SessionStore, document: number): Promise<void> {
  const [file] = await core.bridge.pickFiles('transcripts');
  if (!file) return;
  session.set({ view: 'replace', editing: false, replacing: { id: crypto.randomUUID(), document, file, choices: {}, turns: null, people: {}, places: new Map(), preview: null, problem: null } });
}
