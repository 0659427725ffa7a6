import type { Engine } from '../../electron/core/engine.ts';
import type { InputOf, OpName, OutputOf } from '../../electron/ops/index.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;
const bytesOf = (contents: string | Uint8Array) => (typeof contents === 'string' ? new TextEncoder().encode(contents) : contents);

/** Calls an operation that takes files, each handed in under its name. */
export async function callWith<N extends OpName>(engine: Engine, files: Files, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const file = async (handle: string) => {
    const contents = files[handle];
    if (contents === undefined) throw new Error(`no file ${handle} was handed in`);
    return { name: handle, bytes: bytesOf(contents) };
  };
  return (await engine.ask(name, input, { preparation: { file } })).value as OutputOf<N>;
}
/** Imports transcripts as they are, with what is proposed for them. */
export const importAll = (engine: Engine, files: Files, more: object = {}): Promise<OutputOf<'document.import'>> =>
  callWith(engine, files, 'document.import', { files: Object.keys(files).map((handle) => ({ handle, ...more })) });
export const importSheet = <N extends 'participant.import' | 'participant.preview' | 'coding.import'>(engine: Engine, name: N, contents: string | Uint8Array, file = 'sheet.csv'): Promise<OutputOf<N>> =>
  callWith(engine, { [file]: contents }, name, { handle: file } as InputOf<N>);

/** Who speaks in which document: "P01: Interviewer, Ana (interviewee)". */
export async function speakersOf(engine: Engine): Promise<string[]> {
  const people = new Map((await engine.call('participant.list', {})).map((person) => [person.id, `${person.name} (${person.role})`]));
  return (await engine.call('document.list', {})).map(({ name, speakers }) => `${name}: ${speakers.map((speaker) => people.get(speaker)!).toSorted().join(', ')}`);
}
/** Each participant's values by attribute. */
export async function valuesOf(engine: Engine): Promise<Record<string, Record<string, string>>> {
  const attributes = new Map((await engine.call('attribute.list', {})).map(({ id, name }) => [id, name]));
  return Object.fromEntries((await engine.call('participant.list', {})).map(({ name, values }) => [name, Object.fromEntries(Object.entries(values).map(([id, value]) => [attributes.get(Number(id))!, value]))]));
}
