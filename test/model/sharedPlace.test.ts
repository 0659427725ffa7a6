import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conflictCopyOf } from '../../shared/model/conflictCopy.ts';
import { markOf, readMounts, sharedBy, type MarksThere } from '../../shared/model/sharedPlace.ts';

const on = (platform: string, more: Partial<MarksThere> = {}): MarksThere => ({ platform, ...more });
const by = (path: string, there: MarksThere) => sharedBy(path, there)?.by ?? null;

describe('a shared folder is known by its name where sharing programs put it', () => {
  test.each([
    ['win32', String.raw`C:\Users\ana\OneDrive\Ward\Study.concord`, 'oneDrive', String.raw`C:\Users\ana\OneDrive`],
    ['win32', String.raw`C:\Users\ana\OneDrive - University of Essex\Study.concord`, 'oneDrive', String.raw`C:\Users\ana\OneDrive - University of Essex`],
    ['win32', String.raw`D:\Work\OneDrive - NHS\Study.concord`, 'oneDrive', String.raw`D:\Work\OneDrive - NHS`],
    ['darwin', '/Users/ana/Library/CloudStorage/OneDrive-University/Study.concord', 'oneDrive', '/Users/ana/Library/CloudStorage/OneDrive-University'],
    ['darwin', '/Users/ana/Dropbox (Team)/a/Study.concord', 'dropbox', '/Users/ana/Dropbox (Team)'],
    ['linux', '/home/ana/Dropbox/Study.concord', 'dropbox', '/home/ana/Dropbox'],
    ['win32', String.raw`D:\Dropbox\Study.concord`, 'dropbox', String.raw`D:\Dropbox`],
    ['linux', '/home/ana/Nextcloud/Study.concord', 'nextcloud', '/home/ana/Nextcloud'],
    ['win32', String.raw`C:\Users\李\Nutstore\1\我的坚果云\Study.concord`, 'nutstore', String.raw`C:\Users\李\Nutstore`],
    ['darwin', '/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Study.concord', 'iCloud', '/Users/ana/Library/Mobile Documents'],
    ['win32', String.raw`G:\My Drive\Study.concord`, 'googleDrive', String.raw`G:\My Drive`],
    ['darwin', '/Users/ana/Library/CloudStorage/GoogleDrive-ana@uni.edu/My Drive/Study.concord', 'googleDrive', '/Users/ana/Library/CloudStorage/GoogleDrive-ana@uni.edu'],
    ['darwin', '/Volumes/GoogleDrive/My Drive/Study.concord', 'googleDrive', '/Volumes/GoogleDrive/My Drive'],
    ['win32', String.raw`C:\Users\ana\Box\Study.concord`, 'box', String.raw`C:\Users\ana\Box`],
    ['win32', String.raw`D:\BaiduSyncdisk\访谈\研究.concord`, 'baidu', String.raw`D:\BaiduSyncdisk`],
    ['win32', String.raw`D:\百度网盘同步空间\研究.concord`, 'baidu', String.raw`D:\百度网盘同步空间`],
    ['win32', String.raw`D:\腾讯微云\研究.concord`, 'weiyun', String.raw`D:\腾讯微云`],
    ['win32', String.raw`C:\Users\li\WPSDrive\123\WPS云盘\研究.concord`, 'wps', String.raw`C:\Users\li\WPSDrive`],
    ['win32', String.raw`\\server\team\Ward\Study.concord`, 'network', String.raw`\\server\team`],
    ['win32', String.raw`\\?\UNC\server\team\Study.concord`, 'network', undefined],
    ['win32', '//server/team/Study.concord', 'network', String.raw`\\server\team`],
    ['darwin', '/Volumes/Team/Study.concord', 'network', '/Volumes/Team'],
  ] as const)('%s: %s', (platform, path, sharer, root) => {
    const found = sharedBy(path, on(platform));
    expect(found?.by).toBe(sharer);
    if (root !== undefined) expect(found?.root).toBe(root);
  });
});

describe('an ordinary folder is never taken for a shared one', () => {
  test.each([
    ['linux', '/home/ana/Concord/Study.concord'], ['linux', '/home/ana/Documents/Dropbox paper/Study.concord'], ['linux', '/home/ana/work/dropbox/Study.concord'], ['linux', '/home/ana/Box/Study.concord'],
    ['linux', '/home/ana/OneDrive.concord'], ['linux', '/home/Dropbox/study.concord'], ['linux', '/srv/onedrive-analysis/Study.concord'], ['darwin', '/Users/ana/Documents/Box/Study.concord'],
    ['darwin', '/Volumes/Macintosh HD/Users/ana/Study.concord'], ['win32', String.raw`C:\Users\ana\Documents\Study.concord`], ['win32', String.raw`C:\Users\ana\Documents\My Drive\Study.concord`],
    ['win32', String.raw`\\?\C:\Users\ana\Study.concord`], ['win32', String.raw`\\wsl$\Ubuntu\home\ana\Study.concord`], ['win32', String.raw`C:\Users\ana\OneDriveBackup\Study.concord`], ['linux', '/home/ana/Nextcloud plans/Study.concord'],
  ])('%s: %s', (platform, path) => { expect(sharedBy(path, on(platform))).toBeNull(); });

  test('whatever folders a person makes within her own', () => {
    const folder = fc.stringMatching(/^[\w 患者访谈().-]{1,14}$/u).filter((name) => !/onedrive - |坚果云|icloud|drivefs|nutstore|baidu|weiyun|wps|~|^\.+$|^Mobile|CloudStorage/i.test(name));
    fc.assert(fc.property(fc.array(folder, { minLength: 1, maxLength: 4 }), fc.constantFrom('/home/ana/Documents', '/Users/ana/Documents', String.raw`C:\Users\ana\Documents`), (folders, home) => {
      const separator = home.startsWith('C') ? '\\' : '/';
      expect(sharedBy([home, ...folders, 'Study.concord'].join(separator), on(home.startsWith('C') ? 'win32' : home.startsWith('/U') ? 'darwin' : 'linux'))).toBeNull();
    }));
  });
});

