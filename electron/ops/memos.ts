import { z } from 'zod';
import { wholeText } from '../../shared/model/fields.ts';
import { inShort, linksOf, memoHeading } from '../../shared/model/memoText.ts';
import { subjects, type Row, type Subject } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { memosByTarget, plainText, resolveLink, type LinkTarget } from './memoLinks.ts';
import { memoSubject, quotationFor, type MemoSubject } from './memoSubjects.ts';
import { command, query, type Reader } from './operation.ts';
import { removeEmptyPassages } from './removal.ts';

const id = z.int().positive();
type MemoRow = Row<'memos'>;

/** What a memo is about, in a few words for the history; never interview text. */
function nameOfSubject(project: Reader, about: Subject, target: number): string {
  const { label, detail } = memoSubject(project, about, target);
  return about === 'passages' ? detail : label;
}

export const listMemos = query({
  /** Memos about one thing, or about everything. */
  input: z.strictObject({ about: z.enum(subjects).optional(), target: id.optional() }),
  run(project, { about, target }) {
    const where = { ...(about === undefined ? {} : { about }), ...(target === undefined ? {} : { target }) };
    return project.all('memos', where).map((memo: MemoRow) => ({ ...memo, author: project.find('coders', memo.coder)?.name ?? '' }));
  },
});

export const writeMemo = command({
  /**
   * Writes a memo, or the one that is named anew; what is not said stays. Without title and text it goes. Where the one that
   * is named is gone meanwhile, it is written as a new one: nothing that was typed gets lost.
   */
  input: z.strictObject({ memo: id.optional(), about: z.enum(subjects), target: id, title: wholeText.pipe(z.string().max(400)).optional(), text: wholeText.optional() }),
  run(project, { memo, about, target, ...said }) {
    const subject = nameOfSubject(project, about, target);
    const known = project.find('memos', memo ?? null);
    const { title = known?.title ?? '', text = known?.text ?? '' } = said;
    if (title === '' && text === '') {
      if (known) removeMemos(project, [known]);
      return { subject, memo: null };
    }
    if (!known) return { subject, memo: project.add('memos', { about, target, title, text, coder: project.coder(), created: project.now, changed: project.now }) };
    if (known.title !== title || known.text !== text) project.change('memos', known.id, { title, text, changed: project.now });
    return { subject, memo: known.id };
  },
  about: (_project, _input, { subject }) => ({ subject }),
});

function removeMemos(project: Parameters<typeof removeEmptyPassages>[0], memos: readonly MemoRow[]): void {
  project.remove('memos', memos.map((memo) => memo.id));
  removeEmptyPassages(project, memos.filter((memo) => memo.about === 'passages').map((memo) => memo.target));
}
export const removeMemo = command({
  input: z.strictObject({ memo: id }),
  run(project, { memo }) {
    const row = project.get('memos', memo);
    const subject = nameOfSubject(project, row.about, row.target);
    removeMemos(project, [row]);
    return { subject };
  },
  about: (_project, _input, { subject }) => ({ subject }),
});

/** A memo in a list. */
export interface MemoSummary extends Omit<MemoRow, 'text'> {
  readonly author: string;
  readonly subject: MemoSubject;
  /** Its title, or the first words; '' where it has neither. */
  readonly heading: string;
  /** What its text goes on to say, in short. */
  readonly excerpt: string;
  readonly links: number;
}
function summary(project: Reader, { text, ...memo }: MemoRow): MemoSummary {
  const plain = plainText(project, text).trim();
  const heading = memoHeading({ title: memo.title, text: plain });
  const rest = memo.title === '' ? plain.split('\n').slice(1).join('\n') : plain;
  return { ...memo, author: project.find('coders', memo.coder)?.name ?? '', subject: memoSubject(project, memo.about, memo.target), heading, excerpt: inShort(rest, 160), links: linksOf(text).length };
}

/** Memos as they are looked for: by words in their title, text, author and subject, by what they are about, by whom, when. */
const wanted = {
  typed: z.string().max(1000).default(''),
  about: z.enum(subjects).optional(),
  /** By a coder's number; null for those of nobody known. */
  author: id.nullable().optional(),
  /** Only those that point at something. */
  linked: z.boolean().default(false),
  /** Written or changed at this moment (ms) or later. */
  since: z.int().min(0).optional(),
  /** Written or changed at this moment (ms) or before; with `since`, between the two. */
  until: z.int().min(0).optional(),
};
export const memoFilter = z.strictObject(wanted);

