/** A command of the workbench that stands in the menu, the palette, or both. Its words stand in shared/words under `command.<id>`. */
export interface CommandEntry {
  readonly id: string;
  readonly group: 'file' | 'edit' | 'view' | 'help';
  /** As the page's key bindings write it: '$mod+Shift+z'; '$mod' is Ctrl, or ⌘ on a Mac. */
  readonly keys?: string;
  /** In a field that has nothing to undo these keys must do nothing: the page decides, a menu only shows them. */
  readonly pageDecides?: true;
}

/** All commands, in the order of the menus. A new one is a line here, its words, and what it does in the renderer. */
export const commandEntries = [
  { id: 'study.new', group: 'file' },
  { id: 'study.open', group: 'file', keys: '$mod+o' },
  { id: 'study.sample', group: 'file' },
  { id: 'study.merge', group: 'file' },
  { id: 'study.share', group: 'file' },
  { id: 'study.together', group: 'file' },
  { id: 'codebook.merge', group: 'file' },
  { id: 'codebook.push', group: 'file' },
  { id: 'import.transcripts', group: 'file', keys: '$mod+i' },
  { id: 'import.participants', group: 'file' },
  { id: 'import.codebook', group: 'file' },
  { id: 'import.survey', group: 'file' },
  { id: 'import.project', group: 'file' },
  { id: 'document.replace', group: 'file' },
  { id: 'export.excerpts', group: 'file', keys: '$mod+e' },
  { id: 'export.codebook', group: 'file' },
  { id: 'export.project', group: 'file' },
  { id: 'export.print', group: 'file' },
  { id: 'memo.journal', group: 'edit' },
  { id: 'history.undo', group: 'edit', keys: '$mod+z', pageDecides: true },
  { id: 'history.redo', group: 'edit', keys: '$mod+Shift+z', pageDecides: true },
  { id: 'history.show', group: 'edit' },
  { id: 'history.text', group: 'edit' },
  { id: 'history.versions', group: 'edit' },
  { id: 'coding.recode', group: 'edit' },
  { id: 'turn.speaker', group: 'edit' },
  { id: 'turn.split', group: 'edit' },
  { id: 'turn.join', group: 'edit' },
  { id: 'turn.joinNext', group: 'edit' },
  { id: 'view.code', group: 'view', keys: '$mod+1' },
  { id: 'view.tables', group: 'view', keys: '$mod+2' },
  { id: 'view.stakeholders', group: 'view', keys: '$mod+5' },
  { id: 'view.participants', group: 'view', keys: '$mod+3' },
  { id: 'view.memos', group: 'view', keys: '$mod+4' },
  { id: 'view.agreement', group: 'view', keys: '$mod+7' },
  { id: 'view.words', group: 'view' },
  { id: 'view.survey', group: 'view' },
  { id: 'view.conflicts', group: 'view', keys: '$mod+6' },
  { id: 'view.report', group: 'view' },
  { id: 'view.merge', group: 'view' },
  { id: 'view.search', group: 'view', keys: '$mod+Shift+f' },
  { id: 'view.theme', group: 'view' },
  { id: 'view.language', group: 'view' },
  { id: 'view.larger', group: 'view', keys: '$mod+Equal' },
  { id: 'view.smaller', group: 'view', keys: '$mod+Minus' },
  { id: 'view.usual', group: 'view', keys: '$mod+Digit0' },
  { id: 'help.shortcuts', group: 'help', keys: 'F1' },
  { id: 'help.about', group: 'help' },
] as const satisfies readonly CommandEntry[];
export type CommandId = (typeof commandEntries)[number]['id'];
