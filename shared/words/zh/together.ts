/** 通过共享文件夹同时工作。 */
export const cliTogether = {
  together: '把研究与共享文件夹中其他人的研究合在一起：STUDY [--folder FOLDER]（默认为旁边的文件夹 STUDY.shared，或该研究共享的位置；研究本身位于共享文件夹中时，在这台电脑上的副本中工作）；并入他人的文件，再以编码员的名字（--coder NAME）放入自己的 NAME.concord；需要决定的会等待：用“merge STUDY FOLDER/THEIRS --dry-run”查看，退出码为 1；--json',
  met: { same: '{{file}}：没有新内容。', merged: '{{file}}：已并入，{{codings}} 条编码记录。', waits: '{{file}}：等待中，有 {{undecided}} 处需要决定。', other: '{{file}}：是另一个研究，未作改动。', unreadable: '{{file}}：未作改动。{{why}}' },
  togetherCopy: '该研究位于共享文件夹中；您在这台电脑上的副本中工作：{{file}}',
  togetherWritten: '您的文件已放入文件夹：{{file}}。', togetherNotWritten: '您的文件没有放入文件夹：其中与您同名的文件含有这里还没有的内容。',
};
export const problemTogether = {
  'not-here-yet': { what: '“{{file}}”还没有完整地下载到这台电脑上。', way: '同步软件还在传输，文件到齐后会自动并入。' },
};
export const shared = {
  by: { oneDrive: 'OneDrive 网盘', dropbox: 'Dropbox 网盘', nextcloud: 'Nextcloud 网盘', nutstore: '坚果云', iCloud: 'iCloud 云盘', googleDrive: 'Google 云端硬盘', box: 'Box 网盘', syncthing: 'Syncthing 同步文件夹', seafile: 'Seafile 网盘', baidu: '百度网盘', weiyun: '腾讯微云', wps: 'WPS 云盘', network: '网络驱动器', other: '共享文件夹' },
  inPlace: '共享于{{place}}', inFolder: '文件夹',
  sign: {
    package: '送回{{place}}', with: '与{{people}}共享', alone: '已共享，暂无他人', first: '正在汇合…', missing: '无法访问共享文件夹', takenBack: '已撤销来自{{whose}}的内容', unwritten: '尚未放入共享文件夹',
    decide_other: '与{{people}}有 {{number}} 处需要决定', unreadable: '{{whose}}的文件暂时无法读取', firstFile: '共享的研究暂时无法读取',
  },
  title: '同时工作',
  how: '您在这台电脑上的副本中工作。每个人在共享文件夹中各有自己的文件，谁也不会改动别人的文件。',
  howPackage: '您在这台电脑上的副本中工作；您的工作会写回共享文件夹中的工作包。不会并入其他人的内容。',
  folder: '文件夹', yours: '您的文件', noneYet: '尚未放入', last: '上次汇合', never: '尚未汇合',
  nobody: '还没有其他人放入文件。从该文件夹打开本研究的人即可参与。',
  original: '最初共享的研究',
  became: { paused: '等待您的指示。', same: '内容都已在此。', merged_other: '并入了 {{number}} 条编码记录。', brought: '已并入。', waits_other: '有 {{number}} 处需要决定。', other: '是另一个研究，未作改动。' },
  leftAlone: '未作改动，文件完整后会并入。',
  copyOf: '{{file}} 的冲突副本；会被并入，绝不会被删除。', written: '写入于 {{at}}',
  decide: '去决定…', bring: '立即汇合', alone: '恢复单独工作', aloneHint: '您的文件会留在文件夹中。您将在自己的研究中继续，保存在 {{folder}}。', aloneHere: '您的文件会留在文件夹中，研究在原处继续。',
  missing: '无法访问共享文件夹。您可以继续工作，恢复访问后会自动汇合。',
  takenBack: '您撤销了来自{{whose}}的内容。在您选择“立即汇合”之前，不会并入任何内容，您的内容也不会送出，以免有人因此丢失工作。',
  unwritten: '您的内容未能放入文件夹。',
  start: '共享', startHint: '请选择其他人也能访问的文件夹，可以在 OneDrive、坚果云、百度网盘、网络驱动器等任何地方。每个人以自己的名字在其中存放一个文件；您继续在本研究中工作。', startFolder: '共享的文件夹', choose: '选择…',
  news_other: '共享文件夹中有 {{number}} 个冲突副本，会像其他文件一样并入：{{files}}',
  begun: '本研究位于{{place}}。您在这台电脑上的副本中工作；您的文件会放入旁边的文件夹，并与其他人的文件汇合。',
  begunPackage: '该工作包位于{{place}}。您在这台电脑上的副本中工作，您的工作会写回该工作包。',
  anew: '这台电脑上的副本丢失或已损坏，已用您和其他人在共享文件夹中的文件重新建立。',
};
