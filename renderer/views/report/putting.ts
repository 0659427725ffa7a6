import { useCallback } from 'react';
import type { NewPart } from '../../../shared/model/report.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import type { MenuGroup } from '../../parts/Menu.tsx';
import { useSessionStore } from '../../session.ts';

/** Makes a report of these parts, with the next free name. */
export function useNewReport(): (parts: NewPart[]) => Promise<{ report: number; name: string }> {
  const core = useCore();
  const { say } = useWords();
  return useCallback(async (parts) => {
    const taken = new Set((await core.call('report.list', {})).map(({ name }) => name));
    let name = say('report.untitled');
    for (let number = 2; taken.has(name); number++) name = `${say('report.untitled')} ${number}`;
    const { report } = await core.call('report.create', { name, parts });
    return { report, name };
  }, [core, say]);
}

/** “Put into a report”, for the menu with which a view saves what it shows: an entry a report, and one for a new one. */
export function usePutIntoReport(part: { readonly kind: string; readonly asked: unknown; readonly title?: string; readonly picture?: string | null } | null): MenuGroup {
  const core = useCore();
  const act = useAct();
  const { say } = useWords();
  const session = useSessionStore();
  const reports = useLive('report.list', {});
  const makeReport = useNewReport();
  if (part === null) return { title: say('report.putInto'), entries: [] };
  const made: NewPart = { type: 'exhibit', kind: part.kind, asked: part.asked as Extract<NewPart, { type: 'exhibit' }>['asked'], title: part.title ?? '', picture: part.picture ?? null };
  const put = (report: number | null) => void act(async () => {
    const name = report === null ? (await makeReport([made])).name : (await core.call('report.add', { report, part: made })).name;
    session.set({ notice: { said: say('report.put', { report: name }) } });
  });
  return { title: say('report.putInto'), entries: [...(reports ?? []).map(({ id, name }) => ({ id: `report${id}`, label: name, run: () => put(id) })), { id: 'report', label: say('report.newReport'), run: () => put(null) }] };
}
