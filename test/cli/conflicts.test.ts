import { expect, test } from 'vitest';
import { commandLine } from '../helpers/commandLine.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

test('the conflict register and its matrix come as text, JSON and sheets', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  const text = 'They keep them.\nWe do not.';
  const said = { definition: '', include: '', exclude: '', example: '', scale: [] };
  await engine.call('study.take', { snapshot: {
    name: 'Study', description: '', attributes: [{ name: 'Group', of: 'participants', kind: 'choice', choices: ['GPs', 'Hospital'] }],
    participants: [{ name: 'Ada', role: 'interviewee', values: { Group: 'GPs' } }, { name: 'Bo', role: 'interviewee', values: { Group: 'Hospital' } }],
    codes: [{ path: ['GPs'], facet: 'stakeholder', ...said }, { path: ['Hospital'], facet: 'stakeholder', ...said }, { path: ['Kept'], facet: 'conflict', ...said }],
    documents: [{ name: 'One', text, values: {}, turns: [{ start: 0, end: 15, participant: 'Ada', label: 'Ada', time: null }, { start: 16, end: text.length, participant: 'Bo', label: 'Bo', time: null }] }],
    codings: [{ document: 'One', start: 0, end: 15, code: ['Kept'], facet: 'conflict', coder: 'Lin', rating: null, party: ['GPs'], counterparty: ['Hospital'], memo: '', created: 1 }],
  } });
  const { proposals } = await engine.call('conflict.unsorted', {});
  await engine.call('conflict.sort', { groups: proposals.map((each) => ({ ...each, passages: [...each.passages] })) });
  await engine.call('conflict.addPoint', { conflict: 1, kind: 'countermeasure', name: '=A letter', level: 'government' });
  engine.close();
  const concord = commandLine(folder);
  expect((await concord(['conflicts', 'study.concord'])).out).toMatch(/^Conflict +Party +Counterparty .*\nKept +GPs +→ +Hospital +GPs +1 +0 +0 +1\n$/);
  expect(JSON.parse((await concord(['conflicts', 'study.concord', '--json'])).out)).toMatchObject([{ name: 'Kept', party: 'GPs', counterparty: 'Hospital', oneSided: 'party', quotations: 1, points: [{ kind: 'countermeasure', name: '=A letter', level: 'government' }], passages: [{ document: 'One', start: 0, end: 15, speakers: ['Ada'], sides: ['party'], quotation: 'They keep them.' }] }]);
  const matrix = JSON.parse((await concord(['conflicts', 'study.concord', '--matrix', '--by', 'Group', '--count', 'participants', '--json'])).out) as Record<string, unknown>;
  expect(matrix).toMatchObject({ by: 'Group', count: 'participants', cells: [[0, 1], [0, 0]], rowTotals: [1, 0], columnTotals: [0, 1], people: 1, passages: 1, n: 2 });
  expect((await concord(['conflicts', 'study.concord', '--matrix'])).out).toMatch(/^Says it ↓ +n +GPs +Hospital +Total\nGPs +1 +0 +1 +1\nHospital +1 +0 +0 +0\nTotal +0 +1 +1\n$/);
  const sheet = (await concord(['conflicts', 'study.concord', '--format', 'csv'])).out;
  expect(sheet.split('\r\n')[1]).toMatch(/^Kept,GPs,→,Hospital,,,1,1,0,0,Only GPs,,,'=A letter \[Government\] \(0\),"?Title: Conflict register; Study: Study; n: one conflict, 2 people interviewed;/);
  expect((await concord(['conflicts', 'study.concord', '--matrix', '--format', 'csv'])).out).toMatch(/^\ufeff?Says it ↓ against →,GPs,Hospital,Total,[^\r]*\r\nn,1,1,,[^\r]*\r\nGPs,0,1,1,[^\r]*\r\nHospital,0,0,0,[^\r]*\r\nTotal,0,1,1,[^\r]*\r\n$/);
  expect(await concord(['conflicts', 'study.concord', '--matrix', '-o', 'm.xlsx'])).toMatchObject({ code: 0, out: '' });
  expect(await concord(['conflicts', 'study.concord', '--matrix', '--within', 'Group'])).toMatchObject({ code: 2, err: expect.stringContaining('--within ATTRIBUTE=VALUE') as string });
  expect(JSON.parse((await concord(['conflicts', 'study.concord', '--matrix', '--within', 'Group=Hospital', '--json'])).out)).toMatchObject({ people: 0, n: 1, cells: [[null, null], [0, 0]] });
  const compared = (await concord(['conflicts', 'study.concord', '--matrix', '--by', 'Group', '--split', 'Group'])).out;
  expect(compared).toMatch(/^GPs, n 1\nSays it ↓ [^]*Hospital, n 1\n[^]*GPs minus Hospital\nSays it ↓ +GPs +Hospital\nGPs +– +–\n/);
  expect(JSON.parse((await concord(['conflicts', 'study.concord', '--matrix', '--split', 'Group', '--json'])).out)).toMatchObject({ split: 'participants:Group', compared: [0, 1], sides: [{ key: 'GPs', matrix: { people: 1 } }, { key: 'Hospital', matrix: { people: 0 } }] });
});
