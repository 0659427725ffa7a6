export interface Codec { encode(value: unknown): string; decode(text: string): unknown }
/**
 * Structured clone over a channel that carries text (the devtools protocol), for what this program sends: plain values and bytes. Anything else is refused.
 * One function without imports: it also runs inside the page, where it is sent as its source.
 */
export function makeCodec(): Codec {
  type Written = null | boolean | number | string | Written[] | { t: string; v: Written };
  const refusal = () => new Error('An object could not be cloned.'); // Electron's words
  const node = typeof Buffer === 'function'; // pages have no Buffer, and Node 24 has none of the page's methods
  const toText = (bytes: Uint8Array): string => (node ? Buffer.from(bytes).toString('base64') : (bytes as Uint8Array & { toBase64(): string }).toBase64());
  const pageBytes = Uint8Array as unknown as { fromBase64(text: string): Uint8Array };
  const toBytes = (text: string): Uint8Array => (node ? Uint8Array.from(Buffer.from(text, 'base64')) : pageBytes.fromBase64(text));

  function write(value: unknown): Written {
    if (value === undefined) return { t: 'undefined', v: null };
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) return { t: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
    if (Array.isArray(value)) return value.map(write);
    if (value instanceof Uint8Array) return { t: 'bytes', v: toText(value) };
    if (Object.prototype.toString.call(value) !== '[object Object]') throw refusal();
    return { t: 'object', v: Object.entries(value as object).map(([key, one]) => [key, write(one)]) };
  }
  function read(written: Written): unknown {
    if (Array.isArray(written)) return written.map(read);
    if (written === null || typeof written !== 'object') return written;
    switch (written.t) {
      case 'number': return Number(written.v);
      case 'bytes': return toBytes(written.v as string);
      case 'object': return Object.fromEntries((written.v as Written[]).map((pair) => read(pair) as [string, unknown]));
      default: return undefined;
    }
  }
  return {
    encode(value) {
      let clone: unknown;
      try { clone = structuredClone(value); } catch { throw refusal(); }
      return JSON.stringify(write(clone));
    },
    decode: (text) => read(JSON.parse(text) as Written),
  };
}
