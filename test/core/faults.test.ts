import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createStudy, openStudy } from '../../electron/core/engine.ts';
import { checkNode } from '../../electron/core/file.ts';
import { nameFile, readWhole, writeWhole } from '../../electron/core/files.ts';
import { Problem } from '../../shared/model/problem.ts';
import { caller } from '../helpers/processes.ts';
import { codedStudy, newStudy, temporaryFolder } from '../helpers/study.ts';

const problem = (code: string, values: object = {}) => expect.objectContaining({ code, values: expect.objectContaining(values) }) as Error;

test('a study that another process has open is in use, and is free at once when that process is killed', async () => {
  const engine = newStudy();
  engine.close();
  const before = readFileSync(engine.file);
  const other = caller(engine.file, []);
  expect(await other.next()).toBe('ready');
  expect(() => openStudy(engine.file)).toThrow(problem('study-in-use', { file: 'study.concord' }));
  expect(readFileSync(engine.file).equals(before)).toBe(true);
  const gone = new Promise((done) => { other.child.once('exit', done); });
  other.child.kill('SIGKILL');
  await gone;
  openStudy(engine.file).close();
});

describe('a study that was taken away while it was open', () => {
  const takeAway: Record<string, (file: string) => void> = {
    deleted: (file) => unlinkSync(file),
    moved: (file) => renameSync(file, `${file}.moved`),
    'replaced by another study': (file) => {
      const other = newStudy();
      other.close();
      copyFileSync(other.file, `${file}.other`);
      renameSync(`${file}.other`, file);
    },
    'in a folder that was moved': (file) => renameSync(join(file, '..'), `${join(file, '..')}-moved`),
  };
  test.each(Object.keys(takeAway))('%s: nothing more is acknowledged, and reading goes on', async (how) => {
    const folder = join(temporaryFolder(), 'inner');
    mkdirSync(folder);
    const engine = newStudy(folder);
    await engine.call('code.create', { name: 'tired', facet: 'theme' });
    takeAway[how]!(engine.file);
    await expect(engine.call('code.create', { name: 'pay', facet: 'theme' })).rejects.toMatchObject({ code: 'file-gone', values: { file: 'study.concord' } });
    await expect(engine.call('history.undo', {})).rejects.toMatchObject({ code: 'file-gone' });
    expect((await engine.call('code.list', {})).map(({ name }) => name)).toEqual(['tired']);
    expect((await engine.call('history.list', {})).map(({ operation }) => operation)).toEqual(['code.create']);
    engine.close();
    if (how === 'deleted') expect(existsSync(engine.file)).toBe(false);
    if (how === 'moved') {
      const again = openStudy(`${engine.file}.moved`);
      expect((await again.call('code.list', {})).map(({ name }) => name)).toEqual(['tired']);
      again.close();
    }
    if (how.startsWith('replaced')) {
      const again = openStudy(engine.file);
      expect(await again.call('code.list', {})).toEqual([]);
      expect((await again.call('study.check', {})).findings).toEqual([]);
      again.close();
    }
  });
  test('put back where it was, it takes what is done next', async () => {
    const engine = newStudy();
    renameSync(engine.file, `${engine.file}.moved`);
    await expect(engine.call('code.create', { name: 'pay', facet: 'theme' })).rejects.toMatchObject({ code: 'file-gone' });
    renameSync(`${engine.file}.moved`, engine.file);
    await engine.call('code.create', { name: 'pay', facet: 'theme' });
    expect((await engine.call('code.list', {})).map(({ name }) => name)).toEqual(['pay']);
  });
});

/** A disk of one megabyte, in a name space of the test's own. */
const smallDisk = (folder: string, command: readonly string[]) => spawnSync('unshare', ['-m', 'sh', '-c', `mount -t tmpfs -o size=1m tmpfs "${folder}" && exec "$@"`, 'sh', ...command], { encoding: 'utf8' });
const noDisk = smallDisk(temporaryFolderOfModule(), ['true']).status !== 0;
function temporaryFolderOfModule(): string {
  const folder = resolve(import.meta.dirname, '../../out/small-disk');
  mkdirSync(folder, { recursive: true });
  return folder;
}

