import { ChevronDown, ChevronRight, Ellipsis, GripVertical } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
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
import { RemoveCode } from './RemoveCode.tsx';
import { unusedName } from './unusedName.ts';

type Code = Outcome<'code.list'>[number];
interface Node { readonly key: string; readonly facet: Facet; readonly code: Code | null; readonly children: readonly Node[]; readonly codings: number }

/** The codebook as a tree under its four facets: choose, rename, move by mouse or keyboard, delete. */
export function Codebook({ codes }: { codes: readonly Code[] }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const lit = useSession((now) => now.litCode);
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const [removing, setRemoving] = useState<Code | null>(null);
  const [known] = useState(() => new Map<string, Node>());
  const nodes = useMemo(() => treeOf(codes, known), [codes, known]);
  const byKey = useMemo(() => new Map(codes.map((code) => [`code:${code.id}`, code])), [codes]);

  const move = ({ keys, target }: { keys: Set<Key>; target: ItemDropTarget }) => void act(async () => {
    for (const key of keys) {
      const moved = byKey.get(String(key));
      const onto = byKey.get(String(target.key));
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
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': byKey.get(String(key))?.path ?? '', 'concord-code': String(key) })),
    getAllowedDropOperations: () => ['move'],
    acceptedDragTypes: ['concord-code'],
    shouldAcceptItemDrop: () => true,
    onMove: move,
  });
  const open = useMemo(() => new Set([...facets.map((facet) => `facet:${facet}`), ...codes.map((code) => `code:${code.id}`)].filter((key) => !closed.has(key))), [codes, closed]);

  const onKeyDown = (event: KeyboardEvent) => {
    const code = codes.find((each) => each.id === lit);
    if (!code || event.target instanceof HTMLInputElement) return;
    if (event.key === 'F2') session.set({ renaming: code.id });
    else if (event.key === 'Delete') setRemoving(code);
  };
  const box = useRef<HTMLDivElement>(null);
  useFocusAfterRename(box);
  const codeOf = (target: EventTarget) => byKey.get((target instanceof Element && target.closest<HTMLElement>('[role="row"]')?.dataset['key']) || '')?.id ?? null;
  const renderNode = (node: Node) => (
    <TreeItem key={node.key} id={node.key} textValue={node.code?.name ?? say(`facet.${node.facet}`)} className={styles['treeRow'] ?? ''} data-facet={node.code === null || undefined}>
      <TreeItemContent>
        {({ isExpanded, level, allowsDragging, isHovered, isFocused }) => (
          <div className={styles['treeCell']} style={{ paddingLeft: `${4 + (level - 1) * 16}px` }}>
            {node.children.length > 0 ? <AriaButton slot="chevron" className={styles['chevron'] ?? ''}>{isExpanded ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}</AriaButton> : <span className={styles['chevron']} />}
            {node.code ? <><Sign facet={node.facet} colour={node.code.colour} /><CodeName code={node.code} /></> : <span className={styles['cut']}>{say(`facet.${node.facet}`)}</span>}
            {node.code ? <Tools code={node.code} near={isHovered || isFocused} isMovable={allowsDragging === true} onRemove={setRemoving} /> : null}
            <span className={styles['n']}>{node.codings === 0 ? '' : node.codings}</span>
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
        onExpandedChange={(keys) => setClosed(new Set([...facets.map((facet) => `facet:${facet}`), ...codes.map((code) => `code:${code.id}`)].filter((key) => !keys.has(key))))}
        onSelectionChange={(keys) => {
          const code = keys === 'all' ? undefined : byKey.get(String([...keys][0]));
          if (code) session.set({ litCode: code.id, aside: { kind: 'code', id: code.id } });
          else session.set({ litCode: null });
        }}
        onAction={(key) => { const code = byKey.get(String(key)); if (code) session.set({ view: 'code', litCode: code.id, aside: { kind: 'code', id: code.id }, rightShown: true }); }}>
        {renderNode}
      </Tree>
      {removing ? <RemoveCode code={removing} close={() => setRemoving(null)} /> : null}
    </div>
  );
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

/** The tree of the codes. A node in which nothing changed is the same object as before, so that its row is not drawn again. */
function treeOf(codes: readonly Code[], known: Map<string, Node>): Node[] {
  const children = Map.groupBy(codes, (code) => (code.parent === null ? code.facet : code.parent));
  const nodeOf = (key: string, facet: Facet, code: Code | null, below: readonly Code[], codings: number): Node => {
    const now = { key, facet, code, codings, children: below.map((each) => nodeOf(`code:${each.id}`, facet, each, children.get(each.id) ?? [], each.codings)) };
    const before = known.get(key);
    if (before && before.facet === facet && before.code === code && before.codings === codings && before.children.length === now.children.length && now.children.every((child, place) => child === before.children[place])) return before;
    known.set(key, now);
    return now;
  };
  return facets.map((facet) => nodeOf(`facet:${facet}`, facet, null, children.get(facet) ?? [], codes.reduce((sum, code) => sum + (code.facet === facet ? code.codings : 0), 0)));
}

/** Grip and menu of a row: there from the first time that the pointer or the keyboard comes near, since most rows never need them. */
function Tools({ code, near, isMovable, onRemove }: { code: Code; near: boolean; isMovable: boolean; onRemove: (code: Code) => void }) {
  const { say } = useWords();
  const [wanted, setWanted] = useState(near);
  if (near && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <span className={styles['tools']}>
      {isMovable ? <AriaButton slot="drag" className={styles['grip'] ?? ''} aria-label={say('code.move', { code: code.name })}><GripVertical size={12} aria-hidden /></AriaButton> : null}
      <CodeMenu code={code} onRemove={onRemove} />
    </span>
  );
}

/** A code's name, or the field in which it is written. */
function CodeName({ code }: { code: Code }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const renaming = useSession((now) => now.renaming === code.id);
  const [name, setName] = useState(code.name);
  useEffect(() => setName(code.name), [code.name, renaming]);
  if (!renaming) return <span className={styles['cut']} title={code.name}><bdi>{code.name}</bdi></span>;
  const done = (take: boolean) => {
    session.set({ renaming: null });
    if (take && name.trim() !== '' && name !== code.name) void act(() => core.call('code.change', { code: code.id, name }));
  };
  return (
    <TextField aria-label={say('code.rename')} value={name} onChange={setName} onBlur={() => done(true)} autoFocus
      onKeyDown={(event) => { if (event.nativeEvent.isComposing) return; if (event.key === 'Enter') done(true); if (event.key === 'Escape') done(false); event.stopPropagation(); }}>
      <Input className={styles['rename'] ?? ''} onFocus={(event) => event.currentTarget.select()} />
    </TextField>
  );
}

function CodeMenu({ code, onRemove }: { code: Code; onRemove: (code: Code) => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const codes = useLive('code.list', {}) ?? [];
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
      { entries: [{ id: 'remove', label: say('code.delete'), keys: 'Del', danger: true, run: () => onRemove(code) }] },
    ]}>
      <Button look="icon" why={say('code.more')}><Ellipsis size={14} strokeWidth={1.5} /></Button>
    </Menu>
  );
}
