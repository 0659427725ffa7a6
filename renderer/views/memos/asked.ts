import type { InputOf } from '../../../electron/ops/index.ts';
import type { Subject } from '../../../shared/model/schema.ts';

export type MemoOrder = NonNullable<InputOf<'memo.find'>['order']>;
export type Since = 'ever' | 'today' | 'week' | 'month';
/** The memo on the desk. Its key stays while it is written first and gets its number. */
export interface OpenMemo { readonly key: string; readonly memo: number | null; readonly about: Subject; readonly target: number }
/** The memos as the person left them: kept while the window is open. */
export interface MemosAsked {
  /** The study that they are of. */
  readonly study: string | null;
  readonly typed: string;
  readonly about: Subject | null;
  /** A coder's number as text, '' for those of nobody known; null for everybody. */
  readonly author: string | null;
  readonly linked: boolean;
  readonly since: Since;
  readonly order: MemoOrder;
  readonly open: OpenMemo | null;
  /** The person wants to write in the memo: the focus goes there, once. */
  readonly writing: boolean;
}
export const nothingAsked: MemosAsked = { study: null, typed: '', about: null, author: null, linked: false, since: 'ever', order: 'newest', open: null, writing: false };

const days: Readonly<Record<Exclude<Since, 'ever'>, number>> = { today: 0, week: 6, month: 29 };
/** The first moment (ms) of a period that ends now. */
function beginning(since: Exclude<Since, 'ever'>): number {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - days[since]);
  return day.getTime();
}
/** What the core is asked for. */
export function filterOf({ typed, about, author, linked, since }: MemosAsked) {
  return {
    typed, linked, ...(about === null ? {} : { about }), ...(author === null ? {} : { author: author === '' ? null : Number(author) }), ...(since === 'ever' ? {} : { since: beginning(since) }),
  } satisfies InputOf<'memo.find'>;
}
