import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CoreEvent, DeskState } from '../../shared/model/bridge.ts';
import { createDesk, type Desk } from '../../electron/core/desk.ts';
import { openStudy } from '../../electron/core/engine.ts';
import { openSettings, standardPlaces } from '../../electron/core/settings.ts';
import { codedStudy, temporaryFolder } from '../helpers/study.ts';

interface Room { readonly folder: string; readonly studies: string; readonly settings: string; readonly sample: string | null }
/** A desk in a home of the test's own. */
function newDesk({ folder = temporaryFolder(), sample = null, settings = join(folder, 'home', 'settings.json'), studies = join(folder, 'studies') }: Partial<Room> = {}) {
  const desk = createDesk({ places: { settings, studies }, sample: (language) => (language === 'en' ? sample : null), version: '1' });
  onTestFinished(() => desk.close());
  const events: CoreEvent[] = [];
  desk.onEvent((event) => { events.push(event); });
  return { desk, events, folder, settings, studies };
}
async function ask<V>(desk: Desk, name: string, input: unknown = {}, job?: string): Promise<V> {
  const reply = await desk.call({ name, input, ...(job === undefined ? {} : { job }) });
  if ('problem' in reply) throw Object.assign(new Error(reply.problem), reply);
  return reply.value as V;
}
const state = (desk: Desk) => ask<DeskState>(desk, 'desk.read');
const talk = (index: number) => new TextEncoder().encode(`I: How was it, ${index}?\nR: We were tired.\nI: Why?\nR: No time.`);
async function sampleFile(): Promise<string> {
  const { engine } = await codedStudy('We were [tired: so tired].');
  engine.close();
  return engine.file;
}

describe('the first start', () => {
  test('opens a copy of the sample, under a name of its own each time, and never the sample itself', async () => {
    const sample = await sampleFile();
    const before = readFileSync(sample);
    const { desk, studies } = newDesk({ sample });
    desk.openUsual('en');
    expect((await state(desk)).study).toMatchObject({ name: 'Sample study', file: join(studies, 'Sample study.concord') });
    await ask(desk, 'code.create', { name: 'pay', facet: 'theme' });
    await ask(desk, 'desk.sample', { language: 'en' });
    expect((await state(desk)).study?.name).toBe('Sample study 2');
    expect(await ask(desk, 'code.list')).toHaveLength(1);
    expect(readFileSync(sample).equals(before)).toBe(true);
    expect(readdirSync(studies).filter((name) => name.endsWith('.concord')).toSorted()).toEqual(['Sample study 2.concord', 'Sample study.concord']);
    await expect(ask(desk, 'desk.sample', { language: 'zh' })).rejects.toMatchObject({ problem: 'no-such-file' });
  });
  test('without a sample opens nothing, and says so to what needs a study', async () => {
    const { desk, studies } = newDesk();
    desk.openUsual('en');
    expect(await state(desk)).toMatchObject({ study: null, studies: [], version: '1', folder: studies, preferences: {} });
    expect((await state(desk)).coder).not.toBe('');
    await expect(ask(desk, 'code.list')).rejects.toMatchObject({ problem: 'no-study-open' });
    await expect(ask(desk, 'desk.read', { more: 1 })).rejects.toMatchObject({ problem: 'bad-input', values: { operation: 'desk.read' } });
  });
});

