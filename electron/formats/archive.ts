import { crc32, inflateRawSync } from 'node:zlib';
import { Problem } from '../../shared/model/problem.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { checkSize, limits } from './limits.ts';

interface Entry { readonly name: string; readonly flags: number; readonly method: number; readonly crc: number; readonly packed: number; readonly size: number; readonly offset: number }

const endMark = 0x06054b50, directoryMark = 0x02014b50, entryMark = 0x04034b50;
const endLength = 22, directoryLength = 46, entryLength = 30;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** Where the record is that ends an archive: the last thing in it but for a comment; -1 without one. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - endLength; at >= Math.max(0, view.byteLength - endLength - 0xffff); at--) if (view.getUint32(at, true) === endMark) return at;
  return -1;
}
function directoryOf(file: string, bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end < 0) throw new Problem('damaged-file', { file });
  const { count, first } = extentOf(file, view, end);
  if (count > limits.entries) throw new Problem('too-big', { file, limit: Math.floor(limits.archive / 2 ** 20) });
  const entries: Entry[] = [];
  let at = first;
  for (let index = 0; index < count; index++) {
    if (at + directoryLength > end || view.getUint32(at, true) !== directoryMark) throw new Problem('damaged-file', { file });
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + directoryLength, at + directoryLength + nameLength));
    const [size, packed, offset] = wide(view, at + directoryLength + nameLength, Math.min(end, at + directoryLength + nameLength + extraLength), [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]);
    entries.push({ name, flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed: packed!, size: size!, offset: offset! });
    at += directoryLength + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}
/** How many entries there are and where their directory begins, also where the file says it in the wide form (zip64), as some programs always do. */
function extentOf(file: string, view: DataView, end: number): { count: number; first: number } {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return { count: view.getUint16(end + 10, true), first: view.getUint32(end + 16, true) };
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > end || view.getUint32(at, true) !== 0x06064b50) throw new Problem('damaged-file', { file });
  return { count: Number(view.getBigUint64(at + 32, true)), first: Number(view.getBigUint64(at + 48, true)) };
}
/** Sizes and offset as the entry's wide field has them, where the narrow ones are full. */
function wide(view: DataView, from: number, to: number, narrow: readonly number[]): readonly number[] {
  if (narrow.every((value) => value !== 0xffffffff)) return narrow;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return narrow.map((value) => { if (value !== 0xffffffff || next + 8 > to) return value; next += 8; return Number(view.getBigUint64(next - 8, true)); });
  }
  return narrow;
}

const leadsOut = (name: string): boolean => name.startsWith('/') || /^[a-z]:|\\|\0/i.test(name) || name.split('/').includes('..');
/** Names that lead out of an archive, or that two entries share, are made to mislead. */
function checkNames(file: string, entries: readonly Entry[]): void {
  const names = entries.map(({ name }) => name.toLowerCase());
  if (new Set(names).size < names.length || names.some(leadsOut)) throw new Problem('damaged-file', { file });
}
function unpack(file: string, bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = viewOf(bytes);
  if (entry.flags & 1) throw new Problem('password-protected', { file });
  if (entry.offset + entryLength > bytes.length || view.getUint32(entry.offset, true) !== entryMark) throw new Problem('damaged-file', { file });
  const start = entry.offset + entryLength + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  // The declared size may lie: what comes out is counted while it comes.
  const most = Math.min(limits.entry, Math.max(limits.ratioFrom, entry.packed * limits.ratio));
  const plain = entry.method === 0 ? packed : entry.method === 8 ? inflate(file, packed, most) : null;
  if (plain === null || plain.length !== entry.size || crc32(plain) !== entry.crc) throw new Problem('damaged-file', { file });
  return plain;
}
function inflate(file: string, packed: Uint8Array, most: number): Uint8Array {
  try { return inflateRawSync(packed, { maxOutputLength: most }); } catch (error) {
    const tooBig = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooBig ? new Problem('too-big', { file, limit: Math.floor(most / 2 ** 20) }) : new Problem('damaged-file', { file });
  }
}

/**
 * Checks every entry of a zip archive (names, sizes as they come out, check sums) before anybody parses it, and answers
 * those whose name ends in .xml or .rels, unpacked. Archives inside archives are not opened.
 * Problems: `damaged-file`, `too-big`, `password-protected`.
 */
export function checkArchive({ name: file, bytes }: IncomingFile): Map<string, Uint8Array> {
  checkSize(file, bytes.length);
  const entries = directoryOf(file, bytes);
  checkNames(file, entries);
  const kept = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of entries) {
    const plain = unpack(file, bytes, entry);
    total += plain.length;
    checkSize(file, total, limits.archive);
    if (/\.(?:xml|rels)$/i.test(entry.name)) kept.set(entry.name, plain);
  }
  return kept;
}

/** The entries of an archive, unpacked one by one as they are asked for. */
export interface Archive {
  /** Names as they stand there, with '/' between folders; folders themselves are left out. */
  readonly names: readonly string[];
  /** Null where there is none of that name. */
  read(name: string): Uint8Array | null;
  /** How many bytes an entry says that it has, unpacked; null where there is none of that name. */
  size(name: string): number | null;
}
/**
 * Opens an archive of which only some entries are wanted: a recording in it is never unpacked. Whoever made it may write '\\' between folders.
 * Problems: `damaged-file` (also for names that lead out of it), `too-big`, `password-protected`.
 */
export function openArchive({ name: file, bytes }: IncomingFile): Archive {
  const entries = directoryOf(file, bytes).map((entry) => ({ ...entry, name: entry.name.replaceAll('\\', '/') }));
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  if (byName.size < entries.length || entries.some(({ name }) => leadsOut(name))) throw new Problem('damaged-file', { file });
  let total = 0;
  return {
    names: entries.map(({ name }) => name).filter((name) => !name.endsWith('/')),
    size: (name) => byName.get(name)?.size ?? null,
    read(name) {
      const entry = byName.get(name);
      if (!entry) return null;
      const plain = unpack(file, bytes, entry);
      total += plain.length;
      checkSize(file, total, limits.archive);
      return plain;
    },
  };
}
