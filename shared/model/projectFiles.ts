/** Endings of files that other programs keep or exchange projects in, without the dot. */
export const projectEndings: readonly string[] = ['qdpx', 'qdc', 'qde', 'qda', 'zip', 'sqlite3', 'rqda'];
/** Whether a file is a project or codebook of another program, by its name. */
export const isProjectName = (name: string): boolean => projectEndings.includes(/\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '');
