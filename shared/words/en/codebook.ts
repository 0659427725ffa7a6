/** What the codebook says beyond a single code. */
export const codebook = {
  book: {
    more: 'More about the codebook', chosen_one: 'One code chosen', chosen_other: '{{number}} codes chosen', several: 'Codes', together: 'Colour and sets…', clear: 'Choose none',
    deleteTitle_one: 'Delete one code?', deleteTitle_other: 'Delete {{number}} codes?', deleteRegister_one: 'One entry of the conflict register names them: {{names}}. It stays, and names nobody there.', deleteRegister_other: '{{number}} entries of the conflict register name them: {{names}}. They stay, and name nobody there.', deleteSeveral: 'Delete these codes',
  },
  bookImport: {
    title: 'Import a codebook', hint: '{{file}}: {{added}}, {{changed}}, {{same}}.', added_one: 'one new code', added_other: '{{number}} new codes', changed_one: 'one changes', changed_other: '{{number}} change', same_one: 'one stays as it is', same_other: '{{number}} stay as they are',
    row: 'Row', code: 'Code', says: 'What the file says', isNew: 'new', isChanged: 'changes', isSame: 'as it is', refused_one: 'One row cannot be taken in. Nothing is imported until it is corrected in the file.', refused_other: '{{number}} rows cannot be taken in. Nothing is imported until they are corrected in the file.',
    was: 'was: {{before}}', empty: 'What the file leaves empty changes nothing, and no code goes.', run: 'Take the codebook in',
  },
  sheetKind: {
    title: 'Import a sheet', either: 'The columns of this sheet fit a codebook as well as a list of participants. What is it?', columns: 'Its columns: {{columns}}.', nothing: 'Nothing is taken in before you have seen what it would change.', people: 'Participants', codebook: 'A codebook', asPeople: 'These are participants', asCodebook: 'This is a codebook',
  },
  bookExport: { title: 'Export the codebook', hint: 'All codes with their definitions, rules, examples, scales and counts, in the order of the codebook.', print: 'Print…' },
  version: {
    title: 'Versions of the codebook', none: 'Give the codebook a name at points that matter: before the pilot, after the first team meeting. What changed since can then be read, code by code.', name: 'Name', suggested: 'Version {{number}}', note: 'Note', make: 'Name it as it is now', namedBy: '{{when}}, {{who}}', now: 'now',
    compare: 'From', with: 'To', between: 'Codebook: {{from}} → {{to}}', same: 'Nothing has changed.', remove: 'Forget this version', list: 'Versions', changes: 'Changes', save: 'Save', codes_one: 'One code', codes_other: '{{number}} codes',
    added: 'New', removed: 'Gone', merged: 'Merged into', renamed: 'Renamed, was', moved: 'Moved, was in', top: 'the top', noScale: 'none', stamp: 'Codebook: {{version}}', since_one: '{{version}}, one code changed since', since_other: '{{version}}, {{number}} codes changed since', unnamed_one: 'no version named, one code', unnamed_other: 'no version named, {{number}} codes',
  },
  stamp: {
    title: 'About', study: 'Study', table: 'Table', n: 'n', made: 'Made', people_one: 'one person', people_other: '{{number}} people', counted: '{{people}} interviewed, {{documents}}', excerpts: '{{codings}} {{documents}}, {{people}} speaking',
  },
  example: { quoted: '“{{quotation}}” ({{source}})', source: '{{document}}, {{turn}}', use: 'Use as example', useFor: 'Use as example for “{{code}}”' },
  alias: { add: 'Add another name', remove: 'Take “{{alias}}” off' },
  scale: {
    title: 'Scale', preset: 'Choose a scale', five: '−2 to +2', likert: '1 to 5', levels: 'Low, middle, high', low: 'low', middle: 'middle', high: 'high', none: 'No scale of its own', usual: 'The usual scale, −2 to +2.', value: 'Value', anchor: 'In words', addLow: 'Lower step', addHigh: 'Higher step', remove: 'Remove step {{value}}', up: 'Move the words of {{value}} up', down: 'Move the words of {{value}} down',
    off_one: 'One rating is off the scale: {{list}}.', off_other: '{{number}} ratings are off the scale: {{list}}.', wouldBeOff_one: 'One rating would be off the scale: {{list}}. It stays, and is marked.', wouldBeOff_other: '{{number}} ratings would be off the scale: {{list}}. They stay, and are marked.', anyway: 'Change it', offHere: 'Off the scale',
  },
  split: {
    into: 'Split…', title: 'Split “{{code}}”', before: 'Passage before', next: 'Next passage', place: 'Passage {{place}} of {{of}}', to: 'Where does this passage go?', isNew: 'new', dropTarget: 'Do not offer “{{code}}”', stay: 'Stays with “{{code}}”', add: 'Another code, or a new one', keep: 'Keep it with “{{code}}” too', keys: '1–9 choose and go on, Shift adds one more, 0 leaves it, ← → walk, Esc leaves the field.',
    where: 'New codes stand', below: 'Below it', beside: 'Beside it', progress: 'How far the passages are decided', decided: '{{decided}} of {{of}} decided.', resume: 'You can close this and go on later.', goOn: 'Split “{{code}}”, {{decided}} of {{of}} decided: go on', goOnMenu: 'Go on with the split…', begun: '{{decided}} of {{of}}', forget: 'Forget what was decided', run_one: 'Move one passage', run_other: 'Move {{number}} passages',
  },
  codeFilter: {
    find: 'Find codes', filter: 'Filter', clear: 'Show every code', facet: 'Facet', set: 'In the set', only: 'Only', unused: 'Not coded with yet', undefined: 'Without a definition', here: 'In this document',
    found_one: 'One code found', found_other: '{{number}} codes found', none: 'No code fits.',
  },
  codeSet: {
    set: 'Set', sets: 'Code sets', hint: 'A set puts codes of any facet together for a question. Drag codes onto it, or tick it in their pane.', name: 'Name', rename: 'Rename the set…', renameTitle: 'Rename “{{set}}”', remove: 'Remove the set', putOnto: 'Put codes into “{{set}}”', showOnly: 'Only the codes of “{{set}}”', new: 'New set', add: 'Make the set', putIn: 'In sets',
  },
} as const;