describe('studies', () => {
  test('are made under free names that every system takes', async () => {
    const { desk, studies } = newDesk();
    for (const name of ['Wards', 'Wards', '../../etc: "x"?', '患者访谈'.repeat(60), '...', 'CON']) {
      await ask(desk, 'desk.create', { name });
      expect(await ask(desk, 'project.read')).toMatchObject({ name: name.trim() });
    }
    expect((await state(desk)).studies.map(({ name }) => name).toSorted()).toEqual(['CON Study', 'Study', 'Wards', 'Wards 2', 'etc x', '患者访谈'.repeat(10)]);
    expect(readdirSync(studies).every((name) => /\.concord(-wal)?$/.test(name))).toBe(true);
    await expect(ask(desk, 'desk.create', { name: 'x'.repeat(401) })).rejects.toMatchObject({ problem: 'bad-input', values: { operation: 'desk.create', faults: '[{"path":"name","kind":"longest","limit":400}]' } });
  });
  test('opened last stand first, those of the folder are found, and what is gone is not named', async () => {
    const { desk, studies, folder } = newDesk();
    for (const name of ['one', 'two', 'three']) await ask(desk, 'desk.create', { name });
    await ask(desk, 'desk.close');
    expect((await state(desk)).study).toBeNull();
    copyFileSync(join(studies, 'one.concord'), join(studies, 'lying.concord'));
    writeFileSync(join(studies, 'notes.txt'), 'x');
    unlinkSync(join(studies, 'two.concord'));
    await ask(desk, 'desk.open', { file: join(studies, 'one.concord') });
    const { study, studies: known } = await state(desk);
    expect(study?.name).toBe('one');
    expect(known.map(({ name }) => name).toSorted()).toEqual(['lying', 'one', 'three']);
    expect(known[0]!.name).toBe('one');
    // Another desk of this home starts where this one was.
    desk.close();
    const again = newDesk({ folder });
    again.desk.openUsual('en');
    expect((await state(again.desk)).study?.name).toBe('one');
  });
  test('that cannot be opened leave the open one open; the next start takes the next', async () => {
    const { desk, studies, folder } = newDesk();
    for (const name of ['one', 'two']) await ask(desk, 'desk.create', { name });
    writeFileSync(join(studies, 'bad.concord'), 'x'.repeat(500));
    await expect(ask(desk, 'desk.open', { file: join(studies, 'bad.concord') })).rejects.toMatchObject({ problem: 'not-a-study', values: { file: 'bad.concord' } });
    await expect(ask(desk, 'desk.open', { file: join(studies, 'gone.concord') })).rejects.toMatchObject({ problem: 'no-such-file' });
    await expect(ask(desk, 'desk.open', { handle: 'x' })).rejects.toMatchObject({ problem: 'no-such-file' });
    expect((await state(desk)).study?.name).toBe('two');
    await ask(desk, 'code.create', { name: 'still here', facet: 'theme' });
    desk.close();
    writeFileSync(join(studies, 'two.concord'), 'broken');
    const again = newDesk({ folder });
    again.desk.openUsual('en');
    expect((await state(again.desk)).study?.name).toBe('one');
  });
  test('stay on the desk when their file is taken away, so that what is on the screen is not lost', async () => {
    const { desk, studies } = newDesk();
    await ask(desk, 'desk.create', { name: 'one' });
    await ask(desk, 'code.create', { name: 'tired', facet: 'theme' });
    unlinkSync(join(studies, 'one.concord'));
    await expect(ask(desk, 'code.create', { name: 'pay', facet: 'theme' })).rejects.toMatchObject({ problem: 'file-gone' });
    expect((await state(desk)).study?.name).toBe('one');
    expect(await ask(desk, 'code.list')).toHaveLength(1);
  });
  test('are made where a person says, and never over a file', async () => {
    const { desk, folder } = newDesk();
    const place = join(folder, 'elsewhere.concord');
    await ask(desk, 'desk.create', { name: 'Wards', handle: desk.handPath(place).handle });
    expect((await state(desk)).study).toMatchObject({ file: place, name: 'elsewhere' });
    await expect(ask(desk, 'desk.create', { name: 'Wards', handle: desk.handPath(place).handle })).rejects.toMatchObject({ problem: 'file-exists' });
    await expect(ask(desk, 'desk.create', { name: 'Wards', handle: desk.hand('x', new Uint8Array()).handle })).rejects.toMatchObject({ problem: 'no-such-file' });
  });
});

