import type { MergeAuthor } from '../model/merge.ts';
import type { Words } from './index.ts';

/** Who wrote it and when, and the file by which it came: 'Wei, 9 Nov 2026, 14:05, from study-wei.concord'. */
export function sayAuthor({ say, moment }: Words, { who, at, from }: MergeAuthor, isGone = false): string {
  const told = [...(who === '' ? [] : [who]), moment(at)].join(say('studyMerge.authorJoin'));
  const whole = from === null ? told : say('studyMerge.authorFrom', { author: told, file: from });
  return isGone ? say('studyMerge.deletedBy', { author: whole }) : whole;
}
