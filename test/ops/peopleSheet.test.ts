import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { readSheet } from '../../electron/formats/sheet.ts';
import { callWith, importAll, importSheet, valuesOf } from '../helpers/handing.ts';
import { newStudy } from '../helpers/study.ts';

type LeaveOut = { rows?: number[]; columns?: string[] };
const handed = (engine: Engine, sheet: string, leaveOut: LeaveOut = {}) => callWith(engine, { 'sheet.csv': sheet }, 'participant.preview', { handle: 'sheet.csv', leaveOut });
const take = (engine: Engine, sheet: string, leaveOut: LeaveOut = {}) => callWith(engine, { 'sheet.csv': sheet }, 'participant.import', { handle: 'sheet.csv', leaveOut });
/** Each row of a preview: what it is, and its cells as 'column: from → to', or 'column: value?' where it does not fit. */
async function shown(engine: Engine, sheet: string, leaveOut: LeaveOut = {}): Promise<string[]> {
  return (await handed(engine, sheet, leaveOut)).rows.map(({ row, name, isNew, taken, fault, cells, refused }) =>
    [`${row} ${name}${fault ? ` (${fault})` : ''}${taken ? isNew ? ' +' : '' : ' –'}`, ...cells.map(({ column, from, to }) => `${column}: ${from} → ${to}`), ...refused.map(({ column, value, why }) => `${column}: ${value}? ${why}`)].join(', '));
}
const people = async (engine: Engine) => {
  const all = await engine.call('participant.list', {});
  const values = await valuesOf(engine);
  return all.map(({ name, role, sampling, referredBy }) => [name, role, sampling, all.find(({ id }) => id === referredBy)?.name ?? '', ...Object.entries(values[name]!).map(([attribute, value]) => `${attribute}: ${value}`)].join(' | '));
};

test('a sheet may say how people were found and who referred them, in English and in Chinese; people of the same sheet may refer each other', async () => {
  const engine = newStudy();
  await take(engine, 'Name,Sampling,Referred by,Group\nAna,snowball,Bo,nurse\nBo,purposive,,doctor\nCy,snowball,ana,nurse\n');
  expect(await people(engine)).toEqual(['Ana | interviewee | snowball | Bo | Group: nurse', 'Bo | interviewee | purposive |  | Group: doctor', 'Cy | interviewee | snowball | Ana | Group: nurse']);
  await take(engine, '姓名,抽样方式,推荐人,角色\n丁,滚雪球,Cy,访谈者\nBo,便利,,\n');
  expect(await people(engine)).toEqual(['丁 | interviewer | 滚雪球 | Cy', 'Ana | interviewee | snowball | Bo | Group: nurse', 'Bo | interviewee | 便利 |  | Group: doctor', 'Cy | interviewee | snowball | Ana | Group: nurse']);
  await engine.call('history.undo', {});
  expect(await people(engine)).toHaveLength(3);
});

