import { Download } from 'lucide-react';
import { useMemo } from 'react';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { fileStem } from '../../../shared/model/fileName.ts';
import { needsTable, type ExhibitPart, type ReportPart } from '../../../shared/model/report.ts';
import { drawingOf } from '../../../shared/pictures/drawing.ts';
import { picturesFor } from '../../../shared/pictures/index.ts';
import { copyPicture } from '../../charts/picture.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice, Segments } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { useSessionStore } from '../../session.ts';
import { useSeenCodes } from '../code/coders.ts';
import styles from './report.module.css';

const perCell = ['0', '1', '2', '3', '5', '10'] as const;
const mosts = ['5', '10', '20', '50', '100'] as const;

/** What can be said of the part at hand: its title, quotations, picture, and what is asked. */
export function PartOptions({ report, part, onChange }: { report: number; part: ReportPart; onChange: (part: ReportPart) => void }) {
  const { say } = useWords();
  if (part.type === 'text') return <p className={styles['hint']}>{say('report.textHint')}</p>;
  if (part.type === 'heading') return <Segments label={say('report.level')} value={String(part.level)} options={[{ id: '1', label: say('report.chapter') }, { id: '2', label: say('report.section') }]} onChange={(level) => onChange({ ...part, level: level === '1' ? 1 : 2 })} />;
  return <ExhibitOptions report={report} part={part} onChange={onChange} />;
}

function ExhibitOptions({ report, part, onChange }: { report: number; part: ExhibitPart; onChange: (part: ReportPart) => void }) {
  const words = useWords();
  const { say, language } = words;
  const shown = useLive('report.show', { report, part: part.id, language }, true);
  const exhibit = shown?.exhibit;
  const pictures = useMemo(() => (exhibit ? picturesFor(drawingOf(exhibit, '', words)) : []), [exhibit, words]);
  const fits = pictures.some(({ id }) => id === part.picture);
  return (
    <>
      <Field label={say('report.title')} value={part.title} placeholder={exhibit?.title ?? ''} onCommit={(title) => onChange({ ...part, title: title.trim() })} />
      {part.kind === 'quotations' ? <QuotationOptions part={part} onChange={onChange} />
        : <Choice wide label={say('report.quotations')} value={String(part.quotations)} options={[...new Set([...perCell, String(part.quotations)])].map((id) => ({ id, label: id === '0' ? say('report.noQuotations') : say('report.perCell', { count: Number(id) }) }))} onChange={(id) => onChange({ ...part, quotations: Number(id) })} />}
      {pictures.length === 0 && part.picture === null ? null : (
        <Choice wide label={say('report.picture')} value={part.picture ?? ''} options={[{ id: '', label: say('report.noPicture') }, ...pictures.map(({ id }) => ({ id, label: say(`picture.kinds.${id}` as 'picture.kinds.bars') })), ...(part.picture === null || fits ? [] : [{ id: part.picture, label: part.picture }])]} onChange={(id) => onChange({ ...part, picture: id === '' ? null : id, matrix: id === '' ? true : part.matrix })} />
      )}
      {part.picture === null ? null : <label className={styles['check']}><input type="checkbox" checked={part.matrix || needsTable(part.picture)} disabled={needsTable(part.picture)} onChange={(event) => onChange({ ...part, matrix: event.target.checked })} />{say('report.withTable')}</label>}
      {exhibit && part.picture !== null && fits ? <SavePicture exhibit={exhibit} kind={part.picture} foot={shown.foot} /> : null}
      {shown ? <dl className={styles['about']}><dt>{say('report.kind')}</dt><dd>{shown.kind}</dd>{(shown.exhibit?.asked ?? []).map(([label, what], index) => <div key={index}><dt>{label}</dt><dd>{what}</dd></div>)}</dl> : null}
    </>
  );
}

type Quoted = { readonly code?: string; readonly saved?: string; readonly most?: number };
function QuotationOptions({ part, onChange }: { part: ExhibitPart; onChange: (part: ReportPart) => void }) {
  const { say } = useWords();
  const codes = useSeenCodes();
  const saved = useLive('query.saved', {});
  const asked = part.asked as Quoted;
  const set = (fields: Quoted) => onChange({ ...part, asked: { ...asked, ...fields } as ExhibitPart['asked'] });
  const { code: _code, saved: _saved, ...rest } = asked;
  const chosen = asked.saved === undefined ? `code:${asked.code ?? ''}` : `saved:${asked.saved}`;
  const choose = (id: string) => onChange({ ...part, asked: { ...rest, ...(id.startsWith('code:') ? { code: id.slice(5) } : { saved: id.slice(6) }) } as ExhibitPart['asked'] });
  return (
    <>
      <Choice wide label={say('report.quoted')} value={chosen} options={[...(saved ?? []).map(({ name }) => ({ id: `saved:${name}`, label: name, hint: say('excerpt.query') })), ...(codes ?? []).map(({ path, codings }) => ({ id: `code:${path}`, label: path, hint: String(codings) }))]} onChange={choose} />
      <Choice wide label={say('report.most')} value={String(asked.most ?? 10)} options={[...new Set([...mosts, String(asked.most ?? 10)])].map((id) => ({ id, label: id }))} onChange={(id) => set({ most: Number(id) })} />
    </>
  );
}

/** A part's picture by itself, with title, unit and stamp in it: as a file, or copied to be pasted elsewhere. */
function SavePicture({ exhibit, kind, foot }: { exhibit: Exhibit; kind: string; foot: string }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const drawn = async () => {
    const { pictureFileOf } = await import('../../charts/drawn.ts');
    return pictureFileOf(exhibit, { kind, foot, alone: true }, 860, words)!;
  };
  const save = (format: 'svg' | 'png') => void act(async () => {
    const file = await drawn();
    await core.bridge.save(await core.bridge.hand(`${fileStem(exhibit.title, 'Picture')}.${format}`, format === 'svg' ? new TextEncoder().encode(file.svg()) : await file.png()));
  });
  const copy = () => void act(async () => {
    await copyPicture(drawn().then((file) => file.png()));
    session.set({ notice: { said: say('report.copied') } });
  });
  return (
    <Menu label={say('tables.savePicture')} groups={[{ entries: [...(['svg', 'png'] as const).map((format) => ({ id: format, label: format.toUpperCase(), run: () => save(format) })), { id: 'copy', label: say('report.copy'), run: copy }] }]}>
      <Button><Download size={14} strokeWidth={1.5} />{say('tables.savePicture')}</Button>
    </Menu>
  );
}
