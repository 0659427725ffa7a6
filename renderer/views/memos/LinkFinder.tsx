import { FileText, Quote, StickyNote, User } from 'lucide-react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { languageOf, nameKey } from '../../../shared/model/text.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSeenCoder, useSeenCodes, useSeenDocuments } from '../code/coders.ts';
import { fitOf, readTyped } from '../code/findCodes.ts';
import styles from './memos.module.css';
import type { LinkTarget } from './places.ts';

/** Found of each kind at most. */
const most = { code: 5, participant: 3, document: 3, passage: 4, coding: 4, memo: 3 } as const;

const icon = { size: 13, strokeWidth: 1.5, 'aria-hidden': true } as const;
/** The sign of what a link leads to. */
export function LinkSign({ target }: { target: Pick<LinkTarget, 'kind' | 'facet' | 'colour'> }): ReactNode {
  if (target.facet !== null) return <Sign facet={target.facet} colour={target.colour} />;
  return { code: null, participant: <User {...icon} />, document: <FileText {...icon} />, passage: <Quote {...icon} />, coding: <Quote {...icon} />, memo: <StickyNote {...icon} /> }[target.kind];
}

/** What a link that is being written could lead to: codes by their paths, people, documents and memos by name, passages by their words, codings by those and their codes. */
export function useLinkTargets(typed: string | null): readonly LinkTarget[] {
  const asked = typed !== null;
  const seen = useSeenCoder();
  const words = nameKey(typed ?? '').split(' ').filter(Boolean);
  const codes = useSeenCodes(asked);
  const people = useLive('participant.list', asked ? {} : null);
  const documents = useSeenDocuments(asked);
  const memos = useLive('memo.find', asked ? { limit: 5000 } : null);
  const passages = useLive('passage.byWords', words.length > 0 ? { typed: typed!, limit: most.passage } : null, true);
  const codings = useLive('coding.byWords', words.length > 0 ? { typed: typed!, limit: most.coding, ...seen } : null, true);
  if (!asked) return [];
  const fits = (text: string) => words.every((word) => nameKey(text).includes(word));
  const target = { detail: '', facet: null, colour: '', document: null, passage: null, start: 0, end: 0 };
  const named = <T extends { id: number; uuid: string }>(kind: 'participant' | 'document' | 'memo', list: readonly T[] | undefined, nameOf: (each: T) => string): LinkTarget[] =>
    (list ?? []).map((each) => ({ ...target, kind, id: each.id, uuid: each.uuid, label: nameOf(each) })).filter(({ label }) => label !== '' && fits(label)).slice(0, most[kind]);
  const found = readTyped(typed).words;
  const fitting = (codes ?? []).map((code) => ({ code, fit: fitOf(code, { words: found }) })).filter(({ fit }) => fit > 0).toSorted((a, b) => b.fit - a.fit || b.code.codings - a.code.codings);
  return [
    ...fitting.slice(0, most.code).map(({ code }): LinkTarget => ({ ...target, kind: 'code', id: code.id, uuid: code.uuid, label: code.name, detail: code.path, facet: code.facet, colour: code.colour })),
    ...named('participant', people, ({ name }) => name), ...named('document', documents, ({ name }) => name),
    ...(words.length > 0 ? [...passages ?? [], ...codings ?? []] : []), ...named('memo', memos?.memos, ({ heading }) => heading),
  ];
}

export const optionId = (list: string, index: number): string => `${list}-${index}`;
const width = 400;
const height = 296;
/** The list under the caret. The keys stay with the text: it says which one is meant. */
export function LinkFinder({ id, at, typed, targets, reached, onReach, onChoose }: { id: string; at: DOMRect; typed: string; targets: readonly LinkTarget[]; reached: number; onReach: (index: number) => void; onChoose: (target: LinkTarget) => void }) {
  const { say } = useWords();
  const below = at.bottom + height + 12 < innerHeight;
  return createPortal(
    <div className={styles['finder']} style={{ left: Math.max(8, Math.min(at.left - 12, innerWidth - width - 8)), width, ...(below ? { top: at.bottom + 4 } : { bottom: innerHeight - at.top + 4 }) }} onMouseDown={(event) => event.preventDefault()}>
      <div role="listbox" id={id} aria-label={say('memos.linkTo')} className={styles['targets']}>
        {targets.map((target, index) => (
          <div key={`${target.kind}:${target.uuid}`} id={optionId(id, index)} role="option" aria-selected={index === reached} className={styles['target']} onPointerMove={() => onReach(index)} onClick={() => onChoose(target)}
            ref={index === reached ? (element) => { element?.scrollIntoView({ block: 'nearest' }); } : undefined}>
            <span className={styles['targetSign']}><LinkSign target={target} /></span>
            <bdi lang={languageOf(target.label) || undefined}>{target.label}</bdi>
            {/* A coding is told by its code and words: where they stand says the passage above it. */}
            {target.kind === 'coding' ? null : <small><bdi>{target.detail === '' || target.detail === target.label ? say(`memos.kind.${target.kind}`) : target.detail}</bdi></small>}
          </div>
        ))}
      </div>
      {targets.length === 0 ? <p className={styles['noTarget']}>{say('frame.nothingFound', { typed })}</p> : null}
    </div>, document.body,
  );
}
