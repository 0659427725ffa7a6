import { useMemo } from 'react';
import { usualAxes } from '../../../shared/model/ratings.ts';
import { useLive } from '../../core/context.tsx';
import type { Option } from '../../parts/Choice.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { useWords } from '../../core/words.tsx';
import { useSeenCoder, useSeenCodes } from '../code/coders.ts';
import type { StakeholdersAsked } from './asked.ts';

const idOf = ({ of, name }: { of: string; name: string }) => `${of}:${name}`;
/** What is asked, with what is usual in this study where nothing is said, or where what was said is gone; and all that may be chosen. Undefined until the study is read. */
export function useAsked() {
  const { say } = useWords();
  const session = useSessionStore();
  const wished = useSession((now) => now.stakeholders);
  const attributes = useLive('attribute.list', {});
  const codes = useSeenCodes();
  const saved = useLive('query.saved', {});
  const seen = useSeenCoder();
  const set = (fields: Partial<StakeholdersAsked>) => session.set({ stakeholders: { ...wished, evidence: null, ...fields } });
  const known = useMemo(() => {
    if (!attributes || !codes || !saved) return undefined;
    const dimensions = codes.filter(({ facet }) => facet === 'dimension');
    const paths = dimensions.map(({ path }) => path);
    const among = (given: string | null) => (given !== null && paths.includes(given) ? given : null);
    const usual = usualAxes(paths);
    const x = among(wished.x) ?? (usual && paths[usual.x]!);
    const y = among(wished.y) ?? (usual && paths[usual.y]!);
    const groups: Option<string>[] = attributes.map((attribute) => ({ id: idOf(attribute), label: attribute.name, hint: say(attribute.of === 'participants' ? 'tables.ofPeople' : 'tables.ofDocuments') }));
    const speaking = attributes.filter(({ of }) => of === 'participants');
    const usualBy = speaking.find(({ kind }) => kind === 'choice') ?? speaking[0];
    const isGroup = (id: string | null) => id !== null && groups.some((group) => group.id === id);
    const by = wished.by !== null && speaking.some((attribute) => idOf(attribute) === wished.by) ? wished.by : usualBy ? idOf(usualBy) : null;
    const filter = saved.find(({ name, query }) => query !== null && name === wished.saved)?.name ?? null;
    return {
      dimensions, groups, speaking: groups.filter(({ id }) => id.startsWith('participants:')), stakeholders: codes.filter(({ facet }) => facet === 'stakeholder'), filters: saved.filter(({ query }) => query !== null).map(({ name }) => name),
      dimension: among(wished.dimension) ?? y ?? paths[0] ?? null, by, x, y, split: isGroup(wished.split) ? wished.split! : null, saved: filter,
    };
  }, [attributes, codes, saved, wished, say]);
  if (!known) return undefined;
  /** What all of its questions share. */
  const asked = { speakers: wished.speakers, subcodes: wished.subcodes, ...seen, ...(known.split === null ? {} : { split: known.split }), ...(known.saved === null ? {} : { saved: known.saved }) };
  return { ...known, wished, set, asked };
}
export type Asked = NonNullable<ReturnType<typeof useAsked>>;
/** What is asked now, as the exhibit of its kind takes it and as it is saved: without whose codings one sees. null where something is missing. */
export function questionOf({ wished: { way, centre, least, sort }, asked: { coder: _coder, ...asked }, by, dimension, x, y }: Asked) {
  if (way === 'ratings') return { ...asked, ...(sort === 'order' ? {} : { sort }) };
  if (way === 'perception') return by === null || dimension === null ? null : { ...asked, by, dimension };
  return x === null || y === null || x === y ? null : { ...asked, x, y, centre, least };
}
