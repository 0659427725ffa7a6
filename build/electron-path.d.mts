export function findElectron(environment?: NodeJS.ProcessEnv): { path: string; reason: null } | { path: null; reason: 'not-installed' | 'not-downloaded' | 'other-version' | 'no-display' };