test('marks that sharing programs leave are known, and a program’s own folder in everybody’s home is none', () => {
  expect([['.dropbox', false], ['.dropbox.cache', true], ['.sync_a1b2c3.db', false], ['._sync_0ff1ce.db', false], ['.nextcloudsync.log', false], ['.owncloudsync.log', false], ['.stfolder', true], ['.shortcut-targets-by-id', true]].map(([name, folder]) => markOf(name as string, folder as boolean)))
    .toEqual(['dropbox', 'dropbox', 'nextcloud', 'nextcloud', 'nextcloud', 'nextcloud', 'syncthing', 'googleDrive']);
  expect([['.dropbox', true], ['.sync', true], ['Dropbox', true], ['notes.db', false]].map(([name, folder]) => markOf(name as string, folder as boolean))).toEqual([null, null, null, null]);
  const marks = [{ by: 'syncthing' as const, root: '/home/ana/Team' }];
  expect(sharedBy('/home/ana/Team/Ward/Study.concord', on('linux', { marks }))).toEqual(marks[0]);
  expect(sharedBy('/home/ana/Teamwork/Study.concord', on('linux', { marks }))).toBeNull();
});

describe('network drives', () => {
  const mounts = readMounts('/dev/sda1 / ext4 rw 0 0\n//srv/team /mnt/team\\040one cifs rw 0 0\nsrv:/x /net nfs4 rw 0 0\nana@srv: /home/ana/far fuse.sshfs rw 0 0\ngvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0\noverlay /var/x overlay rw 0 0\nhost /mnt/c 9p rw 0 0');
  test('are known by what the system says of them', () => {
    const linux = on('linux', { mounts });
    expect(sharedBy('/mnt/team one/a/Study.concord', linux)).toEqual({ by: 'network', root: '/mnt/team one' });
    expect(['/net/a/s.concord', '/home/ana/far/s.concord', '/run/user/1000/gvfs/smb-share:server=srv,share=x/s.concord'].map((path) => by(path, linux))).toEqual(['network', 'network', 'network']);
    expect(['/home/ana/s.concord', '/mnt/team/s.concord', '/var/x/s.concord', '/mnt/c/s.concord', '/run/user/1000/gvfs/mtp:host=phone/s.concord'].map((path) => by(path, linux))).toEqual([null, null, null, null, null]);
  });
  test('are no reason for a copy where the person’s own folder lies on the same', () => {
    const there = on('linux', { mounts: readMounts('/dev/sda1 / ext4 rw 0 0\nsrv:/home /home nfs4 rw 0 0\nsrv:/team /team nfs4 rw 0 0'), own: '/home/ana/.config/Concord' });
    expect(by('/home/ana/Study.concord', there)).toBeNull();
    expect(by('/team/Study.concord', there)).toBe('network');
  });
  test('of a Mac are told from its sticks and its start disk', () => {
    const mac = on('darwin', { mounts: readMounts('/dev/disk1s1 on / (apfs, sealed, local)\n//ana@srv/team on /Volumes/Team (smbfs, nodev)\n/dev/disk4s1 on /Volumes/Stick (exfat, local)') });
    expect(['/Volumes/Team/s.concord', '/Volumes/Stick/s.concord', '/Users/ana/s.concord'].map((path) => by(path, mac))).toEqual(['network', null, null]);
  });
  test('that go by a letter or a link are known by where it leads', () => {
    expect(by(String.raw`Z:\Ward\Study.concord`, on('win32', { real: String.raw`\\srv\team\Ward\Study.concord` }))).toBe('network');
    expect(by('/home/ana/Documents/Team/s.concord', on('linux', { real: '/home/ana/Dropbox/Team/s.concord' }))).toBe('dropbox');
  });
});

test('copies that sharing programs make of a file that changed in two places are known by their names', () => {
  const copies = ["Study (Ana's conflicted copy 2026-11-22)", 'Study (conflicted copy 2026-11-22 101500)', 'Study-DESKTOP-AB12CD', 'Study-LAPTOP-9X8Y7Z6W', 'Study (1)', 'Study(1)', 'Study_冲突文件_Ana_20261122', 'Study (Ana 的冲突副本 2026-11-22)', 'Study.sync-conflict-20261122-101500-ABCDEFG', 'Study_conflict-20261122-101500', 'Study (SFConflict ana@uni.edu 2026-11-22-10-15-00)', 'Study (1) (conflicted copy 2026-11-22)'];
  expect(copies.map(conflictCopyOf)).toEqual(copies.map(() => 'Study'));
  expect(['Study', 'Study 2', 'Study-Pilot', 'Conflicts of interest', 'Ward conflict study', '冲突访谈', 'Ana Smith', 'Study (pilot)', '(1)', 'GP-07'].map(conflictCopyOf)).toEqual(Array.from({ length: 10 }, () => null));
});
