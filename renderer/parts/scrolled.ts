/** For what scrolls and holds nothing that Tab comes to: Tab comes to it itself, so that arrows scroll it. */
export const scrolledByKeys = { tabIndex: 0 } as const;
