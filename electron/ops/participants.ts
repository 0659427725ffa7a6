import { z } from 'zod';
import { wholeText } from '../../shared/model/fields.ts';
import { referralCircle } from '../../shared/model/filling.ts';
import { Problem } from '../../shared/model/problem.ts';
import { roles, tables, type Role, type Row } from '../../shared/model/schema.ts';
import { nameKey, normaliseName } from '../../shared/model/text.ts';
import { longestValue } from '../../shared/model/values.ts';
import { command, query, type Reader, type Writer } from './operation.ts';
import { removeParticipants } from './removal.ts';

const id = z.int().positive();

/** The participant of this name (compared without case), null where there is none. */
export const findParticipant = (project: Reader, name: string): Row<'participants'> | null =>
  project.derive('participantsByName', () => new Map(project.all('participants').map((participant) => [nameKey(participant.name), participant]))).get(nameKey(name)) ?? null;

function refuseTaken(project: Reader, name: string, except?: number): void {
  const there = findParticipant(project, name);
  if (there && there.id !== except) throw new Problem('name-taken', { name });
}
export function addParticipant(project: Writer, given: string, role: Role = 'interviewee', sampling = '', more: { uuid?: string; created?: number } = {}): number {
  const name = normaliseName(given);
  refuseTaken(project, name);
  return project.add('participants', { name, role, referredBy: null, sampling, created: project.now, ...more });
}

export const listParticipants = query({
  input: z.strictObject({}),
  run(project) {
    const values = Map.groupBy(project.query<{ participant: number; attribute: number; value: string }>('SELECT participant, attribute, value FROM attributeValues WHERE participant IS NOT NULL'), (row) => row.participant);
    const documents = Map.groupBy(project.query<{ participant: number; document: number }>('SELECT DISTINCT participant, document FROM turns WHERE participant IS NOT NULL'), (row) => row.participant);
    const order = new Intl.Collator('zh', { numeric: true });
    return project.all('participants').toSorted((a, b) => order.compare(a.name, b.name) || a.id - b.id).map((participant) => ({
      ...participant,
      documents: (documents.get(participant.id) ?? []).map((row) => row.document),
      /** Values by attribute number. */
      values: Object.fromEntries((values.get(participant.id) ?? []).map((row) => [row.attribute, row.value])) as Record<number, string>,
    }));
  },
});

const { name, role } = tables.participants;
export const createParticipant = command({
  input: z.strictObject({ name: name.check, role: z.enum(roles).default('interviewee') }),
  run: (project, input) => ({ participant: addParticipant(project, input.name, input.role) }),
  about: (_project, { name: participant }) => ({ participant }),
});

export const changeParticipant = command({
  /** `referredBy` is who brought this person into the study (null: nobody); a referral that leads back to itself is refused. */
  input: z.strictObject({ participant: id, name: name.check.optional(), role: role.check.optional(), sampling: wholeText.max(longestValue).transform((text) => text.trim()).optional(), referredBy: id.nullable().optional() }),
  run(project, { participant, ...fields }) {
    if (fields.name !== undefined) refuseTaken(project, fields.name, participant);
    if (fields.referredBy) {
      project.get('participants', fields.referredBy);
      const referrers = new Map(project.all('participants').map((each) => [each.id, each.id === participant ? fields.referredBy! : each.referredBy]));
      if (referralCircle(referrers).has(participant)) throw new Problem('referral-circle', { name: project.get('participants', fields.referredBy).name });
    }
    project.change('participants', participant, fields);
  },
  about: (project, { participant }) => ({ participant: project.get('participants', participant).name }),
});

export const removeParticipant = command({
  input: z.strictObject({ participant: id }),
  run(project, { participant }) {
    const { name: removed } = project.get('participants', participant);
    removeParticipants(project, [participant]);
    return { name: removed };
  },
  about: (_project, _input, { name: participant }) => ({ participant }),
});

export const assignTurns = command({
  /** Says who speaks in all turns of a document that carry this label. */
  input: z.strictObject({ document: id, label: z.string(), participant: id.nullable() }),
  run(project, { document, label, participant }) {
    if (participant !== null) project.get('participants', participant);
    for (const turn of project.all('turns', { document, label })) project.change('turns', turn.id, { participant });
  },
  about: (project, { label, participant }) => ({ label, participant: project.find('participants', participant)?.name ?? '' }),
});
