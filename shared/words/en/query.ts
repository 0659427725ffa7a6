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
  },
} as const;
