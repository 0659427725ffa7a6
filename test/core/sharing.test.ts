import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DeskState } from '../../shared/model/bridge.ts';
import { isElsewhere } from '../../electron/core/sharedFiles.ts';
import { isDue } from '../../electron/core/sharing.ts';
import { machine, minute, open, sharedFolder } from '../helpers/sharing.ts';
import { temporaryFolder } from '../helpers/study.ts';

describe('a study in a shared folder', () => {
  test('is worked on in a copy of one’s own: what was shared stays as it is, each has a file, and all meet', async () => {
    const { study, each } = await sharedFolder();
    const before = readFileSync(study);
    const ana = await open('Ana', study);
    const bo = await open('Bo', study);
    await ana.code(0, 8);
    await bo.code(30, 36);
    await ana.pass(2 * minute);
    await bo.pass(2 * minute);
    await ana.pass(3 * minute);
    expect([await ana.codings(), await bo.codings()]).toEqual([2, 2]);
    expect(readFileSync(study).equals(before)).toBe(true);
    expect(readdirSync(each).toSorted()).toEqual(['Ana.concord', 'Bo.concord']);
    expect(await ana.shared()).toMatchObject({ by: 'syncthing', own: 'Ana.concord', missing: false, takenBack: null, unwritten: null, files: [{ file: 'Bo.concord', whose: 'Bo', became: 'merged', codings: 1 }, { file: 'Study.concord', whose: '', became: 'same' }] });
    expect(await ana.ask('project.read')).toMatchObject({ undo: { operation: 'study.merge', who: 'Ana', about: { file: 'Bo.concord' } } });
    expect(ana.events.filter(({ kind }) => kind === 'changed').length).toBeGreaterThan(1);
  });
  test('stands once in the list, is found again after a restart, and the copy is never made twice', async () => {
    const { study, each } = await sharedFolder();
    const ana = await open('Ana', study);
    await ana.code(0, 8);
    ana.desk.close();
    const again = await machine('Ana', ana.home);
    again.desk.openUsual('en');
    await again.settled();
    expect(await again.codings()).toBe(1);
    const state = await again.ask<DeskState>('desk.read');
    expect(state.studies).toMatchObject([{ file: study, name: 'Study', shared: { by: 'syncthing', folder: each } }]);
    again.desk.open(join(each, 'Ana.concord'));
    expect((await again.ask<DeskState>('desk.read')).studies).toHaveLength(1);
    expect(readdirSync(join(ana.home, 'shared'))).toHaveLength(1);
  });
  test('keeps its copy when the folder moves; one that is made there is shared from the start, and a study that came to lie there instead is another', async () => {
    const { folder, study } = await sharedFolder();
    const ana = await open('Ana', study);
    await ana.code(0, 8);
    ana.desk.close();
    const moved = `${folder}-moved`;
    onTestFinished(() => rmSync(moved, { recursive: true, force: true }));
    renameSync(folder, moved);
    const again = await open('Ana', join(moved, 'Study.concord'), ana.home);
    expect([await again.codings(), (await again.shared()).folder]).toEqual([1, join(moved, 'Study.shared')]);
    expect((await again.ask<DeskState>('desk.read')).studies).toHaveLength(1);
    await again.ask('desk.create', { name: 'Other', handle: again.desk.handPath(join(moved, 'Other.concord')).handle });
    await again.settled();
    expect(await again.shared()).toMatchObject({ own: 'Ana.concord', folder: join(moved, 'Other.shared') });
    await again.ask('desk.close');
    renameSync(join(moved, 'Other.concord'), join(moved, 'Study.concord'));
    again.desk.open(join(moved, 'Study.concord'));
    expect(await again.ask('document.list')).toEqual([]);
    expect(readdirSync(join(ana.home, 'shared'))).toHaveLength(3);
  });
  test('is left with what was done last in one’s file, also when it was closed at once', async () => {
    const { study, each } = await sharedFolder();
    const ana = await open('Ana', study);
    await ana.code(0, 8);
    ana.desk.close();
    const bo = await open('Bo', study);
    expect(await bo.codings()).toBe(1);
    expect(statSync(join(each, 'Ana.concord')).size).toBeGreaterThan(0);
  });
});

