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
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new Problem('too-big', { file, limit: Math.floor(limits.archive / 2 ** 20) });
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + directoryLength > end || view.getUint32(at, true) !== directoryMark) throw new Problem('damaged-file', { file });
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + directoryLength, at + directoryLength + nameLength));
    entries.push({
      name, flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true),
    });
    at += directoryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Names that lead out of an archive, or that two entries share, are made to mislead. */
function checkNames(file: string, entries: readonly Entry[]): void {
  const names = entries.map(({ name }) => name.toLowerCase());
  const leadsOut = (name: string) => name.startsWith('/') || /^[a-z]:|\\|\0/i.test(name) || name.split('/').includes('..');
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
