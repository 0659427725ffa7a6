import { limits } from '../limits.ts';
import { readPdf, type PdfText } from '../pdfText.ts';
import { derivedGuid, guidOf, momentOf } from './identity.ts';
import { childrenOf, type Reading } from './context.ts';
import { keepStamps } from './keptFiles.ts';
import { rawText, type RawText } from './position.ts';
import { childNamed, childrenNamed, textIn, type XmlElement } from './xml.ts';
import { decodeStrict, guessEncodings } from '../encodings.ts';
import { richText } from './richText.ts';

/** A text of a project before its selections are placed. */
export interface Draft {
  readonly guid: string;
  /** As the file calls it. */
  readonly name: string;
  readonly text: RawText;
  readonly created: number | null;
  /** What holds codings, notes and values of the text as a whole. */
  readonly owner: XmlElement;
  readonly selections: readonly XmlElement[];
  readonly points: readonly XmlElement[];
  /** Areas of a PDF's pages that are no selection of its text. */
  readonly areas: readonly XmlElement[];
  readonly description: string;
  /** The text was taken out of a Word file or a PDF, so that positions may be others. */
  readonly rich: boolean;
  /** What a PDF itself says and where, where areas of its pages ask for that. */
  readonly pdf: PdfText | null;
}
export interface ReadSources {
  readonly drafts: readonly Draft[];
  /** Which drafts a GUID of a source, of its text or of its transcripts stands for. */
  readonly byGuid: ReadonlyMap<string, readonly Draft[]>;
}

const reader = (encoding: string) => new TextDecoder(encoding, { ignoreBOM: true, fatal: true });
/** The bytes of a text as the program counted them: with a byte order mark if there is one. UTF-16 where its mark says so; what is no UTF-8 in what its characters are likely to be. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  try { return reader(wide ?? 'utf-8').decode(bytes); } catch {
    if (wide) return new TextDecoder(wide, { ignoreBOM: true }).decode(bytes);
    // A broken character in a text of UTF-8 does not make it another encoding.
    const loose = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const [broken, whole] = [/\uFFFD/g, /[^\x00-\x7f\uFFFD]/g].map((signs) => loose.match(signs)?.length ?? 0) as [number, number];
    if (broken * 20 < whole) return loose;
    for (const { encoding } of guessEncodings(bytes)) { const found = decodeStrict(bytes, encoding); if (found !== null) return found; }
    return loose;
  }
}

/** What a source, transcript or note says; null where the file does not hold it. */
export async function textOf(reading: Reading, element: XmlElement): Promise<{ raw: string; rich: boolean } | null> {
  const path = element.attributes['plainTextPath'];
  const plain = path ? reading.entry(path) : null;
  if (plain && !isWord(plain)) {
    const raw = decoded(plain);
    if (raw.includes('\uFFFD')) reading.notes.say('broken-characters', element.attributes['name']);
    return { raw, rich: false };
  }
  const content = childNamed(element, 'PlainTextContent');
  if (content) return { raw: content.text, rich: false };
  const words = plain ?? (element.attributes['richTextPath'] ? reading.entry(element.attributes['richTextPath']) : null);
  const raw = words && await richText(reading.file, words);
  if (raw === null) return null;
  reading.notes.say('text-from-rich', element.attributes['name']);
  return { raw, rich: true };
}
const isWord = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** What of a source has no place in Concord, without what has: the shell of a medium with its selections. */
const shell = (element: XmlElement, without: readonly string[]): XmlElement => ({ ...element, children: element.children.filter(({ name }) => !without.includes(name)).map((child) => (child.name === 'Transcript' ? shell(child, ['PlainTextContent', 'TranscriptSelection', 'NoteRef']) : child)) });

