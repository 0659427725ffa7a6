import { inShort } from '../../../shared/model/memoText.ts';
import { quoteFinder } from '../../../shared/model/anchor.ts';
import type { FoundRule } from '../../../shared/model/projectReport.ts';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import { referencesIn, type CodeName, type Reading, type SpanPlace } from './context.ts';
import { createIdentities, guidOf, momentOf } from './identity.ts';
import type { MemoTarget, MemoWriter } from './memos.ts';
import type { ReadUsers } from './people.ts';
import { lazily, placerByWords } from './byWords.ts';
import { findRules, type Place } from './position.ts';
import { ticksOf, type Tick } from './clock.ts';
import type { PdfText } from '../pdfText.ts';
import type { Draft } from './sources.ts';
import { givenTitle, putTitles, type Titled } from './titles.ts';
import { textIn, type XmlElement } from './xml.ts';

type Coding = Snapshot['codings'][number];
export interface ReadSelections {
  readonly passages: NonNullable<Snapshot['passages']>;
  readonly codings: readonly Coding[];
  readonly rules: readonly FoundRule[];
  readonly places: ReadonlyMap<string, SpanPlace>;
  /** When in a recording what of its transcript was said, by document. */
  readonly clocks: ReadonlyMap<string, readonly Tick[]>;
  /** Codings by GUID: what a link or a note may point at. */
  readonly codingOf: ReadonlyMap<string, MemoTarget>;
  /** Where a code that is also a case was given. */
  readonly memberships: readonly { readonly case: string; readonly place: SpanPlace }[];
}
export interface SelectionSources {
  readonly drafts: readonly (Draft & { readonly document: string })[];
  readonly codes: ReadonlyMap<string, CodeName>;
  readonly cases: ReadonlySet<string>;
  readonly users: ReadUsers;
  readonly memos: MemoWriter;
  /** Selections that cases refer to: what somebody said, which is no quotation by itself. */
  readonly voiced: ReadonlySet<string>;
}

const whole = (text: string | undefined): number => (text !== undefined && /^\s*-?\d{1,15}(?:\.0*)?\s*$/.test(text) ? Math.round(Number(text)) : Number.NaN);
/** Where a selection says it is; a selection of a transcript lies between two points of its clock. */
function placesOf(draft: Draft): readonly { readonly element: XmlElement; readonly place: Place }[] {
  const points = new Map(draft.points.map(({ attributes }) => [guidOf(attributes['guid']), whole(attributes['position'])]));
  return draft.selections.map((element) => {
    const { startPosition, endPosition, fromSyncPoint, toSyncPoint, name = '' } = element.attributes;
    const timed = element.name === 'TranscriptSelection';
    return { element, place: { name, start: timed ? points.get(guidOf(fromSyncPoint)) ?? Number.NaN : whole(startPosition), end: timed ? points.get(guidOf(toSyncPoint)) ?? Number.NaN : whole(endPosition) } };
  });
}

/**
 * Places all selections, by one rule for each text. Selections of one span become one passage, with the codings of all of them, each with its coder
 * and date; those without a coding a memo on the passage. What has no place in its text is kept as it came, and said.
 */
