import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Table } from '../../shared/model/table.ts';
import { filled } from '../../shared/pictures/bars.ts';
import type { Drawing } from '../../shared/pictures/drawing.ts';
import { pictureFace, type Picture } from '../../shared/pictures/frame.ts';
import { picturesFor } from '../../shared/pictures/index.ts';
import { pictureLooks } from '../../shared/pictures/look.ts';
import { useWords } from '../core/words.tsx';
import { Segments } from '../parts/Choice.tsx';
import { scrolledByKeys } from '../parts/scrolled.ts';
import type { CellAsked } from '../views/tables/asked.ts';
import styles from '../views/tables/tables.module.css';
import { faceNow, useDress } from './dress.ts';
import { chartFile } from './drawn.ts';
import { createChart } from './echarts.ts';

/** A picture below this is scrolled; files are as wide as a page's text. CSS pixels. */
const least = 560;
const ofFiles = 860;
export interface PictureFiles { svg(): string; png(): Promise<Uint8Array> }

/** A table drawn as it is drawn in reports and files: bars, stacked bars or a heatmap, as chosen above it. A bar or field opens its quotations. */
export function TablePicture({ table, drawing, chosen, onChoose, onReady, onCell }: { table: Table; drawing: Drawing; chosen: string | null; onChoose: (kind: string) => void; onReady: (files: PictureFiles | null) => void; onCell: (cell: CellAsked) => void }) {
  const { say } = useWords();
  const { look, tongue } = useDress();
  const host = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(ofFiles);
  useEffect(() => {
    const sizes = new ResizeObserver(([entry]) => setWidth(Math.max(least, Math.floor(entry!.contentRect.width) - 4)));
    sizes.observe(room.current!);
    return () => sizes.disconnect();
  }, []);
  const latest = useRef({ onReady, onCell });
  useLayoutEffect(() => { latest.current = { onReady, onCell }; });
  const kinds = useMemo(() => picturesFor(drawing), [drawing]);
  const kind = kinds.find(({ id }) => id === chosen) ?? kinds[0];
  useEffect(() => {
    void tongue;
    if (!kind) return undefined;
    // The page says title, unit and n above the picture; a file needs them in it.
    const picture = kind.draw({ ...drawing, title: '', subtitle: '' }, { look, width, face: faceNow() }) as Picture;
    const chart = createChart(host.current!, picture.width, picture.height);
    chart.setOption(picture.option);
    const rows = filled(drawing);
    chart.on('click', ({ dataIndex, seriesIndex }) => {
      const columns = table.columns.length;
      const [row, column] = kind.id === 'heatmap' ? [Math.floor(dataIndex / columns), dataIndex % columns] : [rows[dataIndex]!, seriesIndex!];
      if ((table.cells[row]![column] ?? 0) > 0) latest.current.onCell({ row: table.rows[row]!.key, column: table.columns[column]!.key });
    });
    const file = () => chartFile(kind.draw(drawing, { look: pictureLooks.light, width: ofFiles, face: pictureFace }) as Picture);
    latest.current.onReady({ svg: () => file().svg(), png: () => file().png() });
    return () => { latest.current.onReady(null); chart.dispose(); };
  }, [table, drawing, kind, look, tongue, width]);
  return (
    <div className={styles['picture']} ref={room} {...scrolledByKeys}>
      {kinds.length > 1 ? <Segments label={say('tables.pictureKind')} value={kind!.id} options={kinds.map(({ id }) => ({ id, label: say(`picture.kinds.${id}` as 'picture.kinds.bars') }))} onChange={onChoose} /> : null}
      {kind ? <div ref={host} role="img" aria-label={drawing.title} /> : <p className={styles['note']}>{say('tables.notDrawn')}</p>}
    </div>
  );
}
