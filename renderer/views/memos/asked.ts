import type { InputOf } from '../../../electron/ops/index.ts';
import type { Subject } from '../../../shared/model/schema.ts';

export type MemoOrder = NonNullable<InputOf<'memo.find'>['order']>;
export type Since = 'ever' | 'today' | 'week' | 'month' | 'between';
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
  /** Days as date fields give them (2026-11-22), '' where that end is open: what counts with 'between'. */
  readonly from: string;
  readonly to: string;
  readonly order: MemoOrder;
  readonly open: OpenMemo | null;
  /** The person wants to write in the memo: the focus goes there, once. */
  readonly writing: boolean;
}
export const nothingAsked: MemosAsked = { study: null, typed: '', about: null, author: null, linked: false, since: 'ever', from: '', to: '', order: 'newest', open: null, writing: false };

const days: Readonly<Record<Exclude<Since, 'ever' | 'between'>, number>> = { today: 0, week: 6, month: 29 };
/** The first moment (ms) of a period that ends now. */
function beginning(since: Exclude<Since, 'ever' | 'between'>): number {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - days[since]);
  return day.getTime();
}
/** The first moment (ms) of a day in this place, or of the one after it; nothing where no day is given. */
function startOf(day: string, after = 0): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined || day === '') return null;
  const moment = new Date(0);
  moment.setFullYear(year, month - 1, date + after);
  moment.setHours(0, 0, 0, 0);
  return Number.isNaN(moment.getTime()) ? null : Math.max(0, moment.getTime());
}
/** The moments of a period; both ends may be open. */
export function momentsOf({ since, from, to }: Pick<MemosAsked, 'since' | 'from' | 'to'>): { since?: number; until?: number } {
  if (since === 'ever') return {};
  if (since !== 'between') return { since: beginning(since) };
  const [first, next] = [startOf(from), startOf(to, 1)];
  return { ...(first === null ? {} : { since: first }), ...(next === null ? {} : { until: Math.max(0, next - 1) }) };
}
/** What the core is asked for. */
export function filterOf({ typed, about, author, linked, ...when }: MemosAsked) {
  return {
    typed, linked, ...(about === null ? {} : { about }), ...(author === null ? {} : { author: author === '' ? null : Number(author) }), ...momentsOf(when),
  } satisfies InputOf<'memo.find'>;
}
