/** Columns of a terminal that a text takes: Chinese characters take two. */
const widthOf = (text: string): number => Array.from(text).reduce((width, character) => width + (/\p{M}/u.test(character) ? 0 : /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u.test(character) ? 2 : 1), 0);
const pad = (text: string, width: number, right: boolean): string => (right ? ' '.repeat(width - widthOf(text)) + text : text + ' '.repeat(width - widthOf(text)));

/** Rows as aligned text; the first `left` columns stand left, the others (numbers) right. */
export function textTable(rows: readonly (readonly string[])[], left: number): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) => widths.map((width, column) => pad(row[column] ?? '', width, column >= left)).join('  ').trimEnd()).join('\n');
}
