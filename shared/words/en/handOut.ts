/** Packages for coders: problems, history, the command line. */
export const problemHandOut = {
  'package-of-package': { what: '“{{name}}” is itself a package that was handed out.', way: 'Hand out from the study that it came from.' },
} as const;
export const doneHandOut = { make_one: 'hand one document out to {{coder}}', make_other: 'hand {{number}} documents out to {{coder}}', forget: 'forget the package for {{coder}}', received: 'package for {{coder}}' } as const;
export const cliHandOut = {
  'hand-out': 'make a package for a coder, a study file with chosen documents: --coder NAME --documents TITLE,TITLE -o FILE.concord; --blind: without others’ codings and memos; --people values, names (as it is without more) or numbers: what it tells of who speaks; --note TEXT; “merge STUDY FILE” brings it back. Without --coder: who has what (--json)',
  handedOut: 'Package for {{coder}}: {{documents}} documents, {{codings}} codings in it. {{file}}', leftOut: 'Left out, as they quote other interviews: lines of {{codes}} codes; {{memos}} memos.', whoHasWhat: { coder: 'Coder', documents: 'Documents', since: 'Since', returned: 'Brought back', finished: 'Finished', codings: 'Codings', nobody: 'Nobody has: {{documents}}', several: 'With several coders: {{documents}}' },
} as const;