test('opening another study closes the first, whose changes nobody hears of any more', async () => {
  const { desk, events, studies } = newDesk();
  await ask(desk, 'desk.create', { name: 'one' });
  await ask(desk, 'desk.create', { name: 'two' });
  const one = openStudy(join(studies, 'one.concord'));
  one.close();
  events.length = 0;
  await ask(desk, 'desk.open', { file: join(studies, 'two.concord') });
  expect(events).toEqual([]);
  await ask(desk, 'desk.open', { file: join(studies, 'one.concord') });
  await ask(desk, 'code.create', { name: 'tired', facet: 'theme' });
  await Promise.resolve();
  expect(events).toEqual([{ kind: 'desk' }, { kind: 'changed', topics: expect.arrayContaining(['codes', 'journal']) as string[] }]);
});

test('an import that is under way when another study is opened comes into neither, and is said to have been stopped', async () => {
  const { desk, studies } = newDesk();
  await ask(desk, 'desk.create', { name: 'one' });
  const files = Array.from({ length: 20 }, (_, index) => ({ handle: desk.hand(`P${index}.txt`, talk(index)).handle }));
  const importing = ask(desk, 'document.import', { files }, 'j');
  const previewing = ask(desk, 'import.preview', { files });
  const asked = Promise.allSettled([importing, previewing]);
  await ask(desk, 'desk.create', { name: 'two' });
  expect(await asked).toMatchObject([{ status: 'rejected', reason: { problem: 'cancelled' } }, { status: 'rejected', reason: { problem: 'cancelled' } }]);
  expect(await ask(desk, 'document.list')).toEqual([]);
  await ask(desk, 'desk.open', { file: join(studies, 'one.concord') });
  expect(await ask(desk, 'document.list')).toEqual([]);
});

test('an import that is under way when the desk is closed ends with it', async () => {
  const { desk } = newDesk();
  await ask(desk, 'desk.create', { name: 'one' });
  const importing = ask(desk, 'document.import', { files: Array.from({ length: 20 }, (_, index) => ({ handle: desk.hand(`P${index}.txt`, talk(index)).handle })) }, 'j').catch((error: unknown) => error);
  await new Promise((resolve) => { setTimeout(resolve, 30); });
  desk.close();
  expect(await importing).toMatchObject({ problem: 'cancelled' });
}, 10_000);

describe('long work', () => {
  test('tells how far it is, to the end', async () => {
    const { desk, events } = newDesk();
    await ask(desk, 'desk.create', { name: 'one' });
    events.length = 0;
    const files = [0, 1, 2].map((index) => ({ handle: desk.hand(`P${index}.txt`, talk(index)).handle }));
    await ask(desk, 'document.import', { files }, 'j7');
    expect(events.filter(({ kind }) => kind === 'progress')).toEqual([0, 1, 2, 3].map((done) => ({ kind: 'progress', job: 'j7', done, total: 3 })));
  });
  test('that is stopped writes nothing, and lets other calls through meanwhile', async () => {
    const { desk, events } = newDesk();
    await ask(desk, 'desk.create', { name: 'one' });
    const files = Array.from({ length: 50 }, (_, index) => ({ handle: desk.hand(`P${index}.txt`, talk(index)).handle }));
    const importing = ask(desk, 'document.import', { files }, 'j').catch((error: unknown) => error);
    await expect.poll(() => events.some((event) => event.kind === 'progress' && event.done >= 3), { interval: 1, timeout: 15_000 }).toBe(true);
    await ask(desk, 'code.create', { name: 'meanwhile', facet: 'theme' });
    await ask(desk, 'job.cancel', { job: 'j' });
    expect(await importing).toMatchObject({ problem: 'cancelled' });
    expect(await ask(desk, 'project.read')).toMatchObject({ documents: 0, participants: 0, codes: 1, undo: { operation: 'code.create' } });
    await ask(desk, 'job.cancel', { job: 'j' });
    await ask(desk, 'job.cancel', { job: 'never' });
    expect(await ask(desk, 'document.import', { files: files.slice(0, 2) }, 'j')).toMatchObject({ documents: [{}, {}] });
  });
});

