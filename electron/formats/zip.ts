import { crc32, deflateRawSync } from 'node:zlib';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Little-endian fields of two or four bytes. */
function fields(...list: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const buffer = Buffer.alloc(list.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of list) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
/** A zip archive of texts and bytes, deflated; every entry is dated 1 January 1980, so that the same contents are the same bytes. */
export function archiveOf(entries: readonly (readonly [name: string, contents: string | Uint8Array])[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, given] of entries) {
    const [title, contents] = [utf8(name), typeof given === 'string' ? utf8(given) : given];
    const packed = deflateRawSync(contents);
    const common = fields([2, 20], [2, 0x800], [2, 8], [2, 0], [2, 0x21], [4, crc32(contents)], [4, packed.length], [4, contents.length], [2, title.length], [2, 0]);
    parts.push(fields([4, 0x04034b50]), common, title, packed);
    directory.push(fields([4, 0x02014b50], [2, 20]), common, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), title);
    offset += 4 + common.length + title.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([...parts, ...directory, fields([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, size], [4, offset], [2, 0])]);
}
