import type { Fault } from '../model/faults.ts';
import type { Words } from './index.ts';

type Voice = Pick<Words, 'say' | 'language'>;
function faultText({ say }: Voice, fault: Fault): string {
  switch (fault.kind) {
    case 'type': {
      const types = fault.types.map((type) => say(`fault.types.${type}`));
      return types.length === 0 ? say('fault.form') : say('fault.type', { types: types.reduce((first, second) => say('fault.or', { first, second })) });
    }
    case 'atLeast': case 'above': case 'atMost': case 'below': return say(`fault.${fault.kind}`, { limit: String(fault.limit) });
    case 'fewest': case 'most': case 'shortest': case 'longest': return say(`fault.${fault.kind}`, { count: fault.limit });
    case 'among': case 'unknown': return say(`fault.${fault.kind}`, { names: fault.names.join(', ') });
    case 'own': return say(`fault.own.${fault.own}`);
    default: return say(`fault.${fault.kind}`);
  }
}
/** The faults of an input that a Problem carries, in one line: where, and how. */
export function sayFaults(voice: Voice, faults: string): string {
  const all = JSON.parse(faults) as readonly Fault[];
  return all.map((fault) => (fault.path === '' ? faultText(voice, fault) : voice.say('fault.at', { path: fault.path, fault: faultText(voice, fault) }))).join(voice.language === 'zh' ? '；' : '; ');
}
