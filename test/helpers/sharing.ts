import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CoreEvent } from '../../shared/model/bridge.ts';
import type { SharedState } from '../../shared/model/sharing.ts';
import type { Clock } from '../../electron/core/clock.ts';
import { createDesk, type Desk } from '../../electron/core/desk.ts';
import { createStudy, openStudy } from '../../electron/core/engine.ts';
import { temporaryFolder } from './study.ts';

export const minute = 60_000;
/** Time that passes when the test says so. */
function stoppedClock() {
  const works = new Set<{ pause: number; next: number; work: () => void }>();
  const time = { now: 1_800_000_000_000 };
  const clock: Clock = {
    now: () => time.now,
    every(pause, work) {
      const each = { pause, next: time.now + pause, work };
      works.add(each);
      return () => { works.delete(each); };
    },
  };
  return { clock, pass(ms: number) { for (const end = time.now + ms; time.now < end;) { time.now = Math.min(end, ...[...works].map(({ next }) => next)); for (const each of works) if (each.next <= time.now) { each.next += each.pause; each.work(); } } } };
}
export interface Machine { readonly desk: Desk; readonly home: string; readonly events: CoreEvent[]; pass(ms: number): Promise<void>; ask<V>(name: string, input?: unknown): Promise<V>; shared(): Promise<SharedState>; codings(): Promise<number>; code(start: number, end: number): Promise<void>; settled(): Promise<void> }
/** A person at a machine of her own. */
export async function machine(who: string | null, home = join(temporaryFolder(), 'home')): Promise<Machine> {
  const { clock, pass } = stoppedClock();
  const desk = createDesk({ places: { settings: join(home, 'settings.json'), studies: join(home, 'studies') }, sample: () => null, version: '1', clock });
  onTestFinished(() => desk.close());
  const events: CoreEvent[] = [];
  desk.onEvent((event) => { events.push(event); });
  async function ask<V>(name: string, input: unknown = {}): Promise<V> {
    const reply = await desk.call({ name, input });
    if ('problem' in reply) throw Object.assign(new Error(reply.problem), reply);
    return reply.value as V;
  }
  const shared = () => ask<SharedState>('shared.read');
  const settled = async () => { while ((await shared())?.running) await new Promise((resolve) => { setImmediate(resolve); }); };
  if (who !== null) await ask('desk.coder', { name: who });
  return {
    desk, home, events, ask, shared, settled,
    async pass(ms) { pass(ms); await settled(); },
    codings: async () => (await ask<unknown[]>('coding.list', { document: 1 })).length,
    code: async (start, end) => { await ask('coding.apply', { document: 1, start, end, codes: [{ code: 1 }] }); },
  };
}
/** A folder that a sharing program has marked, with a study in it. */
export async function sharedFolder(name = 'Study'): Promise<{ folder: string; study: string; each: string }> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '.stfolder'));
  const study = join(folder, `${name}.concord`);
  createStudy(study, name);
  const engine = openStudy(study, { who: 'Lin' });
  await engine.call('document.create', { name: 'Interview', text: 'The ward was short of nurses. Nobody asked us about that.' });
  await engine.call('code.create', { name: 'load', facet: 'theme' });
  engine.close();
  return { folder, study, each: join(folder, `${name}.shared`) };
}
/** Opens the shared study at a machine of its own. */
export const open = async (who: string, study: string, home?: string) => {
  const at = await machine(who, home);
  at.desk.open(study);
  await at.settled();
  return at;
};
