import { archiveOf } from '../../electron/formats/zip.ts';
import type { PositionRule } from '../../shared/model/projectReport.ts';

/** How a program writes a project: what differs from one to the next. */
export interface Dialect {
  readonly program: string;
  readonly origin: string;
  readonly rule: PositionRule;
  readonly lineEnd: '\n' | '\r\n' | '\r\r\n';
  readonly mark: boolean;
  /** What a selection is called. */
  name(quote: string, start: number, end: number): string | null;
  guid(guid: string): string;
  readonly folder: string;
  readonly file: string;
  /** What the path of a text looks like; null: the text stands in the project itself. */
  path: ((file: string) => string) | null;
  /** One selection for each code of a range, as NVivo writes them. */
  readonly apart: boolean;
  /** The project as bytes. */
  encode(xml: string): string | Uint8Array;
  readonly prefix: string;
}
const usual: Dialect = {
  program: '', origin: '', rule: { unit: 'utf16', lineEnd: 2, mark: 0, end: 'exclusive' }, lineEnd: '\n', mark: false, name: () => null, guid: (guid) => guid, folder: 'sources/', file: 'project.qde', path: (file) => `internal://${file}`, apart: false, encode: (xml) => xml, prefix: '',
};
const inShort = (quote: string) => { const said = quote.replace(/\s+/g, ' '); return said.length > 100 ? `${said.slice(0, 100)}…` : said; };
const dialect = (program: string, origin: string, more: Partial<Dialect>): Dialect => ({ ...usual, program, origin, ...more });
export const dialects: readonly Dialect[] = [
  dialect('NVivo for Windows', 'NVivo 14.23.0 for Windows', { lineEnd: '\r\n', mark: true, folder: 'Sources/', apart: true, name: () => '' }),
  dialect('NVivo for Mac', 'NVivo for Mac 12.7.0', { apart: true, name: () => '' }),
  dialect('MAXQDA', 'MAXQDA 24 (Release 24.7.0)', { guid: (guid) => guid.toUpperCase(), name: (_quote, start, end) => `${start},${end}` }),
  dialect('MAXQDA that counts the CR that its file has not', 'MAXQDA 2022 (Release 22.4.0)', { guid: (guid) => guid.toUpperCase(), name: (_quote, start, end) => `${start},${end}` }),
  dialect('ATLAS.ti for Windows', 'ATLAS.ti Windows 23.4.0', { lineEnd: '\r\n', mark: true, rule: { unit: 'utf16', lineEnd: 1, mark: 0, end: 'exclusive' }, guid: (guid) => guid.toUpperCase(), name: inShort, file: 'Nachtdienst.qde' }),
  dialect('ATLAS.ti for Mac', 'ATLAS.ti Mac 26.1.2', { guid: (guid) => guid.toUpperCase(), name: inShort, file: 'Trial.qde' }),
  dialect('ATLAS.ti Web', 'ATLAS.ti Web', { rule: { unit: 'codePoint', lineEnd: 1, mark: 0, end: 'exclusive' }, name: inShort }),
  dialect('QualCoder', 'QualCoder 3.5', { rule: { unit: 'codePoint', lineEnd: 1, mark: 0, end: 'exclusive' }, lineEnd: '\r\n', mark: true, name: (quote) => quote }),
  dialect('QualCoder on Windows for MAXQDA', 'QualCoder 3.6', { rule: { unit: 'utf16', lineEnd: 1, mark: 0, end: 'exclusive' }, lineEnd: '\r\r\n', mark: true, name: (quote) => quote }),
  dialect('a program with the text inside', 'f4analyse 3', { path: null, guid: (guid) => `{${guid.toUpperCase()}}` }),
  dialect('a program with the text inside that counts CR LF', 'Quirkos 2.5', { path: null }),
  dialect('a program by the letter of the standard', 'Dedoose', { rule: { unit: 'codePoint', lineEnd: 2, mark: 0, end: 'inclusive' }, lineEnd: '\r\n' }),
  dialect('a program that counts the mark', 'QDA Miner 6', { rule: { unit: 'codePoint', lineEnd: 2, mark: 1, end: 'exclusive' }, mark: true, lineEnd: '\r\n', path: (file) => `relative:///sources/${file}` }),
  dialect('a program with a prefix', 'Transana 5', { prefix: 'q:', path: (file) => `internal:/sources\\${file}`, folder: '' }),
  dialect('a program with UTF-16', 'webQDA', { encode: (xml) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml.replace('encoding="utf-8"', 'encoding="UTF-16"'), 'utf16le')]) }),
  dialect('a program with a byte order mark and absolute paths', 'CATMA', { encode: (xml) => `\uFEFF${xml}`, path: (file) => `absolute:///C:/Users/me/${file}` }),
];
/** Whether a dialect counts a CR that is not in what it writes. */
export const countsLost = ({ program }: Dialect): boolean => /counts (?:the CR|CR LF)/.test(program);

