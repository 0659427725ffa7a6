import { createNotes, type ProjectNote } from '../../shared/model/projectReport.ts';
import type { Snapshot, SnapshotMemo } from '../../shared/model/snapshot.ts';
import { createOtherWords } from './otherWords.ts';

/** What of a study is written, by name; undefined: all of them. */
export interface Chosen { readonly documents: ReadonlySet<string> | undefined; readonly coders: ReadonlySet<string> | undefined }
const wordings = ['definition', 'include', 'exclude', 'example'] as const;

/**
 * A part of a study, for those who may see no more: the chosen documents with who speaks in them, what the chosen coders coded and wrote, and the
 * whole codebook. Nothing stays that could tell of what was left out: analyses, questionnaires, decisions and versions, and words of other interviews in
 * the codebook and in memos. Answers with what was left out.
 */
export function partOf(study: Snapshot, { documents: wanted, coders: who }: Chosen): { readonly snapshot: Snapshot; readonly notes: readonly ProjectNote[] } {
  const notes = createNotes();
  const documents = study.documents.filter(({ name }) => wanted?.has(name) ?? true);
  for (const { name } of study.documents) if (wanted && !wanted.has(name)) notes.say('documents-left', name);
  const there = new Set(documents.map(({ name }) => name));
  const sees = (coder: string | null) => coder === null || (who?.has(coder) ?? true);
  for (const { name } of study.coders ?? []) if (!sees(name)) notes.say('coders-left', name);

  const codings = study.codings.filter(({ document, coder }) => there.has(document) && sees(coder));
  const speaking = new Set(documents.flatMap(({ turns }) => turns.flatMap(({ participant }) => participant ?? [])));
  const participants = study.participants.filter(({ name }) => wanted === undefined || speaking.has(name)).map((person) => ({ ...person, referredBy: person.referredBy && (wanted === undefined || speaking.has(person.referredBy)) ? person.referredBy : null }));
  const hidden = study.documents.filter(({ name }) => !there.has(name)).map(({ text }) => text);
  const memosOf = study.memos ?? [];
  const others = createOtherWords(hidden, documents.map(({ text }) => text), hidden.length === 0 ? [] : [study.description, ...study.codes.flatMap((code) => wordings.map((field) => code[field])), ...memosOf.map(({ title, text }) => `${title}\n${text}`)],
    [...study.documents.filter(({ name }) => !there.has(name)), ...study.participants.filter(({ name }) => wanted !== undefined && !speaking.has(name))].map(({ name }) => name));
  const spoken = (text: string) => (hidden.length === 0 ? text : others.without(text));
  const people = new Set(participants.map(({ name }) => name));
  const known = new Set([...documents, ...study.codes, ...codings, ...(study.passages ?? []), ...participants].flatMap(({ uuid }) => uuid ?? []));
  const near = ({ target, coder, about }: SnapshotMemo) => (target.document === undefined || there.has(target.document)) && (target.participant === undefined || people.has(target.participant)) && sees(coder) && (target.coder === undefined || sees(target.coder)) && (about !== 'project' || hidden.length === 0);
  const memos = memosOf.filter(near).filter(({ title, text }) => hidden.length === 0 || !others.inMemo(`${title}\n${text}`, known));
  if (memos.length < memosOf.length) notes.say('memos-left', undefined, memosOf.length - memos.length);

  const keyOf = ({ document, start, end }: { document?: string | undefined; start?: number | undefined; end?: number | undefined }) => `${document}\n${start}/${end}`;
  // Where only others coded there is nothing to be seen; a place that nobody coded is one that somebody marked.
  const used = new Set([...codings.map(keyOf), ...memos.filter(({ about }) => about === 'passages').map(({ target }) => keyOf(target))]);
  const coded = new Set(study.codings.map(keyOf));
  const owners = new Set(['', ...[...documents, ...study.codes, ...participants, ...study.attributes, ...(study.coders ?? []).filter(({ name }) => sees(name)), ...(study.passages ?? []).filter((place) => there.has(place.document))].flatMap(({ uuid }) => uuid?.toLowerCase() ?? [])]);
  const { format, name, attributes, codeSets, foreignParts = [] } = study;
  return {
    notes: notes.list(),
    snapshot: {
      ...(format === undefined ? {} : { format }), name, description: spoken(study.description), attributes: attributes.map((each) => (hidden.length === 0 ? each : { ...each, choices: each.choices.filter((choice) => [...participants, ...documents].some(({ values }) => values[each.name] === choice)) })), participants, documents, codings, memos, ...(codeSets ? { codeSets } : {}),
      codes: study.codes.map((code) => ({ ...code, ...Object.fromEntries(wordings.map((field) => [field, spoken(code[field])])), ...(code.aliases && hidden.length > 0 ? { aliases: code.aliases.filter((alias) => !others.givesAsName(alias)) } : {}) })),
      coders: (study.coders ?? []).filter(({ name: each }) => sees(each)),
      passages: (study.passages ?? []).filter((place) => there.has(place.document) && (used.has(keyOf(place)) || !coded.has(keyOf(place)))),
      // What hangs on nothing that goes along, or on the study as a whole (networks, links), may speak of what does not.
      foreignParts: foreignParts.filter(({ owner }) => owner !== '' && owners.has(owner)).filter(({ element }) => who === undefined || !['PDFSelection', 'PlainTextSelection', 'Coding', 'Note', 'Case', 'TextSource', 'PictureSource', 'AudioSource', 'VideoSource', 'PDFSource'].includes(element)),
    },
  };
}
