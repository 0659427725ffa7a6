/** 把几份研究并在一起：问题、命令行，以及合并时要说的话。 */
export const problemMerge = {
  'merge-undecided': { what: '有 {{count}} 处在本研究和“{{file}}”中改得不一样。', way: '请逐一决定，或为全部指定以哪一方为准；目前尚未合并。' },
} as const;
export const doneMerge = { merge: '合并“{{file}}”' };
export const cliMerge = '把另一个研究并入本研究：STUDY OTHER；--dry-run：只说明会带来什么、有什么需要决定；--decide FILE.json：按键给出的决定；--rest mine、theirs 或 both：其余一律如此；--json';
export const merge = {
  copies: '本研究的副本；两者直到 {{when}}（{{who}}）都相同。', copiesFromStart: '本研究的副本。', apart: '另行建立的研究。',
  nothing: '其中没有新内容。', added: '新增', changed: '更改', removed: '删除', undecided_other: '有 {{number}} 处需要决定。',
  lost_other: '有 {{number}} 个已编码片段在这里的文本中找不到位置：', merged: '已合并“{{file}}”。',
  ours: '本研究', base: '原来', others: '对方', nothingThere: '（没有）',
  kind: {
    field: '双方都作了更改', goneHere: '这里已删除，对方使用或更改过', goneThere: '对方已删除，这里使用或更改过', text: '同一处文字双方改得不同', covered: '对方删去，而这里已编码',
    turns: '双方都重新划分了话轮', span: '双方都移动了片段的边界',
  },
  table: {
    coders: '编码员', attributes: '属性', documents: '文档', participants: '参与者', attributeValues: '属性值', turns: '话轮', codes: '编码', passages: '片段', codings: '编码记录', codeSets: '编码集', codeSetMembers: '编码集中的编码',
    savedQueries: '已存查询', savedTables: '已存表格', reports: '报告', listedWords: '词表中的词', surveys: '问卷', questions: '问题', respondents: '答卷人', answers: '回答', answerCodes: '与编码关联的回答',
    conflicts: '冲突', conflictPoints: '原因、后果与对策', conflictPassages: '冲突的引文', adjudications: '分歧的裁定', finishedDocuments: '标为完成的文档', handOuts: '分发的工作包', foreignParts: '其他程序文件中的部分', memos: '备忘', project: '研究',
  },
};
