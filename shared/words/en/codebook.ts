/** What the codebook says beyond a single code. */
export const codebook = {
  book: {
    more: 'More about the codebook', chosen_one: 'One code chosen', chosen_other: '{{number}} codes chosen', several: 'Codes', together: 'Colour and sets…', clear: 'Choose none',
    deleteTitle_one: 'Delete one code?', deleteTitle_other: 'Delete {{number}} codes?', deleteSeveral: 'Delete these codes',
  },
  bookImport: {
    title: 'Import a codebook', hint: '{{file}}: {{added}}, {{changed}}, {{same}}.', added_one: 'one new code', added_other: '{{number}} new codes', changed_one: 'one changes', changed_other: '{{number}} change', same_one: 'one stays as it is', same_other: '{{number}} stay as they are',
    row: 'Row', code: 'Code', says: 'What the file says', isNew: 'new', isChanged: 'changes', isSame: 'as it is', refused_one: 'One row cannot be taken in. Nothing is imported until it is corrected in the file.', refused_other: '{{number}} rows cannot be taken in. Nothing is imported until they are corrected in the file.',
    was: 'was: {{before}}', empty: 'What the file leaves empty changes nothing, and no code goes.', run: 'Take the codebook in',
  },
  bookExport: { title: 'Export the codebook', hint: 'All codes with their definitions, rules, examples, scales and counts, in the order of the codebook.', print: 'Print…' },
  codeSet: {
    new: 'New set', add: 'Make the set', putIn: 'In sets',
  },
} as const;
