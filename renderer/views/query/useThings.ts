import { useMemo } from 'react';
import type { Named, Reference } from '../../../shared/model/query.ts';
import { useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useSeenCodes, useSeenDocuments } from '../code/coders.ts';

/** All that a query can name. */
export interface Things {
  readonly codes: Outcome<'code.list'>; readonly coders: Outcome<'coder.list'>; readonly people: Outcome<'participant.list'>; readonly documents: Outcome<'document.list'>; readonly attributes: Outcome<'attribute.list'>; readonly sets: Outcome<'codeSet.list'>;
  readonly code: (id: number) => Outcome<'code.list'>[number] | undefined;
  /** How a query names a record; null where there is none with this number. */
  reference(of: Named, id: number): Reference | null;
  /** The number of what a query names; null where it is gone. */
  idOf(of: Named, reference: Reference | undefined): number | null;
}

export function useThings(): Things | null {
  const codes = useSeenCodes();
  const coders = useLive('coder.list', {});
  const people = useLive('participant.list', {});
  const documents = useSeenDocuments();
  const attributes = useLive('attribute.list', {});
  const sets = useLive('codeSet.list', {});
  return useMemo(() => {
    if (!codes || !coders || !people || !documents || !attributes || !sets) return null;
    const lists: Record<Named, readonly { id: number; uuid: string; name: string; path?: string }[]> = { codes, codeSets: sets, coders, participants: people, documents, attributes };
    const byId = new Map(codes.map((code) => [code.id, code]));
    return {
      codes, coders, people, documents, attributes, sets, code: (id) => byId.get(id),
      reference(of, id) {
        const found = lists[of].find((each) => each.id === id);
        return found ? { uuid: found.uuid, name: found.path ?? found.name } : null;
      },
      idOf: (of, reference) => (reference ? lists[of].find(({ uuid }) => uuid === reference.uuid)?.id ?? lists[of].find(({ name, path }) => (path ?? name) === reference.name)?.id ?? null : null),
    };
  }, [codes, coders, people, documents, attributes, sets]);
}
