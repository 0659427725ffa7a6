/** A subtitle: when it is shown (ms), its lines, and what stood behind its times. */
export interface Cue { readonly time: number; readonly timeEnd: number; readonly lines: readonly string[]; readonly settings: string }

const timing = /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?(.*)$/;
const identity = /^\s*(?:\d+|[\w-]{6,}(?:\/[\w-]+)*)\s*$/;
const skipped = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/;

const milliseconds = (hours: string | undefined, minutes: string, seconds: string, fraction = '0') =>
  (Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Math.round(Number(`0.${fraction}`) * 1000);
function cueOf(line: string, lines: readonly string[]): Cue {
  const [, h1, m1, s1, f1, h2, m2, s2, f2, settings] = timing.exec(line)!;
  return { time: milliseconds(h1, m1!, s1!, f1), timeEnd: milliseconds(h2, m2!, s2!, f2), lines, settings: settings!.trim() };
}
/** What stands for itself in subtitle files: tags of style, times inside a cue, positions, and characters by name. Voice tags stay. */
const undress = (line: string) => line
  .replace(/<\/?(?:[ibuc]|lang|ruby|rt|font)(?:[.\s][^<>]*)?>|<\d[\d:.]*>|\{\\an?\d\}/gi, '')
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&nbsp;', '\u00a0').replaceAll('&lrm;', '\u200e').replaceAll('&rlm;', '\u200f').replaceAll('&amp;', '&');

/** Whether a text is subtitles, whatever its file is called. */
export const looksLikeCues = (text: string): boolean => {
  if (/^WEBVTT(?:\s|$)/.test(text)) return true;
  const arrows = /^[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?[ \t]*-->/gm;
  return arrows.test(text) && arrows.test(text);
};

/**
 * The cues of a WebVTT or SRT text (LF only): header, NOTE, STYLE and REGION blocks, numbers and ids left out. Lines
 * without a time go on with the cue before them.
 */
export function parseCues(text: string): Cue[] {
  const cues: { line: string; lines: string[] }[] = [];
  let skipping = false;
  for (const block of text.split(/\n(?:[^\S\n]*\n)+/)) {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    skipping = skipped.test(block.trimStart()) && !lines.some((line) => timing.test(line));
    if (skipping) continue;
    lines.forEach((line, index) => {
      const next = lines[index + 1];
      if (timing.test(line)) cues.push({ line, lines: [] });
      else if (!(next !== undefined && timing.test(next) && identity.test(line)) && !skipped.test(line)) cues.at(-1)?.lines.push(line);
    });
  }
  return cues.map(({ line, lines }) => cueOf(line, lines.map(undress)));
}