test.skipIf(noDisk)(`a full disk keeps what is done next from being acknowledged, and everything earlier is there${noDisk ? ' (a small disk cannot be made here)' : ''}`, () => {
  const folder = temporaryFolder();
  const script = join(temporaryFolder(), 'fill.ts');
  const from = (path: string) => JSON.stringify(resolve(import.meta.dirname, '../..', path));
  writeFileSync(script, `
    import { createStudy, openStudy } from ${from('electron/core/engine.ts')};
    const file = process.argv[2];
    const say = (line) => console.log(JSON.stringify(line));
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    let made = 0;
    for (;;) {
      try { await engine.call('document.create', { name: 'Talk', text: ('We were so tired ' + made + '. ').repeat(500) }); made++; } catch (error) { say([error.name, error.code, error.values]); break; }
    }
    say(made);
    say((await engine.call('document.list', {})).length);
    try { await engine.call('document.create', { name: 'Talk', text: 'x'.repeat(100_000) }); } catch (error) { say([error.name, error.code]); }
    say((await engine.call('study.check', {})).findings);
    try { engine.close(); say('closed'); } catch (error) { say([error.name, error.code]); }
    engine = openStudy(file, { who: 'Lin' });
    say((await engine.call('document.list', {})).length);
    say((await engine.call('study.check', {})).findings);
    engine.close();
  `);
  const { stdout, stderr } = smallDisk(folder, [process.execPath, script, join(folder, 'study.concord')]);
  expect(stderr).toBe('');
  const [refused, made, listed, again, sound, closed, reopened, soundToo] = stdout.trim().split('\n').map((line) => JSON.parse(line) as unknown);
  expect(refused).toEqual(['Problem', 'disk-full', { file: 'study.concord' }]);
  expect(made).toBeGreaterThan(3);
  expect(listed).toBe(made);
  expect(again).toEqual(['Problem', 'disk-full']);
  expect([sound, closed, reopened, soundToo]).toEqual([[], 'closed', made, []]);
});

describe('a new study', () => {
  test('never takes the place of a file, and leaves nothing beside itself', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'x.concord');
    writeFileSync(file, 'precious');
    expect(() => createStudy(file, 'Study')).toThrow(problem('file-exists', { file: 'x.concord' }));
    expect(readFileSync(file, 'utf8')).toBe('precious');
    expect(readdirSync(folder)).toEqual(['x.concord']);
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.concord'));
    expect(() => createStudy(join(folder, 'link.concord'), 'Study')).toThrow(Problem);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
  test('that cannot be made says so: no such folder, a name that is none', () => {
    const folder = temporaryFolder();
    expect(() => createStudy(join(folder, 'gone', 'x.concord'), 'Study')).toThrow(problem('cannot-write', { file: 'x.concord' }));
    expect(() => createStudy(join(folder, 'x.concord'), ' ')).toThrow(problem('bad-input'));
    expect(readdirSync(folder)).toEqual([]);
  });
  test('may have a long Chinese name', () => {
    const folder = temporaryFolder();
    const file = join(folder, `${'患者访谈'.repeat(20)}.concord`);
    createStudy(file, '患者访谈'.repeat(100));
    openStudy(file).close();
    expect(readdirSync(folder)).toEqual([`${'患者访谈'.repeat(20)}.concord`]);
  });
});