describe('undoing what came from another', () => {
  test('stays undone: nothing comes in and nothing goes out until the person asks, and nobody loses anything by it', async () => {
    const { study } = await sharedFolder();
    const ana = await open('Ana', study);
    const bo = await open('Bo', study);
    await ana.ask('code.create', { name: 'Ana’s', facet: 'theme' });
    await bo.code(0, 8);
    await bo.pass(2 * minute);
    await ana.pass(3 * minute);
    await bo.pass(3 * minute);
    expect([await ana.codings(), await bo.codings()]).toEqual([1, 1]);
    await ana.ask('history.undo');
    await ana.ask('code.create', { name: 'later', facet: 'theme' });
    await ana.pass(30 * minute);
    await bo.pass(10 * minute);
    expect([await ana.codings(), await bo.codings()]).toEqual([0, 1]);
    expect(await ana.shared()).toMatchObject({ takenBack: 'Bo.concord' });
    // Neither closing nor starting again forgets it.
    ana.desk.close();
    const again = await open('Ana', study, ana.home);
    expect([await again.codings(), (await again.shared()).takenBack]).toEqual([0, 'Bo.concord']);
    await again.ask('shared.bring');
    await bo.pass(3 * minute);
    await again.pass(3 * minute);
    expect([await again.codings(), await bo.codings()]).toEqual([1, 1]);
    expect((await again.shared()).takenBack).toBeNull();
    expect((await bo.ask<{ name: string }[]>('code.list')).map(({ name }) => name)).toContain('later');
  });
});

describe('the moment', () => {
  test('is never in the midst of a correction, and comes some minutes after the last change or since the last time', () => {
    const never = { now: 10 * minute, tried: 10 * minute, changed: null, edited: null, held: null };
    expect(isDue(never)).toBe(false);
    expect(isDue({ ...never, tried: null })).toBe(true);
    expect([6.9, 7, 7.1].map((at) => isDue({ ...never, tried: at * minute }))).toEqual([true, true, false]);
    expect([8, 8.1].map((at) => isDue({ ...never, changed: at * minute }))).toEqual([true, false]);
    expect([9.4, 9.6].map((at) => isDue({ ...never, tried: null, edited: at * minute }))).toEqual([true, false]);
    expect([6.9, 7.1].map((at) => isDue({ ...never, tried: null, held: at * minute }))).toEqual([true, false]);
    expect(isDue({ ...never, tried: null, held: 0, edited: 8 * minute })).toBe(false);
    // What is large is carried less often.
    expect([20, 60, 900].map((mega) => isDue({ ...never, tried: 5 * minute, size: mega * 1024 * 1024 }))).toEqual([true, false, false]);
    expect(isDue({ ...never, now: 20 * minute, tried: 5 * minute, size: 2 ** 31 })).toBe(true);
  });
  test('waits while a text is open to be corrected, and an edit under way never meets another’s', async () => {
    const { study } = await sharedFolder();
    const ana = await open('Ana', study);
    const bo = await open('Bo', study);
    await bo.ask('document.edit', { document: 1, splices: [{ at: 0, removed: 'The', inserted: 'Our' }] });
    await bo.pass(2 * minute);
    await ana.ask('shared.hold', { on: true });
    await ana.pass(2 * minute + 45_000);
    const text = async () => (await ana.ask<{ text: string }>('document.read', { document: 1 })).text.slice(0, 8);
    expect(await text()).toBe('The ward');
    await ana.ask('shared.hold', { on: false });
    await ana.pass(minute);
    expect(await text()).toBe('Our ward');
  });
});