export function readSelections(reading: Reading, { drafts, codes, cases, users, memos, voiced }: SelectionSources): ReadSelections {
  const { notes } = reading;
  const [passageIdentity, codingIdentity] = [createIdentities(notes), createIdentities(notes)];
  const passages = new Map<string, NonNullable<Snapshot['passages']>[number]>();
  const codings = new Map<string, Coding>();
  const places = new Map<string, SpanPlace>();
  const codingOf = new Map<string, MemoTarget>();
  const memberships: { case: string; place: SpanPlace }[] = [];
  const rules: FoundRule[] = [];
  const titles: Titled[] = [];
  const clocks = new Map<string, readonly Tick[]>();
  const keyOf = ({ document, start, end }: SpanPlace) => `${document}\n${start}/${end}`;

  function passageAt(place: SpanPlace, guid: string): void {
    const key = keyOf(place);
    if (passages.has(key)) notes.say('selections-merged');
    else passages.set(key, { ...passageIdentity(guid), ...place });
    if (guid !== '' && !places.has(guid)) places.set(guid, place);
  }
  /** Takes in the codings of an element that has a place; answers with how many it has. */
  function codeAt(place: SpanPlace, element: XmlElement, made: number, twin = false): number {
    let count = 0;
    for (const coding of element.children) {
      if (coding.name !== 'Coding') continue;
      count++;
      const [guid, target] = [guidOf(coding.attributes['guid']), referencesIn(coding, 'CodeRef')[0] ?? ''];
      if (cases.has(target)) { memberships.push({ case: target, place }); continue; }
      const code = codes.get(target);
      if (!code) { notes.say('unknown-codes', target); reading.keep(guidOf(element.attributes['guid']), coding); continue; }
      const coder = users.nameOf(coding.attributes['creatingUser'] ?? element.attributes['creatingUser']);
      const key = `${keyOf(place)}\n${code.facet}\n${code.path.join('\n')}\n${coder}`;
      const on: MemoTarget = { about: 'codings', target: { ...place, code: { path: [...code.path], facet: code.facet }, coder } };
      if (guid !== '' && !codingOf.has(guid)) codingOf.set(guid, on);
      for (const note of referencesIn(coding, 'NoteRef')) memos.attach(on, note);
      const created = momentOf(coding.attributes['creationDateTime']) ?? made;
      if (codings.has(key)) { if (!twin) notes.say('codings-repeated', code.path.at(-1)); continue; }
      codings.set(key, { ...codingIdentity(guid), ...place, code: [...code.path], facet: code.facet, coder, rating: null, party: null, counterparty: null, memo: '', created });
    }
    return count;
  }
  function take(place: SpanPlace, element: XmlElement, quotation: string, fallback: number): void {
    const { guid, name = '', creatingUser, creationDateTime } = element.attributes;
    const made = momentOf(creationDateTime) ?? fallback;
    const noted = referencesIn(element, 'NoteRef');
    const said = textIn(element, 'Description');
    if (voiced.has(guidOf(guid)) && said === '' && noted.length === 0 && !element.children.some((child) => child.name === 'Coding')) { places.set(guidOf(guid), place); return; }
    passageAt(place, guidOf(guid));
    const count = codeAt(place, element, made);
    const on: MemoTarget = { about: 'passages', target: { ...place } };
    for (const note of noted) memos.attach(on, note);
    if (said !== '') memos.comment(on, said, { coder: users.known(creatingUser), created: made });
    else if (count > 0) {
      const title = givenTitle(name, quotation);
      if (title !== '') titles.push({ on, title: inShort(title, 400).toWellFormed(), codes: element.children.flatMap((child) => (child.name === 'Coding' ? codes.get(referencesIn(child, 'CodeRef')[0] ?? '')?.path.at(-1) ?? [] : [])), coder: users.known(creatingUser), created: made });
    } else if (noted.length === 0) memos.comment(on, '', { title: inShort(name.trim() === '' || /^\d+,\d+$/.test(name) ? quotation : name, 120).toWellFormed(), coder: users.known(creatingUser), created: made });
  }

  const askedOf = drafts.map(placesOf);
  const found = findRules(drafts.map(({ document, text }, index) => ({ document, text, places: askedOf[index]!.map(({ place }) => place).filter(({ start, end }) => Number.isInteger(start) && Number.isInteger(end)) })), reading.origin);
  for (const [index, draft] of drafts.entries()) {
    const { document, text } = draft;
    const fallback = draft.created ?? reading.moment;
    const [asked, rule] = [askedOf[index]!, found[index]!];
    if (asked.length > 0) rules.push(rule);
    const place = placerByWords(text, rule, reading.origin);
    if (draft.points.length > 0) clocks.set(document, ticksOf(draft.points, (at) => place({ start: at, end: at, name: '' })?.start ?? null));
    const finder = lazily(() => quoteFinder(text.text));
    const own = guidOf(draft.owner.attributes['guid']);
    const lose = (element: XmlElement, code: 'outside-text' | 'empty-selections' | 'places-lost') => { notes.say(code, document); reading.keep(own, element); };
    for (const { element, place: said } of asked) {
      const span = Number.isNaN(said.start + said.end) ? null : place(said);
      if (!span) { lose(element, 'outside-text'); continue; }
      if (span.start === span.end) { lose(element, 'empty-selections'); continue; }
      const quotation = text.text.slice(span.start, span.end);
      // The words of another file are only trusted where the selection says what it quotes, or where the edges of many stand as people put them.
      if (draft.rich && !saysSo(said.name, quotation) && !(rule.selections >= 3 && rule.score >= 0.7)) { lose(element, 'places-lost'); continue; }
      if (span.moved) notes.say('edges-moved', document);
      if (span.byWords) notes.say('found-by-words', document);
      take({ document, start: span.start, end: span.end }, element, quotation, fallback);
    }
    for (const area of draft.areas) placeArea(reading, { area, own, document, places, finder, pdf: draft.pdf, text: text.text, take: (at) => take(at, area, text.text.slice(at.start, at.end), fallback), again: (at) => codeAt(at, area, fallback, true) });
    const all: SpanPlace = { document, start: 0, end: text.text.length };
    if (draft.owner.children.some(({ name }) => name === 'Coding')) {
      if (all.end === 0) { for (const coding of draft.owner.children.filter(({ name }) => name === 'Coding')) lose(coding, 'empty-selections'); }
      else { notes.say('whole-document', document); passageAt(all, ''); codeAt(all, draft.owner, fallback); }
    }
  }
  putTitles(titles, memos, notes);
  return { clocks, passages: [...passages.values()], codings: [...codings.values()], rules, places, codingOf, memberships };
}

