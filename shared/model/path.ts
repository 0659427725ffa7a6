import { normaliseName } from './text.ts';

/** A code's path as people write it: names from the root, ' > ' between them. Law: parsePath(formatPath(names)) equals names for names as they are kept, without a spaced ">". */
export const pathSeparator = ' > ';
export const formatPath = (names: readonly string[]): string => names.join(pathSeparator);
export const parsePath = (path: string): string[] => path.split(/\s+[>＞]\s+/).map(normaliseName).filter((name) => name !== '');
