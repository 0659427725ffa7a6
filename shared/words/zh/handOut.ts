/** 分发给编码员的工作包：问题、历史、命令行。 */
export const problemHandOut = {
  'package-of-package': { what: '“{{name}}”本身就是分发出来的工作包。', way: '请从它所属的研究中分发。' },
} as const;
export const doneHandOut = { make_other: '把 {{number}} 篇文档分发给 {{coder}}', forget: '移除给 {{coder}} 的工作包', received: '给 {{coder}} 的工作包' };
export const cliHandOut = {
  'hand-out': '为编码员制作工作包（含所选文档的研究文件）：--coder 姓名 --documents 标题（多个用逗号分隔） -o FILE.concord；--blind：不含他人的编码和备忘；--people values、names（默认）或 numbers：包中透露多少说话人的信息；--note 文字；用“merge STUDY FILE”收回。不带 --coder：谁手里有什么（--json）',
  handedOut: '给 {{coder}} 的工作包：{{documents}} 篇文档，含 {{codings}} 条编码记录。{{file}}', leftOut: '因引用其他访谈而未放入：{{codes}} 个编码中的若干行；{{memos}} 条备忘。', whoHasWhat: { coder: '编码员', documents: '文档', since: '分发时间', returned: '收回时间', finished: '已完成', codings: '编码记录', nobody: '无人持有：{{documents}}', several: '多人持有：{{documents}}' },
};
