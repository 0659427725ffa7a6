/** Working at the same time, through a shared folder. */
export const cliTogether = {
  together: 'bring a study together with those of others in a shared folder: STUDY [--folder FOLDER] (without more: the folder STUDY.shared beside it, or where the study is shared; a study that lies in a shared folder itself is worked on in its copy on this computer); merges theirs in and puts ours there, as NAME.concord of whoever codes (--coder NAME); what has to be decided waits: “merge STUDY FOLDER/THEIRS --dry-run” tells it, exit code 1; --json',
  met: { same: '{{file}}: nothing new.', merged: '{{file}}: brought in, {{codings}} codings.', waits: '{{file}}: waits, {{undecided}} things have to be decided.', other: '{{file}}: another study, left alone.', unreadable: '{{file}}: left alone. {{why}}' },
  togetherCopy: 'The study is in a shared folder; you work in its copy on this computer: {{file}}',
  togetherWritten: 'Yours is in the folder as {{file}}.', togetherNotWritten: 'Yours was not put into the folder: the file of your name there holds what is not here yet.',
} as const;
export const problemTogether = {
  'not-here-yet': { what: '“{{file}}” is not wholly on this computer yet.', way: 'The program that shares the folder still has to bring it here. It is taken in as soon as it is there.' },
} as const;
export const shared = {
  by: { oneDrive: 'OneDrive', dropbox: 'Dropbox', nextcloud: 'Nextcloud', nutstore: 'Nutstore', iCloud: 'iCloud Drive', googleDrive: 'Google Drive', box: 'Box', syncthing: 'Syncthing', seafile: 'Seafile', baidu: 'Baidu Netdisk', weiyun: 'Tencent Weiyun', wps: 'WPS Cloud', network: 'a network drive', other: 'a shared folder' },
  inPlace: 'Shared in {{place}}', inFolder: 'a folder',
  sign: {
    package: 'Goes back to {{place}}', with: 'Shared with {{people}}', alone: 'Shared, nobody else yet', first: 'Bringing together…', missing: 'Shared folder out of reach', takenBack: 'Undone: what came from {{whose}}', unwritten: 'Not in the shared folder yet',
    decide_one: 'One thing to decide with {{people}}', decide_other: '{{number}} things to decide with {{people}}', unreadable: '{{whose}}’s file cannot be read yet', firstFile: 'The shared study cannot be read yet',
  },
  title: 'Working at the same time',
  how: 'You work in a copy on this computer. Everybody has a file of her own in the shared folder; nobody writes into another’s.',
  howPackage: 'You work in a copy on this computer; what you do goes back into the package in the shared folder. Nobody else’s work comes in.',
  folder: 'Folder', yours: 'Your file', noneYet: 'not there yet', last: 'Brought together', never: 'not yet',
  nobody: 'Nobody else has put a file there yet. Whoever opens the study from that folder takes part.',
  original: 'The study shared at first',
  became: { paused: 'Waits until you ask.', same: 'All of it is here.', merged_one: 'One coding came in.', merged_other: '{{number}} codings came in.', brought: 'Brought in.', waits_one: 'One thing has to be decided.', waits_other: '{{number}} things have to be decided.', other: 'Another study; left alone.' },
  leftAlone: 'It is left alone, and comes in when it is whole.',
  copyOf: 'A conflicted copy of {{file}}; it is brought in, and never deleted.', written: 'written {{at}}',
  decide: 'Decide…', bring: 'Bring together now', alone: 'Work alone again', aloneHint: 'Your file stays in the folder. You go on in a study of your own, kept in {{folder}}.', aloneHere: 'Your file stays in the folder; the study goes on where it is.',
  missing: 'The shared folder cannot be reached. You can go on working; everything is brought together when it is back.',
  takenBack: 'You undid what came from {{whose}}. Until you say “Bring together now”, nothing comes in and nothing of yours goes out, so that nobody loses work by it.',
  unwritten: 'Yours could not be put into the folder.',
  start: 'Share', startHint: 'Choose a folder that the others can reach, in OneDrive, Dropbox, Nextcloud, a network drive or any other. Everybody’s file goes there, each under her name; you go on working in this study.', startFolder: 'Folder that you share', choose: 'Choose…',
  news_one: 'A conflicted copy is in the shared folder and is brought in like any other file: {{files}}', news_other: '{{number}} conflicted copies are in the shared folder and are brought in like any other file: {{files}}',
  begun: 'This study lies in {{place}}. You work in a copy of it on this computer; your file goes into the folder beside it and is brought together with those of the others.',
  begunPackage: 'This package lies in {{place}}. You work in a copy of it on this computer, and what you do goes back into it.',
  anew: 'The copy on this computer was missing or damaged. It was made anew from your file in the shared folder and those of the others.',
} as const;
