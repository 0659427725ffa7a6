/** Working at the same time, through a shared folder. */
export const cliTogether = {
  together: 'bring a study together with those of others in a shared folder: STUDY [--folder FOLDER] (without more: the folder STUDY.shared beside it); merges theirs in and puts ours there, as NAME.concord of whoever codes (--coder NAME); what has to be decided waits: “merge STUDY FOLDER/THEIRS --dry-run” tells it, exit code 1; --json',
  met: { same: '{{file}}: nothing new.', merged: '{{file}}: brought in, {{codings}} codings.', waits: '{{file}}: waits, {{undecided}} things have to be decided.', other: '{{file}}: another study, left alone.', unreadable: '{{file}}: left alone. {{why}}' },
  togetherWritten: 'Yours is in the folder as {{file}}.', togetherNotWritten: 'Yours was not put into the folder: the file of your name there holds what is not here yet.',
} as const;
