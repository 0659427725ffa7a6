import { writeFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openTables } from '../../electron/core/foreignTables.ts';
import { htmlText } from '../../electron/formats/databases/htmlText.ts';
import { readProjectFile } from '../../electron/formats/projectFormats.ts';
import { archiveOf } from '../../electron/formats/zip.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { commandLine } from '../helpers/commandLine.ts';
import { givenNames } from '../helpers/projects.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

/** A database of another program, by its published schema. */
function database(...statements: readonly (string | readonly [string, ...unknown[]])[]): Buffer {
  const db = new Database(':memory:');
  for (const statement of statements) { if (typeof statement === 'string') db.exec(statement); else db.prepare(statement[0]).run(...statement.slice(1)); }
  const bytes = db.serialize();
  db.close();
  return bytes;
}
const read = (name: string, bytes: Uint8Array) => readProjectFile({ name, bytes }, givenNames, openTables);
const quoted = ({ documents, codings }: Snapshot) => codings.map(({ document, start, end, code, coder, created }) => `${coder} ${code.join('/')}: ${documents.find(({ name }) => name === document)!.text.slice(start, end)} ${new Date(created).toISOString().slice(0, 10)}`);

const text = 'I: How is the night shift?\nAna: 😀 Long. The pay is low.';
const at = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length] as const;
const qualcoder = () => database(
  'CREATE TABLE project (databaseversion text, date text, memo text, about text, bookmarkfile integer, bookmarkpos integer, codername text)', ["INSERT INTO project VALUES ('v6', '2024-01-01 09:00:00', 'Of nights', 'QualCoder', 0, 0, 'Wei')"],
  'CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text, av_text_id integer, risid integer, unique(name))', ["INSERT INTO source VALUES (1, 'P01.txt', ?, null, 'by phone', 'Wei', '2024-01-02 10:00:00', null, null), (2, 'ward.jpg', null, '/images/ward.jpg', '', 'Wei', '2024-01-02', null, null)", text],
  'CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer, unique(name))', "INSERT INTO code_cat VALUES (1, 'Work', 'Wei', '2024-01-01', 'all of it', null), (2, 'Money', 'Wei', '2024-01-01', '', 1), (3, 'Self', 'Wei', '', '', 3)",
  'CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text,date text, color text, unique(name))', "INSERT INTO code_name VALUES (1, 'Pay', 'what they earn', 2, 'Wei', '2024-01-01', '#F04010'), (2, 'Night', '', null, 'Wei', '2024-01-01', '#000000')",
  'CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer,seltext text, pos0 integer, pos1 integer, owner text, date text, memo text, avid integer, important integer, unique(cid,fid,pos0,pos1, owner))',
  ["INSERT INTO code_text VALUES (1, 1, 1, 'The pay is low.', ?, ?, 'Wei', '2024-02-03 10:11:12', 'bitter', null, 1), (2, 1, 1, 'The pay is low.', ?, ?, 'Mei', '2024-02-04 10:11:12', '', null, null), (3, 2, 1, '😀 Long.', ?, ?, 'Wei', '2024-02-03 10:11:12', '', null, null)", ...at('The pay is low.'), ...at('The pay is low.'), ...at('😀 Long.')],
  'CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer, width integer, height integer, cid integer, memo text, date text, owner text, important integer)', "INSERT INTO code_image VALUES (1, 2, 1, 2, 3, 4, 1, '', '2024-01-01', 'Wei', null)",
  'CREATE TABLE annotation (anid integer primary key, fid integer,pos0 integer, pos1 integer, memo text, owner text, date text)', ["INSERT INTO annotation VALUES (1, 1, ?, ?, 'asked twice', 'Mei', '2024-02-05 00:00:00')", ...at('How is')],
  'CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text,date text)', "INSERT INTO cases VALUES (1, 'Ana', 'a nurse', 'Wei', '')",
  'CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text, date text, memo text)', ["INSERT INTO case_text VALUES (1, 1, 1, 0, ?, 'Wei', '', '')", text.length],
  'CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype text)', "INSERT INTO attribute_type VALUES ('Age', '', '', '', 'case', 'numeric'), ('Site', '', '', 'where', 'file', 'character')",
  'CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text, owner text)', "INSERT INTO attribute VALUES (1, 'Age', 'case', '41', 1, '', ''), (2, 'Site', 'file', 'north', 1, '', '')",
  'CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text)', "INSERT INTO journal VALUES (1, 'Diary', 'First day', '2024-01-05 08:00:00', 'Wei')",
  'CREATE TABLE stored_sql (title text, description text, grouper text, ssql text, unique(title))', "INSERT INTO stored_sql VALUES ('mine', '', '', 'SELECT 1')",
);

