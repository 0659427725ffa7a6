import { useId, type ReactNode } from 'react';
import { projectKinds, type ProjectNote } from '../../../shared/model/projectReport.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { sayElement, sayNoted, sayRule } from '../../../shared/words/sayRule.ts';
import { useWords } from '../../core/words.tsx';
import styles from './import.module.css';
import own from './project.module.css';
import type { ProjectPreview } from './ProjectImport.tsx';

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return <section className={own['part']} aria-labelledby={id}><h2 id={id}>{title}</h2>{hint === undefined ? null : <p className={styles['quiet']}>{hint}</p>}{children}</section>;
}

/** What is worth saying of a file, with the first things it is said of. */
export function ProjectNotes({ notes, unit = 'codePoint' }: { notes: readonly ProjectNote[]; unit?: 'utf16' | 'codePoint' }) {
  const words = useWords();
  const { say, language } = words;
  const some = (names: readonly string[]) => { const first = names.slice(0, 4).join(language === 'zh' ? '、' : ', '); return names.length > 4 ? say('exchange.andOthers', { names: first }) : first; };
  return (
    <ul className={own['notes']}>
      {notes.map((note) => ({ ...note, names: sayNoted(words, note) })).map(({ code, count, names }) => (
        <li key={code}>{say(`exchange.note.${code}`, { count, unit: say(`exchange.units.${unit}`) })}{names.length === 0 ? null : <small><bdi>{some(names)}</bdi></small>}</li>
      ))}
    </ul>
  );
}

export function ProjectReport({ preview }: { preview: ProjectPreview }) {
  const words = useWords();
  const { say, number, percent } = words;
  const kinds = projectKinds.filter((kind) => preview.counts[kind] > 0);
  return (
    <div className={own['report']}>
      <Part title={say('exchange.holds')}>
        <table className={`${styles['files']} ${own['counts']}`}>
          <thead><tr><th>{say('exchange.kindOf')}</th><th className={styles['number']}>{say('exchange.inFile')}</th><th className={styles['number']}>{say('exchange.isNew')}</th></tr></thead>
          <tbody>{kinds.map((kind) => <tr key={kind} data-same={preview.fresh[kind] === 0 || undefined}><td>{say(`exchange.kind.${kind}`)}</td><td className={styles['number']}>{number(preview.counts[kind])}</td><td className={styles['number']}>{number(preview.fresh[kind])}</td></tr>)}</tbody>
        </table>
      </Part>
      {preview.notes.length === 0 ? null : <Part title={say('exchange.notes')}><ProjectNotes notes={preview.notes} /></Part>}
      {preview.rules.length === 0 ? null : (
        <Part title={say('exchange.rules')} hint={say('exchange.rulesHint')}>
          <table className={styles['files']}>
            <thead><tr><th>{say('exchange.document')}</th><th className={styles['number']}>{say('exchange.selections')}</th><th>{say('exchange.rule')}</th><th>{say('exchange.sureness')}</th></tr></thead>
            <tbody>
              {preview.rules.slice(0, 200).map((rule) => (
                <tr key={rule.document}>
                  <td title={rule.document} className={styles['cut']}><bdi lang={languageOf(rule.document) || undefined}>{rule.document}</bdi></td><td className={styles['number']}>{number(rule.selections)}</td>
                  <td className={own['rule']}>{sayRule(words, rule)}</td><td>{say(`exchange.confidences.${rule.confidence}`)}{rule.next === null ? null : <small>{say('exchange.scores', { score: percent(rule.score), next: percent(rule.next) })}</small>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Part>
      )}
      {preview.kept.length === 0 ? null : (
        <Part title={say('exchange.kept')} hint={say('exchange.keptHint')}>
          <ul className={own['kept']}>{preview.kept.map(({ element, count }) => <li key={element}><b>{sayElement(words, element)}</b> {number(count)}</li>)}</ul>
        </Part>
      )}
    </div>
  );
}
