/** The query read aloud; each phrase says of passages what they are. */
const inWords = {
  everything: 'All coded passages', passages: 'Passages {{what}}', and: ' and ', or: ' or ', not: 'not {{what}}', notGroup: 'not ({{what}})', group: '({{what}})',
  code: 'coded ‘{{code}}’', onlyCode: 'coded ‘{{code}}’ itself', facet: 'coded with a {{facet}}', anyCode: 'coded', and1: ', {{more}}',
  low: 'rated low', middle: 'rated in the middle', high: 'rated high', rated: 'rated', unrated: 'without a rating', compare: 'rated {{compare}} {{value}}',
  party: 'party {{code}}', counterparty: 'counterparty {{code}}', with: 'with {{code}}', by: 'by {{who}}', from: 'since {{date}}', to: 'before {{date}}',
  quality: '{{what}} ({{said}})', triple: 'where one coder says {{parts}}', times: ' × ', any: 'any {{facet}}', nothing: 'anything',
  half: 'half-coded', halfMissing: 'half-coded without a {{facet}}', text: 'containing “{{text}}”', wholeWord: 'as a whole word', matchCase: 'in this case',
  attribute: 'where {{attribute}} is {{values}}', noValue: 'not given', participant: 'in which {{who}} speaks', role: 'in which an {{roles}} speaks', document: 'in {{documents}}', memo: 'with a memo', orList: '{{one}} or {{other}}',
  overlaps: 'that share text with a passage {{what}}', within: 'that lie inside a passage {{what}}', encloses: 'around a passage {{what}}', turn: 'within one turn with a passage {{what}}', inDocument: 'in a document with a passage {{what}}',
  words_one: 'at most one word from a passage {{what}}', words_other: 'at most {{number}} words from a passage {{what}}', characters_one: 'at most one character from a passage {{what}}', characters_other: 'at most {{number}} characters from a passage {{what}}',
  sameTurn: 'in the same turn as a passage {{what}}', turns_one: 'at most one turn from a passage {{what}}', turns_other: 'at most {{number}} turns from a passage {{what}}',
} as const;

export const query = {
  query: {
    inWords,
    found_one: 'One passage.', found_other: '{{number}} passages.',
    look: 'Look for', modeText: 'Words', modeQuery: 'Query', stop: '.', conditions: 'Conditions of the query', holds: 'Match', all: 'all of these', any: 'any of these', add: 'Add a condition', find: 'Code, group, person, words…', takeAway: 'Take away: {{what}}',
    words: 'Words', containing: 'Containing “{{text}}”', triples: 'Facets together', triple: 'Facet triple', halfCoded: 'Half-coded', unrated: 'A dimension without a rating', memo: 'With a memo', groups: 'Groups', group: 'A group', anyGroup: 'A group: any of', allGroup: 'A group: all of', anyOf: 'Any {{facet}}',
    coders: 'Coders', coder: 'Coder', dates: 'When it was coded', today: 'Coded today', week: 'Coded in the last seven days', people: 'Who speaks', role: 'Role', sense: 'Sense', is: 'It is so', isNot: 'It is not so', place: 'Place', most: 'at most',
    places: { here: 'this passage', overlaps: 'shares text with one that is', within: 'lies inside one that is', encloses: 'lies around one that is', turn: 'within one turn with one that is', document: 'in a document with one that is', words: 'near one that is, in words', characters: 'near one that is, in characters', turns: 'near one that is, in turns' },
    ratings: { any: 'any or none', low: 'low', middle: 'in the middle', high: 'high', rated: 'any', unrated: 'none' }, value: 'value', sides: { with: 'With', party: 'Party', counterparty: 'Counterparty' }, anybody: 'anybody', from: 'from', until: 'until', missing: 'Missing', anyFacet: 'any facet', notAsked: 'not asked for',
    tripleHint: 'All of it said by one coder on one passage. Any part may stay open.', groupHint: 'The conditions of this group stand below it.',
    counted: '{{found}} of {{of}}', passages_one: 'one coded passage', passages_other: '{{number}} coded passages', gone: 'No longer there: {{what}}', results: 'Passages', codeFor: 'Code for the passages', apply_one: 'Code one passage', apply_other: 'Code {{number}} passages', applyAll_one: 'Code the passage', applyAll_other: 'Code all {{number}} passages', nothing: 'No passage is like that.', nothingWay: 'Take a condition away, or let any of them hold. The numbers beside the choices say what each would find.', nothingCoded: 'Nothing is coded yet.', nothingCodedWay: 'Queries ask the coded passages. Code some first.', export: 'Export',
    savedQueries: 'Saved queries', empty: 'Begin a new one', saveAs: 'Save under a name…', saveChanges: 'Save changes', rename: 'Rename “{{query}}”…', duplicate: 'Duplicate “{{query}}”', delete: 'Delete “{{query}}”', changed: 'changed', saveTitle: 'Save the query', renameTitle: 'Rename the query', followed: 'Merged since it was saved: {{what}}.',
  },
} as const;