test('QualCoder: categories, codes, codings of several people, memos, cases, values and the journal come in; pictures and queries are kept', async () => {
  const { snapshot, report, origin } = await read('Nights.qda', qualcoder());
  expect([origin, snapshot.name, snapshot.description]).toEqual(['QualCoder', 'Nights', 'Of nights']);
  expect(snapshot.codes.map(({ path, codable = 'yes', colour, definition }) => [path.join('/'), codable, colour, definition])).toEqual([['Work', 'no', undefined, 'all of it'], ['Work/Money', 'no', undefined, ''], ['Work/Money/Pay', 'yes', '#f04010', 'what they earn'], ['Self', 'no', undefined, ''], ['Night', 'yes', '#000000', '']]);
  expect(quoted(snapshot)).toEqual(['Wei Work/Money/Pay: The pay is low. 2024-02-03', 'Mei Work/Money/Pay: The pay is low. 2024-02-04', 'Wei Night: 😀 Long. 2024-02-03']);
  expect(report.rules).toMatchObject([{ document: 'P01.txt', unit: 'utf16', end: 'exclusive', confidence: 'certain' }]);
  expect(snapshot.participants).toMatchObject([{ name: 'Ana', values: { Age: '41' } }]);
  expect(snapshot.documents).toMatchObject([{ name: 'P01.txt', text, values: { Site: 'north' }, turns: [{ label: 'I', participant: null }, { label: 'Ana', participant: 'Ana' }] }]);
  expect(snapshot.memos!.map(({ about, title, text: words, coder }) => [about, title, words, coder])).toEqual(expect.arrayContaining([['codings', '', 'bitter', 'Wei'], ['documents', '', 'by phone', null], ['participants', '', 'a nurse', null], ['passages', '', 'asked twice', 'Mei'], ['project', 'Diary', 'First day', 'Wei']]));
  expect(snapshot.memos).toHaveLength(5);
  expect(Object.fromEntries(report.kept.map(({ element, count }) => [element, count]))).toEqual({ PictureSource: 1, Variable: 1, important: 1, stored_sql: 1 });
  expect(report.notes.find(({ code }) => code === 'codings-elsewhere')).toMatchObject({ count: 1, names: ['ward.jpg'] });
  expect((await read('Nights.qda', qualcoder())).snapshot.codings.map(({ uuid }) => uuid)).toEqual(snapshot.codings.map(({ uuid }) => uuid));
  expect((await read('Nights.zip', archiveOf([['Nights.qda/data.qda', qualcoder()], ['Nights.qda/images/ward.jpg', 'x']]))).report.counts).toEqual(report.counts);
});

test('QualCoder told in code points, as its own scripts write them, is placed by what was quoted', async () => {
  const points = (offset: number) => Array.from(text.slice(0, offset)).length;
  const db = new Database(qualcoder());
  for (const { ctid, pos0, pos1 } of db.prepare('SELECT ctid, pos0, pos1 FROM code_text').all() as { ctid: number; pos0: number; pos1: number }[]) db.prepare('UPDATE code_text SET pos0 = ?, pos1 = ? WHERE ctid = ?').run(points(pos0), points(pos1), ctid);
  const { snapshot, report } = await read('p.qda', db.serialize());
  db.close();
  expect(quoted(snapshot).map((each) => each.slice(0, -11))).toEqual(['Wei Work/Money/Pay: The pay is low.', 'Mei Work/Money/Pay: The pay is low.', 'Wei Night: 😀 Long.']);
  expect(report.rules).toMatchObject([{ unit: 'codePoint', confidence: expect.stringMatching(/certain|likely/) as string }]);
});

