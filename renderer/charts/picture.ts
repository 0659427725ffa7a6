import type { Chart } from './echarts.ts';

/** A chart as a file: SVG text, or PNG bytes at twice the size. */
export function pictureFile(chart: Chart, format: 'svg'): string;
export function pictureFile(chart: Chart, format: 'png'): Promise<Uint8Array>;
export function pictureFile(chart: Chart, format: 'svg' | 'png'): string | Promise<Uint8Array> {
  const svg = chart.renderToSVGString();
  return format === 'svg' ? svg : rasterise(svg, chart.getWidth(), chart.getHeight());
}

async function rasterise(svg: string, width: number, height: number): Promise<Uint8Array> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d')!;
  context.scale(2, 2);
  context.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/png'); });
  return new Uint8Array(await blob!.arrayBuffer());
}
