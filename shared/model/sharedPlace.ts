/** What shares a folder with other machines: programs that copy it there, or a drive in the network. */
export const sharers = ['oneDrive', 'dropbox', 'nextcloud', 'nutstore', 'iCloud', 'googleDrive', 'box', 'syncthing', 'seafile', 'baidu', 'weiyun', 'wps', 'network', 'other'] as const;
export type Sharer = (typeof sharers)[number];
/** A folder that is shared, and by what. */
export interface SharedPlace { readonly by: Sharer; readonly root: string }

/** A file system and where it hangs, as the system lists them. */
export interface Mount { readonly at: string; readonly type: string }
/** What is known of the surroundings of a path. */
export interface MarksThere {
  readonly platform: string;
  /** The person's own folder. */
  readonly home?: string;
  /** Where the path really leads, where that is elsewhere: a linked folder, a network drive that goes by a letter. */
  readonly real?: string;
  /** Folders above it with what shares them, by a mark that lies in them (`markOf`) or by the system's own account. */
  readonly marks?: readonly SharedPlace[];
  readonly mounts?: readonly Mount[];
  /** Where this program keeps its own things: on the same network drive as these nothing is gained by a copy. */
  readonly own?: string;
}

/** Marks that sharing programs leave in the folder that they share. A folder `.dropbox` is none: it lies in everybody's home. */
const marks: readonly { readonly by: Sharer; readonly name: RegExp; readonly folder: boolean | null }[] = [
  { by: 'dropbox', name: /^\.dropbox$/, folder: false },
  { by: 'dropbox', name: /^\.dropbox\.cache$/, folder: true },
  { by: 'nextcloud', name: /^\.(?:_?sync_[0-9a-f]+\.db|nextcloudsync\.log|owncloudsync\.log)$/, folder: false },
  { by: 'googleDrive', name: /^\.(?:shortcut-targets-by-id|tmp\.driveupload|tmp\.drivedownload)$/, folder: true },
  { by: 'oneDrive', name: /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i, folder: null },
  { by: 'syncthing', name: /^\.stfolder$/, folder: null },
  { by: 'seafile', name: /^\.seafile-data$/, folder: true },
];
export const markOf = (name: string, isFolder: boolean): Sharer | null => marks.find((mark) => mark.name.test(name) && (mark.folder === null || mark.folder === isFolder))?.by ?? null;

/** Names that nobody gives an ordinary folder. */
const anywhere: readonly (readonly [Sharer, RegExp])[] = [
  ['oneDrive', /^OneDrive - ./i], ['iCloud', /^(?:com~apple~CloudDocs|iCloudDrive)$/i], ['googleDrive', /^(?:\.shortcut-targets-by-id|DriveFS)$/],
  ['nutstore', /^(?:我的坚果云|坚果云|Nutstore Files)$/i], ['baidu', /^(?:百度网盘同步空间|BaiduSyncdisk|BaiduNetdiskWorkspace)$/i], ['weiyun', /^(?:腾讯微云|微云同步盘|WeiyunSync)$/i], ['wps', /^(?:WPS云盘|WPS网盘|WPS Cloud Files|WPSDrive)$/i],
];
/** Names that count only where the programs put them by themselves: in the person's own folder, or on top of a drive. */
const onTop: readonly (readonly [Sharer, RegExp])[] = [
  ['oneDrive', /^OneDrive$/i], ['dropbox', /^Dropbox(?: \([^)]+\))?$/i], ['nextcloud', /^(?:Nextcloud|ownCloud)\d*$/i], ['nutstore', /^Nutstore$/i], ['iCloud', /^iCloud Drive$/i],
  ['googleDrive', /^Google ?Drive$/i], ['seafile', /^Seafile$/i], ['baidu', /^(?:百度网盘|BaiduNetdisk)$/i], ['weiyun', /^(?:微云|Weiyun)$/i],
];
/** "Box" is a word as well: only where that program runs. */
const box = /^Box(?: Sync)?$/;
const driveTops = /^(?:My Drive|Shared drives|我的云端硬盘|共享云端硬盘)$/;
const inCloudStorage: readonly (readonly [Sharer, RegExp])[] = [['oneDrive', /^OneDrive/], ['dropbox', /^Dropbox/], ['googleDrive', /^GoogleDrive/], ['box', /^Box/], ['nextcloud', /^(?:Nextcloud|ownCloud)/i], ['nutstore', /^(?:Nutstore|坚果云)/], ['iCloud', /^iCloud/], ['other', /./]];

const networkTypes = /^(?:cifs|smb\w*|nfs\d*|afpfs|afs|webdav|davfs2?|ncpfs|fuse\.(?:sshfs|davfs2?|rclone|onedriver|google-drive-ocamlfuse|gdfs|s3fs|cifs|smbnetfs|curlftpfs|gvfsd-fuse))$/;
const gvfs = /^(?:smb-share|sftp|davs?|nfs|afp-volume|ftps?|google-drive|onedrive):/;

