import { SaxesParser } from 'saxes';
import { Problem } from '../../../shared/model/problem.ts';
import type { ProjectNotes } from '../../../shared/model/projectReport.ts';

/** An element by its local name. Attributes of other namespaces, and namespaces themselves, are not kept. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** What stands directly in it. */
  readonly text: string;
}
interface Open { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }

/** Elements inside elements: a codebook has a dozen levels, a trap has thousands. */
const deepest = 200;
const local = (name: string): string => name.slice(name.indexOf(':') + 1);
/** What XML 1.0 may not hold, as characters or as references to them. */
const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));/g;

function decode(file: string, bytes: Uint8Array, notes: ProjectNotes): string {
  const [first, second] = bytes;
  const said = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1];
  const name = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0) ? 'utf-16le' : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : said && !/^utf-?16/i.test(said) ? said : 'utf-8';
  try { return new TextDecoder(name, { fatal: true }).decode(bytes); } catch {
    // The file may not be written in what it says; a broken character is no reason to lose all others.
    notes.say('broken-characters', file);
    try { return new TextDecoder(name).decode(bytes); } catch { return new TextDecoder().decode(bytes); }
  }
}
/** Characters that a file may name without being XML by it, and ampersands that somebody forgot to write as one. */
const mended = (text: string): string => text.replace(/&(?!#\d{1,7};|#x[0-9a-f]{1,6};|(?:amp|lt|gt|quot|apos);)(nbsp;)?/gi, (_, blank: string | undefined) => (blank ? '\u00a0' : '&amp;'));

/**
 * The root element of an XML file. Entities that a file declares itself are refused, so that neither bombs nor other files come in by them;
 * control characters are left out and said. Problems: `broken-xml` with the line.
 */
export function readXml(file: string, bytes: Uint8Array, notes: ProjectNotes): XmlElement {
  const decoded = decode(file, bytes, notes).replace(/^[\s\uFEFF]+(?=<)/, '');
  const text = decoded.replace(illegal, () => { notes.say('controls-removed'); return ''; });
  try { return parse(file, text); } catch (error) {
    const better = mended(text);
    if (!(error instanceof Problem) || better === text || /<!DOCTYPE/i.test(text)) throw error;
    notes.say('not-in-standard', '&');
    return parse(file, better);
  }
}
function parse(file: string, text: string): XmlElement {
  const parser = new SaxesParser({ position: true });
  const broken = (): Problem => new Problem('broken-xml', { file, line: parser.line });
  // The same few names and references come hundreds of thousands of times.
  const known = new Map<string, string>();
  const once = (value: string): string => { const there = known.get(value); if (there !== undefined) return there; known.set(value, value); return value; };
  const open: Open[] = [];
  let root: XmlElement | null = null;
  parser.on('error', () => { throw broken(); });
  parser.on('opentag', ({ name, attributes }) => {
    const own: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes)) if (!key.includes(':') && key !== 'xmlns') own[key] = value.length === 36 && key !== 'guid' ? once(value) : value;
    if (open.length >= deepest) throw broken();
    open.push({ name: once(local(name)), attributes: own, children: [], text: '' });
  });
  const add = (part: string): void => { const at = open.at(-1); if (at) at.text += part; };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const done = open.pop()!;
    if (done.children.length > 0 && !/\S/.test(done.text)) done.text = '';
    const above = open.at(-1);
    if (above) above.children.push(done);
    else root = done;
  });
  const step = 1 << 20;
  for (let at = 0; at < text.length; at += step) parser.write(text.slice(at, at + step));
  parser.close();
  if (root === null) throw broken();
  return root;
}

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] => element.children.filter((child) => child.name === name);
export const childNamed = (element: XmlElement, name: string): XmlElement | undefined => element.children.find((child) => child.name === name);
/** The text of a child, without blanks around it; '' where there is none. */
export const textIn = (element: XmlElement, name: string): string => childNamed(element, name)?.text.trim() ?? '';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };
/** What XML 1.0 can hold of a text. */
export const lawful = (text: string): string => text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
const inText = (text: string): string => lawful(text).replace(/[&<>\r]/g, (sign) => signs[sign]!);
const inAttribute = (text: string): string => lawful(text).replace(/[&<>"\n\r\t]/g, (sign) => signs[sign]!);
/** An element as text. Attributes that are null or undefined are left out; `inside` is text already written, or plain text. */
export function printed(name: string, attributes: Readonly<Record<string, string | number | null | undefined>>, inside: readonly string[] | { readonly text: string } = []): string {
  let start = `<${name}`;
  for (const key in attributes) { const value = attributes[key]; if (value !== null && value !== undefined) start += ` ${key}="${typeof value === 'number' ? value : inAttribute(value)}"`; }
  const body = 'text' in inside ? inText(inside.text) : inside.join('');
  return body === '' ? `${start}/>` : `${start}>${body}</${name}>`;
}
/** An element as it came. Law: readXml(printElement(element)) equals the element, but for blanks beside children. */
export const printElement = ({ name, attributes, children, text }: XmlElement): string =>
  printed(name, attributes, children.length === 0 ? { text } : [...(text === '' ? [] : [inText(text)]), ...children.map(printElement)]);
