import { z } from 'zod';
import { agreementAsked, agreementInput, type AgreementAsked, type AgreementRow, type Measure, type Measures } from '../../../shared/model/agreement.ts';
import type { Exhibit, ExhibitCell, ExhibitColumn, ExhibitRow } from '../../../shared/model/exhibit.ts';
import { formatPath } from '../../../shared/model/path.ts';
import type { Words } from '../../../shared/words/index.ts';
import { readingOf, sayAgreementSubtitle, sayAgreementTitle, sayLeftOutDocuments, sayReason } from '../../../shared/words/sayAgreement.ts';
import { agreementAhead } from '../agreement.ts';
import { agreementRounds, roundsInput } from '../agreementRounds.ts';
import { agreementTable } from '../agreementTable.ts';
import { codePaths } from '../codes.ts';
import { listDisagreements } from '../disagreements.ts';
import { exhibitKind } from '../exhibit.ts';
import type { Reader } from '../operation.ts';
import { textsOf } from '../searchSources.ts';
import { talliesOf } from '../tallies.ts';

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
/** A number, or in words why there is none. */
const cell = (words: Words, measure: Measure): ExhibitCell => (measure.value === null ? words.say('agreement.notDefinedWhy', { why: sayReason(words, measure) || '–' }) : rounded(measure.value));
const limit = (value: number | null): ExhibitCell => (value === null ? '' : rounded(value));
const main = ['percent', 'kappa', 'fleiss', 'alpha', 'ac1', 'brennanPrediger', 'holsti'] as const;
/** What every exhibit of agreement shows of its measures, in columns. */
const measured = (words: Words, measures: Measures): ExhibitCell[] => main.flatMap((name) => (name === 'kappa' ? [cell(words, measures.kappa), limit(measures.kappa.low), limit(measures.kappa.high)] : [cell(words, measures[name])]));
const measureColumns = ({ say }: Words): string[] => main.flatMap((name) => (name === 'kappa' ? [say('agreement.kappa'), say('agreement.low'), say('agreement.high')] : [say(`agreement.${name}`)]));
const plain = (labels: readonly string[]): ExhibitColumn[] => labels.map((label) => ({ label, over: '', n: null }));

/** Codes and documents that are asked for by their numbers: kept by what they are, whatever their numbers are elsewhere. */
const names = { codes: 'codeNumber', documents: 'documentNumber' } as const;
/** The two who coded most: whose agreement one usually wants to know. */
function usualCoders(project: Reader): { coders: number[] } | null {
  const counted = talliesOf(project).coders;
  const coders = project.all('coders', { layer: 'coder' }).filter(({ id }) => (counted[id] ?? 0) > 0).toSorted((a, b) => counted[b.id]! - counted[a.id]!).slice(0, 2).map(({ id }) => id);
  return coders.length < 2 ? null : { coders };
}
const nameOf = (project: Reader) => (coder: number): string => project.find('coders', coder)?.name ?? '–';
function askedLines(project: Reader, words: Words, asked: AgreementAsked): (readonly [string, string])[] {
  const { say } = words;
  const paths = codePaths(project);
  return [
    [say('agreement.coders'), words.list(asked.coders.map(nameOf(project)))], [say('agreement.unit'), asked.unit === 'segment' ? `${say('agreement.units.segment')}, ${say('agreement.overlap')} ${say('agreement.overlapAt', { share: words.percent(asked.overlap) })}` : say(`agreement.units.${asked.unit}`)],
    [say('agreement.rows'), asked.triples ? say('agreement.triples') : asked.codes ? words.list(asked.codes.map((code) => { const path = paths.get(code); return path ? formatPath(path) : '–'; })) : asked.facet ? say(`facet.${asked.facet}`) : say('agreement.allCodes')],
    ...(asked.documents === undefined ? [] : [[say('agreement.documents'), words.list(asked.documents.map((document) => project.find('documents', document)?.name ?? '–'))] as const]),
    [say('agreement.worked'), say(`agreement.workedBy.${asked.worked}`)], ...(asked.average === 'pooled' ? [] : [[say('agreement.average'), say(`agreement.averages.${asked.average}`)] as const]),
  ];
}
const notes = (words: Words, { unit }: AgreementAsked): string[] => [words.say('agreement.legend'), ...(unit === 'document' || unit === 'segment' ? [] : [words.say('agreement.dependent')])];

