/** Packages for coders: problems, history, the command line. */
export const problemHandOut = {
  'package-of-package': { what: '“{{name}}” is itself a package that was handed out.', way: 'Hand out from the study that it came from.' },
} as const;
export const doneHandOut = { make_one: 'hand one document out to {{coder}}', make_other: 'hand {{number}} documents out to {{coder}}', forget: 'forget the package for {{coder}}', received: 'package for {{coder}}' } as const;
export const cliHandOut = {
  'hand-out': 'make a package for a coder, a study file with chosen documents: --coder NAME --documents TITLE,TITLE -o FILE.concord; --blind: without others’ codings and memos; --people values, names (as it is without more) or numbers: what it tells of who speaks; --note TEXT; “merge STUDY FILE” brings it back. Without --coder: who has what (--json)',
  handedOut: 'Package for {{coder}}: {{documents}} documents, {{codings}} codings in it. {{file}}', leftOut: 'Left out, as they quote other interviews: lines of {{codes}} codes; {{memos}} memos.', whoHasWhat: { coder: 'Coder', documents: 'Documents', since: 'Since', returned: 'Brought back', finished: 'Finished', codings: 'Codings', nobody: 'Nobody has: {{documents}}', several: 'With several coders: {{documents}}' },
} as const;
/** Who has what, in the window. */
export const handOut = {
  title: 'Packages', make: 'Hand out documents…', again: 'Hand out again…', bring: 'Bring back…', forget: 'Forget', more: 'More for {{coder}}',
  none: 'A package is a study file for one coder: the documents that she is to code, and the codebook as it is. What she did in it comes back by merging; nothing of other interviews leaves this study.',
  by: 'How it is listed', notYet: 'not yet',
  columns: { coder: 'Coder', documents: 'Documents', since: 'Handed out', returned: 'Brought back', finished: 'Finished', codings: 'Codings' }, ways: { byPackage: 'Packages', byDocument: 'Documents' },
  blindSign: 'without others’ codings', ofThem: '{{count}} of {{of}}', gone: '(no longer in the study)', who: 'Who has it', wasWith: 'Was with', finishedBy: 'Finished by', nobodyHas: 'nobody',
  nobody_one: 'One document is with nobody: {{documents}}.', nobody_other: '{{number}} documents are with nobody: {{documents}}.',
  several_one: 'One document is with more than one coder: {{documents}}. Coded twice, it shows how far they agree.', several_other: '{{number}} documents are with more than one coder: {{documents}}. Coded twice, they show how far they agree.',
  andMore: '{{names}} and {{more}} more', forgot: 'The package for {{coder}} is off the list. Should it come back, it can still be merged.', made_one: 'One document was handed out to {{coder}}. Send her the file.', made_other: '{{number}} documents were handed out to {{coder}}. Send her the file.',
  sheet: 'Hand out documents', forWhom: 'Coder', newCoder: 'Choose, or write a new name', which: 'Documents', whichCount: '{{count}} of {{of}}', takeAll: 'All', takeNone: 'None', takeFree_one: 'The one that nobody has', takeFree_other: 'The {{number}} that nobody has', has: 'with {{coders}}', had: 'back from {{coders}}',
  others: 'Others’ codings and memos', blind: { yes: 'Leave out', no: 'Give along' }, speakers: 'Who speaks', people: { values: 'Names, attributes', names: 'Names', numbers: 'Numbers' }, attributes: 'Attributes', note: 'Note for yourself', save: 'Save the package…',
  inIt: 'In the file', notInIt: 'Not in the file', mind: 'Please note', askDocuments: 'Choose the documents: here you then see what she gets.', askCoder: 'Say for whom it is.',
  has_: {
    documents_one: 'One document with its text as it is now, and who speaks where', documents_other: '{{number}} documents with their texts as they are now, and who speaks where', codebook: 'The codebook as it is: {{codes}} codes, from now on called “{{version}}”', codebookNew: 'The codebook as it is: {{codes}} codes, named as a version',
    mine_one: 'Her own coding so far', mine_other: 'Her own {{number}} codings so far', others_one: 'One coding of others', others_other: '{{number}} codings of others', memos_one: 'One memo', memos_other: '{{number}} memos',
    people: { values: 'People who speak there ({{people}}), by name, with: {{attributes}}', valuesNone: 'People who speak there ({{people}}), by name; none of their attributes', names: 'People who speak there ({{people}}), by name and role; none of their attributes', numbers: 'People who speak there ({{people}}), as P1, P2, …; neither names nor attributes' },
  },
  hasNot: {
    documents_one: 'The other document, who speaks there, and what is coded in it', documents_other: 'The other {{number}} documents, who speaks there, and what is coded in them', codings_one: 'One coding of others on these documents, and their memos', codings_other: '{{number}} codings of others on these documents, and their memos', blind: 'Others’ codings and memos',
    history: 'The history: earlier wordings, deleted things, who did what', rest: 'Questionnaires, the conflict register, saved queries, tables and reports, decisions, other packages, journal', files: 'The imported files and their names',
    lines_one: 'Lines of one code that quote other interviews or name who is in them', lines_other: 'Lines of {{number}} codes that quote other interviews or name who is in them', quoting_one: 'One memo that does', quoting_other: '{{number}} memos that do',
  },
  minds: {
    texts: 'Names that are spoken in the texts, or stand in the titles, stay as they are.', has: '{{coder}} has {{documents}} already, not brought back yet.', codeNames: 'These codes are called as other interviews put it or name who is in them; their names go along: {{codes}}.', examples: 'The codebook gives words of these documents as examples, and so tells where others found: {{codes}}.',
  },
  own: {
    status_one: 'Package for {{coder}}: one document, from “{{study}}”', status_other: 'Package for {{coder}}: {{number}} documents, from “{{study}}”', title: 'Package for {{coder}}', from_one: 'One document from “{{study}}”, handed out {{since}}.', from_other: '{{number}} documents from “{{study}}”, handed out {{since}}.', codebook: 'The codebook is the version “{{version}}”. New codes and better definitions may be put in: they are suggestions, and are looked at when the package is merged.',
    blind: 'What others coded is not in this file, so nobody sways you. How far you agree is measured in the study, once the package is back.', open: 'What others coded on these documents so far is in this file.',
    documents: 'Your documents', finishedOf: '{{count}} of {{of}} finished', tick: '{{document}}: finished', codings_one: 'one coding', codings_other: '{{number}} codings', noCodings: 'not coded yet', added: 'brought in here',
    back: 'Send back', backText: 'Save a copy and send it to whoever handed it out: she merges it. You may go on here, and send again later; nothing comes in twice.', save: 'Save a copy to send…', file: 'You work in {{file}}. That file can be sent too, once Concord is closed.', saved: 'Saved. Send it to whoever handed it out.', allDone: 'All documents are finished: it can go back.',
    other: 'You code as {{coder}}, but the package was made for {{of}}. What you code counts as {{coder}}’s.', beOwner: 'Code as {{coder}}', noFurther: 'From a package nothing is handed out further: that is done in the study that it came from.', merge: 'Merge a newer package or another copy…', sheetWarns: 'This is the package for {{coder}}. Under another name your codings count as somebody else’s, and the documents as not finished by {{coder}}.',
    fileName: '{{study}} - {{coder}} {{date}}',
    alone: 'In this package you code alone.', aloneText: 'How far coders agree is measured in the study that it came from, once the packages are back.',
  },
  returning: {
    from: 'Handed out {{since}}; {{count}} of {{of}} documents finished.', again: 'It was brought back before ({{returned}}): only what is new since comes in.', unknown: 'It is not on the list of packages here; it is merged all the same.',
  },
} as const;
