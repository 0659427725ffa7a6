import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { facets } from '../../../shared/model/schema.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { useSeenCoder, useSeenCodes } from '../code/coders.ts';
import styles from './print.module.css';
import type { Code } from './tree.ts';

/** The codebook laid out for the printer while it is wanted. On the screen nothing of it is seen; on paper nothing else. */
export function PrintedCodebook() {
  const printing = useSession((now) => now.printing);
  return printing ? <Pages /> : null;
}

function Pages() {
  const { say, date } = useWords();
  const core = useCore();
  const session = useSessionStore();
  const [today] = useState(() => Date.now());
  const codes = useSeenCodes();
  const seen = useSeenCoder();
  const project = useLive('project.read', {});
  const ready = codes !== undefined && project !== undefined;
  useEffect(() => {
    if (!ready) return undefined;
    const done = () => session.set({ printing: false });
    addEventListener('afterprint', done);
    // What is being typed belongs on paper too; a frame later it is laid out.
    let frame = 0;
    void core.flushing.all().finally(() => { frame = requestAnimationFrame(() => window.print()); });
    return () => { removeEventListener('afterprint', done); cancelAnimationFrame(frame); };
  }, [ready, core, session]);
  if (!ready) return null;
  return createPortal(
    <article className={styles['pages']}>
      <header><h1>{say('left.codebook')}</h1><p><bdi>{project.name}</bdi>, {date(today)}{seen.coder === undefined ? '' : ` · ${say('margin.onlyMineCount')}`}</p></header>
      {facets.filter((facet) => codes.some((code) => code.facet === facet)).map((facet) => (
        <section key={facet}>
          <h2>{say(`facet.${facet}`)}</h2>
          {codes.filter((code) => code.facet === facet).map((code) => <Entry key={code.id} code={code} depth={depthOf(codes, code)} />)}
        </section>
      ))}
    </article>, document.body);
}

function depthOf(codes: readonly Code[], code: Code): number {
  const parent = code.parent === null ? undefined : codes.find((each) => each.id === code.parent);
  return parent ? depthOf(codes, parent) + 1 : 0;
}

function Entry({ code, depth }: { code: Code; depth: number }) {
  const { say, number, list } = useWords();
  const scale = code.scale.map(({ value, anchor }) => (anchor === '' ? number(value) : `${number(value)} ${anchor}`)).join('; ');
  const said = ([['field.definition', code.definition], ['field.include', code.include], ['field.exclude', code.exclude], ['field.example', code.example], ['field.scale', scale], ['merge.aliases', list(code.aliases)]] as const).filter(([, text]) => text !== '');
  return (
    <div className={styles['entry']} style={{ marginLeft: `${depth * 14}pt` }} lang={languageOf(code.name + code.definition) || undefined}>
      <h3><Sign facet={code.facet} colour={code.colour} /><bdi>{code.name}</bdi><small>{say('code.codings', { count: code.codings })}</small></h3>
      {said.map(([label, text]) => <p key={label}><b>{say(label)}</b><span>{text}</span></p>)}
    </div>
  );
}