interface Parts { readonly windows: boolean; readonly parts: readonly string[] }
function partsOf(path: string, platform: string): Parts {
  const windows = platform === 'win32' || /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\');
  return { windows, parts: path.normalize('NFC').split(windows ? /[\\/]+/ : /\/+/).filter((part) => part !== '') };
}
/** The folder up to and with a part, written as the path was. */
const upTo = ({ windows, parts }: Parts, last: number, path: string): string => (windows ? `${/^[\\/]{2}/.test(path) ? '\\\\' : ''}${parts.slice(0, last + 1).join('\\')}` : `/${parts.slice(0, last + 1).join('/')}`);
const isWithin = (path: string, folder: string, platform: string): boolean => {
  const fold = (text: string) => (platform === 'win32' || platform === 'darwin' ? text.toLowerCase() : text).normalize('NFC');
  const [inner, outer] = [partsOf(path, platform).parts, partsOf(folder, platform).parts];
  return outer.every((part, index) => inner[index] !== undefined && fold(inner[index]) === fold(part));
};

/** `\\server\share`, also in its long form; not a disk's own long form, nor the machine within (WSL). */
function networkPath(path: string): boolean {
  const found = /^[\\/]{2}(?:[?.][\\/](UNC[\\/])?)?([^\\/]+)[\\/]+[^\\/]+/i.exec(path);
  if (!found || (!path.startsWith('\\') && !/^\/\/[^/]+\/[^/]+\//.test(path))) return false;
  if (/^[\\/]{2}[?.][\\/]/.test(path) && found[1] === undefined) return false;
  return !/^wsl(?:\$|\.localhost)$/i.test(found[2]!);
}

function byName(path: string, platform: string, home: string | undefined): SharedPlace | null {
  const all = partsOf(path, platform);
  const folders = all.parts.slice(0, -1);
  const letter = all.windows && /^[A-Za-z]:$/.test(folders[0] ?? '');
  const people = letter ? 1 : 0;
  const homes = /^(?:Users|home)$/i.test(folders[people] ?? '') ? people + 2 : folders[0] === 'root' && !all.windows ? 1 : -1;
  const ownHome = home !== undefined && isWithin(path, home, platform) ? partsOf(home, platform).parts.length : -1;
  for (const [index, name] of folders.entries()) {
    const top = index === homes || index === ownHome || (letter && index === 1);
    const storage = index >= 2 && folders[index - 1] === 'CloudStorage' && folders[index - 2] === 'Library';
    const found = (storage ? inCloudStorage : [...anywhere, ...(top ? onTop : [])]).find(([, known]) => known.test(name))?.[0]
      ?? (name === 'Mobile Documents' && folders[index - 1] === 'Library' ? 'iCloud' : null)
      ?? (top && box.test(name) && (all.windows || platform === 'darwin') ? 'box' : null)
      ?? (driveTops.test(name) && ((letter && index === 1) || /^Google ?Drive/i.test(folders[index - 1] ?? '')) ? 'googleDrive' : null);
    if (found) return { by: found, root: upTo(all, index, path) };
  }
  return null;
}

function byMount(path: string, { platform, mounts = [], own }: MarksThere): SharedPlace | null {
  const over = (inner: string) => mounts.filter(({ at }) => isWithin(inner, at, platform)).toSorted((a, b) => b.at.length - a.at.length)[0];
  const mount = over(path);
  const parts = partsOf(path, platform).parts;
  const inGvfs = parts.findIndex((part) => gvfs.test(part));
  if (mount && networkTypes.test(mount.type)) return (own !== undefined && over(own)?.at === mount.at) || (mount.type === 'fuse.gvfsd-fuse' && inGvfs < 0) ? null : { by: 'network', root: mount.at };
  // A Mac that does not say what its volumes are: the start disk lies there too, under its own name.
  const volume = platform === 'darwin' && parts[0] === 'Volumes' && parts.length > 2 ? `/Volumes/${parts[1]!}` : null;
  return volume !== null && volume !== '/Volumes/Macintosh HD' && mount?.at !== volume ? { by: 'network', root: volume } : null;
}

/** Whether the study at this path lies in a folder that other machines have too, and by what it is shared; null for an ordinary folder. */
export function sharedBy(path: string, there: MarksThere): SharedPlace | null {
  for (const at of there.real === undefined || there.real === path ? [path] : [path, there.real]) {
    const marked = (there.marks ?? []).filter(({ root }) => isWithin(at, root, there.platform)).toSorted((a, b) => b.root.length - a.root.length)[0];
    const found = marked ?? byName(at, there.platform, there.home) ?? (networkPath(at) ? { by: 'network' as const, root: upTo(partsOf(at, 'win32'), 1, at) } : null) ?? byMount(at, there);
    if (found) return found;
  }
  return null;
}

/** The file systems of `/proc/mounts` (Linux) or of what `mount` prints (Mac). */
export function readMounts(text: string): Mount[] {
  const plain = (at: string) => at.replace(/\\(\d{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return text.split('\n').flatMap((line) => {
    const mac = /^.+ on (\/.*) \((\w+)[,)]/.exec(line);
    if (mac) return [{ at: mac[1]!, type: mac[2]! }];
    const [, at, type] = line.split(' ');
    return at?.startsWith('/') && type ? [{ at: plain(at), type }] : [];
  });
}
