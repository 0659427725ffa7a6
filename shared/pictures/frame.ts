import { linesOf, widthOf, type Drawing } from './drawing.ts';
import type { PictureLook } from './look.ts';

/** A picture as ECharts takes it, and how large it is, CSS pixels. */
export interface Picture { readonly option: Readonly<Record<string, unknown>>; readonly width: number; readonly height: number }
/** How a picture is drawn. `width` is what there is room for. */
export interface Drawn { readonly look: PictureLook; readonly width: number; readonly face: string }

/** Typefaces of files: those of every system, none that only the program has. Names in single quotes, because in a saved SVG they stand inside of double ones. */
export const pictureFace = "'Segoe UI', system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const foot = 26;
/** Title, unit, who is missing and stamp around a picture; `top` is where its own part begins, `bottom` what it leaves free. */
export function framed({ title, subtitle, foot: stamp, missing }: Drawing, { look, width, face }: Drawn): { option: Record<string, unknown>; top: number; bottom: number } {
  const room = width - 12;
  const origin = [missing, stamp].filter((line) => line !== '').join('\n');
  const [titleHeight, subtitleHeight] = [linesOf(title, 15, room) * 20, linesOf(subtitle, 12, room) * 17];
  const lines = linesOf(origin, 11, room);
  return {
    top: titleHeight + subtitleHeight === 0 ? 4 : titleHeight + (subtitleHeight === 0 ? 0 : subtitleHeight + 6) + 14, bottom: lines === 0 ? 8 : foot + (lines - 1) * 15,
    option: {
      animation: false, backgroundColor: look.paper, color: look.hues, textStyle: { fontFamily: face, color: look.ink },
      // The page around a picture says what it shows, in words.
      aria: { enabled: true, label: { enabled: false }, decal: { show: false } },
      title: { text: title, subtext: subtitle, left: 0, top: 0, itemGap: 6, textStyle: { fontSize: 15, fontWeight: 600, lineHeight: 20, color: look.ink, width: room, overflow: 'break' }, subtextStyle: { fontSize: 12, lineHeight: 17, color: look.ink2, width: room, overflow: 'break' } },
      graphic: { type: 'text', left: 5, bottom: 6, silent: true, style: { text: origin, fontSize: 11, lineHeight: 15, fontFamily: face, fill: look.ink2, width: room, overflow: 'break' } },
    },
  };
}
/** Entries of a legend flow into lines: how high they are together. */
export function legendHeight(names: readonly string[], width: number): number {
  let [lines, reached] = [1, 0];
  for (const name of names) {
    const wide = 14 + 5 + widthOf(name, 12);
    if (reached > 0 && reached + wide > width - 8) [lines, reached] = [lines + 1, 0];
    reached += wide + 16;
  }
  return lines * 30;
}
/** Groups in words: each with its n, or that nobody was asked. */
export const groupNames = ({ columns, asked, unasked }: Drawing): string[] => columns.map(({ label, n }, column) => {
  const about = asked.length > 0 && asked.every((row) => !row[column]) ? unasked : n;
  return about === '' ? label : `${label} (${about})`;
});
/** How much room the rows' names take at the left. */
export const labelWidth = ({ rows }: Drawing, most = 220): number => Math.min(most, Math.max(40, ...rows.map(({ label }) => widthOf(label, 12) * 1.12 + 6)));
