import type { MatrixCount, PointKind } from '../../model/conflicts.ts';

export const conflicts = {
  new: '新建冲突', newName: '新冲突', noneYet: '还没有冲突。可用加号新建，或从已编码的段落归入。', unsorted: '尚未登记',
  unsortedHint_other: '有 {{number}} 个段落已编码为冲突，但不属于任何一项。', sort_other: '归类 {{number}} 个段落',
  emptyTitle: '谁与谁对立？', emptyText: '把显出冲突的段落用冲突编码标出，并指明谁针对谁。它们会汇集在这里，与对方的说法并列。', byHand: '手工新建一项',
  between: '{{party}} ↔ {{counterparty}}', against: '{{party}} → {{counterparty}}', directions: { both: '互相', one: '单向' }, code: '来自编码', showMore_other: '再显示 {{number}} 项', noCode: '无编码', gone: '此冲突已删除，可撤销恢复。', edit: '编辑', remove: '删除', mergeInto: '并入…',
  onlySilent: '只有{{side}}提到；{{other}}接受过访谈，但没有提到。', onlyUnasked: '只有{{side}}提到；{{other}}无人受访。', ofFive: '{{value}}/5', rated: '评分', ratedHint: '双方受访者在这些段落中的评分：先取每人评分的中位数，再取各人的中位数。',
  facing: '双方引文', facingCount: '{{party}} 条与 {{counterparty}} 条', onlyFor: '用于', allQuotations: '整项冲突', quotationMenu: '此引文', side: '属于哪一方', bySpeaker: '按说话人判断', standsFor: '佐证', takeOut: '从此冲突移出', nobodyAsked: '这一方无人受访。', saysNothing: '没有引用这一方的话。', ownGroup: '同一群体。',
  level: '面向', noLevel: '未指明', ownLevel: '其他层面…', pointName: '{{kind}}，第 {{number}} 条', pointUp: '上移“{{point}}”', pointDown: '下移“{{point}}”', pointRemove: '删除“{{point}}”', addPoint: { cause: '添加原因', consequence: '添加后果', countermeasure: '添加对策' } satisfies Record<PointKind, string>,
  saidToldFull: '{{name}}：{{told}}。', aboutGroup_other: '有 {{number}} 个段落谈到他们',
  sortHint_other: '将产生 {{number}} 项，每个冲突编码和每对关系一项。勾选的一次全部归入，可一步撤销。', allSorted: '所有编码为冲突的段落都已登记。', sortAll: '全部', goesTo: '归入', newEntry: '新的一项', staysOut: '暂不归入', sortPicked_other: '{{number}} 个段落', sortRun: '归入登记册',
  showMatrix: '谁针对谁', showCauses: '原因与后果', groups: '分组', allConflicts: '全部', network: '网络图', networkTitle: '冲突网络图', drawnFrom: '关系', fromOn: '{{least}} 起', networkLegend: '箭头从说话的一方出发，越粗表示说得越多；圆越大，谈到该群体的段落越多。', networkLeftOut: '少于 {{least}} 的关系未画出。', noAnswerFor: '以下无人受访，无法回应：{{names}}。',
  causesTitle: '原因与后果', causesSummary: '登记册中有 {{entries}}，引用 {{passages}}。', noCauses: '还没有原因或后果。打开一项冲突并编辑，即可写下。', noColumns: '冲突编码没有指明谁针对谁，也没有分组与利益相关者编码同名。请指明冲突编码的双方，或把分组名设为利益相关者编码的别名。',
  belongsTo: '属于冲突…', newWith: '以此段落新建冲突',
  register: '冲突登记册', name: '冲突', description: '争议所在', intensity: '强度', direction: '方向', quotations: '引文', saidBy: '{{side}}所说', neither: '双方以外的人所说', oneSidedBy: '仅{{side}}', unknownParty: '未指明',
  kinds: { cause: '原因', consequence: '后果', countermeasure: '对策' } satisfies Record<PointKind, string>,
  levels: { patient: '患者', institution: '机构', government: '政府' },
  oneSided: '仅一方提到',
  matrix: '谁与谁有冲突', says: '谁说的', meant: '针对谁', total: '合计',
  counted: { participants: '提到与对方有冲突的人数。', passages: '提到与对方有冲突的段落数。' } satisfies Record<MatrixCount, string>,
  summary: '{{passages}}；{{all}}受访，其中 {{people}} 人提到。', people_other: '{{number}} 人', passages_other: '{{number}} 个段落',
  compare: '比较', notCompared: '不比较', differencePoints: '占各组受访者的百分点之差；加粗者其 95% 置信区间（Newcombe）不含 0。', differencePassages: '段落数之差。', sideOf: '{{side}}，n {{n}}',
  oneSidedLegend: '一边倒：说的次数至少是对方回应的 {{times}} 倍，且不少于 {{least}}。', within: '{{attribute}}：{{value}}', onlyWithin: '仅限', noAnswer: '无人受访，无法回应',
  unnamed_other: '有 {{number}} 个段落没有指明对方。', unspoken_other: '有 {{number}} 个段落不知由谁所说。',
  stamped: '{{entries}}，受访 {{people}}', entries_other: '{{number}} 项冲突',
};

export const doneConflicts = {
  conflict: {
    create: '添加冲突“{{conflict}}”', change: '修改冲突“{{conflict}}”', move: '移动冲突“{{conflict}}”', remove_other: '删除 {{number}} 项冲突', merge: '把冲突“{{conflict}}”并入“{{into}}”',
    addPoint: '为“{{conflict}}”添加“{{point}}”', changePoint: '修改“{{conflict}}”的“{{point}}”', movePoint: '移动“{{conflict}}”的“{{point}}”', removePoint: '删除“{{conflict}}”的“{{point}}”',
    link_other: '为“{{conflict}}”添加 {{number}} 条引文', unlink_other: '从“{{conflict}}”移出 {{number}} 条引文', side: '在“{{conflict}}”中选定一方',
    sort_other: '把 {{number}} 个段落归入冲突登记册',
  },
};
export const cliConflicts = {
  conflicts: '列出冲突登记册；--matrix [--by 属性 --count participants 或 passages --within 属性=值，或 --split 属性：每个值一张矩阵，两个值时给出差]：谁与谁有冲突；--format text、csv、xlsx 或 json，-o 文件', conflictsNone: '登记册中还没有冲突。',
  withinUsage: '请写成 --within 属性=值',
};
export const conflictKeys = { conflictList: '冲突登记册中', conflictEdit: '编辑这项冲突', conflictMove: '上移、下移', conflictRemove: '删除' } as const;
