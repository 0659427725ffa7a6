import { randomFillSync } from 'node:crypto';

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Makes UUIDs of version 7 (RFC 9562): they begin with the time, so an index takes them in at its end. */
export function createUuids(now: () => number = Date.now): () => string {
  const pool = new Uint8Array(16 * 256);
  let at = pool.length;
  return () => {
    if (at === pool.length) { randomFillSync(pool); at = 0; }
    const bytes = pool.subarray(at, (at += 16));
    const time = now().toString(16).padStart(12, '0');
    const h = (index: number) => hex[bytes[index]!]!;
    const version = hex[0x70 | (bytes[6]! & 0x0f)]!;
    const variant = hex[0x80 | (bytes[8]! & 0x3f)]!;
    return `${time.slice(0, 8)}-${time.slice(8, 12)}-${version}${h(7)}-${variant}${h(9)}-${h(10)}${h(11)}${h(12)}${h(13)}${h(14)}${h(15)}`;
  };
}
