import type { Count, Showing, TableRelation } from '../../model/table.ts';

/** The tables' words, in English. */
export const tables = {
  title: '{{rows}} by {{by}}', titleSplit: '{{rows}} by {{by}}, each by {{split}}', subtitle: '{{what}} {{people}}, {{documents}}; {{speakers}}.', rows: 'Rows', columns: 'Columns', count: 'Count', speakers: 'Speakers', shown: 'Shown as', allCodes: 'All codes', ofPeople: 'of people', ofDocuments: 'of documents',
  counted: {
    codings: 'How often each code was given.', passages: 'How many passages carry the code.', documents: 'How many documents carry the code.', participants: 'How many people raise it at least once.', words: 'How many words are coded with it, each once.',
    characters: 'How many characters are coded with it, each once.', duration: 'How long people speak of it, by the times of their turns.',
  } satisfies Record<Count, string>,
  countedTogether: {
    codings: 'How often both are given together, each two codings once:', passages: 'How many passages of the row’s code have the column’s with them:', documents: 'In how many documents both are given together:', participants: 'How many people speak in passages of the row’s code that have the column’s with them:', words: 'How many words of the row’s passages have the column’s with them, each once:',
    characters: 'How many characters of the row’s passages have the column’s with them, each once:', duration: 'How long the row’s passages take that have the column’s with them:',
  } satisfies Record<Count, string>,
  countedAll: {
    codings: 'How many codings there are.', passages: 'How many passages are coded.', documents: 'How many documents there are.', participants: 'How many people were interviewed.', words: 'How many words are coded, each once.',
    characters: 'How many characters are coded, each once.', duration: 'How long people speak in coded passages.',
  } satisfies Record<Count, string>,
  presenceOnly: 'Whether there is anything (1) or nothing (0).',
  lying: {
    overlap: 'they share text.', within: 'the row’s lies within the column’s.', encloses: 'the row’s lies around the column’s.', near: 'they are near each other.', turn: 'they touch one turn.', document: 'they stand in one document.', triple: 'one coder gave both to one passage.',
  } satisfies Record<TableRelation, string>,
  relations: {
    overlap: 'Overlapping', within: 'Row within column', encloses: 'Row around column', near: 'Near', turn: 'Same turn', document: 'Same document', triple: 'Same passage, same coder',
  } satisfies Record<TableRelation, string>,
  relation: 'Together', most: 'At most', unit: 'Unit', units: { characters: 'characters apart', words: 'words apart' },
  shows: { number: 'Numbers', n: 'Per cent of n', row: 'Per cent of row', column: 'Per cent of column' } satisfies Record<Showing, string>, show: 'Show',
  presence: 'Presence only', cross: 'Crossed with', nothingCrossed: 'Nothing', split: 'Compare', splitBy: 'Compare by', all: 'All', allTogether: 'All together', filter: 'Only passages', noFilter: 'All passages', triples: 'Facet triples', allDocuments: 'All {{count}}', coders: 'Coders', documentsCounted: 'Documents', everyCoder: 'All',
  ofDocumentsCounted_one: '{{k}} of one document', ofDocumentsCounted_other: '{{k}} of {{number}} documents',
  people_one: 'One person', people_other: '{{number}} people', documents_one: 'one document', documents_other: '{{number}} documents', ofPeople_one: '{{k}} of one person', ofPeople_other: '{{k}} of {{number}} people', passages_one: 'one passage', passages_other: '{{number}} passages', withInterviewers: 'interviewers count too', withoutInterviewers: 'interviewers left out', interviewees: 'Interviewees', everybody: 'Everybody', subcodes: 'With subcodes',
  table: 'Table', picture: 'Picture', save: 'Export', saveTable: 'Export', savePicture: 'Save picture', percentLegend: 'Per cent of the group’s n.', rowLegend: 'Per cent of the row.', columnLegend: 'Per cent of the column.', topLegend: 'Bold: top five of the group.', topOfLarge: 'Bold: top five of the group; none where n is under {{n}}.', noTop: 'No top five: n is under {{n}} in every group.', smallLegend: '2/4: counts where n is under {{n}}.', unasked: 'Nobody was interviewed', nobodyBoth: 'Nobody who was interviewed is in both groups', unaskedDocuments: 'There is no document', noDocumentBoth: 'No document is in both groups', noGroups: 'No groups yet. Give participants an attribute, or import a sheet of them.', untimed: 'No turn of these transcripts has a time.',
  noRows: 'There are no codes of this kind yet.', noTriples: 'Nobody has said all of these of one passage yet.', emptyTitle: 'Nothing to count yet.', emptyText: 'Tables show how often each code occurs in each group. Code some passages first.', goCoding: 'Go to the transcripts',
  saved: 'Saved tables', keep: 'Save table', keepChanges: 'Save changes', keepTitle: 'Save this table', renameTitle: 'Rename the table', rename: 'Rename', remove: 'Delete', noneSaved: 'Tables that you save stay here, and are counted anew.', notUnderstood: 'This program cannot read it.', more: 'More about “{{table}}”',
  countedSection: 'Counted', groupsSection: 'Groups', pane: 'Tables and groups', nobodyFrom: '{{split}}. Nobody was interviewed: {{groups}}.', noDocumentsFrom: '{{split}}. No document: {{groups}}.',
  dominant: '{{name}} gives {{k}} of these {{n}} passages.', dominantWay: 'Read them as one person’s view before they stand for a group.', quotationsOf: 'Quotations', beside: 'beside it', openInSearch: 'Open in Search', copy: 'Copy with sources', copied: 'Copied.',
  difference: 'Difference', pointsUnit: 'points', points: '{{value}} percentage points', less: '{{first}} less {{second}}: {{value}}', fromTo: '{{low}} to {{high}}', interval: '95 % interval {{interval}}', shareInterval: '{{k}} of {{n}}, {{share}}; 95 % interval {{low}} to {{high}}', low: 'from', high: 'to',
  totalLabel: 'Total: all together', whyNoDifference: 'why no difference',
  noDifferenceDocuments: 'No difference: there is no document ({{groups}})',
  noDifference: 'No difference: nobody was interviewed ({{groups}})', noDifferenceOfNothing: 'No difference: nothing is counted that it would be a share of',
  noInterval: { unit: 'no interval: many of these are one person’s', overlapping: 'no interval: some are in both groups' }, clearLegend: 'The 95 % interval of the difference leaves out zero', differenceLegend: 'Difference: {{first}} less {{second}}.',
  sort: 'Sort by {{column}}', sortedDown: 'highest first',
  portrait: 'Portrait', portraitOf: 'Document', portraitTitle: '{{rows}} along {{document}}', portraitNote: 'Each mark is a passage, in the place where it stands in the text; it opens there.', noPortrait: 'Nothing of this kind is coded in this document.', turnsRow: 'Interviewees, interviewers lighter',
  pictureKind: 'Drawn as', notDrawn: 'There is nothing to draw, or more groups and rows than a picture shows: read the table, or choose fewer.', copyPicture: 'Copy the picture',
  correction: 'Correction for several rows', corrections: { holm: 'Holm', BH: 'Benjamini–Hochberg', none: 'None' }, correctionHints: { holm: 'no false finding at all', BH: 'few false among those found', none: 'each row alone' },
  findings: 'What the tests say', moreFindings_one: 'One more', moreFindings_other: '{{number}} more', oneGroup: 'This group', sideBySide: 'Side by side',
};
