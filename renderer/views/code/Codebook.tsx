import { ChevronDown, ChevronRight, Ellipsis, GripVertical } from 'lucide-react';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { Button as AriaButton, Collection, Input, TextField, Tree, TreeItem, TreeItemContent, useDragAndDrop, type ItemDropTarget, type Key } from 'react-aria-components';
import { facets, type Facet } from '../../../shared/model/schema.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import styles from './code.module.css';
import { MergeCode } from './MergeCode.tsx';
import { RemoveCode } from './RemoveCode.tsx';
import { unusedName } from './unusedName.ts';

type Code = Outcome<'code.list'>[number];
/** What a row shows of a code. How often it is coded is not part of it: a tree whose rows change is built anew as a whole. */
interface Node { readonly key: string; readonly facet: Facet; readonly id: number | null; readonly name: string; readonly colour: string; readonly children: readonly Node[] }

/** The codebook as a tree under its four facets: choose, rename, move by mouse or keyboard, delete. */
export function Codebook({ codes }: { codes: readonly Code[] }) {
  const [known] = useState(() => new Map<string, Node>());
  const nodes = useMemo(() => treeOf(codes, known), [codes, known]);
  const latest = useRef(codes);
  useLayoutEffect(() => { latest.current = codes; });
  const codesNow = useCallback(() => latest.current, []);
  return <CodeTree nodes={nodes} codesNow={codesNow} />;
}