test('the preview tells for each person and column what changes, who is new, what does not fit, and rows that are nobody’s; what is left out stays out', async () => {
  const engine = newStudy();
  await take(engine, 'name,group,age,met,referred by\nAna,nurse,34,2026-03-01,\nBo,doctor,35,,Ana\nCy,nurse,36,,\n');
  const sheet = 'name,group,age,met,referred by,site\nAna,manager,34,1/2/2026,Bo,north\nBo,doctor,old,2026-3-2,Nobody,\nDee,nurse,,,Cy,south\n,nurse,,,,\nana,doctor,,,,\nCy,,,,,\n';
  expect(await shown(engine, sheet)).toEqual([
    '2 Ana, group: nurse → manager, site:  → north, met: 1/2/2026? not-a-date, referred by: Bo? referral-circle', '3 Bo, met:  → 2026-03-02, age: old? not-a-number, referred by: Nobody? no-such-participant',
    '4 Dee +, group:  → nurse, referred by:  → Cy, site:  → south', '5  (nameless) –', '6 ana (twice) –', '7 Cy',
  ]);
  expect(await handed(engine, sheet)).toMatchObject({ added: 1, known: 3, unchanged: 1, changed: 3, refused: 4, columns: [{ name: 'group', isNew: false, changes: 2 }, { name: 'age', kind: 'number', changes: 0 }, { name: 'met', kind: 'date' }, { name: 'referred by', to: 'referredBy', changes: 1 }, { name: 'site', isNew: true, changes: 2 }] });
  await expect(take(engine, sheet)).rejects.toMatchObject({ code: 'sheet-cell', values: { row: 5 } });
  await expect(take(engine, sheet, { rows: [5] })).rejects.toMatchObject({ code: 'sheet-row-twice', values: { row: 6, before: 2 } });
  // The second row of the same name counts where the first is left out.
  expect((await shown(engine, sheet, { rows: [2, 4, 5], columns: ['MET'] })).filter((row) => /ana|Bo/i.test(row))).toEqual(['2 Ana –', '3 Bo, age: old? not-a-number, referred by: Nobody? no-such-participant', '6 ana, group: nurse → doctor']);
  const { refused, ...done } = await take(engine, sheet, { rows: [2, 4, 5], columns: ['MET', 'site'] });
  expect(done).toEqual({ added: 0, known: 3, attributes: ['group', 'age'] });
  expect(refused).toEqual([{ row: 3, column: 'age', value: 'old', why: 'not-a-number' }, { row: 3, column: 'referred by', value: 'Nobody', why: 'no-such-participant' }]);
  expect(await people(engine)).toEqual(['Ana | interviewee |  |  | group: doctor | age: 34 | met: 2026-03-01', 'Bo | interviewee |  | Ana | group: doctor | age: 35', 'Cy | interviewee |  |  | group: nurse | age: 36']);
});

const word = fc.string({ unit: fc.constantFrom('a', 'B', '累', ' ', '=', '-', '1', '"', "'", ',', '\n', '\t', '+', '＝'), maxLength: 5 });
const heading = fc.oneof(fc.constantFrom('Group', 'Sampling', 'Referred by', 'name', '姓名', 'role', 'id', 'document', '=sum'), fc.string({ unit: fc.constantFrom('x', 'Y', '年', '='), minLength: 1, maxLength: 3 }));
test('what was exported changes nothing when it is taken in again, as CSV and as Excel, in either language', async () => {
  await fc.assert(fc.asyncProperty(
    fc.uniqueArray(fc.record({ name: word, role: fc.constantFrom('interviewee', 'interviewer', 'other'), sampling: word, referrer: fc.nat(5), values: fc.array(word, { minLength: 3, maxLength: 3 }) }), { maxLength: 5 }),
    fc.uniqueArray(fc.record({ name: heading, kind: fc.constantFrom('text', 'choice', 'number', 'date'), as: fc.constantFrom('text', 'choice') }), { maxLength: 3, selector: ({ name }) => name.toLowerCase() }),
    fc.constantFrom('csv', 'xlsx'), fc.constantFrom('en', 'zh'), async (given, columns, format, language) => {
      const engine = newStudy();
      const attributes: number[] = [];
      for (const { name, as } of columns) attributes.push((await engine.call('attribute.create', { name, of: 'participants', kind: as })).attribute);
      const ids: number[] = [];
      for (const { name, role, sampling, referrer, values } of given) {
        const made = await engine.call('participant.fill', { rows: [{ id: null, cells: { name, role, sampling } }] }).catch(() => null);
        const id = made?.added[0];
        if (id === undefined) continue;
        if (ids[referrer] !== undefined) await engine.call('participant.change', { participant: id, referredBy: ids[referrer] });
        ids.push(id);
        for (const [at, attribute] of attributes.entries()) await engine.call('attribute.set', { attribute, participant: id, value: values[at]! });
      }
      // Of another kind than when the values were written: they are marked, and kept.
      for (const [at, attribute] of attributes.entries()) await engine.call('attribute.change', { attribute, kind: columns[at]!.kind });
      if (ids.length === 0) return;
      const before = await people(engine);
      const undo = (await engine.call('project.read', {})).undo?.seq;
      const file = await callWith(engine, {}, 'participant.export', { format, language });
      const sheet = await readSheet(file, {});
      expect(sheet.rows).toHaveLength(ids.length);
      expect(await importSheet(engine, 'participant.preview', file.bytes, file.name)).toMatchObject({ added: 0, changed: 0, refused: 0, known: ids.length, unchanged: ids.length });
      await importSheet(engine, 'participant.import', file.bytes, file.name);
      expect(await people(engine)).toEqual(before);
      expect((await engine.call('project.read', {})).undo?.seq).toBe(undo);
    }), { numRuns: 40 });
}, 60_000);