test('Taguette: positions count the bytes of what is no tag; who highlighted stands in its log', async () => {
  const html = '<h1>Nights &amp; days</h1><p>夜班 <b>很</b>长。</p>\n<p>The pay is low 😀.</p>';
  const plain = 'Nights & days夜班 很长。\nThe pay is low 😀.';
  const byte = (words: string): [number, number] => { const start = Buffer.byteLength(plain.slice(0, plain.indexOf(words))); return [start, start + Buffer.byteLength(words)]; };
  const bytes = database(
    'CREATE TABLE projects (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT NOT NULL, created DATETIME NOT NULL)', "INSERT INTO projects VALUES (1, 'Nights', 'of a ward', '2024-01-01 09:00:00.000000')",
    'CREATE TABLE documents (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT NOT NULL, filename VARCHAR(200), created DATETIME, project_id INTEGER, text_direction VARCHAR, contents TEXT NOT NULL)', ["INSERT INTO documents VALUES (1, 'P01', 'by phone', 'p01.docx', '2024-01-02 09:00:00.000000', 1, 'LEFT_TO_RIGHT', ?)", html],
    'CREATE TABLE tags (id INTEGER PRIMARY KEY AUTOINCREMENT, project_id INTEGER, path VARCHAR(200), description TEXT)', "INSERT INTO tags VALUES (1, 1, 'interesting', ''), (2, 1, 'work.pay', 'what they earn')",
    'CREATE TABLE highlights (id INTEGER PRIMARY KEY AUTOINCREMENT, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT)',
    ["INSERT INTO highlights VALUES (1, 1, ?, ?, '夜班 <b>很</b>长'), (2, 1, ?, ?, '<p>The pay is low 😀</p>'), (3, 1, 9000, 9010, 'gone')", ...byte('夜班 很长'), ...byte('The pay is low 😀')],
    'CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER)', 'INSERT INTO highlight_tags VALUES (1, 1), (2, 1), (2, 2), (3, 1)',
    'CREATE TABLE commands (id INTEGER PRIMARY KEY AUTOINCREMENT, date DATETIME, user_login VARCHAR(30), project_id INTEGER, document_id INTEGER, payload TEXT)', `INSERT INTO commands VALUES (1, '2024-02-03 10:11:12.000000', 'admin', 1, 1, '{"type": "highlight_add", "highlight_id": 2, "tags": [1, 2]}'), (2, '2024-02-03', 'admin', 1, null, 'not json')`,
  );
  const { snapshot, report } = await read('taguette.sqlite3', bytes);
  expect([snapshot.name, snapshot.description, snapshot.documents[0]!.text]).toEqual(['Nights', 'of a ward', 'Nights & days\n夜班 很长。\nThe pay is low 😀.']);
  expect(quoted(snapshot).map((each) => each.slice(0, -11))).toEqual(['Unknown coder interesting: 夜班 很长', 'admin interesting: The pay is low 😀', 'admin work.pay: The pay is low 😀']);
  expect(report.notes.find(({ code }) => code === 'outside-text')).toMatchObject({ count: 1 });
});

