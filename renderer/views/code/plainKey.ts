/** What an input method or a full-width keyboard makes of the keys that code. */
const wide: Readonly<Record<string, string>> = { '。': '.', '．': '.', '·': '.', '【': '[', '［': '[', '「': '[', '】': ']', '］': ']', '」': ']', '？': '?', '　': ' ' };
const codes: Readonly<Record<string, string>> = { Space: ' ', Period: '.', BracketLeft: '[', BracketRight: ']' };

/**
 * The key as it is meant while a text is read: a Chinese input method that is on turns "." into "。" and "[" into "【", and may
 * tell of a letter only that it is working on it; then the place of the key says which. Letters come back small.
 */
export function plainKey({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (key === 'Process' || key === 'Unidentified' || key === 'Dead') return /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? (code === 'Slash' && shiftKey ? '?' : codes[code] ?? key);
  if (key.length !== 1) return key;
  return wide[key] ?? key.normalize('NFKC').toLowerCase();
}