describe('what does not go as it should', () => {
  test('decisions wait, are handed to the merge view, and are told as done when they were made', async () => {
    const { study, each } = await sharedFolder();
    const ana = await open('Ana', study);
    const bo = await open('Bo', study);
    await ana.ask('code.change', { code: 1, definition: 'Hours.' });
    await bo.ask('code.change', { code: 1, definition: 'Tasks.' });
    await bo.code(0, 8);
    await bo.pass(2 * minute);
    await ana.pass(3 * minute);
    expect(await ana.shared()).toMatchObject({ files: [{ file: 'Bo.concord', became: 'waits', undecided: 1 }, {}] });
    expect(await ana.codings()).toBe(0);
    const { handle } = await ana.ask<{ handle: string }>('shared.file', { file: 'Bo.concord' });
    await ana.ask('study.merge', { handle, rest: 'theirs' });
    await ana.settled();
    expect(await ana.shared()).toMatchObject({ files: [{ file: 'Bo.concord', became: 'same' }, {}] });
    expect(await ana.codings()).toBe(1);
    await bo.pass(3 * minute);
    expect((await bo.ask<{ definition: string }[]>('code.list'))[0]).toMatchObject({ definition: 'Tasks.' });
    await expect(ana.ask('shared.file', { file: '../../etc/passwd' })).rejects.toMatchObject({ problem: 'no-such-file' });
    expect(readdirSync(each)).toHaveLength(2);
  });
  test('a folder that is out of reach keeps nobody from working, is never made anew by itself, and all meet when it is back', async () => {
    const { folder, study, each } = await sharedFolder();
    const ana = await open('Ana', study);
    const away = `${folder}.away`;
    renameSync(folder, away);
    onTestFinished(() => rmSync(away, { recursive: true, force: true }));
    await ana.code(0, 8);
    await ana.pass(10 * minute);
    expect(await ana.shared()).toMatchObject({ missing: true });
    expect(existsSync(folder)).toBe(false);
    ana.desk.close();
    const again = await open('Ana', study, ana.home);
    expect([await again.codings(), (await again.shared()).missing]).toEqual([1, true]);
    renameSync(away, folder);
    await again.pass(5 * minute);
    expect(await again.shared()).toMatchObject({ missing: false });
    const bo = await open('Bo', join(each, 'Ana.concord'));
    expect(await bo.codings()).toBe(1);
    expect(readdirSync(each).toSorted()).toEqual(['Ana.concord', 'Bo.concord']);
  });
  test('a working copy that is missing or damaged is made anew from one’s own file and the others’; the damaged one is put aside', async () => {
    const { study } = await sharedFolder();
    const ana = await open('Ana', study);
    await ana.code(0, 8);
    ana.desk.close();
    const place = join(ana.home, 'shared', readdirSync(join(ana.home, 'shared'))[0]!);
    const copy = join(place, 'Study.concord');
    rmSync(copy);
    const second = await open('Ana', study, ana.home);
    expect(await second.codings()).toBe(1);
    expect((await second.shared()).news).toEqual([{ what: 'anew', file: '' }]);
    await second.code(30, 36);
    second.desk.close();
    const whole = readFileSync(copy);
    writeFileSync(copy, whole.subarray(0, 6000));
    const third = await open('Ana', study, ana.home);
    expect(await third.codings()).toBe(2);
    expect(readdirSync(place).filter((name) => name.includes('damaged'))).toHaveLength(1);
    expect(await third.shared()).toMatchObject({ own: 'Ana.concord', files: [{ whose: '' }] });
  });
  test('conflicted copies of anybody’s file and of the study itself come in, are told of once and stay; what is not whole is left alone and told', async () => {
    const { folder, study, each } = await sharedFolder();
    const coded = async (who: string, at: number) => {
      const other = await open(who, study);
      await other.code(at, at + 3);
      other.desk.close();
      return join(each, `${who}.concord`);
    };
    renameSync(await coded('Bo', 4), join(each, "Ana (Bo's conflicted copy 2026-11-22).concord"));
    renameSync(await coded('Cai', 9), join(folder, 'Study-DESKTOP-AB12CD.concord'));
    const whole = readFileSync(await coded('Dee', 13));
    writeFileSync(join(each, 'Dee.concord'), whole.subarray(0, whole.length / 2));
    writeFileSync(join(each, 'Eva.concord'), '');
    writeFileSync(join(each, '.Fan.concord.icloud'), 'placeholder');
    const newer = Buffer.from(whole);
    newer.writeUInt32BE(9999, 60);
    writeFileSync(join(each, 'Gil.concord'), newer);
    const before = readdirSync(each).toSorted();
    const ana = await open('Ana', study);
    expect(await ana.codings()).toBe(2);
    const { files, news } = await ana.shared();
    expect(news).toEqual([{ what: 'begun', file: '' }, { what: 'copy', file: "Ana (Bo's conflicted copy 2026-11-22).concord" }, { what: 'copy', file: 'Study-DESKTOP-AB12CD.concord' }]);
    expect(files.map(({ file, whose, became, copyOf, problem }) => [file, whose, became, copyOf ?? problem?.problem ?? null])).toEqual([
      ["Ana (Bo's conflicted copy 2026-11-22).concord", 'Ana', 'merged', 'Ana.concord'], ['Dee.concord', 'Dee', 'unreadable', 'damaged-study'], ['Eva.concord', 'Eva', 'unreadable', 'not-here-yet'], ['Fan.concord', 'Fan', 'unreadable', 'not-here-yet'], ['Gil.concord', 'Gil', 'unreadable', 'newer-study'],
      ['Study.concord', '', 'same', null], ['Study-DESKTOP-AB12CD.concord', '', 'merged', 'Study.concord'],
    ]);
    expect(readdirSync(each).toSorted()).toEqual(['Ana.concord', ...before].toSorted());
    ana.desk.close();
    expect((await (await open('Ana', study, ana.home)).shared()).news).toEqual([]);
  });
  test('one’s own file that came to harm in the folder is left there, and what is here goes out under the next name', async () => {
    const { study, each } = await sharedFolder();
    const ana = await open('Ana', study);
    writeFileSync(join(each, 'Ana.concord'), readFileSync(join(each, 'Ana.concord')).subarray(0, 30_000));
    await ana.code(0, 8);
    await ana.pass(3 * minute);
    expect(await ana.shared()).toMatchObject({ own: 'Ana 2.concord', files: [{ file: 'Ana.concord', became: 'unreadable' }, {}] });
    expect(statSync(join(each, 'Ana.concord')).size).toBe(30_000);
    expect(await (await open('Bo', study)).codings()).toBe(1);
  });
  test('a file that is named in the folder and lies elsewhere is known where such programs run', () => {
    expect([isElsewhere({ size: 400_000, blocks: 0 }, 'win32'), isElsewhere({ size: 400_000, blocks: 0 }, 'darwin'), isElsewhere({ size: 400_000, blocks: 800 }, 'win32'), isElsewhere({ size: 400_000, blocks: 0 }, 'linux')]).toEqual([true, true, false, false]);
  });
  test('two people of one name, or one at two machines, have two files and lose nothing', async () => {
    const { study, each } = await sharedFolder();
    const [one, two] = [await open('Ana', study), await open('Ana', study)];
    await one.code(0, 3);
    await two.code(4, 8);
    for (const at of [one, two, one, two]) await at.pass(3 * minute);
    expect(readdirSync(each).toSorted()).toEqual(['Ana 2.concord', 'Ana.concord']);
    expect([await one.codings(), await two.codings()]).toEqual([2, 2]);
  });
});

