import { Problem } from '../../../shared/model/problem.ts';
import { openArchive } from '../archive.ts';
import { isArchive } from '../signature.ts';
import type { Cell, ForeignTables, ProjectFormat } from '../projectFormat.ts';
import type { XmlElement } from '../refi/xml.ts';
import { readTables } from './reading.ts';
import { described, element, isoDate, noteOn, reference, rowGuids, said, usersOf, wrapper } from './tree.ts';

type Guids = ReturnType<typeof rowGuids>;
const owned = (users: ReturnType<typeof usersOf>, { owner, date }: { owner: Cell; date: Cell }) => ({ creatingUser: users.guid(owner), creationDateTime: isoDate(date) });

/** Categories and codes as one tree; a category only holds others. What stands below itself stands at the top. */
function codesOf(tables: ForeignTables, guid: Guids): XmlElement[] {
  const categories = tables.rows('code_cat', 'catid', 'name', 'memo', 'supercatid').map((row) => ({ key: `cat ${said(row.catid)}`, above: row.supercatid === null ? '' : `cat ${said(row.supercatid)}`, guid: guid('code_cat', row.catid), codable: 'false', color: null as Cell, ...row }));
  const codes = tables.rows('code_name', 'cid', 'name', 'memo', 'catid', 'color', 'supercid').map((row) => ({ key: `code ${said(row.cid)}`, above: row.supercid !== null ? `code ${said(row.supercid)}` : row.catid === null ? '' : `cat ${said(row.catid)}`, guid: guid('code_name', row.cid), codable: 'true', ...row }));
  const all = [...categories, ...codes];
  const known = new Map(all.map((each) => [each.key, each]));
  const circles = (key: string): boolean => { const seen = new Set<string>(); for (let at = key; at !== ''; at = known.get(at)?.above ?? '') { if (seen.has(at)) return true; seen.add(at); } return false; };
  const below = Map.groupBy(all, ({ key, above }) => (known.has(above) && !circles(key) ? above : ''));
  const tree = (above: string): XmlElement[] => (below.get(above) ?? []).map(({ key, guid: own, name, memo, codable, color }) => element('Code', { guid: own, name, isCodable: codable, color }, [...described(memo), ...tree(key)]));
  return tree('');
}

function variablesOf(tables: ForeignTables, guid: Guids) {
  const types = tables.rows('attribute_type', 'name', 'memo', 'valuetype');
  const values = Map.groupBy(tables.rows('attribute', 'name', 'attr_type', 'value', 'id'), ({ attr_type: of, id }) => `${said(of)} ${said(id)}`);
  const kinds = new Map(types.map(({ name, valuetype }) => [said(name), said(valuetype) === 'numeric' ? 'Float' : 'Text']));
  return {
    elements: types.map(({ name, memo }) => element('Variable', { guid: guid('attribute_type', name), name, typeOfVariable: kinds.get(said(name)) }, described(memo))),
    valuesOf: (of: 'case' | 'file', id: Cell): XmlElement[] => (values.get(`${of} ${said(id)}`) ?? []).filter(({ name, value }) => kinds.has(said(name)) && said(value) !== '').map(({ name, value }) => element('VariableValue', {}, [reference('VariableRef', guid('attribute_type', name)), element(`${kinds.get(said(name))}Value`, {}, [], said(value))])),
  };
}

