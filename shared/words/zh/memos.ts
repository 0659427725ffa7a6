export const memos = {
  entry: '新日志', newEntry: '新建研究日志', find: '在备忘中查找', about: '对象', everything: '全部', by: '作者', nobody: '作者不详', when: '时间', order: '排序', withLinks: '含链接', save: '保存备忘', md: 'Markdown 文件', docx: 'Word 文件', json: 'JSON 文件',
  kinds: { project: '研究日志', documents: '文档', participants: '受访者', codes: '编码', passages: '片段', codings: '编码记录' },
  on: { documents: '关于文档', participants: '关于受访者', codes: '关于编码', passages: '关于片段，出自', codings: '关于一处编码：' },
  kind: { code: '编码', participant: '受访者', document: '文档', passage: '片段', coding: '编码记录', memo: '备忘' },
  since: { ever: '不限', today: '今天', week: '近 7 天', month: '近 30 天', between: '指定日期…' }, from: '从', to: '到',
  orders: { newest: '最新在前', changed: '最近修改', subject: '按对象', author: '按作者' },
  journalEntry: '研究日志', untitled: '无标题', another: '再写一条备忘', text: '备忘正文', journalHint: '做了什么决定，注意到什么，还有什么疑问？', linkHint: '链接到编码、受访者、文档、片段、编码记录和备忘。', openHint: '打开光标处的链接。', linkTo: '链接到',
  changedAt: '修改于 {{at}}', notYet: '写下第一个字即开始保存。', noneFits: '没有符合条件的备忘。可以少输几个字，或放宽筛选条件。', first: '显示前 {{shown}} 条。', subjectGone: '这条备忘所附的对象已被移除。撤销可一并恢复。',
  links: '链接', linkedFrom: '被以下备忘链接', gone: '已移除', linkCount_other: '{{number}} 个链接', openMemo: '在全部备忘中打开', remove: '删除这条备忘', removed: '备忘已删除，撤销即可恢复。', onCoding: '为一处编码写备忘',
  emptyTitle: '把想到的记下来。', emptyText: '备忘记录为什么这样编码、一个编码逐渐有了什么含义、受访者没有说出口的是什么。其余的写进研究日志：决定、疑虑、接下来要问的问题。',
  emptyWhere: '备忘可以写在文档、受访者、编码和片段旁边（在片段上按 M），全部汇集在这里。',
  exportTitle: '{{study}}：备忘', written: '写于', changed: '修改于',
};
