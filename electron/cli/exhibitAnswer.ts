import { extname } from 'node:path';
import type { Engine } from '../core/engine.ts';
import { exhibitFormats } from '../formats/exhibitFormats.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { exitCodes, type Desk, type ExitCode } from './command.ts';

type Options = Readonly<Record<string, string | boolean | undefined>>;
interface Answer {
  /** The exhibit, and what is asked of it. */
  readonly wanted: { readonly kind: string; readonly asked: unknown };
  text(): Promise<string>;
  json(): Promise<unknown>;
}

/** Answers as text, as JSON or as a file of an exhibit's formats: as --json, --format or the ending of -o say, text otherwise; onto the screen or into -o. */
export async function answerExhibit(desk: Desk, engine: Engine, options: Options, { wanted, text, json }: Answer): Promise<ExitCode> {
  const { words } = desk;
  const output = typeof options['output'] === 'string' ? options['output'] : null;
  const extension = output === null ? '' : extname(output).slice(1).toLowerCase();
  const known = exhibitFormats.map(({ id }) => id);
  const format = options['json'] ? 'json' : typeof options['format'] === 'string' ? options['format'] : known.find((id) => id === extension) ?? 'text';
  if (format !== 'text' && !known.some((id) => id === format)) {
    desk.tell(words.say('cli.noSuchFormat', { format, known: ['text', ...known].join(', ') }));
    return exitCodes.usage;
  }
  if (format === 'text' || options['json']) {
    const answer = format === 'text' ? await text() : JSON.stringify(await json(), null, 1);
    if (output === null) desk.print(answer);
    else desk.save(output, Buffer.from(`${answer}\n`));
    return exitCodes.done;
  }
  const file = await desk.ask<IncomingFile>(engine, 'exhibit.export', { ...wanted, format, language: words.language });
  if (output === null) process.stdout.write(file.bytes);
  else desk.save(output, file.bytes);
  return exitCodes.done;
}
