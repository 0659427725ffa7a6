import { Download } from 'lucide-react';
import { useRef } from 'react';
import type { Portrait as Drawn } from '../../../shared/model/portrait.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSeenCoder, useSeenDocuments } from '../code/coders.ts';
import { useSession, useSessionStore } from '../../session.ts';
import { PortraitPicture } from './PortraitPicture.tsx';
import styles from './tables.module.css';
import type { TableDesk } from './useTable.ts';

/** One document from its beginning to its end: what was coded where, and who speaks. */
export function Portrait({ desk: { rows, rowOptions, set, asked } }: { desk: TableDesk }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const seen = useSeenCoder();
  const documents = useSeenDocuments();
  const wished = useSession((now) => now.document);
  const document = documents?.find(({ id }) => id === wished) ?? documents?.find(({ codings }) => codings > 0) ?? documents?.[0];
  const ofCodes = rowOptions.filter(({ id }) => /^(?:codes|triples|facet:|set:|code:)/.test(id));
  const chosen = ofCodes.some(({ id }) => id === rows[0]) ? rows[0]! : 'codes';
  const input = document ? { document: document.id, rows: [chosen], speakers: asked.speakers, ...seen } : null;
  const drawn = useLive('table.portrait', input, true) as Drawn | undefined;
  const picture = useRef<SVGSVGElement>(null);
  const title = drawn ? say('tables.portraitTitle', { rows: ofCodes.find(({ id }) => id === chosen)?.label ?? '', document: drawn.name }) : '';
  const save = () => void act(async () => { if (picture.current) await core.bridge.save(await core.bridge.hand(`${title}.svg`, new TextEncoder().encode(standalone(picture.current)))); });
  const open = (coding: Drawn['codings'][number]) => void act(async () => {
    const passage = (await core.call('coding.list', { document: drawn!.document })).find(({ id }) => id === coding.coding)?.passage ?? null;
    session.set({ view: 'code', document: drawn!.document, passage, aside: { kind: 'passage' }, coders: null, selection: { start: coding.start, end: coding.start }, goto: { start: coding.start, end: coding.end, wish: Date.now() }, litCode: drawn!.codes[coding.code]!.id });
  });
  return (
    <>
      <div className={styles['bar']}>
        <Choice label={say('tables.portraitOf')} value={document ? String(document.id) : null} options={(documents ?? []).map(({ id, name }) => ({ id: String(id), label: name }))} onChange={(id) => session.set({ document: Number(id), passage: null, selection: null, goto: null })} />
        <Choice label={say('tables.rows')} value={chosen} options={ofCodes.map(({ facet, colour, ...option }) => (facet ? { ...option, sign: <Sign facet={facet} colour={colour} /> } : option))} onChange={(id) => set({ rows: [id] })} />
        <span className={styles['grow']} />
        <Button onPress={save}><Download size={14} strokeWidth={1.5} />{say('tables.savePicture')}</Button>
      </div>
      <div className={styles['body']}>{!drawn ? null : drawn.codings.length === 0 ? <p className={styles['note']}>{say('tables.noPortrait')}</p> : <div className={styles['portrait']}><PortraitPicture drawn={drawn} title={title} onOpen={open} picture={picture} /></div>}</div>
    </>
  );
}

/** The picture with the colours that it has here, for where there is no style sheet. */
function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [shown, saved] = [[...svg.querySelectorAll('*')], [...copy.querySelectorAll('*')]];
  shown.forEach((element, index) => {
    const { fill, stroke, fontSize, fontFamily, fontWeight } = getComputedStyle(element);
    const put = saved[index]!;
    for (const [name, value] of Object.entries({ fill, stroke, ...(element.localName === 'text' ? { 'font-size': fontSize, 'font-family': fontFamily.replaceAll('"', "'"), 'font-weight': fontWeight } : {}) })) put.setAttribute(name, value);
    put.removeAttribute('style');
    put.removeAttribute('class');
    put.removeAttribute('tabindex');
  });
  copy.removeAttribute('class');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}
