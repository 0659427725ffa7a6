import { useMemo } from 'react';
import { mostCoders } from '../../../shared/model/agreement.ts';
import type { Facet } from '../../../shared/model/schema.ts';
import { facets } from '../../../shared/model/schema.ts';
import type { InputOf } from '../../../electron/ops/index.ts';
import { useLive } from '../../core/context.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { useCoderView, useSeenDocuments } from '../code/coders.ts';
import type { AgreementWish } from './asked.ts';

export type AgreementQuestion = InputOf<'agreement.table'>;
/** What is asked, with what is usual in this study where nothing is said, or where what was said is gone; and all that may be chosen. Undefined until the study is read. */
export function useAgreement() {
  const session = useSessionStore();
  const wished = useSession((now) => now.agreement);
  const { blind, me } = useCoderView();
  const all = useLive('coder.list', {});
  const documents = useSeenDocuments();
  const sets = useLive('codeSet.list', {});
  const set = (fields: Partial<AgreementWish>) => session.set({ agreement: { ...session.get().agreement, ...fields } });
  const known = useMemo(() => {
    if (!all || !documents || !sets) return undefined;
    const coders = all.filter(({ codings, layer }) => codings > 0 || layer === 'consensus');
    // Who departs is asked of all who coded, in the documents of any two of them; otherwise two are compared, who coded most.
    const isOfAll = wished.coders === null && wished.way === 'coders';
    const people = coders.filter(({ layer }) => layer === 'coder').toSorted((a, b) => b.codings - a.codings).slice(0, isOfAll ? mostCoders : 2).map(({ id }) => id);
    const worked = isOfAll && people.length > 2 ? 'two' : wished.worked;
    const wanted = wished.coders?.filter((id) => coders.some((coder) => coder.id === id)) ?? people.toSorted((a, b) => a - b);
    const here = wished.documents.filter((id) => documents.some((document) => document.id === id));
    const [kind, name] = [wished.rows.split(':')[0], wished.rows.slice(wished.rows.indexOf(':') + 1)];
    const codes = kind === 'set' ? sets.find((each) => each.name === name)?.codes : undefined;
    const rows: Partial<AgreementQuestion> = wished.rows === 'triples' ? { triples: true } : kind === 'facet' && facets.includes(name as Facet) ? { facet: name as Facet } : kind === 'chosen' ? { codes: [...wished.codes] } : codes ? { codes: [...codes] } : {};
    const asked: AgreementQuestion = { coders: [...wanted], unit: wished.unit, overlap: wished.overlap, worked, average: wished.average, ...(here.length > 0 ? { documents: here } : {}), ...rows };
    return { coders, sets, documents, chosen: wanted, worked, asked };
  }, [all, documents, sets, wished]);
  if (!known) return undefined;
  /** While coding blind nothing is told of documents that one has not finished. */
  const seen = blind ? { coder: me ?? 0 } : {};
  const nameOf = (coder: number | null): string => known.coders.find(({ id }) => id === coder)?.name ?? all?.find(({ id }) => id === coder)?.name ?? '–';
  return { ...known, wished, set, seen, blind, nameOf, question: { ...known.asked, ...seen } };
}
export type AgreementDesk = NonNullable<ReturnType<typeof useAgreement>>;