const saysSo = (name: string, quotation: string): boolean => {
  const [wanted, slice] = [name, quotation].map((text) => text.replace(/\s+/g, ' ').replace(/\s*(?:…|\.{3})$/u, '').trim()) as [string, string];
  return wanted.length >= 3 && slice.startsWith(wanted);
};

interface Area { readonly area: XmlElement; readonly own: string; readonly document: string; readonly places: ReadonlyMap<string, SpanPlace>; finder(): ReturnType<typeof quoteFinder>; readonly pdf: PdfText | null; readonly text: string; take(place: SpanPlace): void; /** Of a place that has its codings already. */ again(place: SpanPlace): void }
/** An area of a PDF's page: the same quotation as a selection of the text (ATLAS.ti gives both one GUID), or found by the words it covers; else it stays an area. */
function placeArea(reading: Reading, { area, own, document, places, finder, pdf, text, take, again }: Area): void {
  const twin = places.get(guidOf(area.attributes['guid']));
  const placed: XmlElement = { ...area, attributes: { ...area.attributes, placed: 'true' } };
  if (twin) {
    again(twin);
    reading.keep(own, placed);
    return;
  }
  const representation = area.children.find(({ name }) => name === 'Representation');
  const covered = pdf && coveredBy(pdf, area);
  const words = representation ? textIn(representation, 'PlainTextContent') : pdf && covered ? pdf.text.slice(covered.start, covered.end) : '';
  const same = pdf && covered && words !== '' && text === pdf.text ? [covered] : null;
  const candidates = same ?? (words === '' ? [] : finder()(words, 200));
  // Of words that stand there several times those are meant that lie as far into the text as they do in the PDF.
  const about = pdf && covered && candidates.length > 1 ? (covered.start / pdf.text.length) * text.length : null;
  const found = about === null ? candidates : [candidates.reduce((best, each) => (Math.abs(each.start - about) < Math.abs(best.start - about) ? each : best))];
  reading.keep(own, found.length === 1 ? placed : area);
  if (found.length === 1) { reading.notes.say('area-found-by-words', document); take({ document, ...found[0]! }); }
  else reading.notes.say('area-without-text', document);
}
/** What of a PDF's text an area of its page covers. */
function coveredBy(pdf: PdfText, { attributes }: XmlElement): { start: number; end: number } | null {
  const number = (name: string) => Number(attributes[name] ?? Number.NaN);
  const at = { page: number('page'), firstX: number('firstX'), firstY: number('firstY'), secondX: number('secondX'), secondY: number('secondY') };
  return Object.values(at).every(Number.isFinite) ? pdf.within(at) : null;
}
