import type { Chart } from './echarts.ts';

/** Longest side (pixels) of a picture that browsers draw and other programs open. */
const longest = 32_767;

/** A chart as a file: SVG text, or PNG bytes at twice the size, or at what is possible where that is too large. */
export function pictureFile(chart: Chart, format: 'svg'): string;
export function pictureFile(chart: Chart, format: 'png'): Promise<Uint8Array>;
export function pictureFile(chart: Chart, format: 'svg' | 'png'): string | Promise<Uint8Array> {
  const svg = chart.renderToSVGString();
  return format === 'svg' ? svg : rasterise(svg, chart.getWidth(), chart.getHeight());
}

/** SVG text as PNG bytes. */
export async function rasterise(svg: string, width: number, height: number): Promise<Uint8Array> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const scale = Math.min(2, longest / width, longest / height);
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  context.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/png'); });
  return new Uint8Array(await blob!.arrayBuffer());
}

/** Puts a picture (PNG bytes) on the clipboard. The clipboard is asked at once, while it is still the person's own act; the bytes may come later. */
export const copyPicture = (png: Promise<Uint8Array>): Promise<void> =>
  navigator.clipboard.write([new ClipboardItem({ 'image/png': png.then((bytes) => new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/png' })) })]);
