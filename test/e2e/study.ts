/** Studies as tests write them: interviews as text files, codings by the words that are coded. */
import { join } from 'node:path';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import type { InputOf, OpName, OutputOf } from '../../electron/ops/index.ts';
import type { Facet } from '../../shared/model/schema.ts';

const signs: Readonly<Record<string, Facet>> = { '●': 'stakeholder', '◆': 'dimension', '▲': 'conflict', '■': 'theme' };
/** '◆ Workload' as facet and name; without a sign it is a theme. */
export const signed = (code: string): { facet: Facet; name: string } => (code[0]! in signs ? { facet: signs[code[0]!]!, name: code.slice(1).trim() } : { facet: 'theme', name: code });

export class StudyFile {
  readonly file: string;
  readonly #engine: Engine;
  readonly #codes = new Map<string, number>();
  readonly #documents = new Map<string, number>();
  constructor(folder: string, name: string) {
    this.file = join(folder, `${name}.concord`);
    createStudy(this.file, name);
    this.#engine = openStudy(this.file, { who: 'Lin' });
  }
  async ask<N extends OpName>(name: N, input: InputOf<N>, who = 'Lin'): Promise<OutputOf<N>> {
    return (await this.#engine.ask(name, input, { who })).value as OutputOf<N>;
  }
  /** Imports an interview from its text, 'Name: words' a line. */
  async interview(name: string, text: string): Promise<number> {
    const preparation = { file: () => Promise.resolve({ name: `${name}.txt`, bytes: Buffer.from(text) }), progress: () => Promise.resolve() };
    const { value } = await this.#engine.ask('document.import', { files: [{ handle: name, title: name }] }, { who: 'Lin', preparation });
    const [document] = (value as OutputOf<'document.import'>).documents;
    this.#documents.set(name, document!.id);
    return document!.id;
  }
  /** A document of plain lines. */
  async text(name: string, text: string): Promise<number> {
    const { document } = await this.ask('document.create', { name, text });
    this.#documents.set(name, document);
    return document;
  }
  async newCode(code: string, fields: Partial<InputOf<'code.create'>> = {}): Promise<number> {
    const known = this.#codes.get(code);
    if (known !== undefined) return known;
    const { code: id } = await this.ask('code.create', { ...signed(code), ...fields });
    this.#codes.set(code, id);
    return id;
  }
  /** Codes the first place where the words stand. */
  async code(document: string, words: string, code: string, { who = 'Lin', ...judged }: { who?: string; rating?: number; party?: number; counterparty?: number } = {}): Promise<void> {
    const id = this.#documents.get(document)!;
    const start = (await this.ask('document.read', { document: id })).text.indexOf(words);
    if (start < 0) throw new Error(`“${words}” does not stand in ${document}`);
    await this.ask('coding.apply', { document: id, start, end: start + words.length, codes: [{ code: await this.newCode(code), ...judged }] }, who);
  }
  /** A choice attribute of people: name -> value. */
  async groups(name: string, values: Readonly<Record<string, string>>): Promise<void> {
    const { attribute } = await this.ask('attribute.create', { name, of: 'participants', kind: 'choice', choices: [...new Set(Object.values(values))] });
    const people = await this.ask('participant.list', {});
    for (const [person, value] of Object.entries(values)) await this.ask('attribute.set', { attribute, participant: people.find((each) => each.name === person)!.id, value });
  }
  close(): void { this.#engine.close(); }
}
