import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../helpers/commandLine.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

test('a query from a file or by its saved name, in words, as JSON and as every kind of file', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  const text = 'The pay is low. Nobody asks.';
  const { document } = await engine.call('document.create', { name: 'Ward', text });
  const apply = (words: string, name: string) => engine.call('coding.apply', { document, start: text.indexOf(words), end: text.indexOf(words) + words.length, codes: [{ create: { name, facet: 'theme' } }] });
  await apply('The pay is low.', 'Pay');
  await apply('Nobody asks.', 'Silence');
  await engine.call('query.save', { name: 'Silent', query: { kind: 'coding', code: 'Silence' } });
  engine.close();
  const write = (name: string, query: unknown) => { writeFileSync(join(folder, name), typeof query === 'string' ? query : JSON.stringify(query)); return name; };
  const files = {
    not: write('not.json', { kind: 'all', of: [{ kind: 'coding', facet: 'theme' }, { kind: 'not', of: { kind: 'coding', code: 'pay' } }] }), gone: write('gone.json', { kind: 'coding', code: 'Wages' }),
    broken: write('broken.json', '{'),
  };
  const concord = commandLine(folder);
  const query = (...given: string[]) => concord(['query', 'study.concord', ...given]);
  expect(await query()).toMatchObject({ code: 0, out: 'Silent\n  Passages coded ‘Silence’\n' });
  expect(await query('--query', files.not)).toMatchObject({ code: 0, err: '', out: 'Passages coded with a theme and not coded ‘Pay’.\nOne passage.\n\nWard (1)\n  1: Nobody asks.\n      Silence\n' });
  expect(JSON.parse((await query('--saved', 'silent', '--json')).out)).toMatchObject({ total: 1, inWords: 'Passages coded ‘Silence’', rows: [{ quotation: 'Nobody asks.' }] });
  expect((await query('--saved', 'Silent', '--format', 'md')).out).toContain('*Query:* Passages coded ‘Silence’');
  expect(await query('--saved', 'Loud')).toMatchObject({ code: 4, err: expect.stringContaining('There is no saved query “Loud”. Saved queries are: Silent.') as string });
  expect(await query('--query', files.gone)).toMatchObject({ code: 4, err: expect.stringContaining('There is no code “Wages”.') as string });
  expect(await query('--query', files.broken)).toMatchObject({ code: 2, err: expect.stringContaining('broken.json') as string });
});
