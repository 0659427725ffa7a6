import type { MatrixCount, PointKind } from '../../model/conflicts.ts';

export const conflicts = {
  register: '冲突登记册', name: '冲突', description: '争议所在', intensity: '强度', direction: '方向', quotations: '引文', saidBy: '{{side}}所说', neither: '双方以外的人所说', oneSidedBy: '仅{{side}}', unknownParty: '未指明',
  kinds: { cause: '原因', consequence: '后果', countermeasure: '对策' } satisfies Record<PointKind, string>,
  levels: { patient: '患者', institution: '机构', government: '政府' },
  oneSided: '仅一方提到',
  matrix: '谁与谁有冲突', says: '谁说的', meant: '针对谁', total: '合计',
  counted: { participants: '提到与对方有冲突的人数。', passages: '提到与对方有冲突的段落数。' } satisfies Record<MatrixCount, string>,
  summary: '{{passages}}；{{all}}受访，其中 {{people}}提到。', people_other: '{{number}} 人', passages_other: '{{number}} 个段落',
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
  conflicts: '列出冲突登记册；--matrix [--by 属性 --count participants 或 passages --within 属性=值]：谁与谁有冲突；--format text、csv、xlsx 或 json，-o 文件', conflictsNone: '登记册中还没有冲突。',
  withinUsage: '请写成 --within 属性=值',
};