test('files are handed in and out by handles; what is saved is whole, and never the open study', async () => {
  const { desk, folder, studies } = newDesk();
  await ask(desk, 'desk.create', { name: 'one' });
  const picture = desk.hand('../chart.png', Uint8Array.of(1, 2, 3));
  expect(picture).toMatchObject({ name: 'chart.png', size: 3 });
  desk.saveTo(picture.handle, join(folder, 'out.png'));
  expect([...readFileSync(join(folder, 'out.png'))]).toEqual([1, 2, 3]);
  expect(() => desk.saveTo(picture.handle, join(studies, 'one.concord'))).toThrow(expect.objectContaining({ code: 'cannot-write' }) as Error);
  expect(() => desk.read('nothing')).toThrow(expect.objectContaining({ code: 'no-such-file' }) as Error);
  const later = desk.handPath(join(folder, 'later.txt'));
  expect(later).toMatchObject({ name: 'later.txt', size: 0 });
  expect(() => desk.read(later.handle)).toThrow(expect.objectContaining({ code: 'no-such-file', values: { file: 'later.txt' } }) as Error);
  writeFileSync(join(folder, 'later.txt'), 'now');
  expect(Buffer.from(desk.read(later.handle).bytes).toString()).toBe('now');
});

test('an export waits to be saved, and lets go when many more were made', async () => {
  const { desk } = newDesk();
  await ask(desk, 'desk.create', { name: 'one' });
  await ask(desk, 'code.create', { name: 'tired', facet: 'theme' });
  const handed = desk.hand('P01.txt', talk(1));
  const made: { handle: string }[] = [];
  for (let index = 0; index < 25; index++) made.push(await ask(desk, 'exhibit.export', { kind: 'table', asked: { columns: 'document' }, format: 'csv' }));
  expect(made.map(({ handle }) => { try { return desk.read(handle).name; } catch { return null; } })).toEqual([...Array(5).fill(null), ...Array(20).fill('one All codes by Document.csv')]);
  expect(desk.read(handed.handle).name).toBe('P01.txt');
});

describe('settings', () => {
  test('are kept: who codes, preferences, and go on after a restart', async () => {
    const { desk, folder, settings } = newDesk();
    await ask(desk, 'desk.coder', { name: '  Lin\tWei ' });
    for (const [key, value] of [['theme', 'dark'], ['size', 18], ['seen', true], ['gone', null], ['__proto__', 'x']] as const) await ask(desk, 'desk.prefer', { key, value });
    await ask(desk, 'desk.create', { name: 'one' });
    await ask(desk, 'code.create', { name: 'tired', facet: 'theme' });
    expect(await ask(desk, 'history.list')).toMatchObject([{ who: 'Lin Wei' }]);
    desk.close();
    expect(await state(newDesk({ folder }).desk)).toMatchObject({ coder: 'Lin Wei', preferences: { theme: 'dark', size: 18, seen: true, gone: null } });
    expect(JSON.parse(readFileSync(settings, 'utf8'))).toMatchObject({ coder: 'Lin Wei' });
    for (const input of [{ key: 'x', value: {} }, { key: 'x', value: 'x'.repeat(2001) }, { key: 'x'.repeat(101), value: 1 }]) await expect(ask(desk, 'desk.prefer', input)).rejects.toMatchObject({ problem: 'bad-input' });
  });
  test.each([['nothing', ''], ['no JSON', '{"coder": "Lin"'], ['other values', '{"coder": 7, "recent": {}}'], ['a list', '[]'], ['zeros', '\0'.repeat(100)]])('a file of them with %s counts as none, and is replaced by the next change', async (_what, contents) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'home'));
    writeFileSync(join(folder, 'home', 'settings.json'), contents);
    const { desk } = newDesk({ folder });
    expect(await state(desk)).toMatchObject({ study: null, preferences: {} });
    await ask(desk, 'desk.prefer', { key: 'theme', value: 'dark' });
    await ask(desk, 'desk.create', { name: 'one' });
    expect(openSettings(join(folder, 'home', 'settings.json')).read()).toMatchObject({ preferences: { theme: 'dark' }, recent: [{ name: 'one' }] });
  });
  test('that cannot be written do not keep anybody from working', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'home'), 'a file where the folder should be');
    const { desk } = newDesk({ folder });
    await ask(desk, 'desk.coder', { name: 'Lin' });
    await ask(desk, 'desk.create', { name: 'one' });
    expect((await state(desk))).toMatchObject({ coder: 'Lin', study: { name: 'one' } });
    expect(await ask(desk, 'code.create', { name: 'tired', facet: 'theme' })).toEqual({ code: 1 });
  });
  test('have their places by system and by CONCORD_HOME', () => {
    expect(standardPlaces({ CONCORD_HOME: '/home/lin/own' })).toEqual({ settings: join('/home/lin/own', 'settings.json'), studies: join('/home/lin/own', 'studies') });
    if (process.platform === 'linux') expect(standardPlaces({ XDG_CONFIG_HOME: '/x' }).settings).toBe('/x/Concord/settings.json');
    expect(basename(standardPlaces({}).studies)).toBe('Concord');
  });
});

