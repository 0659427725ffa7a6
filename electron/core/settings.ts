import { mkdirSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './files.ts';

const stored = z.object({
  coder: z.string().default(''),
  recent: z.array(z.object({ file: z.string(), name: z.string(), opened: z.number() })).default([]),
  preferences: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
});
export type Settings = z.infer<typeof stored>;

/** Where Concord keeps its own things on this machine, and where new studies go unless the person says otherwise. */
export interface Places { readonly settings: string; readonly studies: string }
export function standardPlaces(environment: NodeJS.ProcessEnv = process.env): Places {
  const own = environment['CONCORD_HOME'];
  if (own) return { settings: join(own, 'settings.json'), studies: join(own, 'studies') };
  const config = process.platform === 'win32' ? (environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'))
    : process.platform === 'darwin' ? join(homedir(), 'Library', 'Application Support') : (environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'));
  return { settings: join(config, 'Concord', 'settings.json'), studies: join(homedir(), 'Concord') };
}

const personHere = (): string => { try { return userInfo().username; } catch { return 'Coder'; } };

/** Who codes in a package that is open. */
export interface PackageCoder { readonly package: string; readonly coder: string }

/**
 * Settings of this machine. A file that cannot be read counts as none: settings are a convenience, never data. While a package is open its coder is at work,
 * whoever else works here, unless somebody said otherwise for this package; what is said then holds for it alone.
 */
export function openSettings(file: string) {
  const load = (): Settings => { try { return stored.parse(JSON.parse(readFileSync(file, 'utf8'))); } catch { return stored.parse({}); } };
  let settings = load();
  let own: PackageCoder | null = null;
  const keyOf = (of: PackageCoder): string => `package:${of.package}`;
  const coderIn = (of: PackageCoder): string => {
    const said = settings.preferences[keyOf(of)];
    return typeof said === 'string' ? said : of.coder;
  };
  const keep = (fields: Partial<Settings>): void => {
    settings = { ...settings, ...fields };
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeWhole(file, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`));
    } catch { /* A home that cannot be written to keeps nobody from working; the settings then last as long as the program. */ }
  };
  return {
    /** Whether the person has said her name; in a package it is known. */
    isCoderKnown: (): boolean => own !== null || settings.coder !== '',
    read: (): Settings => ({ ...settings, coder: own ? coderIn(own) : settings.coder || personHere() }),
    change: keep,
    /** Whoever is at work from now on: in the package that is open, else on this machine. */
    setCoder: (name: string): void => keep(own ? { preferences: { ...settings.preferences, [keyOf(own)]: name } } : { coder: name }),
    /** The package that is open from now on; null for a study of one's own. */
    openPackage(of: PackageCoder | null): void { own = of; },
  };
}
