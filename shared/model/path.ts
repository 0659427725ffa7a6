/** A code's path as people write it: names from the root, ' > ' between them. Law: parsePath(formatPath(names)) equals names for names without a spaced ">". */
export const pathSeparator = ' > ';
export const formatPath = (names: readonly string[]): string => names.join(pathSeparator);
export const parsePath = (path: string): string[] => path.split(/\s+[>＞]\s+/).map((name) => name.trim()).filter((name) => name !== '');
