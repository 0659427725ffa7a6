import type { Role } from '../../shared/model/schema.ts';
import { labelKey, roleOfLabel } from './labels.ts';

/** What somebody says, all turns of a label together. */
export interface Said { readonly label: string; readonly turns: number; readonly questions: number; readonly length: number }

const asks = ['i', 'q'];
const answers = ['r', 'a', 'b', 'p'];
/** The part that a single letter plays among the others: R answers I, but asks P. */
function roleOfLetter(key: string, keys: ReadonlySet<string>): Role | null {
  const letter = key.replace(/\d$/, '');
  if (letter.length !== 1) return null;
  const there = (letters: readonly string[]) => letters.some((each) => keys.has(each) || keys.has(`${each}1`));
  if (asks.includes(letter)) return 'interviewer';
  if (answers.includes(letter) && there(asks)) return 'interviewee';
  return letter === 'r' && there(['p']) ? 'interviewer' : letter === 'p' && there(['r']) ? 'interviewee' : null;
}

/**
 * Proposes who asks and who answers: by the word that the label is; where no word says who asks, whoever asks most
 * questions a turn, and clearly more than the others, does. Everybody else answers.
 */
export function proposeRoles(said: readonly Said[]): Map<string, Role> {
  const keys = new Set(said.map(({ label }) => labelKey(label)));
  const roles = new Map<string, Role>();
  for (const { label } of said) {
    const role = roleOfLabel(label) ?? roleOfLetter(labelKey(label), keys);
    if (role) roles.set(label, role);
  }
  const open = said.filter(({ label }) => !roles.has(label));
  if (![...roles.values()].includes('interviewer') && said.length > 1) {
    const rate = ({ questions, turns }: Said) => questions / Math.max(1, turns);
    const [most, next] = open.toSorted((a, b) => rate(b) - rate(a) || a.length / a.turns - b.length / b.turns);
    const others = said.filter((each) => each !== most && roles.has(each.label)).map(rate);
    if (most && rate(most) >= 0.3 && rate(most) > 1.3 * Math.max(next ? rate(next) : 0, ...others)) roles.set(most.label, 'interviewer');
  }
  for (const { label } of open) if (!roles.has(label)) roles.set(label, 'interviewee');
  return roles;
}
