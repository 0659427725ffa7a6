/**
 * A fault as it may be written to a log: its kind and where it happened, never its message.
 * A message may quote what was being worked on, and that is what people said in interviews.
 */
export function faultLines(error: unknown): string {
  if (!(error instanceof Error)) return `fault: ${typeof error}`;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  // A message may have lines that look like places.
  const { stack = '', message } = error;
  const places = stack.slice(Math.max(0, stack.indexOf(message)) + message.length).split('\n').filter((line) => /^ {4}at .*(:\d+:\d+\)?|<anonymous>\)?)$/.test(line));
  return [`fault: ${error.name}${code}`, ...places].join('\n');
}
export const reportFault = (error: unknown): void => { process.stderr.write(`${faultLines(error)}\n`); };
