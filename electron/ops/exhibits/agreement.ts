import { z } from 'zod';
import { agreementAsked, agreementInput, type AgreementRow, type Measures } from '../../../shared/model/agreement.ts';
import type { Exhibit, ExhibitCell, ExhibitRow } from '../../../shared/model/exhibit.ts';
import { formatPath } from '../../../shared/model/path.ts';
import { readingOf, sayAgreementSubtitle, sayAgreementTitle, sayLeftOutDocuments } from '../../../shared/words/sayAgreement.ts';
import { agreementAhead } from '../agreement.ts';
import { agreementRounds, roundsInput } from '../agreementRounds.ts';
import { agreementTable } from '../agreementTable.ts';
import { codePaths } from '../codes.ts';
import { listDisagreements } from '../disagreements.ts';
import { exhibitKind } from '../exhibit.ts';
import { textsOf } from '../searchSources.ts';
import { askedLines, cell, measureColumns, measured, nameOf, names, notes, plain, pointOf, usualCoders } from './agreementCells.ts';

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
    return {
      title: sayAgreementTitle(words, table), subtitle: sayAgreementSubtitle(words, table), corner: say(asked.triples ? 'agreement.triple' : 'agreement.code'), columns: plain(labels),
      rows: [...rows, total(say('agreement.overall'), table.overall), ...(table.together ? [total(say('agreement.together'), table.together)] : [])],
      notes: [...notes(words, asked), ...(table.together ? [say('agreement.togetherHint')] : []), ...sayLeftOutDocuments(words, table.leftOut, nameOf(project))], quotations: [],
      asked: askedLines(project, words, asked), n: say('code.documents', { count: table.documents.length }), drawn: { columns: [labels.indexOf(say('agreement.alpha'))], rows: rows.map((_, index) => index), percent: false },
      pictured: { kind: 'agreement', isLine: false, points: table.rows.filter(({ coded }) => coded.some((count) => count > 0)).map((row) => pointOf(words, row.item.label, row, row.item.code?.facet ?? null)) },
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
      notes: [say(by === 'handout' ? 'agreement.roundHandOutHint' : 'agreement.roundHint'), ...notes(words, asked)], quotations: [], asked: [[say('agreement.roundsBy'), say(`agreement.rounds.${by}`)], ...askedLines(project, words, asked)], n: say('code.documents', { count: documents }),
      drawn: { columns: [labels.indexOf(say('agreement.alpha'))], percent: false }, pictured: { kind: 'agreement', isLine: true, points: rounds.map((round) => pointOf(words, round.key === null ? say(by === 'handout' ? 'agreement.noHandOut' : 'agreement.beforeFirst') : round.label, round.overall)) },
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