const elsewhere = '/dev/shm';
const otherDisk = existsSync(elsewhere) && statSync(elsewhere).dev !== statSync(tmpdir()).dev;
test.skipIf(!otherDisk)(`a file is named even where it cannot have two names, and still replaces nothing${otherDisk ? '' : ' (no second disk here)'}`, () => {
  const fresh = join(elsewhere, `concord-${process.pid}.new`);
  onTestFinished(() => rmSync(fresh, { force: true }));
  writeFileSync(fresh, 'study');
  const folder = mkdtempSync(join(tmpdir(), 'concord-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'x.concord');
  nameFile(fresh, file);
  expect(readFileSync(file, 'utf8')).toBe('study');
  writeFileSync(fresh, 'another');
  expect(() => nameFile(fresh, file)).toThrow(expect.objectContaining({ code: expect.stringMatching(/exist/i) as string }) as Error);
  expect(readFileSync(file, 'utf8')).toBe('study');
});

describe('a file that is saved', () => {
  test('is the old one or the new one, never half of either, and leaves nothing beside itself', () => {
    const folder = temporaryFolder();
    const file = join(folder, `${'引文'.repeat(40)}.csv`);
    writeWhole(file, Buffer.from('one'));
    writeWhole(file, Buffer.from('two'));
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(readdirSync(folder)).toHaveLength(1);
  });
  test('that cannot be written says so, and what was there stays', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'target', 'full'), { recursive: true });
    expect(() => writeWhole(join(folder, 'target'), Buffer.from('x'))).toThrow(problem('cannot-write', { file: 'target' }));
    expect(() => writeWhole(join(folder, 'gone', 'x.csv'), Buffer.from('x'))).toThrow(problem('cannot-write', { file: 'x.csv' }));
    expect(readdirSync(folder)).toEqual(['target']);
  });
  test('never takes the place of the open study, by whatever name', async () => {
    const { engine } = await codedStudy('[a: tired]');
    const folder = join(engine.file, '..');
    symlinkSync(engine.file, join(folder, 'link.csv'));
    linkSync(engine.file, join(folder, 'twin.csv'));
    for (const name of ['study.concord', 'link.csv', 'twin.csv', 'study.concord-wal']) expect(() => writeWhole(join(folder, name), Buffer.from('x'), engine.file), name).toThrow(problem('cannot-write', { file: name }));
    expect((await engine.call('study.check', {})).findings).toEqual([]);
    rmSync(join(folder, 'twin.csv'));
  });
  test.skipIf(noDisk)(`on a full disk leaves the old one${noDisk ? ' (a small disk cannot be made here)' : ''}`, () => {
    const folder = temporaryFolder();
    const { stdout } = smallDisk(folder, [process.execPath, '--input-type=module-typescript', '-e', `
      import { writeWhole } from ${JSON.stringify(resolve(import.meta.dirname, '../../electron/core/files.ts'))};
      import { readdirSync, readFileSync } from 'node:fs';
      const file = process.argv[1];
      writeWhole(file, Buffer.from('old'));
      try { writeWhole(file, Buffer.alloc(3_000_000, 65)); } catch (error) { console.log(error.code); }
      console.log(readFileSync(file, 'utf8'), readdirSync(${JSON.stringify(folder)}).join());
    `, join(folder, 'x.csv')]);
    expect(stdout.trim().split('\n')).toEqual(['disk-full', 'old x.csv']);
  });
});

test('a file that is read is asked for its size first, and named when it is not there', () => {
  const folder = temporaryFolder();
  const huge = join(folder, 'huge.txt');
  writeFileSync(huge, '');
  spawnSync('truncate', ['-s', '300M', huge]);
  expect(statSync(huge).size).toBe(300 * 1024 * 1024);
  expect(() => readWhole(huge)).toThrow(problem('too-big', { file: 'huge.txt', limit: 256 }));
  expect(() => readWhole(join(folder, 'gone.txt'))).toThrow(problem('no-such-file', { file: 'gone.txt' }));
  expect(() => readWhole(folder)).toThrow(problem('no-such-file'));
});

describe('a Node that the database does not run on', () => {
  test.each([['8', '18.20.0'], ['9', '20.20.2'], ['9', '22.12.0'], ['', '8.0.0']])('napi %s (Node %s) is refused', (napi, version) => {
    expect(() => checkNode(napi, version)).toThrow(problem('old-node', { version }));
  });
  test('others are let through', () => {
    for (const napi of ['10', '11', '137']) expect(() => checkNode(napi)).not.toThrow();
    expect(() => checkNode()).not.toThrow();
  });
  const old = ['/usr/local/bin/node', ...(process.env['PATH'] ?? '').split(':').filter((folder) => !folder.includes('node_modules')).map((folder) => join(folder, 'node')), '/usr/bin/node']
    .find((node) => existsSync(node) && Number(spawnSync(node, ['-p', 'process.versions.napi'], { encoding: 'utf8' }).stdout) < 10);
  test.skipIf(!old)(`the command line says so in a sentence instead of ending without a word${old ? '' : ' (no older Node on this machine)'}`, () => {
    const { status, stderr, stdout } = spawnSync(old!, [resolve(import.meta.dirname, '../../electron/cli/concord.mjs'), 'check', 'x.concord'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Node \d+\.\d+\.\d+ is too old for Concord's database\. .*Node 22\.14 or newer\.\nNode \d+\.\d+\.\d+ 太旧/);
    expect(stdout).toBe('');
  });
});

test('what is opened as the only one is closed with everything in one file', async () => {
  const { engine } = await codedStudy('[a: tired]');
  expect(statSync(`${engine.file}-wal`).size).toBeGreaterThan(0);
  engine.close();
  expect(readdirSync(join(engine.file, '..'))).toEqual(['study.concord']);
  engine.close();
  const again = openStudy(engine.file);
  onTestFinished(() => again.close());
  expect(await again.call('project.read', {})).toMatchObject({ codings: 1 });
});
