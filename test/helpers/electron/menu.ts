/** Application menus as lists: an item is clicked by its id. Accelerators and looks are nothing here. */
interface Template { id?: string; role?: string; label?: string; accelerator?: string; submenu?: readonly Template[]; click?: () => void }
class MenuItem {
  readonly id: string;
  readonly role: string;
  readonly label: string;
  readonly accelerator: string;
  readonly submenu: Menu | null;
  readonly click: () => void;
  constructor({ id = '', role = '', label = role, accelerator = '', submenu, click = () => {} }: Template, roles: Readonly<Record<string, () => void>>) {
    this.id = id;
    this.role = role;
    this.label = label;
    this.accelerator = accelerator;
    this.submenu = submenu ? new Menu(submenu, roles) : null;
    this.click = roles[role] ?? click;
  }
}
export class Menu {
  /** What the roles do that a test may click: set by the module that has `app`. */
  static readonly roles: Record<string, () => void> = {};
  static readonly #application: { menu: Menu | null } = { menu: null };
  static buildFromTemplate(template: readonly Template[]): Menu { return new Menu(template, Menu.roles); }
  static setApplicationMenu(menu: Menu | null): void { Menu.#application.menu = menu; }
  static getApplicationMenu(): Menu | null { return Menu.#application.menu; }
  readonly items: readonly MenuItem[];
  constructor(template: readonly Template[], roles: Readonly<Record<string, () => void>>) { this.items = template.map((item) => new MenuItem(item, roles)); }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}