/** The memos that are asked for, oldest first. */
export function wantedMemos(project: Reader, { typed, about, author, linked, since = 0, until = Number.POSITIVE_INFINITY }: z.output<typeof memoFilter>): MemoRow[] {
  const words = nameKey(typed).split(' ').filter(Boolean);
  const says = (memo: MemoRow) => {
    if (words.length === 0) return true;
    const { label, detail } = memoSubject(project, memo.about, memo.target);
    const all = nameKey([memo.title, plainText(project, memo.text), label, detail, project.find('coders', memo.coder)?.name ?? ''].join(' '));
    return words.every((word) => all.includes(word));
  };
  return project.all('memos', about === undefined ? {} : { about }).filter((memo) => (author === undefined || memo.coder === author) && [memo.created, memo.changed].some((at) => at >= since && at <= until)
    && (!linked || linksOf(memo.text).length > 0) && says(memo));
}

const orders = {
  newest: (a: MemoSummary, b: MemoSummary) => b.created - a.created || b.id - a.id,
  changed: (a: MemoSummary, b: MemoSummary) => b.changed - a.changed || b.id - a.id,
  subject: (a: MemoSummary, b: MemoSummary) => subjects.indexOf(a.about) - subjects.indexOf(b.about) || a.subject.label.localeCompare(b.subject.label, 'zh') || a.id - b.id,
  author: (a: MemoSummary, b: MemoSummary) => a.author.localeCompare(b.author, 'zh') || b.created - a.created || b.id - a.id,
};
export const findMemos = query({
  /** The memos that are asked for, as a list tells them, and how many there are of each kind and author without any narrowing. */
  input: z.strictObject({ ...wanted, order: z.enum(['newest', 'changed', 'subject', 'author']).default('newest'), limit: z.int().min(1).max(5000).default(500) }),
  run(project, { order, limit, ...filter }) {
    const found = wantedMemos(project, filter);
    const authors = project.query<{ id: number | null; name: string | null; memos: number }>('SELECT coder AS id, coders.name AS name, count(*) AS memos FROM memos LEFT JOIN coders ON coders.id = memos.coder GROUP BY coder ORDER BY coders.name');
    const kinds = new Map(project.query<{ about: Subject; n: number }>('SELECT about, count(*) AS n FROM memos GROUP BY about').map((row) => [row.about, row.n]));
    return {
      all: [...kinds.values()].reduce((sum, n) => sum + n, 0), total: found.length,
      kinds: subjects.map((about) => ({ about, memos: kinds.get(about) ?? 0 })), authors: authors.map((author) => ({ ...author, name: author.name ?? '' })),
      memos: found.map((memo) => summary(project, memo)).toSorted(orders[order]).slice(0, limit),
    };
  },
});

const uuidOf = (project: Reader, about: Subject, target: number): string | null =>
  project.one<{ uuid: string }>(`SELECT uuid FROM ${about} WHERE id = ?`, target)?.uuid ?? null;
/** The memos that point at one of these records, newest first; `except` is left out. */
function mentions(project: Reader, uuids: readonly (string | null)[], except: number | null): MemoSummary[] {
  const pointing = memosByTarget(project);
  const ids = new Set(uuids.flatMap((uuid) => (uuid === null ? [] : pointing.get(uuid) ?? [])));
  return [...ids].filter((memo) => memo !== except).map((memo) => summary(project, project.get('memos', memo))).toSorted(orders.newest);
}
export const mentionsOf = query({
  /** The memos that point at a thing. */
  input: z.strictObject({ about: z.enum(subjects), target: id }),
  run: (project, { about, target }) => mentions(project, [uuidOf(project, about, target)], null),
});

export const readMemo = query({
  /** One memo, or one that is about to be written (null), with its subject, what it points at, and what points at it or its subject. Null where its subject is gone. */
  input: z.strictObject({ memo: id.nullable(), about: z.enum(subjects), target: id }),
  run(project, { memo: wantedMemo, about, target }) {
    const memo = project.find('memos', wantedMemo);
    if (!project.find(memo?.about ?? about, memo?.target ?? target)) return null;
    const subject = memoSubject(project, memo?.about ?? about, memo?.target ?? target);
    const links = new Map<string, LinkTarget>();
    for (const link of memo ? linksOf(memo.text) : []) links.set(`${link.kind}:${link.uuid}`, resolveLink(project, link));
    // Every entry of the journal is about the study: that would say nothing.
    const subjectUuid = subject.about === 'project' ? null : uuidOf(project, subject.about, subject.target);
    return {
      memo: memo ? { ...memo, author: project.find('coders', memo.coder)?.name ?? '' } : null,
      subject, quotation: quotationFor(project, subject), links: [...links.values()], linkedFrom: mentions(project, [memo?.uuid ?? null, subjectUuid], memo?.id ?? null),
    };
  },
});