test('a package in the shared folder takes up its coder’s work and nobody else’s, so that it can be brought back from there', async () => {
  const { study, each } = await sharedFolder();
  const lin = await open('Lin', study);
  await lin.code(0, 8);
  const { handle } = await lin.ask<{ handle: string }>('handOut.make', { coder: 'Ana', documents: [1], blind: true });
  const [beside, within] = [join(dirname(study), 'for Ana.concord'), join(each, 'for Ana.concord')];
  for (const path of [beside, within]) writeFileSync(path, lin.desk.read(handle).bytes);
  for (const path of [beside, within]) {
    const ana = await open('Ana', path);
    expect([await ana.codings(), (await ana.shared()).alone, (await ana.shared()).files]).toEqual([0, true, []]);
    await ana.code(30, 36);
    await ana.pass(3 * minute);
    await ana.code(40, 44);
    ana.desk.close();
    expect(await (await open('Ana', path, ana.home)).codings()).toBe(2);
  }
  expect(readdirSync(each).toSorted()).toEqual(['Lin.concord', 'for Ana.concord']);
  const came = await lin.ask<unknown>('study.merge', { handle: lin.desk.handPath(beside).handle });
  expect(came).toMatchObject({ counts: expect.arrayContaining([expect.objectContaining({ table: 'codings', added: 2 })]) as unknown });
});