test('formulas in exported cells are text, and numbers are numbers', async () => {
  const engine = newStudy();
  await take(engine, 'name,age,note\nAna,34,\'=1+1\nBo,-3,@x\n');
  const csv = await callWith(engine, {}, 'participant.export', { format: 'csv' });
  expect(new TextDecoder().decode(csv.bytes)).toBe('Name,Role,Sampling,Referred by,age,note\r\nAna,Interviewee,,,34,\'=1+1\r\nBo,Interviewee,,,-3,\'@x\r\n');
  expect(csv.name).toBe('Study Participants.csv');
});

test('who speaks how much where: turns, words (characters in Chinese) and codings of each participant, and the first place', async () => {
  const engine = newStudy();
  await importAll(engine, { 'P01.txt': 'I: How was it?\nAna: We were so tired. \nI: Why?\nAna: No time.\n', 'P02.txt': 'Ana: Bad.\n王: 太累了。\n' });
  const documents = new Map((await engine.call('document.list', {})).map(({ id, name }) => [id, name]));
  const names = new Map((await engine.call('participant.list', {})).map(({ id, name }) => [id, name]));
  const spoken = async () => Object.fromEntries((await engine.call('participant.spoken', {})).map(({ participant, turns, words, codings, documents: shares }) => [names.get(participant), [turns, words, codings, ...shares.map((share) => `${documents.get(share.document)} ${share.turns}/${share.words} at ${share.start}`)].join(', ')]));
  expect(await spoken()).toEqual({ Interviewer: '2, 4, 0, P01 2/4 at 0', Ana: '3, 7, 0, P01 2/6 at 12, P02 1/1 at 0', 王: '1, 3, 0, P02 1/3 at 5' });
  const { code } = await engine.call('code.create', { name: 'Strain', facet: 'theme' });
  const id = (name: string) => [...documents].find(([, title]) => title === name)![0];
  await engine.call('coding.apply', { document: id('P01'), start: 12, end: 20, codes: [{ code }] });
  await engine.call('document.edit', { document: id('P02'), splices: [{ at: 0, removed: '', inserted: 'So so ' }] });
  expect(await spoken()).toEqual({ Interviewer: '2, 4, 0, P01 2/4 at 0', Ana: '3, 9, 1, P01 2/6 at 12, P02 1/3 at 0', 王: '1, 3, 0, P02 1/3 at 11' });
});

