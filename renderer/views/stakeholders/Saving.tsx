import { Download } from 'lucide-react';
import { copyPicture } from '../../charts/picture.ts';
import { savedPicture } from '../../charts/pictureSvg.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu, type MenuEntry } from '../../parts/Menu.tsx';
import { usePutIntoReport } from '../report/putting.ts';
import { useSessionStore } from '../../session.ts';
import { questionOf, type Asked } from './useAsked.ts';
import { useQuadrants, type useGridPicture } from './useGridPicture.ts';

const formats = ['csv', 'xlsx', 'docx', 'html'] as const;
/** Saves what is shown as a table, and the grid as a picture, which can be copied too. */
export function Saving({ asked, title, subtitle, drawn }: { asked: Asked; title: string; subtitle: string; drawn: ReturnType<typeof useGridPicture> }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const version = useLive('version.now', {});
  const origin = () => [version ? say('version.stamp', { version: version.changes === 0 ? version.name : say('version.since', { version: version.name, count: version.changes }) }) : '', words.date(Date.now())].filter(Boolean).join(' · ');
  const { wished, asked: { coder } } = asked;
  const question = questionOf(asked);
  const { own } = useQuadrants();
  const exhibit = { ...question, ...(coder === undefined ? {} : { coder }), ...(wished.way === 'grid' && own ? { quadrants: own } : {}) };
  const intoReport = usePutIntoReport(question && { kind: wished.way, asked: exhibit, picture: wished.way === 'grid' ? 'points' : null });
  const saveTable = (format: (typeof formats)[number]) => void act(async () => { await core.bridge.save(await core.call('exhibit.export', { kind: wished.way, asked: exhibit, format, language: words.language })); });
  const picture = () => savedPicture(drawn!.framed({ title, subtitle, foot: origin() }), title);
  const savePicture = (format: 'svg' | 'png') => void act(async () => {
    const made = picture();
    await core.bridge.save(await core.bridge.hand(`${title}.${format}`, format === 'svg' ? new TextEncoder().encode(made.svg()) : await made.png()));
  });
  const copy = () => void act(async () => {
    await copyPicture(picture().png());
    session.set({ notice: { said: say('stakeholders.copied') } });
  });
  const copyTable = () => void act(async () => {
    const { exhibit: read } = await core.call('exhibit.read', { kind: wished.way, asked: exhibit, language: words.language });
    const lines = [[read.corner, ...read.columns.map(({ over, label }) => (over === '' ? label : `${over}: ${label}`))], ...read.rows.map(({ label, cells }) => [label, ...cells.map((cell) => (cell === null ? '–' : String(cell)))])];
    await navigator.clipboard.writeText(lines.map((line) => line.map((cell) => cell.replace(/[\t\n]/g, ' ')).join('\t')).join('\n'));
    session.set({ notice: { said: say('stakeholders.tableCopied') } });
  });
  const pictures: MenuEntry[] = drawn ? [{ id: 'svg', label: 'SVG', run: () => savePicture('svg') }, { id: 'png', label: 'PNG', run: () => savePicture('png') }, { id: 'copy', label: say('stakeholders.copyPicture'), run: copy }] : [];
  return (
    <Menu label={say('tables.save')} groups={[{ title: say('tables.picture'), entries: pictures }, { title: say('tables.table'), entries: [...formats.map((format) => ({ id: `table-${format}`, label: format === 'html' ? 'HTML' : say(`export.${format}`), run: () => saveTable(format) })), { id: 'copy-table', label: say('stakeholders.copyTable'), run: copyTable }] }, intoReport]}>
      <Button isDisabled={question === null}><Download size={14} strokeWidth={1.5} />{say('tables.save')}</Button>
    </Menu>
  );
}