/** The tables of QualCoder told as a project. */
function projectOf(tables: ForeignTables, title: string): XmlElement {
  const [project] = tables.rows('project', 'date', 'memo', 'about');
  const guid = rowGuids(`QualCoder ${said(project?.date)} ${title}`);
  const users = usersOf(guid);
  // Newer files list their coders, also those who have coded nothing yet.
  for (const { name } of tables.rows('coder_names', 'name')) users.guid(name);
  const notes: XmlElement[] = [];
  const variables = variablesOf(tables, guid);
  const codings = Map.groupBy(tables.rows('code_text', 'ctid', 'cid', 'fid', 'seltext', 'pos0', 'pos1', 'owner', 'date', 'memo', 'important'), ({ fid }) => said(fid));
  const annotations = Map.groupBy(tables.rows('annotation', 'anid', 'fid', 'pos0', 'pos1', 'memo', 'owner', 'date'), ({ fid }) => said(fid));
  const linked = tables.rows('case_text', 'id', 'caseid', 'fid', 'pos0', 'pos1');
  const [pictures, recordings] = [Map.groupBy(tables.rows('code_image', 'imid', 'id', 'x1', 'y1', 'width', 'height', 'cid', 'memo', 'date', 'owner'), ({ id }) => said(id)), Map.groupBy(tables.rows('code_av', 'avid', 'id', 'pos0', 'pos1', 'cid', 'memo', 'date', 'owner'), ({ id }) => said(id))];
  const codingOf = (table: string, id: Cell, row: { cid: Cell; owner: Cell; date: Cell; memo: Cell }) => element('Coding', { guid: guid(table, id), ...owned(users, row) }, [reference('CodeRef', guid('code_name', row.cid)), ...noteOn(notes, guid(`${table} memo`, id), row.memo, owned(users, row))]);
  const lengths = new Map<string, number>();
  const sources = tables.rows('source', 'id', 'name', 'fulltext', 'mediapath', 'memo', 'owner', 'date').map(({ id, name, fulltext, mediapath, memo, ...made }) => {
    const attributes = { guid: guid('source', id), name, ...owned(users, made) };
    const medium = /^\/?(images|audio|video)[/:]/.exec(said(mediapath))?.[1];
    const values = variables.valuesOf('file', id);
    if (medium !== undefined && said(fulltext) === '') {
      const areas = (pictures.get(said(id)) ?? []).map((row) => element('PictureSelection', { guid: guid('code_image', row.imid), firstX: row.x1, firstY: row.y1, secondX: Number(row.x1) + Number(row.width), secondY: Number(row.y1) + Number(row.height) }, [codingOf('code_image', row.imid, row)]));
      const stretches = (recordings.get(said(id)) ?? []).map((row) => element(medium === 'audio' ? 'AudioSelection' : 'VideoSelection', { guid: guid('code_av selection', row.avid), begin: row.pos0, end: row.pos1 }, [codingOf('code_av', row.avid, row)]));
      return element(medium === 'images' ? 'PictureSource' : medium === 'audio' ? 'AudioSource' : 'VideoSource', attributes, [...described(memo), ...areas, ...stretches, ...values]);
    }
    lengths.set(said(id), said(fulltext).length);
    return element('TextSource', attributes, [
      ...described(memo), element('PlainTextContent', {}, [], said(fulltext)),
      ...(codings.get(said(id)) ?? []).map((row) => element('PlainTextSelection', { guid: guid('code_text selection', row.ctid), startPosition: row.pos0, endPosition: row.pos1, name: row.seltext }, [codingOf('code_text', row.ctid, row), ...(Number(row.important) === 1 ? [element('important', {})] : [])])),
      ...(annotations.get(said(id)) ?? []).map((row) => element('PlainTextSelection', { guid: guid('annotation', row.anid), startPosition: row.pos0, endPosition: row.pos1, ...owned(users, row) }, described(row.memo))),
      ...linked.filter((row) => said(row.fid) === said(id) && !isWhole(row, lengths)).map((row) => element('PlainTextSelection', { guid: guid('case_text', row.id), startPosition: row.pos0, endPosition: row.pos1 })), ...values,
    ]);
  });
  const cases = tables.rows('cases', 'caseid', 'name', 'memo').map(({ caseid, name, memo }) => {
    const own = linked.filter((row) => said(row.caseid) === said(caseid));
    return element('Case', { guid: guid('cases', caseid), name }, [...described(memo), ...variables.valuesOf('case', caseid), ...own.filter((row) => isWhole(row, lengths)).map(({ fid }) => reference('SourceRef', guid('source', fid))), ...own.filter((row) => !isWhole(row, lengths)).map(({ id }) => reference('SelectionRef', guid('case_text', id)))]);
  });
  for (const { jid, name, jentry, date, owner } of tables.rows('journal', 'jid', 'name', 'jentry', 'date', 'owner')) noteOn(notes, guid('journal', jid), jentry, { name, ...owned(users, { date, owner }) });
  const others = [...tables.rows('graph', 'name', 'description').map(({ name, description }) => element('graph', { name }, described(description))), ...tables.rows('stored_sql', 'title', 'ssql').map(({ title: called, ssql }) => element('stored_sql', { title: called }, [], said(ssql)))];
  return element('Project', { name: title }, [
    ...wrapper('Users', users.elements()), element('CodeBook', {}, wrapper('Codes', codesOf(tables, guid))), ...wrapper('Variables', variables.elements), ...wrapper('Cases', cases), ...wrapper('Sources', sources), ...wrapper('Notes', notes), ...described(project?.memo), ...others,
  ]);
}
const isWhole = ({ fid, pos0, pos1 }: { fid: Cell; pos0: Cell; pos1: Cell }, lengths: ReadonlyMap<string, number>): boolean => Number(pos0) === 0 && Number(pos1) >= (lengths.get(said(fid)) ?? 0) - 1;

/** A project of QualCoder: its data.qda, or its folder as a zip archive. */
export const qualcoder: ProjectFormat = {
  id: 'qualcoder', extensions: ['qda', 'zip'],
  async read(file, names, open) {
    if (!isArchive(file)) return readTables('qualcoder', 'QualCoder', file, names, open, ['code_name', 'code_text', 'source'], projectOf);
    const archive = openArchive(file);
    const inside = archive.names.find((name) => /(?:^|\/)data\.qda$/i.test(name));
    if (inside === undefined) throw new Problem('no-project-inside', { file: file.name });
    return readTables('qualcoder', 'QualCoder', { name: file.name, bytes: archive.read(inside)! }, names, open, ['code_name', 'code_text', 'source'], projectOf);
  },
};
