import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { facets } from '../../../shared/model/schema.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { linesOf } from '../../../shared/words/codebookChanges.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Met } from '../../frame/Met.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { Sign } from '../../parts/Sign.tsx';
import styles from './versions.module.css';

type Version = Outcome<'version.list'>[number];

/** Named points of the codebook's history, and what became of it between two of them. */
export function Versions({ close }: { close: () => void }) {
  const { say } = useWords();
  const versions = useLive('version.list', {});
  const [from, setFrom] = useState<number | null>(null);
  const [to, setTo] = useState<number | null>(null);
  if (!versions) return null;
  // What was chosen may have been forgotten since.
  const first = versions.find((version) => version.id === from) ?? versions[0];
  const second = versions.find((version) => version.id === to) ?? null;
  return (
    <Sheet title={say('version.title')} size="wide" onClose={close}>
      <div className={styles['versions']}>
        <div className={styles['left']}>
          <NameNow versions={versions} />
          {versions.length === 0 ? null : <ul className={styles['list']} aria-label={say('version.list')}>{versions.map((version) => <Row key={version.id} version={version} shown={version === first} onShow={() => { setFrom(version.id); setTo(null); }} />)}</ul>}
          <Met />
        </div>
        <section className={styles['right']} aria-label={say('version.changes')}>
          {first ? (
            <>
              <div className={styles['between']}>
                <Choice label={say('version.compare')} value={String(first.id)} onChange={(id) => setFrom(Number(id))} options={versions.map((version) => ({ id: String(version.id), label: version.name }))} />
                <Choice label={say('version.with')} value={String(second?.id ?? '')} onChange={(id) => setTo(id === '' ? null : Number(id))} options={[{ id: '', label: say('version.now') }, ...versions.map((version) => ({ id: String(version.id), label: version.name }))]} />
              </div>
              <Changes from={first.id} to={second?.id ?? null} />
            </>
          ) : <p className={styles['quiet']}>{say('version.none')}</p>}
        </section>
      </div>
    </Sheet>
  );
}

function NameNow({ versions }: { versions: readonly Version[] }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const suggested = say('version.suggested', { number: versions.length + 1 });
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const make = () => act(async () => {
    await core.flushing.all();
    await core.call('version.name', { name: name.trim() || suggested, note });
    setName('');
    setNote('');
  });
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void make(); }}>
      <label><span>{say('version.name')}</span><input value={name} placeholder={suggested} onChange={(event) => setName(event.target.value)} autoComplete="off" /></label>
      <label><span>{say('version.note')}</span><textarea rows={2} value={note} onChange={(event) => setNote(event.target.value)} /></label>
      <Button type="submit" look="primary">{say('version.make')}</Button>
    </form>
  );
}

function Row({ version, shown, onShow }: { version: Version; shown: boolean; onShow: () => void }) {
  const { say, moment } = useWords();
  const core = useCore();
  const act = useAct();
  const [renaming, setRenaming] = useState(false);
  if (renaming) return <li data-shown={shown || undefined}><Field label={say('version.name')} value={version.name} autoFocus onCommit={(name) => act(() => core.call('version.change', { version: version.id, name }))} onLeave={() => setRenaming(false)} /></li>;
  return (
    <li data-shown={shown || undefined}>
      <button type="button" aria-current={shown || undefined} onClick={onShow}>
        <b><bdi>{version.name}</bdi></b>
        <small>{say('version.namedBy', { when: moment(version.created), who: version.coder })}</small>
        {version.note === '' ? null : <span lang={languageOf(version.note) || undefined}>{version.note}</span>}
      </button>
      <Menu label={version.name} groups={[{ entries: [{ id: 'rename', label: say('code.rename'), run: () => setRenaming(true) }, { id: 'remove', label: say('version.remove'), danger: true, run: () => void act(() => core.call('version.remove', { version: version.id })) }] }]}>
        <Button look="icon" why={`${say('code.more')}: ${version.name}`}><Ellipsis size={14} strokeWidth={1.5} /></Button>
      </Menu>
    </li>
  );
}

function Changes({ from, to }: { from: number; to: number | null }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const found = useLive('version.diff', { from, to }, true);
  if (!found) return null;
  const { changes } = found;
  const save = (format: 'md' | 'docx') => void act(async () => { await core.bridge.save(await core.call('version.export', { from, to, format, language: words.language })); });
  if (changes.length === 0) return <p className={styles['quiet']}>{say('version.same')}</p>;
  return (
    <>
      <div className={styles['counted']}>
        <span>{say('version.codes', { count: changes.length })}</span>
        <Menu label={say('version.save')} groups={[{ entries: (['docx', 'md'] as const).map((id) => ({ id, label: say(`export.${id}`), run: () => save(id) })) }]}><Button>{say('version.save')}</Button></Menu>
      </div>
      <div className={styles['changes']}>
        {facets.map((facet) => ({ facet, inside: changes.filter((change) => change.facet === facet) })).filter(({ inside }) => inside.length > 0).map(({ facet, inside }) => (
          <section key={facet}>
            <h3>{say(`facet.${facet}`)}</h3>
            {inside.map((change) => (
              <div key={`${change.kind} ${change.path}`} className={styles['change']} data-gone={change.kind === 'removed' || change.kind === 'merged' || undefined}>
                <h4><Sign facet={facet} /><bdi lang={languageOf(change.path) || undefined}>{change.path}</bdi></h4>
                {linesOf(change, words).map(({ label, pieces }) => (
                  <p key={label}><b>{label}</b><span>{pieces.map((piece, index) => (piece.kind === 'added' ? <ins key={index}>{piece.text}</ins> : piece.kind === 'removed' ? <del key={index}>{piece.text}</del> : <span key={index}>{piece.text}</span>))}</span></p>
                ))}
              </div>
            ))}
          </section>
        ))}
      </div>
    </>
  );
}
