import type { Reader } from './operation.ts';
import type { Words } from '../../shared/words/index.ts';
import type { Provenance } from '../formats/provenance.ts';
import { versionInWords, versionNow } from './versions.ts';

/** What an exported table or list of quotations is, so that it can be told years later: `asked` are its own lines, `n` how much it rests on. */
export function provenanceOf(project: Reader, words: Words, asked: readonly (readonly [string, string])[], n: string): Provenance {
  const { say } = words;
  return { title: say('stamp.title'), codebook: versionNow(project) === null ? '' : versionInWords(project, words), lines: [
    [say('stamp.study'), project.all('project')[0]!.name], ...asked, [say('stamp.n'), n],
    [say('left.codebook'), versionInWords(project, words)], [say('stamp.made'), words.moment(Date.now())],
  ] };
}