test('Taguette: tags below tags are a tree, several projects of one file stay apart, and older logs say who highlighted', async () => {
  const { snapshot } = await read('taguette.sqlite3', database(
    'CREATE TABLE projects (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, created DATETIME)', "INSERT INTO projects VALUES (1, 'Nights', '', '2020-01-01'), (2, 'Days', '', '2020-01-02')",
    'CREATE TABLE documents (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, filename VARCHAR(200), created DATETIME, project_id INTEGER, contents TEXT)', "INSERT INTO documents VALUES (1, 'P01', '', '', '2020-01-02', 1, '<p>We left.</p>'), (2, 'P02', '', '', '2020-01-02', 2, '<p>We stayed.</p>')",
    'CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path VARCHAR(200), description TEXT, parent_id INTEGER)', "INSERT INTO tags VALUES (1, 1, 'work', '', null), (2, 1, 'work.pay', '', 1), (3, 2, 'work', '', null), (4, 2, 'round', '', 5), (5, 2, 'about', '', 4)",
    'CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT)', "INSERT INTO highlights VALUES (1, 1, 0, 8, 'We left.'), (2, 2, 0, 10, 'We stayed.')",
    'CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER)', 'INSERT INTO highlight_tags VALUES (1, 2), (2, 3)',
    'CREATE TABLE commands (id INTEGER PRIMARY KEY, date DATETIME, user_login VARCHAR(30), project_id INTEGER, document_id INTEGER, payload TEXT)', `INSERT INTO commands VALUES (1, '2020-02-03', 'admin', 1, 1, '{"type": "highlight_add", "id": 1}')`,
  ));
  expect(snapshot.codes.map(({ path, codable = 'yes' }) => [path.join('/'), codable])).toEqual([['Nights', 'no'], ['Nights/work', 'yes'], ['Nights/work/pay', 'yes'], ['Days', 'no'], ['Days/work', 'yes'], ['Days/round', 'yes'], ['Days/about', 'yes']]);
  expect(quoted(snapshot).map((each) => each.slice(0, -11))).toEqual(['admin Nights/work/pay: We left.', 'Unknown coder Days/work: We stayed.']);
  expect(snapshot.documents.map(({ name, values }) => [name, values])).toEqual([['P01', { 'Document group': 'Nights' }], ['P02', { 'Document group': 'Days' }]]);
});

test('QualCoder 3.8 and 4: codes below codes, coders who have coded nothing yet, and views beside the tables', async () => {
  const db = new Database(qualcoder());
  db.exec("ALTER TABLE code_name ADD supercid integer; UPDATE code_name SET supercid = 1, catid = null WHERE cid = 2; CREATE TABLE coder_names (name TEXT UNIQUE NOT NULL, visibility INTEGER NOT NULL DEFAULT 1); INSERT INTO coder_names VALUES ('Wei', 1), ('Lin', 0); CREATE VIEW code_text_visible AS SELECT * FROM code_text WHERE owner IN (SELECT name FROM coder_names WHERE visibility = 1)");
  const { snapshot } = await read('Nights.qda', db.serialize());
  db.close();
  expect(snapshot.codes.map(({ path }) => path.join('/'))).toContain('Work/Money/Pay/Night');
  expect([snapshot.coders!.map(({ name }) => name), snapshot.codings.length]).toEqual([['Wei', 'Lin', 'Mei'], 3]);
});

test('HTML as text: every byte of a word leads to it, whatever tags and entities stand around', () => {
  const { text: words, at: place } = htmlText('<div> <p>a&lt;b</p><p>é<i>夜</i><!-- no -->&#x1F600;z</p><br>end</div>');
  expect(words).toBe('a<b\né夜😀z\nend');
  expect([0, 1, 3, 5, 8, 12, 13, 16].map(place)).toEqual([0, 1, 4, 5, 6, 8, 10, 13]);
  expect([4, 17, -1].map(place)).toEqual([null, null, null]);
});

