/** A line of a text: its first UTF-16 unit in the text, and what stands in it without its LF. */
export interface Line { readonly at: number; readonly text: string }

/** Lines without anything but space left out. */
export function filledLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at <= text.length;) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const line = text.slice(at, end);
    if (line.trim() !== '') lines.push({ at, text: line });
    at = end + 1;
  }
  return lines;
}

const blank = (text: string, start: number, end: number) => text.slice(start, end).trim() === '';
/** [start, end) without the blank lines at its edges; lines that hold something keep the space in them. */
export function withoutBlankEdges(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  for (let next = text.indexOf('\n', from); next >= 0 && next < to && blank(text, from, next); next = text.indexOf('\n', from)) from = next + 1;
  for (let last = text.lastIndexOf('\n', to - 1); last >= from && blank(text, last, to); last = text.lastIndexOf('\n', to - 1)) to = last;
  return blank(text, from, to) ? { start: from, end: from } : { start: from, end: to };
}
