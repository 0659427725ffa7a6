import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import type { MenuGroup } from '../../parts/Menu.tsx';
import { useSessionStore } from '../../session.ts';
import { unusedName } from '../code/unusedName.ts';
import { everyCode } from './filter.ts';
import type { Code } from './tree.ts';

/** What a menu of codes asks about in a sheet. */
export interface Asked { readonly what: 'remove' | 'merge' | 'split'; readonly codes: readonly Code[] }

/** What can be done with a code, or with several at once. */
export function useCodeMenu(codesNow: () => readonly Code[], ask: (asked: Asked) => void): (codes: readonly Code[]) => MenuGroup[] {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  return (codes) => {
    const [code] = codes;
    if (!code) return [];
    const remove = { id: 'remove', label: say(codes.length === 1 ? 'code.delete' : 'book.deleteSeveral'), keys: 'Del', danger: true, run: () => ask({ what: 'remove', codes }) };
    if (codes.length > 1) return [
      { entries: [{ id: 'together', label: say('book.together'), run: () => session.set({ aside: { kind: 'codes', ids: codes.map((each) => each.id) }, rightShown: true }) }] },
      { entries: [remove] },
    ];
    const newBelow = () => void act(async () => {
      const { code: added } = await core.call('code.create', { name: unusedName(say('left.codeName'), codesNow().filter((each) => each.parent === code.id).map((each) => each.name)), facet: code.facet, parent: code.id });
      session.set({ renaming: added, litCode: added, codebook: everyCode });
    });
    return [
      { entries: [
        { id: 'rename', label: say('code.rename'), keys: 'F2', run: () => session.set({ renaming: code.id }) },
        { id: 'define', label: say('code.define'), run: () => session.set({ aside: { kind: 'code', id: code.id }, rightShown: true }) },
        { id: 'below', label: say('code.newBelow'), run: newBelow },
      ] },
      { entries: [{ id: 'merge', label: say('merge.into'), run: () => ask({ what: 'merge', codes }) }, { id: 'split', label: say('split.into'), disabled: code.codings === 0, run: () => ask({ what: 'split', codes }) }, remove] },
    ];
  };
}
