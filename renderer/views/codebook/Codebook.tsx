import { Ellipsis, X } from 'lucide-react';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { Collection, Tree, TreeItem, TreeItemContent, useDragAndDrop, type ItemDropTarget, type Key } from 'react-aria-components';
import type { Facet } from '../../../shared/model/schema.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { MenuAt } from '../../parts/Menu.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import styles from '../code/code.module.css';
import { CodeRow, CountsContext } from './CodeRow.tsx';
import { MergeCode } from './MergeCode.tsx';
import { RemoveCodes } from './RemoveCodes.tsx';
import type { Found } from './filter.ts';
import { SplitCode } from './SplitCode.tsx';
import { keysIn, treeOf, type Code, type Node } from './tree.ts';
import { useCodeMenu, type Asked } from './useCodeMenu.ts';

/** The codebook as a tree under its four facets: choose one or several, rename, move by mouse or keyboard, delete. */
export function Codebook({ codes, found }: { codes: readonly Code[]; found: Found | null }) {
  const [known] = useState(() => new Map<string, Node>());
  const nodes = useMemo(() => treeOf(found?.shown ?? codes, known, found?.found ?? null), [codes, known, found]);
  const latest = useRef(codes);
  useLayoutEffect(() => { latest.current = codes; });
  const codesNow = useCallback(() => latest.current, []);
  return <CountsContext value={useCounts(codes)}><CodeTree nodes={nodes} codesNow={codesNow} narrowed={found !== null} /></CountsContext>;
}
function useCounts(codes: readonly Code[]): ReadonlyMap<number | Facet, number> {
  return useMemo(() => {
    const counts = new Map<number | Facet, number>();
    for (const { id, facet, codings } of codes) counts.set(id, codings).set(facet, (counts.get(facet) ?? 0) + codings);
    return counts;
  }, [codes]);
}

/** Drawn anew only when its rows change; what is done with a code asks for the codes as they are then. */
const CodeTree = memo(function CodeTree({ nodes, codesNow, narrowed }: { nodes: readonly Node[]; codesNow: () => readonly Code[]; narrowed: boolean }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const lit = useSession((now) => now.litCode);
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [menu, setMenu] = useState<{ readonly at: Element; readonly codes: readonly Code[] } | null>(null);
  const { chosen, shown, several, choose, chooseNone } = useChosen(codesNow);
  const groupsFor = useCodeMenu(codesNow, setAsked);
  const codeAt = (key: Key | string | undefined) => codesNow().find((code) => `code:${code.id}` === key);
  /** The codes that something done at this one is done with: all that are chosen, if it is among them. */
  const meantBy = useCallback((id: number) => {
    const codes = codesNow();
    return several && chosen.has(`code:${id}`) ? codes.filter((code) => chosen.has(`code:${code.id}`)) : codes.filter((code) => code.id === id);
  }, [codesNow, several, chosen]);
  const openMenu = useCallback((id: number, at: Element) => setMenu({ at, codes: meantBy(id) }), [meantBy]);

  const move = ({ keys, target }: { keys: Set<Key>; target: ItemDropTarget }) => void act(async () => {
    const codes = codesNow();
    const moved = [...keys].flatMap((key) => codeAt(key)?.id ?? []);
    const onto = codeAt(target.key);
    if (moved.length === 0 || (onto && moved.includes(onto.id) && target.dropPosition === 'on')) return;
    const facet = onto?.facet ?? (String(target.key).slice('facet:'.length) as Facet);
    if (!onto || target.dropPosition === 'on') await core.call('code.move', { code: moved, parent: onto?.id ?? null, facet });
    else {
      const siblings = codes.filter((code) => code.parent === onto.parent && code.facet === onto.facet);
      const next = target.dropPosition === 'before' ? onto : siblings[siblings.findIndex((code) => code.id === onto.id) + 1];
      await core.call('code.move', { code: moved, parent: onto.parent, facet, before: next?.id ?? null });
    }
  });
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': codeAt(key)?.path ?? '', 'concord-code': String(key) })),
    getAllowedDropOperations: () => ['move'],
    acceptedDragTypes: ['concord-code'],
    shouldAcceptItemDrop: () => true,
    onMove: move,
  });
  const keys = useMemo(() => keysIn(nodes), [nodes]);
  const open = useMemo(() => new Set(keys.filter((key) => narrowed || !closed.has(key))), [keys, closed, narrowed]);

  const withModifier = useRef(false);
  const onKeyDown = (event: KeyboardEvent) => {
    withModifier.current = event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.target instanceof HTMLInputElement) return;
    const row = codeOf(event.target) ?? lit;
    if (row === null) return;
    if (event.key === 'F2') session.set({ renaming: row });
    else if (event.key === 'Delete') setAsked({ what: 'remove', codes: meantBy(row) });
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      openMenu(row, event.target as Element);
    }
  };
  const box = useRef<HTMLDivElement>(null);
  useFocusAfterRename(box);
  const codeOf = (target: EventTarget) => (target instanceof Element ? codeAt(target.closest<HTMLElement>('[role="row"]')?.dataset['key'])?.id ?? null : null);
  const renderNode = (node: Node) => (
    <TreeItem key={node.key} id={node.key} textValue={node.id === null ? say(`facet.${node.facet}`) : node.name} className={styles['treeRow'] ?? ''} data-facet={node.id === null || undefined}>
      <TreeItemContent>
        {({ isExpanded, level, allowsDragging }) => <CodeRow node={node} level={level} isExpanded={isExpanded} isMovable={allowsDragging === true} onMenu={openMenu} />}
      </TreeItemContent>
      <Collection items={node.children}>{renderNode}</Collection>
    </TreeItem>
  );
  return (
    <div className={styles['treeBox']} ref={box} onKeyDownCapture={onKeyDown} onPointerOver={(event) => session.set({ pointedCode: codeOf(event.target) })} onPointerLeave={() => session.set({ pointedCode: null })}
      onClickCapture={(event) => {
        // The tree tells nothing of a press on what is chosen already: the code that was lit by walking to it opens too.
        const code = (event.target as Element).closest('button, input') === null && !withModifier.current ? codeOf(event.target) : null;
        if (code !== null && code === lit) session.set({ aside: { kind: 'code', id: code } });
      }}
      onPointerDownCapture={(event) => { withModifier.current = event.ctrlKey || event.metaKey || event.shiftKey; }}
      onContextMenu={(event) => { const code = codeOf(event.target); if (code !== null) { event.preventDefault(); openMenu(code, (event.target as Element).closest('[role="row"]')!); } }}
      onFocus={(event) => { if (!several && !withModifier.current && event.target.matches('[role="row"]:focus-visible')) session.set({ litCode: codeOf(event.target) }); }}>
      <Tree aria-label={say('left.codebook')} className={styles['tree'] ?? ''} items={nodes} selectionMode="multiple" selectionBehavior="replace" selectedKeys={shown} expandedKeys={open} dragAndDropHooks={dragAndDropHooks} dependencies={[say, openMenu]}
        onExpandedChange={(expanded) => setClosed(new Set(keys.filter((key) => !expanded.has(key))))}
        onSelectionChange={choose}
        onAction={(key) => { const code = codeAt(key); if (code) session.set({ view: 'code', litCode: code.id, aside: { kind: 'code', id: code.id }, rightShown: true }); }}>
        {renderNode}
      </Tree>
      {several ? (
        <div className={styles['chosenBar']}>
          <span className={styles['cut']} aria-live="polite">{say('book.chosen', { count: chosen.size })}</span>
          <Button look="icon" why={say('code.more')} aria-haspopup="menu" onPress={(event) => setMenu({ at: event.target, codes: codesNow().filter((code) => chosen.has(`code:${code.id}`)) })}><Ellipsis size={14} strokeWidth={1.5} /></Button>
          <Button look="icon" why={say('book.clear')} onPress={chooseNone}><X size={14} strokeWidth={1.5} /></Button>
        </div>
      ) : null}
      {menu ? <MenuAt at={menu.at} label={menu.codes.length === 1 ? menu.codes[0]!.name : say('book.chosen', { count: menu.codes.length })} groups={groupsFor(menu.codes)} onClose={() => setMenu(null)} /> : null}
      {asked?.what === 'remove' ? <RemoveCodes codes={asked.codes} close={() => setAsked(null)} /> : null}
      {asked?.what === 'split' ? <SplitCode code={asked.codes[0]!} close={() => setAsked(null)} /> : null}
      {asked?.what === 'merge' ? <MergeCode code={asked.codes[0]!} close={() => setAsked(null)} /> : null}
    </div>
  );
});

