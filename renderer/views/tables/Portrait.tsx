import { Download } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { fileStem } from '../../../shared/model/fileName.ts';
import type { Portrait as Drawn } from '../../../shared/model/portrait.ts';
import { portraitPicture } from '../../../shared/pictures/portrait.ts';
import { copyPicture } from '../../charts/picture.ts';
import { savedPicture } from '../../charts/pictureSvg.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { DocumentChoice } from '../../parts/DocumentChoice.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSeenCoder, useSeenDocuments } from '../code/coders.ts';
import { usePutIntoReport } from '../report/putting.ts';
import { useSession, useSessionStore } from '../../session.ts';
import { PortraitPicture } from './PortraitPicture.tsx';
import styles from './tables.module.css';
import type { TableDesk } from './useTable.ts';

/** Room for the picture (px): below the least it is scrolled. */
const [leastWidth, mostWidth] = [620, 956];
/** One document from its beginning to its end: what was coded where, and who speaks. */
export function Portrait({ desk: { rows, rowOptions, set, asked } }: { desk: TableDesk }) {
  const words = useWords();
  const { say } = words;
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
  const title = drawn ? say('tables.portraitTitle', { rows: ofCodes.find(({ id }) => id === chosen)?.label ?? '', document: drawn.name }) : '';
  const room = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(mostWidth);
  useEffect(() => {
    const sizes = new ResizeObserver(([entry]) => setWidth(Math.min(mostWidth, Math.max(leastWidth, Math.floor(entry!.contentRect.width)))));
    sizes.observe(room.current!);
    return () => sizes.disconnect();
  }, []);
  const picture = useMemo(() => (drawn ? portraitPicture(drawn, words, { width }) : null), [drawn, words, width]);
  const asExhibit = input && { kind: 'portrait', asked: input };
  const intoReport = usePutIntoReport(asExhibit && { ...asExhibit, picture: 'portrait' });
  // Its foot says what it was made of, as every exported picture does.
  const file = async () => {
    const { exhibit, stamp } = await core.call('exhibit.read', { ...asExhibit!, language: words.language });
    const foot = stamp.slice(-3).map(([label, what]) => `${label}: ${what}`).join(' · ');
    return savedPicture(portraitPicture(drawn!, words, { width: 860, frame: { title: exhibit.title, subtitle: exhibit.subtitle, foot } }), exhibit.title);
  };
  const save = (format: 'svg' | 'png') => void act(async () => { const made = await file(); await core.bridge.save(await core.bridge.hand(`${fileStem(title, 'Portrait')}.${format}`, format === 'svg' ? new TextEncoder().encode(made.svg()) : await made.png())); });
  const saveTable = (format: 'csv' | 'xlsx' | 'docx' | 'html') => void act(async () => { await core.bridge.save(await core.call('exhibit.export', { ...asExhibit!, format, picture: format === 'docx' || format === 'html' ? 'portrait' : null, language: words.language })); });
  const copy = () => void act(async () => {
    await copyPicture(file().then((made) => made.png()));
    session.set({ notice: { said: say('report.copied') } });
  });
  const open = (coding: Drawn['codings'][number]) => void act(async () => {
    const passage = (await core.call('coding.list', { document: drawn!.document })).find(({ id }) => id === coding.coding)?.passage ?? null;
    session.set({ view: 'code', document: drawn!.document, passage, aside: { kind: 'passage' }, coders: null, selection: { start: coding.start, end: coding.start }, goto: { start: coding.start, end: coding.end, wish: Date.now() }, litCode: drawn!.codes[coding.code]!.id });
  });
  return (
    <>
      <div className={styles['bar']}>
        <DocumentChoice label={say('tables.portraitOf')} value={document?.id ?? null} documents={documents ?? []} onChange={(id) => session.set({ document: id, passage: null, selection: null, goto: null })} />
        <Choice label={say('tables.rows')} value={chosen} options={ofCodes.map(({ facet, colour, ...option }) => (facet ? { ...option, sign: <Sign facet={facet} colour={colour} /> } : option))} onChange={(id) => set({ rows: [id] })} />
        <span className={styles['grow']} />
        <Menu label={say('tables.save')} groups={[
          { title: say('tables.picture'), entries: [{ id: 'svg', label: 'SVG', run: () => save('svg') }, { id: 'png', label: 'PNG', run: () => save('png') }, { id: 'copy', label: say('report.copy'), run: copy }] },
          { title: say('tables.table'), entries: (['csv', 'xlsx', 'docx', 'html'] as const).map((format) => ({ id: `table-${format}`, label: format === 'html' ? 'HTML' : say(`export.${format}`), run: () => saveTable(format) })) }, intoReport,
        ]}><Button isDisabled={!drawn || drawn.codings.length === 0}><Download size={14} strokeWidth={1.5} />{say('tables.save')}</Button></Menu>
      </div>
      <div className={styles['body']} ref={room}>{!drawn ? null : drawn.codings.length === 0 ? <p className={styles['note']}>{say('tables.noPortrait')}</p> : <div className={styles['portrait']}><PortraitPicture portrait={drawn} picture={picture!} title={title} onOpen={open} /></div>}</div>
    </>
  );
}
