import { codebook, type SampleCode } from './codebook.ts';
import type { Line, Stop } from './fault.ts';

/** One code on one passage, as a line of a source file says it. */
export interface Judgement {
  readonly code: SampleCode;
  readonly rating: number | null;
  readonly party: SampleCode | null;
  readonly counterparty: SampleCode | null;
}
/** What one coder says of one passage. */
export interface Judged {
  readonly line: Line;
  /** Name of the mark that shows the passage. */
  readonly mark: string;
  readonly coder: string;
  readonly judgements: readonly Judgement[];
  /** '' where there is none. It belongs to the first judgement. */
  readonly memo: string;
}

const byName = new Map(codebook.map((code) => [code.name.en, code]));
const judgedLine = /^(\d[^:]*): ([^|]+?)(?: \| (.+))?$/;
const whoPart = /^(?:(\d+[a-z]?) )?([A-Z]\w*)$/;
const termPart = /^(.+?)(?: ([+-]?\d))?(?: \(([^()]+) -> ([^()]+)\))?$/;

function readTerm(term: string, line: Line, stop: Stop): Judgement {
  const [, name = '', rating, from, to] = termPart.exec(term) ?? [];
  const known = (wanted: string) => byName.get(wanted) ?? stop(line, `no code is called ${wanted}`);
  const party = (wanted: string | undefined) => {
    if (wanted === undefined) return null;
    const code = known(wanted);
    return code.facet === 'stakeholder' ? code : stop(line, `${wanted} is no stakeholder`);
  };
  const code = known(name);
  const value = rating === undefined ? null : Number(rating);
  if (value !== null && !code.scale.some((step) => step.value === value)) stop(line, `${name} cannot be rated ${value}`);
  if (from !== undefined && code.facet !== 'conflict') stop(line, `${name} is no conflict and has no parties`);
  return { code, rating: value, party: party(from), counterparty: party(to) };
}

/** What `same` leaves of another coder's judgements: all facets of which this line says nothing of its own. */
function sameExcept(earlier: readonly Judgement[], terms: readonly string[], line: Line, stop: Stop): Judgement[] {
  const without = terms.filter((term) => term.startsWith('no ')).map((term) => term.slice(3));
  const own = terms.filter((term) => !term.startsWith('no ')).map((term) => readTerm(term, line, stop));
  const replaced = new Set<string>([...without, ...own.map(({ code }) => code.facet)]);
  for (const facet of without) if (!earlier.some(({ code }) => code.facet === facet)) stop(line, `there is no ${facet} to leave out`);
  return [...earlier.filter(({ code }) => !replaced.has(code.facet)), ...own];
}

/**
 * Reads the last part of a source file. A line names the marks and coders, then the codes:
 * `3 Lin, 3w Wei: GPs; Workload -2; Patients not sent back (GPs -> Specialists) | memo of the first coder`, and
 * `3 Wei: same; Workload -1; no conflict` takes over what was said last of passage 3 except for the facets that it names.
 */
export function readJudgements(lines: readonly Line[], stop: Stop): Judged[] {
  const all: Judged[] = [];
  for (const line of lines) {
    const [, who = '', said = '', memo = ''] = judgedLine.exec(line.text) ?? stop(line, 'a coding reads "1 Lin, Wei: code; code | memo"');
    const terms = said.split(';').map((term) => term.trim());
    let mark = '';
    let judgements: Judgement[] | null = null;
    for (const [index, part] of who.split(', ').entries()) {
      const [, named, coder = ''] = whoPart.exec(part) ?? stop(line, `${part} is no coder`);
      mark = named ?? mark;
      const earlier = all.findLast((judged) => Number.parseInt(judged.mark, 10) === Number.parseInt(mark, 10))?.judgements;
      judgements ??= terms[0] !== 'same' ? terms.map((term) => readTerm(term, line, stop))
        : sameExcept(earlier ?? stop(line, `nothing was said of ${mark} before`), terms.slice(1), line, stop);
      all.push({ line, mark, coder, judgements, memo: index === 0 ? memo : '' });
    }
  }
  return all;
}