test('one’s file goes by the name that she gives herself, also where she says it only later', async () => {
  const { study, each } = await sharedFolder();
  const home = join(temporaryFolder(), 'home');
  const ana = await machine(null, home);
  ana.desk.open(study);
  await ana.settled();
  const [before] = readdirSync(each);
  expect(before).not.toBe('Ana.concord');
  await ana.code(0, 8);
  await ana.ask('desk.coder', { name: 'Ana' });
  await ana.pass(3 * minute);
  expect(readdirSync(each)).toEqual(['Ana.concord']);
  expect((await ana.shared()).files.map(({ whose }) => whose)).toEqual(['']);
  // Coding under another name for once is no other person's copy.
  await ana.ask('desk.coder', { name: 'Lin' });
  await ana.code(9, 12);
  await ana.pass(3 * minute);
  expect(readdirSync(each)).toEqual(['Ana.concord']);
});

describe('a study of one’s own', () => {
  test('is shared by choice, taken up by another from the folder, and worked on alone again', async () => {
    const team = temporaryFolder();
    const ana = await machine('Ana');
    await ana.ask('desk.create', { name: 'Wards' });
    await ana.ask('document.create', { name: 'Interview', text: 'The ward was short of nurses.' });
    await ana.ask('code.create', { name: 'load', facet: 'theme' });
    const own = (await ana.ask<DeskState>('desk.read')).study!.file;
    expect(await ana.shared()).toBeNull();
    await expect(ana.ask('shared.start', { folder: join(team, 'nowhere') })).rejects.toMatchObject({ problem: 'no-such-file' });
    await ana.ask('shared.start', { folder: team });
    await ana.settled();
    expect(await ana.ask<DeskState>('desk.read')).toMatchObject({ study: { file: own, shared: { folder: join(team, 'Wards.shared') } } });
    const bo = await open('Bo', join(team, 'Wards.shared', 'Ana.concord'));
    await bo.code(0, 8);
    await bo.pass(2 * minute);
    await ana.pass(3 * minute);
    expect(await ana.codings()).toBe(1);
    await ana.ask('shared.stop');
    expect([await ana.shared(), await ana.codings()]).toEqual([null, 1]);
    await ana.code(9, 12);
    await ana.pass(10 * minute);
    await bo.ask('shared.bring');
    expect(await bo.codings()).toBe(1);
    await bo.ask('shared.stop');
    expect(await bo.ask<DeskState>('desk.read')).toMatchObject({ study: { name: 'Wards', shared: null } });
    expect((await bo.ask<DeskState>('desk.read')).study!.file.startsWith(join(bo.home, 'studies'))).toBe(true);
    expect([await bo.codings(), readdirSync(join(team, 'Wards.shared')).toSorted()]).toEqual([1, ['Ana.concord', 'Bo.concord']]);
  });
});
