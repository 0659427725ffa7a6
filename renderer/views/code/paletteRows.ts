import { facets, type Facet, type ScaleStep } from '../../../shared/model/schema.ts';
import { nameKey } from '../../../shared/model/text.ts';
import { fitOf, plainly, readParties, readPath, readTyped, type Sounds } from './findCodes.ts';
import type { Parties, Taken } from './triple.ts';

/** A code as the palette offers it. `codings` is null for one that would be made. */
export interface Row extends Taken { readonly parents: string; readonly codings: number | null; readonly there: boolean; readonly digit: number | null }
interface Code { readonly id: number; readonly facet: Facet; readonly name: string; readonly path: string; readonly colour: string; readonly codings: number; readonly parent: number | null; readonly scale: readonly ScaleStep[]; readonly aliases?: readonly string[]; /** 'no' of what only holds others: it is not offered. */ readonly codable?: 'yes' | 'no' }
export interface Offering {
  readonly codes: readonly Code[];
  readonly typed: string;
  /** The facet at hand: its codes come first, and nothing but them while nothing is typed. */
  readonly facet: Facet;
  readonly recent: readonly number[];
  /** The code of each digit from 1 on; null where a digit is free. */
  readonly digits: readonly (number | null)[];
  /** Codes that the passage has already. */
  readonly there: ReadonlySet<number>;
  readonly sounds: Sounds;
}
const most = 12;
/** Among codes of all facets one of the facet at hand goes before one that fits a little better. */
const atHand = 1.6;

const best = (codes: readonly Code[], typed: string, sounds: Sounds): Code | undefined =>
  codes.map((code) => ({ code, fit: fitOf(code, plainly(typed), sounds) })).filter(({ fit }) => fit > 0).toSorted((a, b) => b.fit - a.fit || b.code.codings - a.code.codings)[0]?.code;

/** What of the typed text is a name, and what is said behind it: "workload -2", "tasks: gps, county". What names a code is never taken for anything else. */
export function readSaid({ codes, typed, sounds }: Pick<Offering, 'codes' | 'typed' | 'sounds'>): { readonly text: string; readonly words: readonly string[]; readonly rating: number | null; readonly parties: Parties | null } {
  const names = plainly(typed);
  const named = codes.some((code) => fitOf(code, names) > 0);
  const parted = readParties(typed);
  if (parted && !named) {
    const stakeholders = codes.filter((code) => code.facet === 'stakeholder');
    const said = parted.parties.map((party) => (party === '' ? null : best(stakeholders, party, sounds)?.id));
    if (said.length <= 2 && !said.includes(undefined)) return { ...plainly(parted.name), parties: said.some((party) => party !== null) ? { party: said[0] ?? null, counterparty: said[1] ?? null } : null };
  }
  const found = readTyped(typed);
  return { ...(found.rating !== null && named ? names : found), parties: null };
}

/** The codes that fit what was typed, best first and recent before others, then those that could be made of it. */
export function rowsFor(offering: Offering): Row[] {
  const { codes, facet, recent, digits, there, sounds } = offering;
  const said = readSaid(offering);
  const rank = (code: number) => (recent.includes(code) ? recent.length - recent.indexOf(code) : 0);
  const rated = (of: Facet) => (of === 'dimension' && said.rating !== null ? { rating: said.rating } : {});
  const clash = (of: Facet) => (of === 'conflict' && said.parties ? said.parties : {});
  const offered = said.words.length === 0 || said.parties ? codes.filter((code) => code.facet === (said.parties ? 'conflict' : facet)) : codes;
  const known = offered.filter(({ codable }) => codable !== 'no').map((code) => ({ code, fit: fitOf(code, said, sounds) })).filter(({ fit }) => fit > 0)
    .map(({ code, fit }) => ({ code, fit: code.facet === facet ? fit + atHand : fit }))
    .toSorted((a, b) => b.fit - a.fit || rank(b.code.id) - rank(a.code.id) || b.code.codings - a.code.codings).slice(0, most)
    .map(({ code }): Row => ({
      id: String(code.id), choice: { code: code.id, ...rated(code.facet), ...clash(code.facet) }, facet: code.facet, colour: code.colour, name: code.name, scale: code.scale,
      parents: code.path.slice(0, -code.name.length).replace(/ > $/, ''), codings: code.codings, there: there.has(code.id), digit: digits.includes(code.id) ? digits.indexOf(code.id) + 1 : null,
    }));
  const { name, above } = readPath(said.text);
  if (name === '') return known;
  const fresh = [facet, ...facets.filter((each) => each !== facet)].flatMap((of): Row[] => {
    const parent = above === null ? null : codes.find((code) => code.facet === of && [code.path, code.name].some((each) => nameKey(each) === nameKey(above)));
    if (parent === undefined || codes.some((code) => code.facet === of && code.parent === (parent?.id ?? null) && nameKey(code.name) === nameKey(name))) return [];
    return [{ id: `new-${of}`, choice: { create: { name, facet: of, parent: parent?.id ?? null }, ...rated(of), ...clash(of) }, facet: of, name, scale: [], parents: parent?.path ?? '', codings: null, there: false, digit: null }];
  });
  return [...known, ...fresh];
}
