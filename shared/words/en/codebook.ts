/** What the codebook says beyond a single code. */
export const codebook = {
  book: {
    chosen_one: 'One code chosen', chosen_other: '{{number}} codes chosen', several: 'Codes', together: 'Colour and sets…', clear: 'Choose none',
    deleteTitle_one: 'Delete one code?', deleteTitle_other: 'Delete {{number}} codes?', deleteSeveral: 'Delete these codes',
  },
  codeSet: {
    new: 'New set', add: 'Make the set', putIn: 'In sets',
  },
} as const;
