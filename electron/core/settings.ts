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

/** Settings of this machine. A file that cannot be read counts as none: settings are a convenience, never data. */
export function openSettings(file: string) {
  const load = (): Settings => { try { return stored.parse(JSON.parse(readFileSync(file, 'utf8'))); } catch { return stored.parse({}); } };
  let settings = load();
  return {
    /** Whether the person has said her name. */
    isCoderKnown: (): boolean => settings.coder !== '',
    read: (): Settings => ({ ...settings, coder: settings.coder || personHere() }),
    change(fields: Partial<Settings>): void {
      settings = { ...settings, ...fields };
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeWhole(file, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`));
      } catch { /* A home that cannot be written to keeps nobody from working; the settings then last as long as the program. */ }
    },
  };
}
