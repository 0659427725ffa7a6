import { agreementKept } from '../../../shared/model/agreement.ts';
import { codersHere, type KnownCoder } from '../../../shared/model/coderNames.ts';
import { recordsHere } from '../../../shared/model/recordNames.ts';
import { nameKey } from '../../../shared/model/text.ts';
import { useLive } from '../../core/context.tsx';
import { SavedQuestions, type SavedQuestion } from '../../parts/SavedQuestions.tsx';
import { useSeenCodes } from '../code/coders.ts';
import { noAgreementAsked, type AgreementWish, type Way } from './asked.ts';
import type { AgreementKind } from './Saving.tsx';
import type { AgreementDesk } from './useAgreement.ts';

const kindOf: Readonly<Record<Way, AgreementKind>> = { measures: 'agreement', disagreements: 'disagreements', documents: 'agreementDocuments', coders: 'agreementCoders', rounds: 'agreementRounds' };
const wayOf = new Map(Object.entries(kindOf).map(([way, kind]) => [kind as string, way as Way]));

interface Known { readonly coders: readonly KnownCoder[]; readonly codes: readonly { readonly id: number; readonly uuid: string; readonly path: string }[]; readonly documents: readonly { readonly id: number; readonly uuid: string; readonly name: string }[]; readonly sets: AgreementDesk['sets'] }
/** A saved question with the numbers of this file, as the view asks it; null where it cannot. */
function fromSaved({ kind, asked }: SavedQuestion, { coders, codes, documents, sets }: Known): AgreementWish | null {
  const way = wayOf.get(kind);
  const here = recordsHere(codersHere(asked, coders, () => null), ({ of, uuid, name }) => (of === 'codes' ? codes.find((each) => each.uuid === uuid) ?? codes.find((each) => nameKey(each.path) === nameKey(name)) : documents.find((each) => each.uuid === uuid) ?? documents.find((each) => nameKey(each.name) === nameKey(name)))?.id ?? null, () => null);
  const found = agreementKept.safeParse(here).data;
  if (!found || way === undefined || found.codes?.length === 0 || found.documents?.length === 0) return null;
  const isSame = (one: readonly number[], other: readonly number[]) => one.length === other.length && one.every((code) => other.includes(code));
  const set = found.codes && sets.find((each) => isSame(each.codes, found.codes!));
  const { unit, overlap, worked, average, by = 'month', show = 'open', order = 'code' } = found;
  const rows = found.triples ? 'triples' : found.facet ? `facet:${found.facet}` : set ? `set:${set.name}` : found.codes ? 'chosen' : 'codes';
  return { ...noAgreementAsked, way, coders: found.coders, unit, overlap, worked, average, by, show, order, rows, codes: rows === 'chosen' ? found.codes! : [], documents: found.documents ?? [] };
}

/** Questions about agreement that were given a name. */
export function SavedAgreement({ desk }: { desk: AgreementDesk }) {
  const coders = useLive('coder.list', {});
  const codes = useSeenCodes();
  const { wished, asked, chosen, documents, sets } = desk;
  const question = chosen.length < 2 ? null : { kind: kindOf[wished.way], asked: { ...asked, ...(wished.way === 'rounds' ? { by: wished.by } : {}) } };
  return <SavedQuestions kinds={Object.values(kindOf)} question={question} open={(saved) => { const wish = coders && codes ? fromSaved(saved, { coders, codes, documents, sets }) : null; return wish === null ? null : () => desk.set(wish); }} />;
}
