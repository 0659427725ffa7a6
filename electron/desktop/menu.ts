import type { MenuItemConstructorOptions } from 'electron';
import type { CommandEntry } from '../../shared/model/commands.ts';
import type { WordKey } from '../../shared/words/index.ts';

/** Key bindings as the page writes them, in Electron's notation. */
const accelerator = (keys: string): string => keys.split('+').map((key) => ({ $mod: 'CmdOrCtrl', Equal: '=', Minus: '-', Digit0: '0' })[key] ?? (key.length === 1 ? key.toUpperCase() : key)).join('+');

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/**
 * The application menu. Commands of one group stand in the order of the list, with a line wherever the subject (the id up to its dot) changes;
 * a click tells the command's id.
 */
export function menuTemplate(commands: readonly CommandEntry[], say: (key: WordKey) => string, platform: NodeJS.Platform, choose: (id: string) => void): Item[] {
  const mac = platform === 'darwin';
  const subject = (id: string) => id.slice(0, id.indexOf('.'));
  const keyed = (keys: string | undefined, registers = true): Item => (keys === undefined ? {} : { accelerator: keys, registerAccelerator: registers });
  const item = ({ id, keys, pageDecides }: CommandEntry): Item => ({ id, label: say(`command.${id}` as WordKey), click: () => choose(id), ...keyed(keys && accelerator(keys), !pageDecides) });
  const role = (name: NonNullable<Item['role']>, key: WordKey, keys?: string): Item => ({ id: `role.${name}`, role: name, label: say(key), ...keyed(keys) });
  const inGroup = (group: CommandEntry['group']): Item[] => commands.filter((command) => command.group === group && !(mac && command.id === 'help.about'))
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