test('labels of several documents are assigned together: to a person, to a new one, to nobody; all or nothing, and undone at once', async () => {
  const engine = newStudy();
  await importAll(engine, { 'P01.txt': 'I: How?\nR: Tired.\nR: Very.\n', 'P02.txt': 'I: How?\nR: Bad.\n', 'P03.txt': 'Ana: Good.\nBo: Yes.\n' });
  const listed = async () => {
    const names = new Map((await engine.call('participant.list', {})).map(({ id, name }) => [id, name]));
    return (await engine.call('speaker.list', {})).map(({ name, label, turns, participants }) => `${name} ${label} ${turns}: ${participants.map((id) => names.get(id ?? 0) ?? '–').join(', ')}`);
  };
  expect(await listed()).toEqual(['P01 I 1: Interviewer', 'P01 R 2: P01', 'P02 I 1: Interviewer', 'P02 R 1: P02', 'P03 Ana 1: Ana', 'P03 Bo 1: Bo']);
  const speakers = (await engine.call('speaker.list', {})).filter(({ label }) => label === 'R').map(({ document, label }) => ({ document, label }));
  const ana = (await engine.call('participant.list', {})).find(({ name }) => name === 'Ana')!.id;
  await engine.call('speaker.assign', { speakers, participant: ana });
  expect((await listed()).filter((line) => line.includes(' R '))).toEqual(['P01 R 2: Ana', 'P02 R 1: Ana']);
  await engine.call('history.undo', {});
  await engine.call('speaker.assign', { speakers, participant: { name: 'Respondent' } });
  expect((await listed()).filter((line) => line.includes(' R '))).toEqual(['P01 R 2: Respondent', 'P02 R 1: Respondent']);
  await engine.call('history.undo', {});
  expect((await engine.call('participant.list', {})).map(({ name }) => name)).not.toContain('Respondent');
  await engine.call('speaker.assign', { speakers, participant: null });
  expect((await listed()).filter((line) => line.includes(' R '))).toEqual(['P01 R 2: –', 'P02 R 1: –']);
  await expect(engine.call('speaker.assign', { speakers: [...speakers, { document: speakers[0]!.document, label: 'X' }], participant: ana })).rejects.toMatchObject({ code: 'not-found' });
  await expect(engine.call('speaker.assign', { speakers, participant: { name: 'ANA' } })).rejects.toMatchObject({ code: 'name-taken' });
  expect((await listed()).filter((line) => line.includes(' R '))).toEqual(['P01 R 2: –', 'P02 R 1: –']);
});

test('attributes are put in another order, choices get other names in every row at once, and a referral that leads back is refused', async () => {
  const engine = newStudy();
  await take(engine, 'name,group,age,site\nAna,nurse,34,north\nBo,doctor,35,south\nCy,nurse,36,north\n');
  const order = async () => (await engine.call('attribute.list', {})).map(({ name }) => name);
  const [group, age, site] = (await engine.call('attribute.list', {})).map(({ id }) => id) as [number, number, number];
  const { attribute: kind } = await engine.call('attribute.create', { name: 'kind', of: 'documents' });
  await engine.call('attribute.move', { attribute: site, before: group });
  expect(await order()).toEqual(['site', 'group', 'age', 'kind']);
  await engine.call('attribute.move', { attribute: site, before: null });
  expect((await order()).filter((name) => name !== 'kind')).toEqual(['group', 'age', 'site']);
  await expect(engine.call('attribute.move', { attribute: age, before: kind })).rejects.toMatchObject({ code: 'not-found' });
  await engine.call('attribute.change', { attribute: group, choices: ['doctor', 'nurse', 'head'], renamed: [{ from: 'nurse', to: 'doctor' }, { from: 'doctor', to: 'nurse' }] });
  expect(Object.values(await valuesOf(engine)).map((values) => values['group'])).toEqual(['doctor', 'nurse', 'doctor']);
  await engine.call('history.undo', {});
  expect(Object.values(await valuesOf(engine)).map((values) => values['group'])).toEqual(['nurse', 'doctor', 'nurse']);
  await engine.call('participant.change', { participant: 2, referredBy: 1, sampling: ' snowball ' });
  await engine.call('participant.change', { participant: 3, referredBy: 2 });
  await expect(engine.call('participant.change', { participant: 1, referredBy: 3 })).rejects.toMatchObject({ code: 'referral-circle' });
  await expect(engine.call('participant.change', { participant: 1, referredBy: 1 })).rejects.toMatchObject({ code: 'referral-circle' });
  await expect(engine.call('participant.change', { participant: 1, referredBy: 99 })).rejects.toMatchObject({ code: 'not-found' });
  expect((await people(engine)).map((line) => line.split(' | ').slice(0, 4).join(' | '))).toEqual(['Ana | interviewee |  | ', 'Bo | interviewee | snowball | Ana', 'Cy | interviewee |  | Bo']);
  await engine.call('participant.remove', { participant: 2 });
  expect((await engine.call('participant.list', {})).map(({ referredBy }) => referredBy)).toEqual([null, null]);
  await engine.call('history.undo', {});
  expect((await engine.call('participant.list', {})).map(({ referredBy }) => referredBy)).toEqual([null, 1, 2]);
});
