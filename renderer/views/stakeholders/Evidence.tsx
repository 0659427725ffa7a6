import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { sayRating } from '../../../shared/words/sayRatings.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useAct } from '../../core/act.ts';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { Facing, FacingQuotation } from '../../parts/Facing.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSessionStore } from '../../session.ts';
import type { EvidenceAsked } from './asked.ts';
import type { FacingAsked, FacingPair } from './facing.ts';
import type { Asked } from './useAsked.ts';
import styles from './stakeholders.module.css';

/** Passages drawn at once. */
const most = 200;
type Found = Outcome<'ratings.evidence'>;
type Passage = Found['passages'][number];
/** What both sides are of: what tells them apart stands over each. */
function inCommon({ of, sides: [{ asked }] }: FacingPair): EvidenceAsked {
  return of === 'values' ? { ...asked, arm: undefined } : { ...asked, view: undefined, key: undefined };
}
const keyOf = (passage: Passage) => passage[0]!.passage;

/** What a position or a median rests on: every passage with who rated it how, each opening in its transcript; where there are two sides, they face each other. */
export function Evidence({ asked, evidence, where, pairs, told, onClose }: { asked: Asked; evidence: EvidenceAsked; /** What it is of, besides its stakeholder. */ where: (evidence: EvidenceAsked) => string; /** What can face each other, the likeliest first. */ pairs: readonly FacingPair[]; /** What else is to be said of a side. */ told?: (evidence: EvidenceAsked) => ReactNode; onClose: () => void }) {
  const { say } = useWords();
  const [wished, setWished] = useState<FacingPair['of'] | null>(null);
  const about = asked.stakeholders.find(({ id }) => id === evidence.about);
  if (!about) return null;
  const pair = pairs.find(({ of }) => of === wished) ?? pairs[0];
  return (
    <>
      <header className={styles['paneHead']}><h2 title={about.path}><Sign facet="stakeholder" colour={about.colour} /><bdi>{about.name}</bdi></h2><span><bdi>{where(pair ? inCommon(pair) : evidence)}</bdi></span><Button look="icon" why={say('word.close')} onPress={onClose}><X size={16} strokeWidth={1.5} /></Button></header>
      {pairs.length > 1 ? <div className={styles['paneModes']}><Segments label={say('stakeholders.faces')} value={pair!.of} options={pairs.map(({ of, label }) => ({ id: of, label }))} onChange={setWished} /></div> : null}
      {pair ? <TwoSides asked={asked} pair={pair} {...(told ? { told } : {})} /> : <OneList asked={asked} evidence={evidence} {...(told ? { told } : {})} />}
    </>
  );
}

/** The passages behind a cell or a dot. */
function useEvidence({ asked: shared, by }: Asked, { about, dimensions, arm, view, key }: EvidenceAsked): Found | undefined {
  const side = { ...(arm === undefined ? {} : { arm }), ...(view === undefined ? {} : { view }), ...(key === undefined ? {} : { key }), ...(by !== null && (key !== undefined || view !== undefined) ? { by } : {}) };
  const asked = { ...shared, about, dimensions: [...dimensions], ...side };
  return useLive('ratings.evidence', asked, true);
}

function Counted({ found, children }: { found: Found | undefined; children?: ReactNode }) {
  const { say } = useWords();
  const unrated = found?.passages.flat().filter(({ rating }) => rating === null).length ?? 0;
  return (
    <>
      <p>{found ? [say('tables.people', { count: found.people }), say('tables.passages', { count: found.passages.length }), ...(unrated > 0 ? [say('stakeholders.unratedHere', { count: unrated })] : [])].join(say('status.and')) : ''}</p>
      {children}
      {found?.most ? <p className={styles['warning']}>{say('stakeholders.mostly', { person: found.most.name, said: found.most.passages, all: found.passages.length })}</p> : null}
    </>
  );
}

function OneList({ asked, evidence, told }: { asked: Asked; evidence: EvidenceAsked; told?: (evidence: EvidenceAsked) => ReactNode }) {
  const { say } = useWords();
  const found = useEvidence(asked, evidence);
  const open = useOpening();
  return (
    <>
      <div className={styles['paneCount']}><Counted found={found}>{told?.(evidence)}</Counted></div>
      <div className={styles['quotes']} data-evidence>
        {(found?.passages ?? []).slice(0, most).map((passage) => {
          const first = passage[0]!;
          return (
            <button key={first.passage} type="button" className={styles['quotation']} onClick={() => open(passage)}>
              <small><b>{first.speakers.join(', ') || '–'}</b><bdi>{first.document}{first.turn === null ? '' : `, ${say('passage.turn', { turn: first.turn })}`}</bdi></small>
              <p lang={languageOf(first.quotation) || undefined}>{first.quotation}</p>
              <small className={styles['who']}><Rated passage={passage} asked={asked} several={evidence.dimensions.length > 1} /></small>
            </button>
          );
        })}
        {found && found.passages.length > most ? <p className={styles['note']}>{say('code.firstQuotations', { most })}</p> : null}
      </div>
    </>
  );
}

function TwoSides({ asked, pair: { sides: [left, right] }, told }: { asked: Asked; pair: FacingPair; told?: (evidence: EvidenceAsked) => ReactNode }) {
  const { say } = useWords();
  const [first, second] = [useEvidence(asked, left.asked), useEvidence(asked, right.asked)];
  const open = useOpening();
  const several = left.asked.dimensions.length > 1;
  const side = ({ asked: own, name, isUnasked }: FacingAsked, found: Found | undefined) => ({
    name, told: found ? `${name}: ${say('tables.passages', { count: found.passages.length })}` : name, about: found && found.passages.length > 0 ? <Counted found={found}>{told?.(own)}</Counted> : undefined,
    quotations: found?.passages ?? [], none: found ? say(isUnasked ? 'stakeholders.unasked' : 'stakeholders.silent') : '',
  });
  return (
    <div className={styles['facingBody']} data-evidence>
      <Facing sides={[side(left, first), side(right, second)]} keyOf={keyOf}>
        {(passage) => { const { quotation, speakers, document, turn } = passage[0]!; return <FacingQuotation quotation={quotation} speakers={speakers} document={document} turn={turn} rated={<Rated passage={passage} asked={asked} several={several} />} onOpen={() => open(passage)} />; }}
      </Facing>
    </div>
  );
}

/** Who rated a passage how. */
function Rated({ passage, asked: { dimensions }, several }: { passage: Passage; asked: Asked; several: boolean }) {
  const words = useWords();
  const { say } = words;
  const named = several || passage.some(({ codeId }) => codeId !== passage[0]!.codeId);
  return passage.map((coding) => (
    <span key={coding.coding} data-counts={coding.counts || undefined}>{[coding.coder, ...(named ? [dimensions.find(({ id }) => id === coding.codeId)?.name ?? ''] : [])].join(say('status.and'))} <b>{coding.rating === null ? say('stakeholders.notRated') : sayRating(words, coding.rating)}</b>{coding.counts || coding.rating === null ? '' : ` (${say('stakeholders.measures.offScale')})`}</span>
  ));
}

function useOpening(): (passage: Passage) => void {
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  return ([first]) => void act(async () => {
    const { document, start, end, code, passage } = { document: first!.documentId, start: first!.start, end: first!.end, code: first!.codeId, passage: first!.passage };
    await core.flushing.all();
    session.set({ view: 'code', document, passage, aside: { kind: 'passage' }, coders: null, selection: { start, end: start }, goto: { start, end, wish: Date.now() }, litCode: code });
  });
}
