import { createRequire } from 'node:module';
import { z } from 'zod';

/** Typefaces that pictures are drawn with: those of the system, or files. */
export interface Faces { readonly loadSystemFonts: boolean; readonly fontFiles?: readonly string[] }
const systemFaces: Faces = { loadSystemFonts: true };

interface Rendered { asPng(): Uint8Array; readonly pixels: Uint8Array }
interface Library { renderAsync(svg: string, options: { readonly font: Faces; readonly fitTo: { readonly mode: 'zoom'; readonly value: number }; readonly logLevel: 'off' }): Promise<Rendered> }
const load = createRequire(import.meta.url);
/** Null where this system has no binary of the library: files are written without bitmaps then, and say so. */
function library(): Library | null {
  try { return load('@resvg/resvg-js') as Library; } catch (error) { if (z.object({ code: z.string() }).safeParse(error).success || /native binding/i.test(String(error))) return null; throw error; }
}

/** Two letters of each script in which studies are written. */
const probes = { Latin: ['H', 'o'], Han: ['中', '文'] } as const;
type Script = keyof typeof probes;
const scriptsIn = (text: string): Script[] => [...(/\p{Script=Latin}/u.test(text) ? ['Latin' as const] : []), ...(/\p{Script=Han}/u.test(text) ? ['Han' as const] : [])];
const side = 24;
const known = new WeakMap<Faces, Map<Script, Promise<boolean>>>();
/** Whether there is a typeface for a script: without one all its letters are drawn as nothing, or as the same box. */
function canWrite(script: Script, faces: Faces, { renderAsync }: Library): Promise<boolean> {
  const scripts = known.get(faces) ?? new Map<Script, Promise<boolean>>();
  known.set(faces, scripts);
  const drawn = async (letter: string) => Buffer.from((await renderAsync(`<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><text x="2" y="18" font-size="16" font-family="sans-serif">${letter}</text></svg>`, { font: faces, fitTo: { mode: 'zoom', value: 1 }, logLevel: 'off' })).pixels);
  const [one, other] = probes[script];
  const found = scripts.get(script) ?? Promise.all([drawn(one), drawn(other)]).then(([first, second]) => !first.equals(second));
  scripts.set(script, found);
  return found;
}

/** Pixels that a side has at most. */
const longest = 12_000;
/** Of one text in two scripts the first face is taken that is there: a Latin one would leave Chinese to any face that has its characters, in the forms of any country. */
const chineseFirst = (svg: string): string => svg.replaceAll("'Segoe UI', system-ui, ", '');
/** SVG text as PNG at twice its size, CSS pixels; null where this system cannot draw it, or has no typeface for what is written in it. */
export async function bitmapOf(svg: string, { width, height }: { readonly width: number; readonly height: number }, faces: Faces = systemFaces): Promise<Uint8Array | null> {
  const found = library();
  if (!found) return null;
  const scripts = scriptsIn(Array.from(svg.matchAll(/>([^<>]+)</g), ([, text]) => text!).join(' '));
  for (const script of scripts) if (!(await canWrite(script, faces, found))) return null;
  const value = Math.min(2, longest / width, longest / height);
  return (await found.renderAsync(scripts.includes('Han') ? chineseFirst(svg) : svg, { font: faces, fitTo: { mode: 'zoom', value }, logLevel: 'off' })).asPng();
}
