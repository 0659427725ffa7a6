/** 通过共享文件夹同时工作。 */
export const cliTogether = {
  together: '把研究与共享文件夹中其他人的研究合在一起：STUDY [--folder FOLDER]（默认为旁边的文件夹 STUDY.shared）；并入他人的文件，再以编码员的名字（--coder NAME）放入自己的 NAME.concord；需要决定的会等待：用“merge STUDY FOLDER/THEIRS --dry-run”查看，退出码为 1；--json',
  met: { same: '{{file}}：没有新内容。', merged: '{{file}}：已并入，{{codings}} 条编码记录。', waits: '{{file}}：等待中，有 {{undecided}} 处需要决定。', other: '{{file}}：是另一个研究，未作改动。', unreadable: '{{file}}：未作改动。{{why}}' },
  togetherWritten: '您的文件已放入文件夹：{{file}}。', togetherNotWritten: '您的文件没有放入文件夹：其中与您同名的文件含有这里还没有的内容。',
};