/** How many codings a part holds. */
const codingsIn = (element: XmlElement): number => element.children.reduce((count, child) => count + (child.name === 'Coding' ? 1 : codingsIn(child)), 0);
/** Reads the texts of all sources: of text sources, of PDFs as text, of transcripts of recordings, of descriptions of pictures. Media themselves are named and kept as they are described. */
export async function readSources(reading: Reading, root: XmlElement): Promise<ReadSources> {
  const drafts: Draft[] = [];
  const byGuid = new Map<string, Draft[]>();
  const know = (guid: string, draft: Draft) => { if (guid !== '' && !byGuid.get(guid)?.includes(draft)) byGuid.set(guid, [...(byGuid.get(guid) ?? []), draft]); };
  const called = (element: XmlElement): string => element.attributes['name'] ?? '';

  function keep(owner: string, element: XmlElement): void {
    const codings = codingsIn(element);
    if (codings > 0) reading.notes.say('codings-elsewhere', called(element), codings);
    reading.keep(owner, element);
  }
  /** Makes a draft of a text, under the name and with the codings of `source`. */
  async function take(element: XmlElement, source: XmlElement, name: string, more: Partial<Draft> = {}, said?: { raw: string; rich: boolean }): Promise<Draft | null> {
    const found = said ?? await textOf(reading, element);
    if (!found) { reading.notes.say('text-missing', name); return null; }
    const guid = guidOf(source.attributes['guid']);
    const draft: Draft = {
      guid, name, text: rawText(found.raw), rich: found.rich, owner: source, areas: [], pdf: null, description: textIn(source, 'Description'),
      created: momentOf(source.attributes['creationDateTime'] ?? element.attributes['creationDateTime']),
      // Of a PDF some write them beside its text.
      selections: (element === source ? element.children : [...element.children, ...source.children.filter((child) => !element.children.includes(child))]).filter(({ name: kind }) => kind === 'PlainTextSelection' || kind === 'TranscriptSelection'), points: childrenNamed(element, 'SyncPoint'), ...more,
    };
    drafts.push(draft);
    reading.attached.attach(guid, element.attributes['richTextPath'], draft.text.text);
    keepStamps(reading, source);
    know(guid, draft);
    know(guidOf(element.attributes['guid']), draft);
    return draft;
  }

  const bytesOf = (source: XmlElement): Uint8Array | null => { const path = source.attributes['path'] ?? ''; return path !== '' && (reading.size(path) ?? Infinity) <= limits.file ? reading.entry(path) : null; };
  for (const source of childrenOf(root, 'Sources')) {
    const { name } = source;
    const own = guidOf(source.attributes['guid']);
    if (name === 'TextSource') {
      if (!await take(source, source, called(source))) keep(own, source);
    } else if (name === 'PDFSource') {
      const representation = childNamed(source, 'Representation');
      const both = representation ? { ...source, children: [...source.children, ...representation.children.filter((child) => child.name === 'Coding' || child.name === 'NoteRef' || child.name === 'VariableValue')] } : source;
      const areas = childrenNamed(source, 'PDFSelection');
      const [text, bytes] = [representation ? await textOf(reading, representation) : null, bytesOf(source)];
      const wordless = areas.some((area) => !childNamed(area, 'Representation') && !representation?.children.some((child) => guidOf(child.attributes['guid']) === guidOf(area.attributes['guid'])));
      const pdf = bytes && (text === null || wordless) ? await readPdf(bytes) : null;
      const apart = representation ?? { name: 'Representation', attributes: { guid: derivedGuid('representation', own) }, children: [], text: '' };
      const draft = text ? await take(apart, both, called(source), { areas, pdf }, text) : pdf ? await take(apart, both, called(source), { areas, pdf }, { raw: pdf.text, rich: true }) : null;
      if (!text) reading.notes.say(pdf ? 'text-from-pdf' : representation ? 'text-missing' : 'pdf-without-text', called(source));
      reading.notes.say('media-skipped', called(source));
      reading.attached.attach(own, source.attributes['path']);
      const withText = draft && !representation ? { ...source, children: [...source.children, apart] } : source;
      const bare = draft ? shell(withText, ['PDFSelection', 'Coding', 'NoteRef', 'VariableValue', 'Description']) : source;
      // Where its text belongs is kept with it; what the text says is a document.
      keep(own, draft ? { ...bare, children: bare.children.map((child) => (child.name === 'Representation' ? { ...child, children: [], text: '' } : child)) } : bare);
    } else if (name === 'PictureSource' || name === 'AudioSource' || name === 'VideoSource') {
      reading.notes.say('media-skipped', called(source));
      for (const text of source.children) {
        if (text.name === 'TextDescription') await take(text, text, called(text) || called(source));
        if (text.name === 'Transcript') {
          const draft = await take(text, text, called(text) || called(source));
          if (!draft) keep(guidOf(text.attributes['guid']), text);
        }
      }
      for (const draft of drafts.filter(({ owner }) => source.children.includes(owner))) know(own, draft);
      // What hangs on the medium itself (times, areas, codings, values) stays with its description.
      reading.attached.attach(own, source.attributes['path']);
      keep(own, { ...shell(source, []), children: shell(source, []).children.map((child) => (child.name === 'TextDescription' ? { ...child, children: [], text: '' } : child)) });
    }
  }
  return { drafts, byGuid };
}
