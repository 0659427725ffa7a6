import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { formatPath } from '../../shared/model/path.ts';
import { snapshot, type Snapshot } from '../../shared/model/snapshot.ts';
import { splitsPair, type Span } from '../../shared/model/span.ts';
import { nameKey } from '../../shared/model/text.ts';
import { addAttribute, findAttribute, setValue } from './attributes.ts';
import { addCode, findCode } from './codes.ts';
import { addCodings } from './codingSheet.ts';
import { addDocument } from './documents.ts';
import { command, type Writer } from './operation.ts';
import { addParticipant, findParticipant } from './participants.ts';

export const takeSnapshot = command({
  /** Puts a study as plain values into this one: what is there by name is used, what is missing is made. Its documents are added. */
  input: z.strictObject({ snapshot }),
  run(project, { snapshot: given }) {
    takeCodes(project, given);
    const attribute = (of: 'participants' | 'documents', name: string) => {
      const said = given.attributes.find((each) => each.of === of && nameKey(each.name) === nameKey(name));
      return findAttribute(project, of, name)?.id ?? addAttribute(project, { name, of, kind: said?.kind ?? 'text', choices: [...(said?.choices ?? [])] });
    };
    for (const { of, name } of given.attributes) attribute(of, name);
    const people = new Map<string, number>();
    for (const { name, role, values } of given.participants) {
      const participant = findParticipant(project, name)?.id ?? addParticipant(project, name, role);
      people.set(name, participant);
      for (const [column, value] of Object.entries(values)) setValue(project, attribute('participants', column), { participant }, value);
    }
    const texts = new Map(given.documents.map(({ name, text }) => [name, text]));
    checkSpans(given, texts);
    const documents = new Map(given.documents.map(({ name, text, turns, values }) => {
      const document = addDocument(project, { name, text, turns: turns.map(({ participant, ...turn }) => ({ ...turn, timeEnd: null, participant: participant === null ? null : people.get(participant) ?? null })) });
      for (const [column, value] of Object.entries(values)) setValue(project, attribute('documents', column), { document }, value);
      return [name, document] as const;
    }));
    const code = (path: readonly string[], facet: Snapshot['codings'][number]['facet']) => {
      const found = findCode(project, path, facet);
      if (found === null) throw new Problem('no-such-code', { code: formatPath(path) });
      return found;
    };
    const party = (path: readonly string[] | null) => (path === null ? null : code(path, 'stakeholder'));
    const { added } = addCodings(project, given.codings.map((coding) => ({
      ...coding, document: documents.get(coding.document)!, code: code(coding.code, coding.facet), coder: project.coder(coding.coder), party: party(coding.party), counterparty: party(coding.counterparty),
    })));
    return { documents: documents.size, codings: added };
  },
  remember: ({ snapshot: { name } }) => ({ name }),
});

/** Refuses spans that are not in their texts: what comes from elsewhere may be wrong, what is in a study may not. */
function checkSpans({ documents, codings }: Snapshot, texts: ReadonlyMap<string, string>): void {
  const refuse = (wrong: boolean) => { if (wrong) throw new Problem('span-outside'); };
  const cuts = (text: string, { start, end }: Span) => start > end || end > text.length || splitsPair(text, start) || splitsPair(text, end);
  for (const { text, turns } of documents) turns.forEach((turn, index) => refuse(cuts(text, turn) || turn.start < (turns[index - 1]?.end ?? 0)));
  for (const coding of codings) {
    const text = texts.get(coding.document);
    if (text === undefined) throw new Problem('no-such-document', { document: coding.document });
    refuse(coding.start === coding.end || cuts(text, coding));
  }
}

function takeCodes(project: Writer, { codes }: Snapshot): void {
  for (const { path, facet, scale, aliases = [], ...wording } of codes) {
    if (findCode(project, path, facet) !== null) continue;
    const parent = path.length > 1 ? findCode(project, path.slice(0, -1), facet) : null;
    if (path.length > 1 && parent === null) throw new Problem('no-such-code', { code: formatPath(path.slice(0, -1)) });
    addCode(project, { name: path.at(-1)!, facet, parent, scale: [...scale], aliases: [...aliases], ...wording });
  }
}