/** Which codes are chosen: the lit one, or several of which none is lit. */
function useChosen(codesNow: () => readonly Code[]) {
  const session = useSessionStore();
  const lit = useSession((now) => now.litCode);
  // As the tree gave them: it keeps in them from where a range is drawn.
  const [picked, setPicked] = useState<'all' | ReadonlySet<Key>>(new Set());
  const pickedCodes = useMemo(() => (picked === 'all' ? codesNow().map((code) => `code:${code.id}`) : [...picked].filter((key) => String(key).startsWith('code:'))), [picked, codesNow]);
  const several = lit === null && pickedCodes.length > 1;
  const isPicked = several || (lit !== null && pickedCodes.length === 1 && pickedCodes[0] === `code:${lit}`);
  const chosen = useMemo((): ReadonlySet<Key> => new Set(several ? pickedCodes : lit === null ? [] : [`code:${lit}`]), [several, pickedCodes, lit]);
  const choose = (keys: 'all' | Set<Key>) => {
    setPicked(keys);
    const codes = codesNow().filter((code) => keys === 'all' || keys.has(`code:${code.id}`));
    if (codes.length === 1) session.set({ litCode: codes[0]!.id, aside: { kind: 'code', id: codes[0]!.id } });
    else session.set({ litCode: null, ...(codes.length > 1 ? { aside: { kind: 'codes', ids: codes.map((code) => code.id) } } : {}) });
  };
  return { chosen, shown: isPicked ? picked as 'all' | Set<Key> : chosen as Set<Key>, several, choose, chooseNone: () => { setPicked(new Set()); session.set({ litCode: null, aside: null }); } };
}

/** When a name is written, the keyboard goes on at its row. */
function useFocusAfterRename(box: RefObject<HTMLElement | null>): void {
  const renaming = useSession((now) => now.renaming);
  const before = useRef(renaming);
  useEffect(() => {
    if (renaming === null && before.current !== null && (document.activeElement === document.body || document.activeElement === null)) box.current?.querySelector<HTMLElement>(`[data-key="code:${before.current}"]`)?.focus();
    before.current = renaming;
  }, [renaming, box]);
}
