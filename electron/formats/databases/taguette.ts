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
      // Before 2021 the log said simply 'id'.
      const { type, id: before, highlight_id: id = before } = JSON.parse(said(payload)) as { type?: unknown; id?: unknown; highlight_id?: unknown };
      if (type === 'highlight_add' && typeof id === 'number') makers.set(String(id), { user, date });
    } catch (error) { if (!(error instanceof SyntaxError)) throw error; }
  }
  return makers;
}
/** Tags as a tree (newer files say what stands below what); of a file with several projects each has a folder of its own. */
function codesOf(tables: ForeignTables, projects: readonly { id: Cell; name: Cell }[], guid: ReturnType<typeof rowGuids>): XmlElement[] {
  const tags = tables.rows('tags', 'id', 'project_id', 'path', 'description', 'parent_id');
  const paths = new Map(tags.map(({ id, path }) => [said(id), said(path)]));
  const above = new Map(tags.map(({ id, parent_id: parent }) => [said(id), said(parent)]));
  const circles = (id: string): boolean => { const seen = new Set<string>(); for (let at = id; at !== ''; at = above.get(at) ?? '') { if (seen.has(at)) return true; seen.add(at); } return false; };
  const below = Map.groupBy(tags, ({ id, parent_id: parent }) => (paths.has(said(parent)) && !circles(said(id)) ? said(parent) : ''));
  const shortName = (path: string, parent: string) => { const front = paths.get(parent) ?? ''; return front !== '' && path.startsWith(front) && /^[./]./.test(path.slice(front.length)) ? path.slice(front.length + 1) : path; };
  const tree = (of: readonly (typeof tags)[number][], parent: string): XmlElement[] => of.map(({ id, path, description }) => element('Code', { guid: guid('tags', id), name: shortName(said(path), parent), isCodable: 'true' }, [...described(description), ...tree(below.get(said(id)) ?? [], said(id))]));
  const roots = below.get('') ?? [];
  if (projects.length < 2) return tree(roots, '');
  return projects.flatMap(({ id, name }) => { const own = roots.filter(({ project_id: project }) => said(project) === said(id)); return own.length === 0 ? [] : [element('Code', { guid: guid('projects', id), name, isCodable: 'false' }, tree(own, ''))]; });
}
/** The tables of Taguette told as a project: all projects of the file together, their documents in a group each. */
function projectOf(tables: ForeignTables, title: string): XmlElement {
  const projects = tables.rows('projects', 'id', 'name', 'description', 'created');
  const guid = rowGuids(`Taguette ${projects.map(({ name, created }) => `${said(name)} ${said(created)}`).join('\n')}`);
  const users = usersOf(guid);
  const makers = makersOf(tables);
  const tagsOf = Map.groupBy(tables.rows('highlight_tags', 'highlight_id', 'tag_id'), ({ highlight_id: id }) => said(id));
  const highlights = Map.groupBy(tables.rows('highlights', 'id', 'document_id', 'start_offset', 'end_offset', 'snippet'), ({ document_id: id }) => said(id));
  const codes = codesOf(tables, projects, guid);
  const documents = tables.rows('documents', 'id', 'name', 'description', 'created', 'contents', 'project_id');
  const groups = projects.length < 2 ? [] : projects.map(({ id, name }) => element('Set', { guid: guid('project documents', id), name }, documents.filter(({ project_id: project }) => said(project) === said(id)).map((document) => reference('MemberSource', guid('documents', document.id)))));
  const sources = documents.map(({ id, name, description, created, contents }) => {
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
  return element('Project', { name: projects.length === 1 ? only!.name : title }, [...wrapper('Users', users.elements()), element('CodeBook', {}, wrapper('Codes', codes)), ...wrapper('Sources', sources), ...wrapper('Sets', groups), ...described(projects.length === 1 ? only!.description : null)]);
}
export const taguette: ProjectFormat = { id: 'taguette', extensions: ['sqlite3'], read: (file, names, open) => readTables('taguette', 'Taguette', file, names, open, ['documents', 'highlights', 'tags'], projectOf) };
