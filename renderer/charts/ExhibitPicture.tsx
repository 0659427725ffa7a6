import { useEffect, useMemo, useRef, useState } from 'react';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import { paintsOf } from '../../shared/pictures/look.ts';
import { useWords } from '../core/words.tsx';
import { pictureOf } from './drawn.ts';
import { faceNow, useDress } from './dress.ts';
import { createChart } from './echarts.ts';
import { Shapes } from './Shapes.tsx';

/** Room for a picture, CSS pixels: below the least it is scrolled. */
const least = 480;
const most = 860;
/** An exhibit's picture as it will stand in a file, in the colours of the window; words where this kind does not fit its numbers. */
export function ExhibitPicture({ exhibit, kind, foot }: { exhibit: Exhibit; kind: string; foot: string }) {
  const words = useWords();
  const { look, tongue } = useDress();
  const host = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(most);
  useEffect(() => {
    const sizes = new ResizeObserver(([entry]) => setWidth(Math.min(most, Math.max(least, Math.floor(entry!.contentRect.width)))));
    sizes.observe(room.current!);
    return () => sizes.disconnect();
  }, []);
  const picture = useMemo(() => {
    void tongue;
    return pictureOf(exhibit, { kind, foot, alone: false }, { look, width, face: faceNow() }, words);
  }, [exhibit, kind, foot, tongue, look, width, words]);
  useEffect(() => {
    if (!picture || 'shapes' in picture) return undefined;
    const chart = createChart(host.current!, picture.width, picture.height);
    chart.setOption(picture.option);
    return () => chart.dispose();
  }, [picture]);
  const label = `${words.say(`picture.kinds.${kind}` as 'picture.kinds.bars')}: ${exhibit.title}`;
  return (
    <div ref={room}>
      {picture === null ? <p>{words.problem({ problem: 'no-such-picture', values: { picture: kind, known: '' } }).what}</p>
        : 'shapes' in picture ? <svg width={picture.width} height={picture.height} viewBox={`0 0 ${picture.width} ${picture.height}`} role="img" aria-label={label}><Shapes shapes={picture.shapes} colour={paintsOf(look)} /></svg>
          : <div ref={host} role="img" aria-label={label} style={{ width: picture.width, height: picture.height }} />}
    </div>
  );
}
