/** 把几份研究并在一起：问题、命令行，以及合并时要说的话。 */
export const problemMerge = {
  'merge-undecided': { what: '有 {{count}} 处在本研究和“{{file}}”中改得不一样。', way: '请逐一决定，或为全部指定以哪一方为准；目前尚未合并。' },
} as const;
export const doneMerge = { merge: '合并“{{file}}”' };
export const mergeKeys = { mergeDesk: '合并时', mergeWalk: '下一处、上一处分歧', mergeDecide: '保留本方、两者都留、采用对方', mergeAll: '下方所选的一并如此', mergeNext: '稍后再定：下一处未决定的', mergeLook: '编码本：上一个或下一个可能相同的编码', mergeBack: '收回决定', mergeStepBack: '撤销上一次决定，无论一处还是多处' } as const;
export const cliMerge = '把另一个研究并入本研究：STUDY OTHER；--dry-run：只说明会带来什么（按编码员，并列出各类的前几项和文本更正）、有什么需要决定（由谁、何时）；--decide FILE.json：按键给出的决定；--rest mine、theirs 或 both：其余一律如此；--json';
export const merge = {
  copies: '本研究的副本；两者直到 {{when}}（{{who}}）都相同。', copiesFromStart: '本研究的副本。', apart: '另行建立的研究。',
  nothing: '其中没有新内容。', added: '新增', changed: '更改', removed: '删除', undecided_other: '有 {{number}} 处需要决定。',
  lost_other: '有 {{number}} 个已编码片段在这里的文本中找不到位置：', merged: '已合并“{{file}}”。',
  authorJoin: '，', authorFrom: '{{author}}，来自 {{file}}', deletedBy: '由 {{author}} 删除',
  ours: '本研究', base: '原来', others: '对方', nothingThere: '（没有）',
  firstTitle: '把团队的工作合到一起。', firstText: '每个人都在研究的一份副本里编码；在这里可以把另一份副本、或另行建立的研究并入本研究。选择它的文件，即可看到会带来什么，并决定双方都改过的地方；在此之前不会写入任何内容。', choose: '选择研究文件…',
  begun: '尚未完成', begunHint: '已作的决定都保留着。再次选择同一个文件即可继续。', begunCount: '已决定 {{decided}} / {{of}}', forget: '放弃对 {{file}} 已作的决定',
  byCoder: '按编码员', nobodys: '没有编码员', you: '（您）', byKind: '按种类', byKindHint: '展开一类，可看到其中的前几项。', firstOf: '共 {{all}} 项，此处为前 {{shown}} 项', nameless: '（没有文字）', texts: '文本中的更正', places_other: '{{number}} 处',
  same: '该文件就是当前打开的研究的现状，没有可合并的内容。请选择其他人的副本。', older: '该文件是当前研究较早的状态，其中的内容这里都有。', allHere: '其中的内容这里都已有了。',
  packageOurs: '分发给 {{coder}} 的工作包。', packageOther: '另一个研究分发给 {{coder}} 的工作包。', nothingShared: '这两份研究没有任何共同之处：没有相同的文本，也没有同名的编码或人物。若合并，“{{from}}”的全部内容会与现有内容并列。这是您要选的文件吗？', chooseOther: '选择其他文件…', importInstead: '改为导入',
  earlier: '以往的合并', undone: '已撤销', canUndo: '可以撤销', leftOutCount_other: '有 {{number}} 项未能并入。', allMerges: '全部合并', came: '新增 {{added}} 项，更改 {{changed}} 项，删除 {{removed}} 项。', tookBack: '这次合并已撤销，现在研究中没有它带来的内容。', undoThis: '撤销这次合并', inHistory: '在操作历史中查看', changedDocuments: '改动过的文档', newCodings_other: '新增 {{number}} 条编码记录', corrections_other: '更正 {{number}} 处',
  leftOutLater: '对方对这些文字作了编码，但当时本研究的文本里没有这些文字。它们留在这张清单里；可打开文档，重新为相应的地方编码。', decisions: '所作的决定', keptOf: { mine: '保留了本方', both: '两者都保留了', theirs: '采用了对方' },
  title: '把 {{file}} 并入本研究', notYet: '合并之前不会写入任何内容。{{ground}}', agreed: '两份文件直到 {{when}} 都相同，以那时的状态为基准。', apartLong: '两份研究是分别建立的：相同的内容按文本或名称识别。', reading: '正在读取另一份研究…', running: '正在合并…',
  side: '合并的内容', coming: '将要并入', leftOut: '未能并入', leftOutHint: '对方对这些文字作了编码，但本研究的文本里已没有这些文字。', kindOf: '种类', allKinds: '全部种类', onlyOpen: '只看未决定的（{{open}}）', noneToDecide: '没有双方都改过的内容。',
  count: { comes: '新增', changes: '更改', goes: '删除', leftOut: '未能并入', toDecide: '待决定' }, toDecideMade: '待决定，已决定 {{decided}}',
  left_other: '共 {{of}} 处，还有 {{number}} 处待决定。已作的决定会保留。', reckoning: '正在计算您的决定带来什么…', will: '将新增 {{added}} 项，更改 {{changed}} 项，删除 {{removed}} 项；在操作历史中是一步，可以一次撤销。', hasChanged: '{{file}} 在此期间有改动，已重新计算；仍然适用的决定都保留着。', run: '合并',
  done: '已合并“{{file}}”：新增 {{added}} 项，更改 {{changed}} 项，删除 {{removed}} 项。',
  place: '第 {{place}} 处，共 {{of}} 处。{{what}}', inText: '在访谈稿中查看', before: '上一处', after: '下一处', inOneGo: '一并决定', scope: { kind: '同类：{{name}}', document: '在 {{name}} 中', coder: '来自 {{name}}', all: '所有未决定的' }, allOf: { mine: '全部保留本方（{{number}}）', both: '两者都留（{{number}}）', theirs: '全部采用对方（{{number}}）' }, later: '稍后再定', takeBack: '收回决定', stepBack: '撤销上一次决定', narrowBy: { document: '文档', coder: '编码员' }, narrowAll: { document: '全部文档', coder: '全部编码员' }, afterwards: '合并之后', whose: '以哪一方为准',
  keys: 'J、K 前后移动，1 2 3 作出决定，加 Shift 则一并决定；N 稍后再定，退格键收回决定，U 撤销上一次决定。',
  noBase: '（空）', turns_other: '{{number}} 个话轮', side_: { ours: '本方', base: '基准', theirs: '对方' },
  choice: { mine: '保留本方', both: '两者都留', theirs: '采用对方' }, decided: { mine: '本方', both: '两者', theirs: '对方' },
  hint: {
    field: { mine: '不采用对方的内容。', both: '两段文字都保留，本方在前。', theirs: '本方的内容留在操作历史中。', codesName: { both: '名称用本方的；用对方的名称也能找到这个编码。' } },
    goneHere: { mine: '仍然删除；对方在其上新增的内容不并入。', theirs: '它连同原来附带的一切一起恢复。' },
    goneThere: { mine: '保留它以及附带的一切。', theirs_other: '删除它以及附带的一切（{{number}} 项）。' },
    text: { mine: '保留本方的文字。', theirs: '换成对方的文字；编码仍在各自的文字上。' },
    covered: { mine: '保留这些文字及其上的编码。', theirs: '删去这些文字及其上的编码。' },
    turns: { mine: '保留本方对文档的划分。', theirs: '换成对方的划分。' },
    span: { mine: '片段保持本方的边界。', theirs: '片段改用对方的边界。' },
    name: { mine: '本方的保留原名，对方的加上编号。', theirs: '对方的保留原名，本方的加上编号。' },
  },
  field: {
    name: '名称', definition: '定义', include: '包括', exclude: '不包括', example: '例句', parent: '在编码本中的位置', facet: '分面', scale: '量表', rating: '评分', party: '一方', counterparty: '对方', code: '编码', title: '标题', text: '文字', value: '值', role: '角色', participant: '说话人', label: '标签', time: '时间', timeEnd: '结束时间',
    referredBy: '推荐人', sampling: '抽样', kind: '种类', of: '所属', codable: '可用于编码', query: '查询', asked: '所问内容', parts: '组成部分', wording: '题目文字', description: '说明', direction: '方向', intensity: '强度', level: '层次', verdict: '裁定', note: '附注', target: '所关于的内容', about: '所关于的内容',
  },
  one: {
    coders: '编码员', attributes: '属性', documents: '文档', participants: '受访者', attributeValues: '属性值', turns: '话轮', codes: '编码', passages: '片段', codings: '编码记录', codeSets: '编码集', codeSetMembers: '编码集中的编码', savedQueries: '已存查询', savedTables: '已存表格', reports: '报告', listedWords: '词表中的词',
    surveys: '问卷', questions: '问题', respondents: '答卷人', answers: '回答', answerCodes: '与编码关联的回答', conflicts: '冲突', conflictPoints: '原因、后果或对策', conflictPassages: '冲突的引文', adjudications: '分歧的裁定', finishedDocuments: '标为完成的文档', handOuts: '分发的工作包', foreignParts: '其他程序文件中的部分', memos: '备忘', project: '研究',
  },
  matches: '对应关系', matchesHint: '这些内容在两份研究中是分别建立的。相同的按文本或名称识别；若有不对，请在此更改。新的内容会与本方的并列。', theirsHead: '对方', oursHead: '本研究', isNew: '新的', matchFor: '{{name}} 在本研究中是：',
  why: { chosen: '由您指定', text: '文本相同', name: '名称相同', alias: '别名相同' },
  kind: {
    field: '双方都作了更改', goneHere: '这里已删除，对方使用或更改过', goneThere: '对方已删除，这里使用或更改过', text: '同一处文字双方改得不同', covered: '对方删去，而这里已编码', name: '两者同名，其中之一要加编号',
    turns: '双方都重新划分了话轮', span: '双方都移动了片段的边界',
  },
  table: {
    coders: '编码员', attributes: '属性', documents: '文档', participants: '参与者', attributeValues: '属性值', turns: '话轮', codes: '编码', passages: '片段', codings: '编码记录', codeSets: '编码集', codeSetMembers: '编码集中的编码',
    savedQueries: '已存查询', savedTables: '已存表格', reports: '报告', listedWords: '词表中的词', surveys: '问卷', questions: '问题', respondents: '答卷人', answers: '回答', answerCodes: '与编码关联的回答',
    conflicts: '冲突', conflictPoints: '原因、后果与对策', conflictPassages: '冲突的引文', adjudications: '分歧的裁定', finishedDocuments: '标为完成的文档', handOuts: '分发的工作包', foreignParts: '其他程序文件中的部分', memos: '备忘', project: '研究',
  },
};
