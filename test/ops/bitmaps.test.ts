import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bitmapOf } from '../../electron/formats/bitmap.ts';
import type { Engine } from '../../electron/core/engine.ts';
import type { IncomingFile } from '../../electron/ops/operation.ts';
import { newStudy } from '../helpers/study.ts';

const sized = (png: Uint8Array): { width: number; height: number } => ({ width: Buffer.from(png).readUInt32BE(16), height: Buffer.from(png).readUInt32BE(20) });
const svg = (text: string, shapes = '') => `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><rect width="200" height="60" fill="#fcfbf8"/>${shapes}<text x="5" y="30" font-size="12" font-family="'Segoe UI', system-ui, 'PingFang SC', sans-serif">${text}</text></svg>`;
const size = { width: 200, height: 60 };
/** A part of an archive, by its name as its own entry has it. */
function partOf({ bytes }: IncomingFile, name: string): Buffer {
  const archive = Buffer.from(bytes);
  const at = archive.indexOf(name);
  return inflateRawSync(archive.subarray(at + name.length, at + name.length + archive.readUInt32LE(at - 30 + 18)));
}

async function paid(): Promise<Engine> {
  const engine = newStudy();
  const { document } = await engine.call('document.create', { name: 'Ward', text: 'The pay is low. 我很累。' });
  await engine.call('coding.apply', { document, start: 0, end: 7, codes: [{ create: { name: 'Pay 薪酬', facet: 'theme' } }] });
  return engine;
}

test('a picture is drawn at twice its size, a very long one at what programs still open', async () => {
  expect(sized((await bitmapOf(svg('Pay'), size))!)).toEqual({ width: 400, height: 120 });
  expect(sized((await bitmapOf(svg('Pay').replace('height="60"', 'height="24000"'), { width: 200, height: 24_000 }))!).height).toBe(12_000);
});
test('letters of both scripts are drawn, each its own', async () => {
  const drawn = await Promise.all(['', 'Pay', 'Say', '薪酬', '病房'].map(async (text) => Buffer.from((await bitmapOf(svg(text), size))!).toString('base64')));
  expect(new Set(drawn).size).toBe(5);
});
test('without a typeface for what is written there is no bitmap, and one for what is not written is not asked for', async () => {
  const none = { loadSystemFonts: false };
  expect(await bitmapOf(svg('Pay'), size, none)).toBeNull();
  expect(await bitmapOf(svg('薪酬'), size, none)).toBeNull();
  expect(await bitmapOf(svg('', '<circle cx="20" cy="20" r="5"/>'), size, none)).not.toBeNull();
});
test('a Word file that is made without a window has its pictures as PNG beside the SVG', async () => {
  const engine = await paid();
  const { report } = await engine.call('report.create', { name: 'R', parts: [{ type: 'exhibit', kind: 'table', asked: { columns: 'document' }, picture: 'bars' }] });
  const both = [await engine.call('report.export', { report, format: 'docx' }), await engine.call('exhibit.export', { kind: 'table', asked: { columns: 'document' }, format: 'docx', picture: 'bars' })] as unknown as IncomingFile[];
  for (const file of both) {
    expect(sized(partOf(file, 'word/media/picture1.png')).width).toBe(1720);
    expect(partOf(file, 'word/media/picture1.svg').toString()).toContain('Pay 薪酬');
    expect(partOf(file, 'word/document.xml').toString()).not.toContain('plain field');
  }
  const { bytes } = await engine.call('exhibit.export', { kind: 'table', asked: { columns: 'document' }, format: 'png' }) as unknown as IncomingFile;
  expect(sized(bytes).width).toBe(1720);
});
