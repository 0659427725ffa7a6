import type { Cell, ForeignTables, ProjectFormat } from '../projectFormat.ts';
import type { XmlElement } from '../refi/xml.ts';
import { htmlText } from './htmlText.ts';
import { readTables } from './reading.ts';
import { described, element, isoDate, reference, rowGuids, said, usersOf, wrapper } from './tree.ts';

/** Who highlighted what, and when: Taguette keeps it in the log of commands. */
function makersOf(tables: ForeignTables): ReadonlyMap<string, { user: Cell; date: Cell }> {
  const makers = new Map<string, { user: Cell; date: Cell }>();
  for (const { user_login: user, date, payload } of tables.rows('commands', 'user_login', 'date', 'payload')) {
    try {
      const { type, highlight_id: id } = JSON.parse(said(payload)) as { type?: unknown; highlight_id?: unknown };
      if (type === 'highlight_add' && typeof id === 'number') makers.set(String(id), { user, date });
    } catch (error) { if (!(error instanceof SyntaxError)) throw error; }
  }
  return makers;
}
/** The tables of Taguette told as a project: all projects of the file together. */
function projectOf(tables: ForeignTables, title: string): XmlElement {
  const projects = tables.rows('projects', 'id', 'name', 'description', 'created');
  const guid = rowGuids(`Taguette ${projects.map(({ name, created }) => `${said(name)} ${said(created)}`).join('\n')}`);
  const users = usersOf(guid);
  const makers = makersOf(tables);
  const tagsOf = Map.groupBy(tables.rows('highlight_tags', 'highlight_id', 'tag_id'), ({ highlight_id: id }) => said(id));
  const highlights = Map.groupBy(tables.rows('highlights', 'id', 'document_id', 'start_offset', 'end_offset', 'snippet'), ({ document_id: id }) => said(id));
  const codes = tables.rows('tags', 'id', 'path', 'description').map(({ id, path, description }) => element('Code', { guid: guid('tags', id), name: path, isCodable: 'true' }, described(description)));
  const sources = tables.rows('documents', 'id', 'name', 'description', 'created', 'contents').map(({ id, name, description, created, contents }) => {
    const { text, at } = htmlText(said(contents));
    const selections = (highlights.get(said(id)) ?? []).map((row) => {
      const maker = makers.get(said(row.id));
      const made = { creatingUser: users.guid(maker?.user), creationDateTime: isoDate(maker?.date) };
      // A place that is not in the text is told as one that nobody can mistake for another.
      const [start, end] = [at(Number(row.start_offset)) ?? text.length + 1, at(Number(row.end_offset)) ?? text.length + 1];
      return element('PlainTextSelection', { guid: guid('highlights', row.id), startPosition: start, endPosition: end, name: htmlText(said(row.snippet)).text.trim(), ...made },
        (tagsOf.get(said(row.id)) ?? []).map(({ tag_id: tag }) => element('Coding', { guid: guid('highlight_tags', `${said(row.id)}/${said(tag)}`), ...made }, [reference('CodeRef', guid('tags', tag))])));
    });
    return element('TextSource', { guid: guid('documents', id), name, creationDateTime: isoDate(created) }, [...described(description), element('PlainTextContent', {}, [], text), ...selections]);
  });
  const [only] = projects;
  return element('Project', { name: projects.length === 1 ? only!.name : title }, [...wrapper('Users', users.elements()), element('CodeBook', {}, wrapper('Codes', codes)), ...wrapper('Sources', sources), ...described(projects.length === 1 ? only!.description : null)]);
}
export const taguette: ProjectFormat = { id: 'taguette', extensions: ['sqlite3'], read: (file, names, open) => readTables('taguette', 'Taguette', file, names, open, ['documents', 'highlights', 'tags'], projectOf) };
