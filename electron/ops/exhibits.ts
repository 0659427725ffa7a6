import type { ExhibitKind } from './exhibit.ts';

/** Every analysis that can leave the program. A new one is a file and a line here. */
export const exhibits: readonly ExhibitKind[] = [];
