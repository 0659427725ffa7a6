import { agreementInput } from '../../../shared/model/agreement.ts';
import { departingIn, pairsIn, pairValue, withOthers } from '../../../shared/model/coderPairs.ts';
import type { Exhibit, ExhibitCell, ExhibitRow } from '../../../shared/model/exhibit.ts';
import { readingOf, sayAgreementSubtitle, sayDeparting, sayLeftOutDocuments } from '../../../shared/words/sayAgreement.ts';
import { agreementAhead } from '../agreement.ts';
import { agreementDocuments } from '../agreementDocuments.ts';
import { scopeOf } from '../agreementScope.ts';
import { agreementTable } from '../agreementTable.ts';
import { exhibitKind } from '../exhibit.ts';
import { askedLines, cell, measureColumns, measured, nameOf, names, notes, plain, pointOf, rounded, usualCoders } from './agreementCells.ts';

/** How coders agree in each document: where one has to look first. */
export const agreementDocumentsExhibit = exhibitKind({
  id: 'agreementDocuments', input: agreementInput, usual: usualCoders, ahead: agreementAhead, names,
  make(project, asked, words): Exhibit {
    const { say } = words;
    const documents = agreementDocuments(project, asked, 'worst');
    const coders = asked.coders.map(nameOf(project));
    const labels = [...coders.map((coder) => say('agreement.codingsOf', { coder })), say('agreement.nIn'), ...measureColumns(words), ...(asked.unit === 'segment' ? [`${say('agreement.unitizing')} (${say('agreement.unitizingHint')})`] : []), say('agreement.reading')];
    return {
      title: `${say('agreement.title', { coders: words.list(coders) })}: ${say('agreement.ways.documents')}`, subtitle: sayAgreementSubtitle(words, { documents: documents.map(({ document }) => document), length: documents.reduce((sum, { length }) => sum + (length ?? 0), 0), asked }),
      corner: say('excerpt.document'), columns: plain(labels),
      rows: documents.map(({ document, worked, codings, length, measures }): ExhibitRow => ({
        label: document.name, depth: 0, facet: null,
        // Who did not work on it coded nothing there for another reason than that there was nothing.
        cells: [...codings.map((count, place): ExhibitCell => (worked.includes(place) ? count : '')), length ?? measures.units, ...measured(words, measures), ...(asked.unit === 'segment' ? [measures.unitizing ? cell(words, measures.unitizing) : ''] : []), say(`agreement.reads.${readingOf(measures, codings.some((count) => count > 0))}`)],
      })),
      notes: [say('agreement.documentsHint'), ...notes(words, asked), ...sayLeftOutDocuments(words, scopeOf(project, asked).leftOut, nameOf(project))], quotations: [],
      asked: askedLines(project, words, asked), n: say('code.documents', { count: documents.length }),
      drawn: { columns: [labels.indexOf(say('agreement.alpha'))], percent: false }, pictured: { kind: 'agreement', isLine: false, points: documents.map(({ document, measures }) => pointOf(words, document.name, measures)) },
    };
  },
});

/** How every two coders agree, and each with the others on each code: who departs, and on what. */
export const agreementCodersExhibit = exhibitKind({
  id: 'agreementCoders', input: agreementInput, usual: usualCoders, ahead: agreementAhead, names,
  make(project, asked, words): Exhibit {
    const { say } = words;
    const table = agreementTable(project, asked);
    const isShare = asked.unit === 'segment';
    const coders = table.coders.map(({ name }) => name);
    const told = (value: number | null): ExhibitCell => (value === null ? '' : rounded(value));
    const pairs = pairsIn(table.overall, coders.length);
    const means = withOthers(pairs, coders.length, isShare);
    const departing = departingIn(table);
    const row = (label: string, depth: number, cells: readonly ExhibitCell[]): ExhibitRow => ({ label, depth, facet: null, cells: [...cells] });
    return {
      title: `${say('agreement.title', { coders: words.list(coders) })}: ${say('agreement.ways.coders')}`, subtitle: sayAgreementSubtitle(words, table),
      corner: say(isShare ? 'agreement.pairShare' : 'agreement.pairKappas'), columns: plain([...coders, say('agreement.withOthers')]),
      rows: [
        ...coders.map((coder, first) => row(coder, 0, [...coders.map((_, second): ExhibitCell => { const pair = pairs.find(({ coders: both }) => first !== second && both.includes(first) && both.includes(second)); return pair ? told(pairValue(pair, isShare)) : ''; }), told(means[first]!)])),
        ...(coders.length < 3 ? [] : table.rows.filter(({ coded }) => coded.some((count) => count > 0)).map((each): ExhibitRow => ({ ...row(each.item.label, 0, [...withOthers(each.pairs, coders.length, isShare).map(told), told(isShare ? each.percent.value : each.kappa.value)]), facet: each.item.code?.facet ?? null }))),
      ],
      notes: [...(departing ? [sayDeparting(words, departing, (place) => coders[place]!, isShare)] : []), ...(coders.length < 3 ? [] : [say('agreement.codersRows')]), ...notes(words, asked), ...sayLeftOutDocuments(words, table.leftOut, nameOf(project))],
      quotations: [], asked: askedLines(project, words, asked), n: say('code.documents', { count: table.documents.length }), drawn: { columns: [...coders.keys()], rows: [...coders.keys()], percent: false },
    };
  },
});
