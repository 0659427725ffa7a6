import { z } from 'zod';
import { agreementAsked, roundsBy, type AgreementAsked, type AgreementRound } from '../../shared/model/agreement.ts';
import { agreementAhead } from './agreement.ts';
import { scopeOf, type Scope } from './agreementScope.ts';
import { agreementTable } from './agreementTable.ts';
import { query, type Preparation, type Reader } from './operation.ts';
import { versionsInOrder } from './versions.ts';

/** When the last of those who worked on it began with each document (ms): by then all of them had the codebook of that time. */
function beginnings(project: Reader, { ground, coders, documents, indexOf }: Scope): number[] {
  const { coder, id } = ground.facts.codings;
  const { created: when } = ground.judged;
  const place: number[] = [];
  coders.forEach((who, index) => { place[who] = index; });
  const first = documents.map(() => coders.map(() => Infinity));
  const note = (document: number, who: number, at: number) => {
    const [index, own] = [indexOf[document] ?? -1, place[who]];
    if (index >= 0 && own !== undefined) first[index]![own] = Math.min(first[index]![own]!, at);
  };
  for (const { id: document, from, to } of ground.documents) for (let at = ground.first[from]!; at < ground.first[to]!; at++) note(document, coder[ground.codings[at]!]!, when[id[ground.codings[at]!]!]!);
  for (const { document, coder: who, created } of project.all('finishedDocuments')) note(document, who, created);
  return first.map((own) => Math.max(0, ...own.filter(Number.isFinite)));
}

interface Round { readonly key: string | null; readonly label: string; readonly from: number | null }
const two = (value: number): string => String(value).padStart(2, '0');
/** The round of each document, and all rounds in their order. */
function roundsOf(project: Reader, scope: Scope, by: (typeof roundsBy)[number]): { rounds: readonly Round[]; of: (document: number) => string | null } {
  if (by === 'handout') {
    const packages = project.all('handOuts').toSorted((a, b) => a.created - b.created || a.id - b.id);
    const uuids = new Map(project.query<{ id: number; uuid: string }>('SELECT id, uuid FROM documents').map(({ id, uuid }) => [id, uuid]));
    return {
      rounds: [{ key: null, label: '', from: null }, ...packages.map(({ id, name, created }) => ({ key: String(id), label: name, from: created }))],
      of: (index) => { const found = packages.findLast(({ documents }) => documents.includes(uuids.get(scope.documents[index]!.id)!)); return found ? String(found.id) : null; },
    };
  }
  const began = beginnings(project, scope);
  if (by === 'version') {
    const versions = versionsInOrder(project).toSorted((a, b) => a.created - b.created || a.id - b.id);
    return {
      rounds: [{ key: null, label: '', from: null }, ...versions.map(({ id, name, created }) => ({ key: String(id), label: name, from: created }))],
      of: (index) => { const found = versions.findLast(({ created }) => created <= began[index]!); return found ? String(found.id) : null; },
    };
  }
  const monthOf = (index: number): string => { const day = new Date(began[index]!); return `${day.getFullYear()}-${two(day.getMonth() + 1)}`; };
  const months = [...new Set(scope.documents.map((_, index) => monthOf(index)))].toSorted((a, b) => (a < b ? -1 : 1));
  return { rounds: months.map((key) => ({ key, label: key, from: new Date(Number(key.slice(0, 4)), Number(key.slice(5)) - 1).getTime() })), of: monthOf };
}

export function agreementRounds(project: Reader, by: (typeof roundsBy)[number], asked: AgreementAsked): AgreementRound[] {
  const scope = scopeOf(project, asked);
  const { rounds, of } = roundsOf(project, scope, by);
  const inRound = Map.groupBy(scope.documents.map((_, index) => index), of);
  return rounds.flatMap((round): AgreementRound[] => {
    const documents = (inRound.get(round.key) ?? []).map((index) => { const { id, name } = scope.documents[index]!; return { id, name }; });
    if (documents.length === 0) return [];
    const { overall, means } = agreementTable(project, { ...asked, documents: documents.map(({ id }) => id) });
    return [{ ...round, documents, overall, means }];
  });
}
export const roundsInput = z.strictObject({ ...agreementAsked, by: z.enum(roundsBy).default('month') });

export const roundsOfAgreement = query({
  /** How coders agree from round to round: by month, version of the codebook, or hand-out. Rounds without a document that counts are left out. */
  input: roundsInput,
  prepare: (asked, preparation: Preparation) => agreementAhead(asked, preparation),
  run: (project, { by, ...asked }): AgreementRound[] => agreementRounds(project, by, asked),
});