test('RQDA: what was deleted stays out; categories of codes are groups, folders of files values', async () => {
  const bytes = database(
    'create table project (databaseversion text, date text, dateM text, memo text, about text, imageDir text)', "INSERT INTO project VALUES ('0.2.2', 'Mon Jan  1 09:00:00 2024', '', 'of a ward', '', '')",
    'create table source (name text, id integer, file text, memo text, owner text, date text, dateM text, status integer)', ["INSERT INTO source VALUES ('P01', 1, ?, '', 'Wei', 'Mon Jan  1 09:00:00 2024', '', 1), ('old', 2, 'x', '', 'Wei', '', '', 0)", 'The pay is low.\nNights are long.'],
    'create table freecode (name text, memo text, owner text,date text,dateM text, id integer, status integer, color text)', "INSERT INTO freecode VALUES ('Pay', 'what they earn', 'Wei', '', '', 1, 1, '#00ff00'), ('Gone', '', 'Wei', '', '', 2, 0, null)",
    'create table coding (cid integer, fid integer,seltext text, selfirst real, selend real, status integer, owner text, date text, memo text)', "INSERT INTO coding VALUES (1, 1, 'The pay is low.', 0.0, 15.0, 1, 'Wei', 'Fri Mar  1 10:00:00 2024', 'so'), (1, 1, 'Nights', 16.0, 22.0, 0, 'Wei', '', null)",
    'create table codecat (name text, cid integer, catid integer, owner text, date text, dateM text,memo text, status integer)', "INSERT INTO codecat VALUES ('Money', null, 1, 'Wei', '', '', '', 1)", 'create table treecode (cid integer, catid integer, date text, dateM text, memo text, status integer, owner text)', "INSERT INTO treecode VALUES (1, 1, '', '', '', 1, 'Wei')",
    'create table filecat (name text,fid integer, catid integer, owner text, date text, dateM text,memo text, status integer)', "INSERT INTO filecat VALUES ('Ward A', null, 1, 'Wei', '', '', '', 1)", 'create table treefile (fid integer, catid integer, date text,dateM text, memo text, status integer,owner text)', "INSERT INTO treefile VALUES (1, 1, '', '', '', 1, 'Wei')",
    'create table cases (name text, memo text, owner text,date text,dateM text, id integer, status integer)', "INSERT INTO cases VALUES ('Ana', '', 'Wei', '', '', 1, 1)", 'create table caselinkage (caseid integer, fid integer, selfirst real, selend real, status integer, owner text, date text, memo text)', "INSERT INTO caselinkage VALUES (1, 1, 16, 32, 1, 'Wei', '', '')",
    'create table attributes (name text, status integer, date text, dateM text, owner text,memo text, class text)', "INSERT INTO attributes VALUES ('Age', 1, '', '', '', '', 'numeric')", 'create table caseAttr (variable text, value text, caseID integer, date text, dateM text, owner text, status integer)', "INSERT INTO caseAttr VALUES ('Age', '41', 1, '', '', '', 1)",
    'create table journal (name text, journal text, date text, dateM text, owner text,status integer)', "INSERT INTO journal VALUES ('Day one', 'begun', '', '', 'Wei', 1)",
  );
  const { snapshot } = await read('ward.rqda', bytes);
  expect(quoted(snapshot)).toEqual(['Wei Pay: The pay is low. 2024-03-01']);
  expect([snapshot.codes.length, snapshot.codeSets!.map(({ name, codes }) => [name, codes.length]), snapshot.documents.map(({ name, values }) => [name, values])]).toEqual([1, [['Money', 1]], [['P01', { 'Ward A': 'yes' }]]]);
  expect(snapshot.documents[0]!.turns.map(({ participant }) => participant)).toEqual([null, 'Ana']);
  expect(snapshot.memos!.map(({ about, title, text: words }) => [about, title, words])).toEqual([['codings', '', 'so'], ['project', 'Day one', 'begun']]);
  expect(snapshot.participants).toMatchObject([{ name: 'Ana', values: { Age: '41' } }]);
});

test('a database that is none, is damaged, is another program’s or hides a view behind a table’s name is refused; the file is never changed', async () => {
  await expect(read('x.qda', Buffer.from('nothing'))).rejects.toMatchObject({ code: 'no-project-inside', values: { file: 'x.qda' } });
  await expect(read('x.rqda', qualcoder())).rejects.toMatchObject({ code: 'no-project-inside' });
  await expect(read('x.qda', database('CREATE TABLE code_name (cid)', 'CREATE TABLE source (id)', 'CREATE VIEW code_text AS SELECT 1 AS ctid'))).rejects.toMatchObject({ code: 'no-project-inside' });
  const broken = qualcoder();
  broken.fill(0xff, 4096);
  await expect(read('x.qda', broken)).rejects.toMatchObject({ code: expect.stringMatching(/^(damaged-file|no-project-inside)$/) });
  const folder = temporaryFolder();
  newStudy(folder).close();
  mkdirSync(join(folder, 'Nights.qda'));
  const bytes = qualcoder();
  bytes[18] = bytes[19] = 2;
  writeFileSync(join(folder, 'Nights.qda/data.qda'), bytes);
  expect((await commandLine(folder)(['import', 'study.concord', 'Nights.qda'])).out).toContain('3 codings');
  expect(readFileSync(join(folder, 'Nights.qda/data.qda')).equals(bytes)).toBe(true);
}, 30_000);