/** Drawn anew only when its rows change; what is done with a code asks for the codes as they are then. */
const CodeTree = memo(function CodeTree({ nodes, codesNow }: { nodes: readonly Node[]; codesNow: () => readonly Code[] }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const lit = useSession((now) => now.litCode);
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const [removing, setRemoving] = useState<Code | null>(null);
  const [merging, setMerging] = useState<Code | null>(null);
  const codeAt = (key: Key | string | undefined) => codesNow().find((code) => `code:${code.id}` === key);

  const move = ({ keys, target }: { keys: Set<Key>; target: ItemDropTarget }) => void act(async () => {
    for (const key of keys) {
      const codes = codesNow();
      const moved = codeAt(key);
      const onto = codeAt(target.key);
      if (!moved || moved === onto) continue;
      const facet = onto?.facet ?? (String(target.key).slice('facet:'.length) as Facet);
      if (!onto || target.dropPosition === 'on') await core.call('code.move', { code: moved.id, parent: onto?.id ?? null, facet });
      else {
        const siblings = codes.filter((code) => code.parent === onto.parent && code.facet === onto.facet && code.id !== moved.id);
        const next = target.dropPosition === 'before' ? onto : siblings[siblings.findIndex((code) => code.id === onto.id) + 1];
        await core.call('code.move', { code: moved.id, parent: onto.parent, facet, before: next?.id ?? null });
      }
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
  const open = useMemo(() => new Set(keys.filter((key) => !closed.has(key))), [keys, closed]);

  const onKeyDown = (event: KeyboardEvent) => {
    const code = codesNow().find((each) => each.id === lit);
    if (!code || event.target instanceof HTMLInputElement) return;
    if (event.key === 'F2') session.set({ renaming: code.id });
    else if (event.key === 'Delete') setRemoving(code);
  };
  const box = useRef<HTMLDivElement>(null);
  useFocusAfterRename(box);
  const codeOf = (target: EventTarget) => (target instanceof Element ? codeAt(target.closest<HTMLElement>('[role="row"]')?.dataset['key'])?.id ?? null : null);
  const renderNode = (node: Node) => (
    <TreeItem key={node.key} id={node.key} textValue={node.id === null ? say(`facet.${node.facet}`) : node.name} className={styles['treeRow'] ?? ''} data-facet={node.id === null || undefined}>
      <TreeItemContent>
        {({ isExpanded, level, allowsDragging, isHovered, isFocused }) => (
          <div className={styles['treeCell']} style={{ paddingLeft: `${4 + (level - 1) * 16}px` }}>
            {node.children.length > 0 ? <AriaButton slot="chevron" className={styles['chevron'] ?? ''}>{isExpanded ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}</AriaButton> : <span className={styles['chevron']} />}
            {node.id === null ? <span className={styles['cut']}>{say(`facet.${node.facet}`)}</span> : <><Sign facet={node.facet} colour={node.colour} /><CodeName id={node.id} name={node.name} /></>}
            {node.id === null ? null : <Tools id={node.id} near={isHovered || isFocused} isMovable={allowsDragging === true} onMerge={setMerging} onRemove={setRemoving} />}
            <CodingCount facet={node.facet} id={node.id} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{renderNode}</Collection>
    </TreeItem>
  );
  return (
    <div className={styles['treeBox']} ref={box} onKeyDown={onKeyDown} onPointerOver={(event) => session.set({ pointedCode: codeOf(event.target) })} onPointerLeave={() => session.set({ pointedCode: null })}
      onFocus={(event) => { if (event.target.matches('[role="row"]:focus-visible')) session.set({ litCode: codeOf(event.target) }); }}>
      <Tree aria-label={say('left.codebook')} className={styles['tree'] ?? ''} items={nodes} selectionMode="single" selectionBehavior="replace" selectedKeys={lit === null ? [] : [`code:${lit}`]} expandedKeys={open} dragAndDropHooks={dragAndDropHooks} dependencies={[say]}
        onExpandedChange={(expanded) => setClosed(new Set(keys.filter((key) => !expanded.has(key))))}
        onSelectionChange={(chosen) => {
          const code = chosen === 'all' ? undefined : codeAt([...chosen][0]);
          if (code) session.set({ litCode: code.id, aside: { kind: 'code', id: code.id } });
          else session.set({ litCode: null });
        }}
        onAction={(key) => { const code = codeAt(key); if (code) session.set({ view: 'code', litCode: code.id, aside: { kind: 'code', id: code.id }, rightShown: true }); }}>
        {renderNode}
      </Tree>
      {removing ? <RemoveCode code={removing} close={() => setRemoving(null)} /> : null}
      {merging ? <MergeCode code={merging} close={() => setMerging(null)} /> : null}
    </div>
  );
});

/** When a name is written, the keyboard goes on at its row. */
function useFocusAfterRename(box: RefObject<HTMLElement | null>): void {
  const renaming = useSession((now) => now.renaming);
  const before = useRef(renaming);
  useEffect(() => {
    if (renaming === null && before.current !== null && (document.activeElement === document.body || document.activeElement === null)) box.current?.querySelector<HTMLElement>(`[data-key="code:${before.current}"]`)?.focus();
    before.current = renaming;
  }, [renaming, box]);
}

/** The tree of the codes. A node in which nothing changed is the same object as before, so that its row is not drawn again. */
function treeOf(codes: readonly Code[], known: Map<string, Node>): readonly Node[] {
  const children = Map.groupBy(codes, (code) => (code.parent === null ? code.facet : code.parent));
  const nodeOf = (facet: Facet, code: Code | null): Node => {
    const key = code === null ? `facet:${facet}` : `code:${code.id}`;
    const now = { key, facet, id: code?.id ?? null, name: code?.name ?? '', colour: code?.colour ?? '', children: (children.get(code?.id ?? facet) ?? []).map((each) => nodeOf(facet, each)) };
    const before = known.get(key);
    if (before && before.facet === facet && before.name === now.name && before.colour === now.colour && before.children.length === now.children.length && now.children.every((child, place) => child === before.children[place])) return before;
    known.set(key, now);
    return now;
  };
  const roots = facets.map((facet) => nodeOf(facet, null));
  const before = known.get('')?.children;
  if (before && roots.every((root, place) => root === before[place])) return before;
  known.set('', { ...roots[0]!, children: roots });
  return roots;
}
const keysIn = (nodes: readonly Node[]): string[] => nodes.flatMap((node) => [node.key, ...keysIn(node.children)]);

/** How often a code, or any code of a facet, is coded. */
function CodingCount({ facet, id }: { facet: Facet; id: number | null }) {
  const codes = useLive('code.list', {}) ?? [];
  const codings = codes.reduce((sum, code) => sum + ((id === null ? code.facet === facet : code.id === id) ? code.codings : 0), 0);
  return <span className={styles['n']}>{codings === 0 ? '' : codings}</span>;
}

/** What the menu of a code asks about in a sheet. */
interface Asked { readonly onMerge: (code: Code) => void; readonly onRemove: (code: Code) => void }
/** Grip and menu of a row: there from the first time that the pointer or the keyboard comes near, since most rows never need them. */
function Tools({ id, near, isMovable, onMerge, onRemove }: { id: number; near: boolean; isMovable: boolean } & Asked) {
  const [wanted, setWanted] = useState(near);
  if (near && !wanted) setWanted(true);
  return wanted ? <CodeTools id={id} isMovable={isMovable} onMerge={onMerge} onRemove={onRemove} /> : null;
}
function CodeTools({ id, isMovable, onMerge, onRemove }: { id: number; isMovable: boolean } & Asked) {
  const { say } = useWords();
  const codes = useLive('code.list', {}) ?? [];
  const code = codes.find((each) => each.id === id);
  if (!code) return null;
  return (
    <span className={styles['tools']}>
      {isMovable ? <AriaButton slot="drag" className={styles['grip'] ?? ''} aria-label={say('code.move', { code: code.name })}><GripVertical size={12} aria-hidden /></AriaButton> : null}
      <CodeMenu code={code} codes={codes} onMerge={onMerge} onRemove={onRemove} />
    </span>
  );
}

/** A code's name, or the field in which it is written. */
function CodeName({ id, name: kept }: { id: number; name: string }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const renaming = useSession((now) => now.renaming === id);
  const [name, setName] = useState(kept);
  useEffect(() => setName(kept), [kept, renaming]);
  if (!renaming) return <span className={styles['cut']} title={kept}><bdi>{kept}</bdi></span>;
  const done = (take: boolean) => {
    session.set({ renaming: null });
    if (take && name.trim() !== '' && name !== kept) void act(() => core.call('code.change', { code: id, name }));
  };
  return (
    <TextField aria-label={say('code.rename')} value={name} onChange={setName} onBlur={() => done(true)} autoFocus
      onKeyDown={(event) => { if (event.nativeEvent.isComposing) return; if (event.key === 'Enter') done(true); if (event.key === 'Escape') done(false); event.stopPropagation(); }}>
      <Input className={styles['rename'] ?? ''} onFocus={(event) => event.currentTarget.select()} />
    </TextField>
  );
}

function CodeMenu({ code, codes, onMerge, onRemove }: { code: Code; codes: readonly Code[] } & Asked) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  return (
    <Menu label={code.name} groups={[
      { entries: [
        { id: 'rename', label: say('code.rename'), keys: 'F2', run: () => session.set({ renaming: code.id }) },
        { id: 'define', label: say('code.define'), run: () => session.set({ aside: { kind: 'code', id: code.id }, rightShown: true }) },
        { id: 'below', label: say('code.newBelow'), run: () => void act(async () => {
          const { code: added } = await core.call('code.create', { name: unusedName(say('left.codeName'), codes.filter((each) => each.parent === code.id).map((each) => each.name)), facet: code.facet, parent: code.id });
          session.set({ renaming: added, litCode: added });
        }) },
      ] },
      { entries: [{ id: 'merge', label: say('merge.into'), run: () => onMerge(code) }, { id: 'remove', label: say('code.delete'), keys: 'Del', danger: true, run: () => onRemove(code) }] },
    ]}>
      <Button look="icon" why={say('code.more')}><Ellipsis size={14} strokeWidth={1.5} /></Button>
    </Menu>
  );
}