export interface Told { readonly name: string; readonly text: string; readonly codings: readonly { readonly start: number; readonly end: number; readonly code: string; readonly coder: string }[] }
export interface ToldProject { readonly coders: readonly string[]; readonly codes: readonly string[]; readonly sources: readonly Told[] }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!).replaceAll('\n', '&#10;');
const made = (kind: number, number: number) => `${String(kind).padStart(8, 'a')}-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A project as a program writes it. Texts have LF, spans are UTF-16 units. */
export function writeDialect(how: Dialect, { coders, codes, sources }: ToldProject): Uint8Array {
  const { rule, prefix: p } = how;
  const guid = (kind: number, number: number) => how.guid(made(kind, number));
  let count = 0;
  const files: [string, string][] = [];
  const told = sources.map(({ name, text, codings }, index) => {
    const at = (offset: number) => {
      const before = text.slice(0, offset);
      const lines = (how.lineEnd === '\n' && !countsLost(how)) || rule.lineEnd === 1 ? 0 : before.split('\n').length - 1;
      return (rule.unit === 'utf16' ? before.length : Array.from(before).length) + lines + (how.mark ? rule.mark : 0);
    };
    const file = `${guid(4, index).replace(/[{}]/g, '')}.txt`;
    if (how.path !== null) files.push([`${how.folder}${file}`, `${how.mark ? '\uFEFF' : ''}${text.replaceAll('\n', how.lineEnd)}`]);
    const ranges = how.apart ? codings.map((coding) => [coding]) : [...Map.groupBy(codings, ({ start, end }) => `${start}/${end}`).values()];
    const selections = ranges.map((here) => {
      const { start, end } = here[0]!;
      const [from, to] = [at(start), at(end) - (rule.end === 'inclusive' ? 1 : 0)];
      const called = how.name(text.slice(start, end), from, to);
      return `<${p}PlainTextSelection guid="${guid(5, ++count)}"${called === null ? '' : ` name="${escaped(called)}"`} startPosition="${from}" endPosition="${to}">${here.map(({ code, coder }) => `<${p}Coding guid="${guid(6, ++count)}" creatingUser="${guid(1, coders.indexOf(coder))}" creationDateTime="2024-03-01T10:00:00Z"><${p}CodeRef targetGUID="${guid(2, codes.indexOf(code))}"/></${p}Coding>`).join('')}</${p}PlainTextSelection>`;
    });
    return `<${p}TextSource guid="${guid(3, index)}" name="${escaped(name)}"${how.path === null ? '' : ` plainTextPath="${how.path(file)}"`}>${how.path === null ? `<${p}PlainTextContent>${escaped(text).replaceAll('&#10;', '\n')}</${p}PlainTextContent>` : ''}${selections.join('')}</${p}TextSource>`;
  });
  const xml = `<?xml version="1.0" encoding="utf-8"?>\n<${p}Project xmlns${p === '' ? '' : ':q'}="urn:QDA-XML:project:1.0" name="P" origin="${how.origin}"><${p}Users>${coders.map((name, index) => `<${p}User guid="${guid(1, index)}" name="${name}"/>`).join('')}</${p}Users><${p}CodeBook><${p}Codes>${codes.map((name, index) => `<${p}Code guid="${guid(2, index)}" name="${escaped(name)}" isCodable="true"/>`).join('')}</${p}Codes></${p}CodeBook><${p}Sources>${told.join('')}</${p}Sources></${p}Project>`;
  return archiveOf([[how.file, how.encode(xml)], ...files]);
}
