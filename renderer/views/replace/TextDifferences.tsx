import { isChinese } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import styles from './replace.module.css';
import type { Preview } from './replacing.ts';

type Stretch = Preview['replacements'][number];
/** A line break that came or went alone would not be seen. */
const seen = (text: string) => (/^\n+$/.test(text) ? '↵'.repeat(text.length) : text);

/** What changes in the text: each replaced stretch with a few words around it; those that are near each other together. */
export function TextDifferences({ preview }: { preview: Preview }) {
  const { say, number } = useWords();
  const groups: Stretch[][] = [[]];
  for (const each of preview.replacements) {
    groups.at(-1)!.push(each);
    if (each.gap) groups.push([]);
  }
  const more = preview.stretches - preview.replacements.length;
  const lang = isChinese(preview.replacements.map(({ before, after }) => before + after).join('').slice(0, 4000)) ? 'zh-Hans' : 'en';
  return (
    <>
      <p className={styles['calm']}>{say('correct.replace.stretches', { count: preview.stretches })}. {say('correct.replace.words', { before: number(preview.oldWords), after: number(preview.file.words) })}</p>
      <div className={styles['diff']} lang={lang}>
        {groups.filter((group) => group.length > 0).map((group) => (
          <p key={group[0]!.at}>{group.map(({ at, before, removed, inserted, after }) => [before, removed === '' ? null : <del key={`d${at}`}>{seen(removed)}</del>, inserted === '' ? null : <ins key={`i${at}`}>{seen(inserted)}</ins>, after])}</p>
        ))}
      </div>
      {more > 0 ? <p className={styles['calm']}>{say('correct.replace.more', { count: more })}</p> : null}
    </>
  );
}
