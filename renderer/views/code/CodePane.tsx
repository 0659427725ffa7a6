import { Quote } from 'lucide-react';
import { languageOf } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { useSessionStore } from '../../session.ts';
import { Aliases } from '../codebook/Aliases.tsx';
import { ScaleEditor } from '../codebook/ScaleEditor.tsx';
import { SetsOf } from '../codebook/SetsOf.tsx';
import { Swatches } from '../codebook/Swatches.tsx';
import { useExample } from '../codebook/useExample.ts';
import styles from './code.module.css';
import { MemosOn } from '../memos/MemosOn.tsx';
import { useSeenCoder, useSeenCodes } from './coders.ts';
import { Pane } from './Pane.tsx';

/** Quotations shown before "all" is asked for elsewhere. */
const most = 40;

/** A code: what it means, its colour, and what was coded with it. */
export function CodePane({ code: id }: { code: number }) {
  const { say } = useWords();
  const takeExample = useExample();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const seen = useSeenCoder();
  const codes = useSeenCodes();
  const code = codes?.find((each) => each.id === id);
  const excerpts = useLive('code.excerpts', code ? { code: id, limit: most, ...seen } : null);
  if (!code) return <Pane title={say('code.pane')}>{null}</Pane>;
  const { codings } = code;
  const holds = code.codable === 'no' || (codes ?? []).some(({ parent }) => parent === id);
  const change = (fields: { codable?: 'yes' | 'no'; name?: string; definition?: string; include?: string; exclude?: string; example?: string; colour?: string }) => act(() => core.call('code.change', { code: id, ...fields }));
  return (
    <Pane title={say('code.pane')} detail={say(`facet.${code.facet}`)}>
      <div className={styles['fields']}>
        <Field label={say('field.name')} value={code.name} onCommit={(name) => change({ name })} />
        <Aliases code={id} aliases={code.aliases} />
        <Swatches facet={code.facet} colour={code.colour} onChange={(colour) => void change({ colour })} />
        <Field label={say('field.definition')} lines value={code.definition} onCommit={(definition) => change({ definition })} />
        <Field label={say('field.include')} lines value={code.include} onCommit={(include) => change({ include })} />
        <Field label={say('field.exclude')} lines value={code.exclude} onCommit={(exclude) => change({ exclude })} />
        <Field label={say('field.example')} lines value={code.example} onCommit={(example) => change({ example })} />
        {code.facet === 'dimension' ? <ScaleEditor code={id} scale={code.scale} /> : null}
        {holds ? <div className={styles['holds']}><span aria-hidden>{say('exchange.codable.label')}</span><Segments label={say('exchange.codable.label')} value={code.codable} onChange={(codable) => void change({ codable })} options={[{ id: 'yes', label: say('exchange.codable.yes') }, { id: 'no', label: say('exchange.codable.no') }]} /></div> : null}
        <SetsOf codes={[id]} />
      </div>
      <MemosOn about="codes" target={id} title={say('passage.memo')} />
      <section className={styles['excerpts']}>
        <h3>{say('code.quotations')}<span>{codings}</span></h3>
        {seen.coder === undefined ? null : <p className={styles['quiet']}>{say('margin.onlyMineCount')}</p>}
        {(excerpts ?? []).map((excerpt) => (
          <div key={excerpt.coding} className={styles['excerpt']} onKeyDown={(event) => { if (event.key === 'e' && !event.ctrlKey && !event.metaKey && !event.altKey) takeExample(excerpt.coding); }}>
            <button type="button" onClick={() => session.set({ document: excerpt.documentId, passage: excerpt.passage, selection: { start: excerpt.start, end: excerpt.start }, goto: { start: excerpt.start, end: excerpt.end, wish: Date.now() } })}>
              <span className={styles['excerptText']} lang={languageOf(excerpt.quotation) || undefined}>{excerpt.quotation}</span>
              <small><bdi>{[excerpt.speakers.join(', '), excerpt.document].filter(Boolean).join(', ')}</bdi></small>
            </button>
            <Button look="icon" why={say('example.use')} keys="E" onPress={() => takeExample(excerpt.coding)}><Quote size={13} strokeWidth={1.5} /></Button>
          </div>
        ))}
        {codings === 0 ? <p className={styles['quiet']}>{say('code.noQuotations')}</p> : codings > most ? <p className={styles['quiet']}>{say('code.firstQuotations', { most })}</p> : null}
      </section>
    </Pane>
  );
}
