import { useCallback } from 'react';
import { facets } from '../../../shared/model/schema.ts';
import { isOfCodes, type Table } from '../../../shared/model/table.ts';
import type { TableAskedInput } from '../../../shared/model/tableAsked.ts';
import { useDesk, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import type { Option } from '../../parts/Choice.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { useSeenCoder, useSeenCodes } from '../code/coders.ts';
import { noTable, type TablesAsked } from './asked.ts';

export interface AxisOption extends Option<string> { readonly facet?: (typeof facets)[number]; readonly colour?: string }

/** What rows and columns may be in this study. */
function useAxes() {
  const { say } = useWords();
  const attributes = useLive('attribute.list', {});
  const codes = useSeenCodes();
  const sets = useLive('codeSet.list', {});
  // An attribute may be called as another of documents is, or “Document”.
  const groups: AxisOption[] = [
    ...(attributes ?? []).map(({ of, name }) => ({ id: `${of}:${name}`, label: name, hint: say(of === 'participants' ? 'tables.ofPeople' : 'tables.ofDocuments') })),
    { id: 'document', label: say('by.document') }, { id: 'participant', label: say('by.participant') }, { id: 'coder', label: say('by.coder') },
  ];
  const parents = (codes ?? []).filter((code) => codes!.some((each) => each.parent === code.id));
  const ofCodes: AxisOption[] = [
    { id: 'codes', label: say('tables.allCodes') }, ...facets.map((facet) => ({ id: `facet:${facet}`, label: say(`facet.${facet}`), facet })),
    ...(sets ?? []).filter((set) => set.codes.length > 0).map((set) => ({ id: `set:${set.name}`, label: set.name, hint: say('codeSet.set') })),
    ...parents.map((code) => ({ id: `code:${code.path}`, label: code.path, facet: code.facet, colour: code.colour })),
  ];
  return { attributes, codes, groups, ofCodes, triples: { id: 'triples', label: say('tables.triples') } as AxisOption };
}

/** The table that the person asks for, with what there is to choose from. */
export function useTable() {
  const session = useSessionStore();
  const study = useDesk()?.study?.file ?? null;
  const kept = useSession((now) => now.tables);
  const asked = kept.study === study ? kept : { ...noTable, study };
  const seen = useSeenCoder();
  const { attributes, codes, groups, ofCodes, triples } = useAxes();
  const queries = useLive('query.saved', {});
  const rowOptions = [...ofCodes, triples, ...groups];
  const columnOptions = [...groups, ...ofCodes];
  const known = (wished: readonly string[] | null, options: readonly AxisOption[]): readonly string[] | null => {
    // What was saved elsewhere may name an attribute or a code without saying which of the two it is.
    const found = (wished ?? []).flatMap((each) => options.find(({ id }) => id === each)?.id ?? options.find(({ id, label }) => label === each && id.includes(':'))?.id ?? []);
    return found.length > 0 && found.length === wished!.length ? found : null;
  };
  const first = attributes?.find((attribute) => attribute.of === 'participants' && attribute.kind === 'choice') ?? attributes?.[0];
  // What was asked for may have been renamed or removed since.
  const rows = known(asked.rows, rowOptions) ?? [asked.rows === null && codes?.some((code) => code.facet === 'dimension') ? 'facet:dimension' : 'codes'];
  const columns = known(asked.columns, columnOptions) ?? [first ? `${first.of}:${first.name}` : 'document'];
  const splits = groups.filter(({ id }) => id.includes(':') && !columns.includes(id) && !rows.includes(id));
  const twofold = (attributes ?? []).find((attribute) => attribute.of === 'participants' && attribute.choices.length === 2 && splits.some(({ id }) => id === `participants:${attribute.name}`));
  const splitBy = (asked.splitBy === null ? undefined : known([asked.splitBy], splits)?.[0]) ?? (twofold ? `participants:${twofold.name}` : splits[0]?.id) ?? null;
  const filter = queries?.find(({ id, query }) => id === asked.filter && query !== null);
  const input: TableAskedInput = {
    rows: [...rows], columns: [...columns], count: asked.count, show: asked.show, presence: asked.presence, speakers: asked.speakers, subcodes: asked.subcodes, relation: asked.relation, most: asked.most, unit: asked.unit, sort: asked.sort, correction: asked.correction, ...(asked.picture === null ? {} : { picture: asked.picture }),
    ...(asked.isSplit && splitBy !== null ? { split: splitBy } : {}), ...(filter ? { filter: { saved: filter.id } } : {}), ...(asked.coder === null ? {} : { coder: asked.coder }), ...seen,
  };
  const isReady = attributes !== undefined && codes !== undefined && queries !== undefined;
  const table = useLive('table.make', isReady ? input : null, true) as Table | undefined;
  const set = useCallback((fields: Partial<TablesAsked>) => {
    const now = session.get().tables;
    session.set({ tables: { ...(now.study === study ? now : { ...noTable, study }), ...fields }, ...('shown' in fields ? {} : { cell: null }) });
  }, [session, study]);
  return { asked, set, input, table, rows, columns, rowOptions, columnOptions, groups, splits, splitBy, attributes, codes, queries, isOfPairs: table !== undefined && isOfCodes(table.rowAxis) && isOfCodes(table.columnAxis) };
}
export type TableDesk = ReturnType<typeof useTable>;
