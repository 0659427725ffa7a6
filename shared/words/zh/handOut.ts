/** 分发给编码员的工作包：问题、历史、命令行。 */
export const problemHandOut = {
  'package-of-package': { what: '“{{name}}”本身就是分发出来的工作包。', way: '请从它所属的研究中分发。' },
} as const;
export const doneHandOut = { make_other: '把 {{number}} 篇文档分发给 {{coder}}', forget: '移除给 {{coder}} 的工作包', received: '给 {{coder}} 的工作包' };
export const cliHandOut = {
  'hand-out': '为编码员制作工作包（含所选文档的研究文件）：--coder 姓名 --documents 标题（多个用逗号分隔） -o FILE.concord；--blind：不含他人的编码和备忘；--people values、names（默认）或 numbers：包中透露多少说话人的信息；--note 文字；用“merge STUDY FILE”收回。不带 --coder：谁手里有什么（--json）',
  handedOut: '给 {{coder}} 的工作包：{{documents}} 篇文档，含 {{codings}} 条编码记录。{{file}}', leftOut: '因引用其他访谈而未放入：{{codes}} 个编码中的若干行；{{memos}} 条备忘。', whoHasWhat: { coder: '编码员', documents: '文档', since: '分发时间', returned: '收回时间', finished: '已完成', codings: '编码记录', nobody: '无人持有：{{documents}}', several: '多人持有：{{documents}}' },
};
/** 窗口中：谁手里有什么。 */
export const handOut = {
  title: '工作包', make: '分发文档…', again: '再次分发…', bring: '收回…', forget: '移除', more: '{{coder}}：更多',
  none: '工作包是给一位编码员的研究文件：只含她要编码的文档和当前的编码本。她所做的通过合并收回；其他访谈的任何内容都不会离开本研究。',
  by: '列出方式', notYet: '尚未收回',
  columns: { coder: '编码员', documents: '文档', since: '分发时间', returned: '收回时间', finished: '已完成', codings: '编码记录' }, ways: { byPackage: '按工作包', byDocument: '按文档' },
  blindSign: '不含他人编码', ofThem: '{{count}}/{{of}}', gone: '（已不在研究中）', who: '在谁手里', wasWith: '曾在谁手里', finishedBy: '已完成者', nobodyHas: '无人',
  nobody_other: '{{number}} 篇文档无人持有：{{documents}}。', several_other: '{{number}} 篇文档由多位编码员持有：{{documents}}。重复编码可用来检验一致性。',
  andMore: '{{names}}等，另有 {{more}} 篇', forgot: '给 {{coder}} 的工作包已从列表移除。日后收到仍可合并。', made_other: '已把 {{number}} 篇文档分发给 {{coder}}。请把文件发给她。',
  sheet: '分发文档', forWhom: '编码员', newCoder: '选择，或输入新的姓名', which: '文档', whichCount: '已选 {{count}}/{{of}}', takeAll: '全选', takeNone: '全不选', takeFree_other: '无人持有的 {{number}} 篇', has: '在 {{coders}} 手里', had: '已从 {{coders}} 收回',
  others: '他人的编码和备忘', blind: { yes: '不放入', no: '一并放入' }, speakers: '说话人', people: { values: '姓名和属性', names: '姓名', numbers: '编号' }, attributes: '属性', note: '给自己的备注', save: '保存工作包…',
  inIt: '文件中有', notInIt: '文件中没有', mind: '请注意', askDocuments: '请选择文档：这里随即显示她会得到什么。', askCoder: '请说明给谁。',
  has_: {
    documents_other: '{{number}} 篇文档：现在的文字，以及谁在何处说话', codebook: '当前的编码本：{{codes}} 个编码，此版本今后名为“{{version}}”', codebookNew: '当前的编码本：{{codes}} 个编码，并作为一个版本命名',
    mine_other: '她自己至今的 {{number}} 条编码记录', others_other: '他人的 {{number}} 条编码记录', memos_other: '{{number}} 条备忘',
    people: { values: '其中的说话人（{{people}} 位）：姓名，以及{{attributes}}', valuesNone: '其中的说话人（{{people}} 位）：姓名；不含任何属性', names: '其中的说话人（{{people}} 位）：姓名和角色；不含任何属性', numbers: '其中的说话人（{{people}} 位）：以 P1、P2……代替；不含姓名和属性' },
  },
  hasNot: {
    documents_other: '其余 {{number}} 篇文档、其中的说话人和编码', codings_other: '他人在这些文档上的 {{number}} 条编码记录，以及他人的备忘', blind: '他人的编码和备忘',
    history: '历史记录：从前的文字、已删除的内容、谁做了什么', rest: '问卷、冲突登记、保存的查询、表格和报告、裁定、其他工作包、研究日志', files: '导入的原文件及其文件名',
    lines_other: '{{number}} 个编码说明中引用其他访谈或提及其中人名的行', quoting_other: '同样情况的 {{number}} 条备忘',
  },
  minds: {
    texts: '文字中说出的、标题中出现的人名会原样保留。', has: '{{coder}} 手里已有 {{documents}}，尚未收回。', codeNames: '以下编码的名称取自其他访谈的原话或提及其中的人，名称会一并给出：{{codes}}。', examples: '编码本用这些文档中的话作例子，因而透露了他人在何处用过：{{codes}}。',
  },
  own: {
    status_other: '给 {{coder}} 的工作包：{{number}} 篇文档，来自“{{study}}”', title: '给 {{coder}} 的工作包', from_other: '来自“{{study}}”的 {{number}} 篇文档，分发于 {{since}}。', codebook: '编码本为版本“{{version}}”。可以添加新编码、改进定义：它们是建议，合并工作包时会逐一查看。',
    blind: '本文件不含他人的编码，以免影响您的判断。一致性在工作包收回后于研究中计算。', open: '本文件含有他人至今在这些文档上的编码。',
    documents: '您的文档', finishedOf: '已完成 {{count}}/{{of}}', tick: '{{document}}：已完成', codings_other: '{{number}} 条编码记录', noCodings: '尚未编码', added: '在此处加入',
    back: '发回', backText: '请保存一份副本，发给分发者，由她合并。您可以在这里继续工作，以后再发一次；不会重复并入。', save: '保存要发回的副本…', file: '您正在使用的文件是 {{file}}。关闭 Concord 后，也可以直接发送该文件。', saved: '已保存。请发给分发者。', allDone: '所有文档均已完成，可以发回。',
    other: '您现在以 {{coder}} 的名义编码，而此工作包是给 {{of}} 的。您的编码将计为 {{coder}} 的。', beOwner: '以 {{coder}} 的名义编码', noFurther: '工作包不能再次分发：请在它所属的研究中分发。', merge: '合并较新的工作包或另一份副本…', sheetWarns: '这是给 {{coder}} 的工作包。换用其他名字，您的编码会计为他人的，文档也不会计为由 {{coder}} 完成。',
    fileName: '{{study}} - {{coder}} {{date}}',
    alone: '在此工作包中只有您一人编码。', aloneText: '编码员之间的一致性在工作包收回后，于它所属的研究中计算。',
  },
  returning: {
    from: '分发于 {{since}}；已完成 {{count}}/{{of}} 篇文档。', again: '此前已收回过（{{returned}}）：只并入此后的新内容。', unknown: '它不在这里的工作包列表中，但照样可以合并。',
  },
};