describe('what was begun and not carried out', () => {
  const [one, other] = ['7c9e6679-7425-40de-944b-e07fc1f90ae7', '16fd2706-8baf-433b-82eb-8c7fada847da'];
  const lying = (folder: string, name: string) => { const file = join(folder, name); writeFileSync(file, 'a study'); return file; };
  const read = (desk: Desk, study: string, file: string) => ask<Record<string, string>>(desk, 'kept.read', { study, file });
  const put = (desk: Desk, study: string, file: string, key: string, value: string | null) => ask(desk, 'kept.put', { study, file, key, value });
  test('is kept by study through a restart, until it is forgotten', async () => {
    const { desk, folder } = newDesk();
    const [mine, hers] = [lying(folder, 'mine.concord'), lying(folder, 'hers.concord')];
    for (const [study, file, key, value] of [[one, mine, 'split:a', '["早"]'], [one, mine, 'split:b', 'x'], [other, hers, 'split:a', 'y'], [one, mine, 'split:b', null]] as const) await put(desk, study, file, key, value);
    desk.close();
    const again = newDesk({ folder }).desk;
    expect(await read(again, one, mine)).toEqual({ 'split:a': '["早"]' });
    expect(await read(again, other, hers)).toEqual({ 'split:a': 'y' });
    for (const study of ['../settings', '', 'x']) await expect(read(again, study, mine)).rejects.toMatchObject({ problem: 'bad-input' });
  });
  test('in one copy of a study does not show in another, also after a restart and when one of them is gone', async () => {
    const { desk, folder } = newDesk();
    const [first, copy] = [lying(folder, 'first.concord'), lying(folder, 'copy.concord')];
    await put(desk, one, first, 'split:a', 'mine');
    expect(await read(desk, one, copy)).toEqual({});
    await put(desk, one, copy, 'widths:documents', '{"name":300}');
    const again = newDesk({ folder }).desk;
    expect([await read(again, one, first), await read(again, one, copy)]).toEqual([{ 'split:a': 'mine' }, { 'widths:documents': '{"name":300}' }]);
    rmSync(first);
    expect(await read(again, one, copy)).toEqual({ 'widths:documents': '{"name":300}' });
  });
  test('goes along with a study that is moved and renamed, once: a copy made of it then begins with nothing, and at its old place it is found again', async () => {
    const { desk, folder } = newDesk();
    const first = lying(folder, 'first.concord');
    await put(desk, one, first, 'split:a', 'mine');
    const moved = join(folder, 'moved.concord');
    renameSync(first, moved);
    expect(await read(desk, one, moved)).toEqual({ 'split:a': 'mine' });
    const copy = lying(folder, 'copy.concord');
    const again = newDesk({ folder }).desk;
    expect(await read(again, one, copy)).toEqual({});
    const further = join(folder, 'further.concord');
    await put(again, one, moved, 'split:b', 'more');
    renameSync(moved, further);
    expect(await read(again, one, further)).toEqual({ 'split:a': 'mine', 'split:b': 'more' });
    expect(await read(again, one, first)).toEqual({ 'split:a': 'mine' });
  });
  test('before copies were told apart goes to the copy that is opened first', async () => {
    const { desk, folder } = newDesk();
    mkdirSync(join(folder, 'home', 'kept'), { recursive: true });
    writeFileSync(join(folder, 'home', 'kept', `${one}.json`), '{"split:a": "begun"}');
    const [first, copy] = [lying(folder, 'first.concord'), lying(folder, 'copy.concord')];
    expect(await read(desk, one, first)).toEqual({ 'split:a': 'begun' });
    expect(await read(newDesk({ folder }).desk, one, copy)).toEqual({});
    expect(await read(newDesk({ folder }).desk, one, first)).toEqual({ 'split:a': 'begun' });
  });
  test('counts as nothing where its file is damaged, and lasts as long as the program where none can be written', async () => {
    const { desk, folder } = newDesk();
    const file = lying(folder, 'mine.concord');
    await put(desk, one, file, 'a', 'x');
    writeFileSync(join(folder, 'home', 'kept', `${one}.json`), '{"a": [');
    expect(await read(newDesk({ folder }).desk, one, file)).toEqual({});
    const shut = temporaryFolder();
    writeFileSync(join(shut, 'home'), 'a file where the folder should be');
    const { desk: closed } = newDesk({ folder: shut });
    await put(closed, one, file, 'a', 'x');
    expect(await read(closed, one, file)).toEqual({ a: 'x' });
  });
});