/** How far coders agree about each code, and over all. */
export const agreementExhibit = exhibitKind({
  id: 'agreement', input: agreementInput, usual: usualCoders, ahead: agreementAhead, names,
  make(project, asked, words): Exhibit {
    const { say } = words;
    const table = agreementTable(project, asked);
    const names = table.coders.map(({ name }) => name);
    const rated = table.rows.some(({ ratings }) => ratings !== null);
    const pairs = table.overall.pairs.map(({ coders: [first, second] }) => say('agreement.pairKappa', { first: names[first]!, second: names[second]! }));
    const labels = [
      say('count.documents'), ...names.map((coder) => say('agreement.codedBy', { coder })), say('agreement.codedTogether'), say('agreement.nIn'), ...measureColumns(words), ...(asked.unit === 'segment' ? [`${say('agreement.unitizing')} (${say('agreement.unitizingHint')})`] : []), ...pairs,
      ...(rated ? [say('agreement.rated'), say('agreement.ordinal'), say('agreement.intervalAlpha')] : []), say('agreement.reading'),
    ];
    const tail = (measures: Measures): ExhibitCell[] => [...measured(words, measures), ...(asked.unit === 'segment' ? [measures.unitizing ? cell(words, measures.unitizing) : ''] : []), ...pairs.map((_, index) => { const pair = measures.pairs[index]; return pair ? cell(words, pair) : ''; })];
    const ratings = (row: AgreementRow | null): ExhibitCell[] => (rated ? (row?.ratings ? [row.ratings.passages, cell(words, row.ratings.ordinal), cell(words, row.ratings.interval)] : ['', '', '']) : []);
    const rows = table.rows.map((row): ExhibitRow => ({
      label: row.item.label, depth: row.item.code?.depth ?? 0, facet: row.item.code?.facet ?? null,
      cells: [row.documents, ...row.coded, row.everybody, row.units, ...tail(row), ...ratings(row), say(`agreement.reads.${readingOf(row, row.coded.some((count) => count > 0))}`)],
    }));
    const total = (label: string, measures: Measures): ExhibitRow => ({ label, depth: 0, facet: null, cells: ['', ...names.map(() => ''), '', measures.units, ...tail(measures), ...ratings(null), ''] });
    const column = labels.indexOf(say('agreement.alpha'));
    return {
      title: sayAgreementTitle(words, table), subtitle: sayAgreementSubtitle(words, table), corner: say(asked.triples ? 'agreement.triple' : 'agreement.code'), columns: plain(labels),
      rows: [...rows, total(say('agreement.overall'), table.overall), ...(table.together ? [total(say('agreement.together'), table.together)] : [])],
      notes: [...notes(words, asked), ...(table.together ? [say('agreement.togetherHint')] : []), ...sayLeftOutDocuments(words, table.leftOut, nameOf(project))], quotations: [],
      asked: askedLines(project, words, asked), n: say('code.documents', { count: table.documents.length }), drawn: { columns: [column], rows: rows.map((_, index) => index), percent: false },
    };
  },
});

/** How coders agree from round to round. */
export const agreementRoundsExhibit = exhibitKind({
  id: 'agreementRounds', input: roundsInput, usual: usualCoders, ahead: agreementAhead, names,
  make(project, { by, ...asked }, words): Exhibit {
    const { say } = words;
    const rounds = agreementRounds(project, by, asked);
    const documents = rounds.reduce((sum, round) => sum + round.documents.length, 0);
    const labels = [say('count.documents'), ...measureColumns(words)];
    return {
      title: `${say('agreement.title', { coders: words.list(asked.coders.map(nameOf(project))) })}: ${say('agreement.ways.rounds')}`, subtitle: sayAgreementSubtitle(words, { documents: rounds.flatMap((round) => round.documents), length: rounds.reduce((sum, { overall }) => sum + overall.units, 0), asked }),
      corner: say(`agreement.rounds.${by}`), columns: plain(labels),
      rows: rounds.map((round): ExhibitRow => ({ label: round.key === null ? say(by === 'handout' ? 'agreement.noHandOut' : 'agreement.beforeFirst') : round.label, depth: 0, facet: null, cells: [round.documents.length, ...measured(words, round.overall)] })),
      notes: [say(by === 'handout' ? 'agreement.roundHandOutHint' : 'agreement.roundHint'), ...notes(words, asked)], quotations: [], asked: [[say('agreement.roundsBy'), say(`agreement.rounds.${by}`)], ...askedLines(project, words, asked)], n: say('code.documents', { count: documents }), drawn: { columns: [labels.indexOf(say('agreement.alpha'))], percent: false },
    };
  },
});

/** Disagreements that one file holds at most. */
const mostListed = 5000;
const listed = z.strictObject({ ...agreementAsked, show: z.enum(['open', 'decided']).default('open'), order: z.enum(['code', 'document']).default('code') });
/** Where coders differ, with the words of each, and what was decided. */
export const disagreementsExhibit = exhibitKind({
  id: 'disagreements', input: listed, usual: usualCoders, ahead: agreementAhead, names,
  make(project, asked, words): Exhibit {
    const { say } = words;
    const text = textsOf(project);
    const found = listDisagreements.run(project, { ...asked, from: 0, limit: mostListed }, undefined);
    const names = asked.coders.map(nameOf(project));
    const paths = codePaths(project);
    const labels = [say('excerpt.document'), say('excerpt.start'), ...names, say('agreement.decision'), say('agreement.note')];
    return {
      title: `${say('agreement.title', { coders: words.list(names) })}: ${say('agreement.list')}`, subtitle: say(asked.show === 'open' ? 'agreement.open' : 'agreement.decided', { count: found.total }), corner: say('excerpt.code'), columns: plain(labels),
      rows: found.rows.map(({ code, document, start, sides, decision }): ExhibitRow => ({
        label: formatPath(paths.get(code)!), depth: 0, facet: project.get('codes', code).facet,
        cells: [project.get('documents', document).name, start, ...asked.coders.map((coder) => sides.find((side) => side.coder === coder)?.codings.map((coding) => `${text(document).slice(coding.start, coding.end)}${coding.rating === null ? '' : ` (${words.number(coding.rating)})`}`).join(' … ') ?? ''), decision ? say(`agreement.verdicts.${decision.verdict}`, { coder: decision.taken === null ? '' : nameOf(project)(decision.taken) }) : '', decision?.note ?? ''],
      })),
      notes: sayLeftOutDocuments(words, found.leftOut, nameOf(project)), quotations: [], asked: askedLines(project, words, { ...asked, triples: false }), n: say(asked.show === 'open' ? 'agreement.open' : 'agreement.decided', { count: found.total }),
    };
  },
});
