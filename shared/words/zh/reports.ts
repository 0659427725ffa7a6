export const exhibit = {
  kinds: {
    table: '编码与分组表',
    conflictMatrix: '谁与谁有冲突',
    conflictRegister: '冲突登记册',
    ratings: '利益相关者与维度表', perception: '谁怎样看谁', grid: '利益相关者位置图',
  },
  title: '标题', of: '所属', note: '注', quotations: '引文', goesOn: '{{title}}（续）', emptyCell: '空白', unasked: '{{sign}}：无人受访或未被问到，不等于零。', smallBase: 'n 小于 {{n}} 时不计算百分比。',
  oneSided: '主要出自一人：{{of}}：{{all}} 条引文中有 {{said}} 条出自 {{person}}。', oneSidedAll: '主要出自一人：{{all}} 条引文中有 {{said}} 条出自 {{person}}。',
  oneSidedMore_other: '另有 {{number}} 个单元格也是如此（仅计引文不少于 {{least}} 条的单元格）。',
  quotationsCut_other: '仅列前 {{shown}} 条引文，另有 {{number}} 条未列出。',
};
export const doneReports = {
  savedTable: { save: '保存“{{table}}”', rename: '重命名为“{{table}}”', remove: '删除“{{table}}”' },
};
export const problemReports = {
  'no-such-report': { what: '这项研究中没有名为“{{report}}”的报告。', way: '现有的报告：{{known}}。' },
  'no-such-exhibit': { what: '这里没有名为“{{kind}}”的分析。', way: '现有的分析：{{known}}。如果它来自更新版本的 Concord，请先更新。' },
};
