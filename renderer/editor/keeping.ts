/** Puts these, and nothing else, in an element; those that are there already are not touched: each that is put anew is laid out anew. */
export function setChildren(parent: Element, children: readonly Element[]): void {
  const wanted = new Set(children);
  for (const child of Array.from(parent.children).filter((each) => !wanted.has(each))) child.remove();
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}

/** What something was drawn with, each part by what it stands for: it is used again, and dressed anew where it would look otherwise; what is not asked for is forgotten. */
export function createKeeping() {
  let parts = new Map<string, { readonly looks: string; readonly element: Element }>();
  return {
    /** Begins a drawing. The way it gives takes what a part stands for, all that it looks by, how it is made and how it is dressed. */
    begin() {
      const before = parts;
      const now = (parts = new Map());
      return <E extends Element>(key: string, looks: unknown, make: () => E, dress: (element: E) => void): E => {
        const told = JSON.stringify(looks);
        const old = before.get(key);
        const element = (old?.element as E | undefined) ?? make();
        if (old?.looks !== told) dress(element);
        now.set(key, { looks: told, element });
        return element;
      };
    },
  };
}
export type Keeping = ReturnType<typeof createKeeping>;
