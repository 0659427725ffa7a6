import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Facet } from '../../../shared/model/schema.ts';
import type { Span } from '../../../shared/model/span.ts';
import { useCore } from '../../core/context.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import type { EditorHandle } from '../../editor/TranscriptEditor.tsx';
import { readSaid, rowsFor, type Row } from './paletteRows.ts';
import { begin, giveBack, goTo, pointed, rate, take, takeAndWalk, walk, type Steps } from './paletteSteps.ts';
import { useSounds } from './pinyin.ts';
import { likelyParties, missingFacets, stakeholderNamed, stepsOf, type Choice, type Parties } from './triple.ts';
import { useApplying, useDigits, useMe, usePinned } from './useApplying.ts';
import { useMainAttribute, type DocumentAtHand } from './useDocument.ts';


/** The palette over a span: what it offers, what was taken, and what each act does. `hide` takes it out of sight, and back. */
export function usePalette(document: number, span: Span, at: DocumentAtHand, editor: RefObject<EditorHandle | null>, hide: (hidden: boolean) => void) {
  const core = useCore();
  const session = useSessionStore();
  const me = useMe();
  const apply = useApplying(document, at, editor);
  /** What was taken is with the core: the palette is out of sight, and nothing is asked of it. */
  const sent = useRef(false);
  const sounds = useSounds(at.codes);
  const main = useMainAttribute();
  const recent = useSession((now) => now.recent);
  const { pin } = usePinned();
  const digits = useDigits(at);
  const facetOf = useMemo(() => new Map(at.codes.map((code) => [code.id, code.facet])), [at.codes]);
  const present = useMemo(() => at.codings.filter((coding) => coding.start === span.start && coding.end === span.end && coding.coder === me), [at.codings, span, me]);
  const there = useMemo(() => new Set(present.map((coding) => coding.code)), [present]);
  const thereFacets = useMemo(() => new Set(present.flatMap((coding) => facetOf.get(coding.code) ?? [])), [present, facetOf]);
  // Until the first key it follows what is read: a code given a moment ago may not be known yet.
  const [held, setSteps] = useState<Steps | null>(() => { const { paletteStep } = session.get(); return paletteStep && goTo(begin(new Set()), paletteStep); });
  useEffect(() => session.set({ paletteStep: null }), [session]);
  const steps = useMemo(() => held ?? begin(thereFacets), [held, thereFacets]);
  const rows = useMemo(() => rowsFor({ codes: at.codes, typed: steps.typed, facet: steps.facet, recent, digits, there, sounds }), [at.codes, steps.typed, steps.facet, recent, digits, there, sounds]);
  const { words } = useMemo(() => readSaid({ codes: at.codes, typed: steps.typed, sounds }), [at.codes, steps.typed, sounds]);
  const row: Row | undefined = rows[Math.min(steps.chosen ?? 0, rows.length - 1)];
  const meant = row && pointed(steps) ? row : null;

  const likely = useMemo((): Parties => {
    const said = at.read.turns.find((turn) => turn.start < span.end && turn.end > span.start)?.participant;
    const person = said ? at.people.get(said) : undefined;
    const speaking = person?.role === 'interviewer' ? null : stakeholderNamed(at.codes, [main ? person?.values[main.id] ?? '' : '', person?.name ?? '']);
    const stakeholders = [...steps.taken.flatMap(({ choice, facet }) => (facet === 'stakeholder' && 'code' in choice ? [choice.code] : [])), ...[...there].filter((code) => facetOf.get(code) === 'stakeholder')];
    const conflict = [meant, ...steps.taken].find((each) => each?.facet === 'conflict')?.choice;
    return likelyParties({ speaking, stakeholders, conflict: conflict && 'code' in conflict ? conflict.code : null, codings: at.codings });
  }, [at, span, main, steps.taken, there, facetOf, meant]);
  const clashing = meant?.facet === 'conflict' ? meant.choice : steps.taken.findLast((each) => each.facet === 'conflict')?.choice;
  const parties: Parties = steps.parties ?? (clashing?.party === undefined ? likely : { party: clashing.party, counterparty: clashing.counterparty ?? null });

  const covered = new Set<Facet>([...thereFacets, ...steps.taken.map((each) => each.facet), ...(meant ? [meant.facet] : [])]);
  /** A conflict says who clashes with whom as the line of the parties shows it; a party that is only being made has no number yet. */
  const completed = (taken: Steps['taken']): Choice[] => taken.map(({ choice, facet }) => (facet !== 'conflict' ? choice : { ...choice, party: parties.party, counterparty: parties.counterparty }));

  const close = () => {
    const { before } = session.get();
    session.set({ palette: null, before: null });
    editor.current?.focus();
    editor.current?.select(before ?? span);
  };
  const send = async (choices: readonly Choice[]) => {
    // Out of sight with the key, before anything is drawn anew; if the core refuses, it is back with all that was taken.
    sent.current = true;
    hide(true);
    editor.current?.selectSoon(span);
    editor.current?.focus();
    const { palette } = session.get();
    if ((await apply(span, choices)) === undefined) {
      sent.current = false;
      hide(false);
    // Unless it was opened anew meanwhile.
    } else core.withAnswers(() => { if (session.get().palette === palette) session.set({ palette: null, before: null }); });
  };
  const applyAll = ({ taken }: Steps) => { if (taken.length === 0) close(); else void send(completed(taken)); };
  return {
    sent, steps, rows, row, words, present, parties, missing: missingFacets(covered), covered, clashing: clashing !== undefined,
    close,
    /** What stands in the field. Alone in it, a digit takes the code of that digit, and a rating rates the dimension taken last. */
    type: (typed: string) => {
      const rating = /^[+\-−]\d$/.test(typed.trim()) ? Number(typed.trim().replace('−', '-')) : null;
      const rated = steps.taken.findLast((each) => each.facet === 'dimension');
      if (rating !== null && rated && stepsOf(rated.scale).some((step) => step.value === rating)) return setSteps({ ...rate(steps, rating), typed: '', chosen: null });
      const digit = /^[1-9]$/.test(typed) && steps.typed === '' ? digits[Number(typed) - 1] : undefined;
      const code = at.codes.find((each) => each.id === digit);
      return setSteps(code ? takeAndWalk(steps, { id: String(code.id), choice: { code: code.id }, facet: code.facet, name: code.name, colour: code.colour, scale: code.scale }) : { ...steps, typed, chosen: null });
    },
    move: (by: number) => setSteps({ ...steps, chosen: Math.max(0, Math.min(rows.length - 1, (steps.chosen ?? 0) + by)) }),
    step: (facet: Facet) => setSteps(goTo(steps, facet)),
    /** Tab: takes what is meant and goes on; Shift+Tab goes back. */
    walk: (by: 1 | -1) => setSteps(meant && by > 0 ? takeAndWalk(steps, meant) : walk(steps, by)),
    /** Takes a row, and stays for another code of the same facet. */
    add: (each: Row | undefined) => { if (each) setSteps({ ...take({ ...steps, adding: steps.adding || steps.taken.every((taken) => taken.facet !== each.facet) }, each), adding: true }); },
    giveBack: () => setSteps(giveBack(steps)),
    /** Takes what is meant, or the first row where nothing was taken yet, and puts everything on the passage. */
    apply: (each?: Row) => applyAll(each ? take(steps, each) : meant ? take(steps, meant) : steps.taken.length === 0 && row ? take(steps, row) : steps),
    create: () => { const fresh = rows.find((each) => each.codings === null); if (fresh) applyAll(take(steps, fresh)); },
    /** Chooses a step of the scale of the dimension that is meant, else of the one taken last. */
    rate: (place: number) => {
      const dimension = meant?.facet === 'dimension' ? meant : steps.taken.findLast((each) => each.facet === 'dimension');
      const step = dimension ? stepsOf(dimension.scale)[place - 1] : undefined;
      if (step && dimension) setSteps(dimension === meant ? takeAndWalk(steps, { ...meant, choice: { ...meant.choice, rating: step.value } }) : rate(steps, step.value));
    },
    rateTo: (value: number) => setSteps(rate(steps, value)),
    /** Keeps the code that is meant on a digit, or lets it go. */
    pin: (digit: number) => { const code = at.codes.find((each) => String(each.id) === row?.id); if (code) pin(digit, code.uuid); },
    /** What was put on a passage last, put on this one. */
    repeat: () => { const { repeat } = session.get(); if (repeat) void send(repeat.codes); },
    swap: () => setSteps({ ...steps, parties: { party: parties.counterparty, counterparty: parties.party } }),
    setParties: (next: Parties) => setSteps({ ...steps, parties: next }),
    dimension: meant?.facet === 'dimension' ? meant : steps.taken.findLast((each) => each.facet === 'dimension') ?? null,
  };
}
export type PaletteAtHand = ReturnType<typeof usePalette>;
