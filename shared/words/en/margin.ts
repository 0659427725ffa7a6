/** Stripes beside the text: their edges, and whose they are. */
export const margin = {
  done: { resize: 'resize ‘{{code}}’', recode: 'recode to ‘{{code}}’' },
  keys: {
    edges: 'Edges of the passage at hand', endBy: 'Move its end by a character', endByWord: 'By a word', endBySentence: 'By a sentence', edge: 'From now on its start, its end',
  },
  margin: {
    folded_one: 'One more code: {{names}}', folded_other: '{{number}} more codes: {{names}}',
    gap: 'Still missing: {{facet}}. Click to add it.',
    onlyMine: 'only mine', nobody: 'nobody', shown: 'Whose codings show', you: 'you', view: 'How they show', blind: 'Only mine (code blind)', byCoder: 'Colour by coder', usual: 'As usual: you and one other', onlyMineCount: 'Only your own codings: you are coding blind.', hidden: 'Others’ codings are hidden here and in all counts.', start: 'The keys now move the start of the passage.', end: 'The keys now move the end of the passage.',
  },
};
