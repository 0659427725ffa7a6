import type { MenuItemConstructorOptions } from 'electron';
import type { WordKey } from '../../shared/words/index.ts';

export type MenuGroup = 'file' | 'edit' | 'view' | 'help';
export interface MenuCommand {
  /** 'study.new': its words stand under `command.study.new`, and it is what the page is told. */
  readonly id: Extract<WordKey, `command.${string}`> extends `command.${infer Id}` ? Id : never;
  readonly group: MenuGroup;
  /** In Electron's notation. A page that takes the keys itself keeps them: the menu has them only when the page did not. */
  readonly keys?: string;
  /** The keys are shown and left to the page: in a field that has nothing to undo they must do nothing. */
  readonly shown?: true;
}
export const menuCommands: readonly MenuCommand[] = [
  { id: 'study.new', group: 'file', keys: 'CmdOrCtrl+N' },
  { id: 'study.open', group: 'file', keys: 'CmdOrCtrl+O' },
  { id: 'study.sample', group: 'file' },
  { id: 'import.transcripts', group: 'file', keys: 'CmdOrCtrl+I' },
  { id: 'import.participants', group: 'file' },
  { id: 'export.excerpts', group: 'file', keys: 'CmdOrCtrl+E' },
  { id: 'history.undo', group: 'edit', keys: 'CmdOrCtrl+Z', shown: true },
  { id: 'history.redo', group: 'edit', keys: 'CmdOrCtrl+Shift+Z', shown: true },
  { id: 'view.code', group: 'view', keys: 'CmdOrCtrl+1' },
  { id: 'view.tables', group: 'view', keys: 'CmdOrCtrl+2' },
  { id: 'view.theme', group: 'view' },
  { id: 'view.language', group: 'view' },
  { id: 'view.larger', group: 'view', keys: 'CmdOrCtrl+=' },
  { id: 'view.smaller', group: 'view', keys: 'CmdOrCtrl+-' },
  { id: 'view.usual', group: 'view', keys: 'CmdOrCtrl+0' },
  { id: 'help.shortcuts', group: 'help' },
  { id: 'help.about', group: 'help' },
];

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/**
 * The application menu. Commands of one group stand in the order of the list, with a line wherever the subject (the id up to its dot) changes;
 * a click tells the command's id.
 */
export function menuTemplate(commands: readonly MenuCommand[], say: (key: WordKey) => string, platform: NodeJS.Platform, choose: (id: string) => void): Item[] {
  const mac = platform === 'darwin';
  const subject = (id: string) => id.slice(0, id.indexOf('.'));
  const keyed = (keys: string | undefined, registers = true): Item => (keys === undefined ? {} : { accelerator: keys, registerAccelerator: registers });
  const item = ({ id, keys, shown }: MenuCommand): Item => ({ id, label: say(`command.${id}`), click: () => choose(id), ...keyed(keys, !shown) });
  const role = (name: NonNullable<Item['role']>, key: WordKey, keys?: string): Item => ({ id: `role.${name}`, role: name, label: say(key), ...keyed(keys) });
  const inGroup = (group: MenuGroup): Item[] => commands.filter((command) => command.group === group && !(mac && command.id === 'help.about'))
    .flatMap((command, index, all) => (index > 0 && subject(command.id) !== subject(all[index - 1]!.id) ? [line, item(command)] : [item(command)]));
  const about = commands.filter(({ id }) => id === 'help.about').map(item);
  const quit = role('quit', 'menu.quit');
  const editing = [role('cut', 'menu.cut'), role('copy', 'menu.copy'), role('paste', 'menu.paste'), role('selectAll', 'menu.selectAll')];
  const zooming = [role('zoomIn', 'menu.zoomIn', 'CmdOrCtrl+Shift+='), role('zoomOut', 'menu.zoomOut', 'CmdOrCtrl+Shift+-'), role('resetZoom', 'menu.zoomReset', 'CmdOrCtrl+Shift+0')];
  return [
    ...(mac ? [{ label: say('app.name'), submenu: [...about, line, { role: 'services' }, line, { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, line, quit] } as Item] : []),
    { label: say('menu.file'), submenu: [...inGroup('file'), ...(mac ? [] : [line, quit])] },
    { label: say('menu.edit'), submenu: [...inGroup('edit'), line, ...editing] },
    { label: say('menu.view'), submenu: [...inGroup('view'), line, ...zooming] },
    ...(mac ? [{ role: 'windowMenu' } satisfies Item] : []),
    { label: say('menu.help'), submenu: inGroup('help') },
  ];
}