describe('a package', () => {
  test('is worked in by its coder, whoever else works here; what is said otherwise holds in it alone and lasts, and a copy of it holds what was done', async () => {
    const { engine } = await codedStudy('We were [tired: so tired].');
    const { bytes } = await engine.call('handOut.make', { coder: 'Ana', documents: [1] });
    engine.close();
    const { desk, folder, settings, studies } = newDesk();
    const file = join(folder, 'for ana.concord');
    writeFileSync(file, bytes);
    await ask(desk, 'desk.coder', { name: 'Lin' });
    desk.open(file);
    expect((await state(desk)).coder).toBe('Ana');
    await ask(desk, 'document.finish', { document: 1 });
    expect(await ask(desk, 'handOut.list')).toMatchObject({ isPackage: { coder: 'Ana', documents: [{ finished: true }] } });
    const copy = await ask<{ handle: string; name: string }>(desk, 'desk.copy', { name: 'Study - Ana: back' });
    expect(copy.name).toBe('Study - Ana back.concord');
    const sent = join(folder, 'sent.concord');
    desk.saveTo(copy.handle, sent);
    const back = openStudy(sent);
    expect(await back.call('document.finished', {})).toHaveLength(1);
    back.close();

    await ask(desk, 'desk.coder', { name: 'Bo' });
    await ask(desk, 'desk.create', { name: 'Own' });
    expect((await state(desk)).coder).toBe('Lin');
    desk.close();
    const again = newDesk({ folder, settings, studies }).desk;
    again.open(file);
    expect((await state(again)).coder).toBe('Bo');
    await ask(again, 'desk.coder', { name: 'Ana' });
    await ask(again, 'desk.close');
    expect((await state(again)).coder).toBe('Lin');
    await expect(ask(again, 'desk.copy', { name: 'x' })).rejects.toMatchObject({ problem: 'no-study-open' });
  });
});
