import { z } from 'zod';
import { referralCircle } from '../../shared/model/filling.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { createWords, type Language } from '../../shared/words/index.ts';
import { attributesInOrder, setValue } from './attributes.ts';
import { redirectLinks } from './memoLinks.ts';
import { command, query, type Reader, type Writer } from './operation.ts';
import { documentColumns } from './people.ts';
import { followPeople } from './following.ts';

const id = z.int().positive();
const pair = { participant: id, into: id };
type Participant = Row<'participants'>;

const both = (project: Reader, { participant, into }: { participant: number; into: number }) => {
  const [from, stays] = [project.get('participants', participant), project.get('participants', into)];
  if (participant === into) throw new Problem('merge-with-itself', { code: from.name, into: stays.name });
  return { from, stays };
};

/** A value that both have; `joined` where it lists documents, and both lists are kept. */
interface Meeting { readonly attribute: number; readonly name: string; readonly mine: string; readonly theirs: string; readonly after: string; readonly differs: boolean }
/** Values of the one that goes beside those of the one that stays, in the order of the attributes. */
function meetings(project: Reader, from: Participant, stays: Participant): Meeting[] {
  const valuesOf = (participant: number) => new Map(project.all('attributeValues', { participant }).map((row) => [row.attribute, row.value]));
  const [theirs, mine] = [valuesOf(from.id), valuesOf(stays.id)];
  return attributesInOrder(project).filter(({ id: attribute }) => theirs.has(attribute)).map(({ id: attribute, name }) => {
    const [other, own] = [theirs.get(attribute)!, mine.get(attribute) ?? ''];
    const listed = documentColumns.includes(nameKey(name));
    const after = own === '' ? other : listed ? joinLists(own, other) : own;
    return { attribute, name, mine: own, theirs: other, after, differs: own !== '' && own !== other && !listed };
  });
}
const joinLists = (one: string, other: string): string => {
  const parts = [...one.split(/[;；]/), ...other.split(/[;；]/)].map((part) => part.trim()).filter(Boolean);
  return [...new Map(parts.map((part) => [nameKey(part), part])).values()].join('; ');
};
const countOf = (project: Reader, sql: string, participant: number): number => project.one<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, participant)!.n;

export const previewMergePeople = query({
  /** What becoming one would mean for two people, in counts, and where they differ; nothing is written. Problem `merge-with-itself`. */
  input: z.strictObject(pair),
  run(project, given) {
    const { from, stays } = both(project, given);
    const values = meetings(project, from, stays);
    return {
      turns: countOf(project, 'turns WHERE participant = ?', from.id),
      documents: countOf(project, '(SELECT DISTINCT document FROM turns WHERE participant = ?)', from.id),
      memos: countOf(project, "memos WHERE about = 'participants' AND target = ?", from.id),
      referred: countOf(project, 'participants WHERE referredBy = ?', from.id),
      /** Values that the one who stays does not have, and those that both have and that differ: the person says which is kept. */
      taken: values.filter(({ mine }) => mine === '').length,
      differing: values.filter(({ differs }) => differs).map(({ attribute, name, mine, theirs }) => ({ attribute, name, mine, theirs })),
      roles: from.role === stays.role ? null : { mine: stays.role, theirs: from.role },
    };
  },
});

export const mergePeople = command({
  /**
   * Makes two people one: turns, values, memos, referrals, links and saved queries go to the one who stays; undo brings both back. Of values that differ
   * the one who stays keeps hers, unless `theirs` names the attribute; what is not kept is written into a memo, in `language`.
   */
  input: z.strictObject({ ...pair, theirs: z.array(id).default([]), language: z.enum(['en', 'zh'] satisfies Language[]).default('en') }),
  run(project, { theirs, language, ...given }) {
    const { from, stays } = both(project, given);
    const notKept: string[] = [];
    for (const { attribute, name, mine, theirs: other, after, differs } of meetings(project, from, stays)) {
      const kept = differs && theirs.includes(attribute) ? other : after;
      if (differs) notKept.push(`${name} ${kept === other ? mine : other}`);
      if (kept !== mine) setValue(project, attribute, { participant: stays.id }, kept);
    }
    const { say } = createWords(language);
    if (from.role !== stays.role) notKept.push(`${say('person.role')} ${say(`role.${from.role}`)}`);
    if (from.sampling !== '' && stays.sampling !== '' && from.sampling !== stays.sampling) notKept.push(from.sampling);
    for (const turn of project.all('turns', { participant: from.id })) project.change('turns', turn.id, { participant: stays.id });
    for (const respondent of project.all('respondents', { participant: from.id })) project.change('respondents', respondent.id, { participant: stays.id });
    for (const memo of project.all('memos', { about: 'participants', target: from.id })) project.change('memos', memo.id, { target: stays.id });
    project.remove('attributeValues', project.all('attributeValues', { participant: from.id }).map((value) => value.id));
    takeReferrals(project, from, stays, (referrer) => notKept.push(`${say('participants.referredBy')} ${referrer}`));
    if (notKept.length > 0) project.add('memos', { about: 'participants', target: stays.id, title: '', text: say('merge.leftNote', { code: from.name, what: notKept.join(', ') }), coder: project.coder(), created: project.now, changed: project.now });
    redirectLinks(project, from.uuid, { uuid: stays.uuid, label: stays.name });
    followPeople(project, new Map([[from.uuid, { uuid: stays.uuid, name: stays.name }]]));
    project.remove('participants', [from.id]);
    return { participant: from.name, into: stays.name };
  },
  about: (_project, _input, names) => names,
});

/** Whoever was referred by the one who goes is referred by the one who stays, and nobody by himself, however many people lie between. */
function takeReferrals(project: Writer, from: Participant, stays: Participant, notKept: (referrer: string) => void): void {
  for (const brought of project.all('participants', { referredBy: from.id })) project.change('participants', brought.id, { referredBy: brought.id === stays.id ? null : stays.id });
  project.change('participants', stays.id, { sampling: stays.sampling === '' ? from.sampling : stays.sampling });
  const referrers = new Map(project.all('participants').filter(({ id: each }) => each !== from.id).map((each) => [each.id, each.referredBy]));
  const possible = [stays.referredBy === from.id ? null : stays.referredBy, from.referredBy === stays.id ? null : from.referredBy].filter((each) => each !== null);
  const kept = possible.find((referrer) => !referralCircle(new Map([...referrers, [stays.id, referrer]])).has(stays.id)) ?? null;
  for (const referrer of new Set(possible)) if (referrer !== kept) notKept(project.get('participants', referrer).name);
  project.change('participants', stays.id, { referredBy: kept });
}
