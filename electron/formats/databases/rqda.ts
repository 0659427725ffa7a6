import type { Cell, ForeignTables, ProjectFormat } from '../projectFormat.ts';
import type { XmlElement } from '../refi/xml.ts';
import { readTables } from './reading.ts';
import { described, element, isoDate, noteOn, reference, rowGuids, said, usersOf, wrapper } from './tree.ts';

/** What was deleted stays in the tables with the status 0. */
const alive = <R extends { status: Cell }>(rows: readonly R[]): R[] => rows.filter(({ status }) => status === null || Number(status) === 1);

/** The tables of RQDA told as a project. Codes have no tree there: categories are groups of codes. */
function projectOf(tables: ForeignTables, title: string): XmlElement {
  const [project] = tables.rows('project', 'databaseversion', 'date', 'memo');
  const guid = rowGuids(`RQDA ${said(project?.date)} ${title}`);
  const users = usersOf(guid);
  const notes: XmlElement[] = [];
  const owned = ({ owner, date }: { owner: Cell; date: Cell }) => ({ creatingUser: users.guid(owner), creationDateTime: isoDate(date) });
  const codes = alive(tables.rows('freecode', 'id', 'name', 'memo', 'color', 'status')).map(({ id, name, memo, color }) => element('Code', { guid: guid('freecode', id), name, isCodable: 'true', color }, described(memo)));
  const [ofCases, ofFiles] = [Map.groupBy(alive(tables.rows('caseAttr', 'variable', 'value', 'caseID', 'status')), ({ caseID }) => said(caseID)), Map.groupBy(alive(tables.rows('fileAttr', 'variable', 'value', 'fileID', 'status')), ({ fileID }) => said(fileID))];
  const attributes = alive(tables.rows('attributes', 'name', 'memo', 'class', 'status'));
  const kinds = new Map(attributes.map(({ name, class: kind }) => [said(name), said(kind) === 'numeric' ? 'Float' : 'Text']));
  const valuesOf = (rows: readonly { variable: Cell; value: Cell }[] = []) => rows.filter(({ variable, value }) => kinds.has(said(variable)) && said(value) !== '').map(({ variable, value }) => element('VariableValue', {}, [reference('VariableRef', guid('attributes', variable)), element(`${kinds.get(said(variable))}Value`, {}, [], said(value))]));
  const codings = Map.groupBy(alive(tables.rows('coding', 'rowid', 'cid', 'fid', 'seltext', 'selfirst', 'selend', 'status', 'owner', 'date', 'memo')), ({ fid }) => said(fid));
  const annotations = Map.groupBy(alive(tables.rows('annotation', 'fid', 'position', 'annotation', 'owner', 'date', 'status')), ({ fid }) => said(fid));
  const linked = alive(tables.rows('caselinkage', 'caseid', 'fid', 'selfirst', 'selend', 'status')).map((row) => ({ ...row, key: [row.caseid, row.fid, row.selfirst, row.selend].map(said).join('/') }));
  const files = alive(tables.rows('source', 'id', 'name', 'file', 'memo', 'owner', 'date', 'status'));
  const lengths = new Map(files.map(({ id, file }) => [said(id), said(file).length]));
  const isWhole = ({ fid, selfirst, selend }: (typeof linked)[number]) => Number(selfirst) <= 1 && Number(selend) >= (lengths.get(said(fid)) ?? 0) - 1;
  const sources = files.map(({ id, name, file, memo, ...made }) => element('TextSource', { guid: guid('source', id), name, ...owned(made) }, [
    ...described(memo), element('PlainTextContent', {}, [], said(file)),
    ...(codings.get(said(id)) ?? []).map((row) => {
      const key = [row.cid, row.fid, row.selfirst, row.selend, row.owner].map(said).join('/');
      return element('PlainTextSelection', { guid: guid('coding selection', key), startPosition: Math.round(Number(row.selfirst)), endPosition: Math.round(Number(row.selend)), name: row.seltext },
        [element('Coding', { guid: guid('coding', key), ...owned(row) }, [reference('CodeRef', guid('freecode', row.cid)), ...noteOn(notes, guid('coding memo', key), row.memo, owned(row))])]);
    }),
    ...(annotations.get(said(id)) ?? []).map((row, index) => element('PlainTextSelection', { guid: guid('annotation', `${said(id)}/${index}`), startPosition: Math.max(0, Math.round(Number(row.position)) - 1), endPosition: Math.max(1, Math.round(Number(row.position))), ...owned(row) }, described(row.annotation))),
    ...linked.filter((row) => said(row.fid) === said(id) && !isWhole(row)).map((row) => element('PlainTextSelection', { guid: guid('caselinkage', row.key), startPosition: Math.round(Number(row.selfirst)), endPosition: Math.round(Number(row.selend)) })), ...valuesOf(ofFiles.get(said(id))),
  ]));
  const cases = alive(tables.rows('cases', 'id', 'name', 'memo', 'status')).map(({ id, name, memo }) => {
    const own = linked.filter(({ caseid }) => said(caseid) === said(id));
    return element('Case', { guid: guid('cases', id), name }, [...described(memo), ...valuesOf(ofCases.get(said(id))), ...own.filter(isWhole).map(({ fid }) => reference('SourceRef', guid('source', fid))), ...own.filter((row) => !isWhole(row)).map(({ key }) => reference('SelectionRef', guid('caselinkage', key)))]);
  });
  for (const { name, journal, date, owner } of alive(tables.rows('journal', 'name', 'journal', 'date', 'owner', 'status'))) noteOn(notes, guid('journal', name), journal, { name, ...owned({ owner, date }) });
  const [inCategory, inFolder] = [alive(tables.rows('treecode', 'cid', 'catid', 'status')), alive(tables.rows('treefile', 'fid', 'catid', 'status'))];
  const sets = [
    ...alive(tables.rows('codecat', 'catid', 'name', 'memo', 'status')).map(({ catid, name, memo }) => element('Set', { guid: guid('codecat', catid), name }, [...described(memo), ...inCategory.filter((row) => said(row.catid) === said(catid)).map(({ cid }) => reference('MemberCode', guid('freecode', cid)))])),
    ...alive(tables.rows('filecat', 'catid', 'name', 'memo', 'status')).map(({ catid, name, memo }) => element('Set', { guid: guid('filecat', catid), name }, [...described(memo), ...inFolder.filter((row) => said(row.catid) === said(catid)).map(({ fid }) => reference('MemberSource', guid('source', fid)))])),
  ];
  return element('Project', { name: title }, [
    ...wrapper('Users', users.elements()), element('CodeBook', {}, wrapper('Codes', codes)), ...wrapper('Variables', attributes.map(({ name, memo }) => element('Variable', { guid: guid('attributes', name), name, typeOfVariable: kinds.get(said(name)) }, described(memo)))),
    ...wrapper('Cases', cases), ...wrapper('Sources', sources), ...wrapper('Notes', notes), ...wrapper('Sets', sets), ...described(project?.memo),
  ]);
}
export const rqda: ProjectFormat = { id: 'rqda', extensions: ['rqda'], read: (file, names, open) => readTables('rqda', 'RQDA', file, names, open, ['freecode', 'coding', 'source'], projectOf) };
