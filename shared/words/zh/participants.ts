/** 受访者视图：表格、粘贴、列、说话人、引荐。 */
export const participants = {
  title: '受访者', shown: '显示', people: '人员', documents: '文档', speakers: '说话人', referrals: '引荐关系',
  summary_other: '共 {{number}} 人', summaryDocuments_other: '共 {{number}} 份文档', interviewees_other: '受访者 {{number}} 位',
  find: '筛选', findHint: '行内任意文字', onlyGaps: '只看有空缺的行', addColumn: '添加列', newColumn: '属性', saveSheet: '保存表格', importSheet: '导入表格', details: '详情', hint: '直接输入即可填写，回车或 F2 编辑，Ctrl C、Ctrl V 与电子表格相同。',
  name: '姓名', role: '角色', sampling: '抽样方式', referredBy: '引荐人', inDocuments: '文档', turns: '话轮', words: '字数', codings: '编码', coded: '已编码', speakersHere: '说话人', missing: '缺 {{count}} 个', filtered: '显示 {{all}} 行中的 {{shown}} 行',
  newRow: '新受访者', nothingFound: '没有哪一行含有“{{typed}}”。', noGaps: '没有空单元格。', empty: '空', cell: '{{column}}，{{row}}：{{value}}',
  columnMenu: '“{{column}}”列', sortUp: '升序排列', sortDown: '降序排列', unsorted: '恢复按姓名排列', editColumn: '名称、类型与选项…', moveLeft: '左移', moveRight: '右移', removeColumn: '移除此列', wider: '加宽', narrower: '变窄', fitWidth: '按内容调整列宽',
  newChoice: '新选项“{{value}}”', options: '“{{column}}”的选项',
  asking: {
    paste: '粘贴到{{rows}}', down: '向下填充{{rows}}', rows_other: ' {{number}} 行', empty: '清空单元格', changes_other: '将更改 {{number}} 个单元格。', none: '不会有任何更改。',
    people_other: '有 {{number}} 行超出表尾，将成为新的受访者：{{names}}。', choices: '“{{column}}”尚无以下选项，将予添加：{{values}}。',
    misfits_other: '有 {{number}} 个单元格不合要求，保持原样：', misfit: '{{row}}，{{column}}：', more_other: '另有 {{number}} 个', run: '执行', runRest: '执行其余部分', newRow: '新行 {{row}}',
  },
  column: {
    title: '“{{column}}”列', newTitle: '新列', name: '名称', kind: '类型', choices: '选项，按表格中显示的顺序', add: '添加选项', up: '上移“{{choice}}”', down: '下移“{{choice}}”', remove: '从选项中移除“{{choice}}”', choice: '选项 {{number}}', used_other: '{{number}} 行',
    notOffered: '另有正在使用但未列出的值：{{values}}。', misfits_other: '有 {{number}} 个值不属于此类型，将予保留并标出。', renames: '在这里给选项改名，各行的值也随之改名。', make: '添加此列',
  },
  speakersOf: {
    hint: '所有文档中的全部说话人标签。单击或按空格选中若干个，再指定是谁在说话；回车打开原处。', label: '标签', documents: '文档', turns: '话轮', assigned: '归属', nobody: '尚未指定', noLabel: '无标签', several_other: '{{number}} 人', partly: '{{names}}；部分话轮未指定',
    picked_other: '已选 {{number}} 个', none: '取消选择', assign: '归为', assignTo: '归为{{name}}', newPerson: '新受访者“{{name}}”', choose: '人员', toNobody: '不指定任何人', unassigned_other: '有 {{number}} 个标签尚未指定。', allAssigned: '所有标签均已指定。', empty: '还没有说话人。', expand: '显示“{{label}}”所在的文档',
  },
  referral: {
    hint: '谁把谁引荐到研究中。无人引荐的排在最前，为第 0 轮。', tree: '引荐关系', wave: '第 {{wave}} 轮', seeds_other: '种子 {{number}} 位', waves_other: '共 {{number}} 轮', referred_other: '经引荐者 {{number}} 位', counted: '{{referred}}；{{seeds}}，{{waves}}。',
    outside_other: '不在任何引荐链中的有 {{number}} 人', brought_other: '引荐 {{number}} 人', emptyTitle: '还没有引荐关系。', emptyText: '在“引荐人”一列填写是谁引荐的，或导入含有这一列的表格。', goGrid: '去填表', nobody: '无', referredPeople: '引荐了',
  },
  person: { shares: '{{turns}}，{{words}}', turns_other: '{{number}} 个话轮', words_other: '{{number}} 字' },
};

/** 表格中的按键，见快捷键一览。 */
export const gridKeys = {
  grid: '表格中', gridEdit: '编辑单元格', gridNext: '确认，移到右边或下边', gridLine: '文本内换行', gridRange: '扩大选区', gridRow: '选中整行', gridCopy: '复制、粘贴一块', gridDown: '向下填充', gridEmpty: '清空单元格', gridEnds: '第一个、最后一个单元格', gridOpen: '此行的详情', gridWidth: '列加宽、变窄',
};
