/** 编码本的用语。 */
export const codebook = {
  book: {
    more: '编码本的更多操作', chosen_other: '已选 {{number}} 个编码', several: '多个编码', together: '颜色与编码集…', clear: '取消选择',
    deleteTitle_other: '删除 {{number}} 个编码？', deleteRegister_other: '冲突登记中有 {{number}} 条提到它们：{{names}}。条目保留，只是不再注明这一方。', deleteSeveral: '删除这些编码',
  },
  bookImport: {
    title: '导入编码本', hint: '{{file}}：{{added}}，{{changed}}，{{same}}。', added_other: '新增 {{number}} 个编码', changed_other: '{{number}} 个有改动', same_other: '{{number}} 个不变',
    row: '行', code: '编码', says: '文件中的内容', isNew: '新', isChanged: '有改动', isSame: '不变', refused_other: '有 {{number}} 行无法导入。请先在文件中改正，在此之前不会导入任何内容。',
    was: '原为：{{before}}', empty: '文件中留空的不改变任何内容，也不会删除任何编码。', run: '导入编码本',
  },
  sheetKind: {
    title: '导入表格', either: '这张表的列既像编码本，也像受访者名单。它是哪一种？', columns: '它的列：{{columns}}。', nothing: '先看到会改动什么，再决定是否导入。', people: '受访者', codebook: '编码本', asPeople: '这其实是受访者名单', asCodebook: '这其实是编码本',
  },
  bookExport: { title: '导出编码本', hint: '按编码本的顺序列出全部编码，附定义、规则、例句、量表和次数。', print: '打印…' },
  version: {
    title: '编码本的版本', none: '在要紧的时候给编码本起个名字：试点之前、第一次团队讨论之后。此后的改动便可逐个编码查看。', name: '名称', suggested: '第 {{number}} 版', note: '说明', make: '为现在的编码本命名', namedBy: '{{when}}，{{who}}', now: '现在',
    compare: '从', with: '到', between: '编码本：{{from}} → {{to}}', same: '没有任何改动。', remove: '移除此版本', list: '版本', changes: '改动', save: '保存', codes_other: '{{number}} 个编码',
    added: '新增', removed: '已删除', merged: '并入', renamed: '改名，原名', moved: '移动，原在', top: '最上层', noScale: '无', stamp: '编码本：{{version}}', since_other: '{{version}}，此后 {{number}} 个编码有改动', unnamed_other: '未命名版本，{{number}} 个编码',
  },
  stamp: {
    title: '来源', study: '项目', table: '表格', n: 'n', made: '生成时间', people_other: '{{number}} 人', counted: '受访 {{people}}，{{documents}}', excerpts: '{{codings}}，{{documents}}，说话人 {{people}}',
  },
  example: { quoted: '“{{quotation}}”（{{source}}）', source: '{{document}}，{{turn}}', use: '用作例句', useFor: '用作“{{code}}”的例句' },
  alias: { add: '添加别名', remove: '去掉别名“{{alias}}”' },
  scale: {
    title: '量表', preset: '选择量表', five: '−2 到 +2', likert: '1 到 5', levels: '低、中、高', low: '低', middle: '中', high: '高', none: '不设自己的量表', usual: '通用量表，−2 到 +2。', value: '分值', anchor: '含义', addLow: '加更低一级', addHigh: '加更高一级', remove: '去掉 {{value}} 这一级', up: '把 {{value}} 的含义上移', down: '把 {{value}} 的含义下移',
    off_other: '有 {{number}} 个评分不在量表上：{{list}}。', wouldBeOff_other: '将有 {{number}} 个评分不在量表上：{{list}}。它们会保留，并加以标示。', anyway: '仍然修改', offHere: '不在量表上',
  },
  split: {
    into: '拆分…', title: '拆分“{{code}}”', before: '上一个片段', next: '下一个片段', place: '第 {{place}} 个片段，共 {{of}} 个', to: '这个片段归到哪里？', isNew: '新', dropTarget: '不再列出“{{code}}”', stay: '留在“{{code}}”', add: '另一个编码，或新建', keep: '同时保留在“{{code}}”', keys: '1–9 选定并前往下一个，Shift 再加一个，0 保持不动，← → 前后移动，Esc 离开输入框。',
    where: '新编码放在', below: '它的下面', beside: '与它并列', progress: '已决定的片段', decided: '已决定 {{decided}} / {{of}}。', resume: '可以先关闭，以后再继续。', goOn: '拆分“{{code}}”，已决定 {{decided}}/{{of}}：继续', goOnMenu: '继续拆分…', begun: '{{decided}}/{{of}}', forget: '放弃已作的决定', run_other: '移动 {{number}} 个片段',
  },
  codeFilter: {
    find: '查找编码', filter: '筛选', clear: '显示全部编码', facet: '分面', set: '属于编码集', only: '只看', unused: '还没有用过的', undefined: '没有定义的', here: '本文用到的',
    found_other: '找到 {{number}} 个编码', none: '没有符合的编码。',
  },
  codeSet: {
    set: '编码集', sets: '编码集', hint: '编码集把不同分面的编码放在一起，回答一个问题。可以把编码拖上去，也可以在编码的面板中勾选。', name: '名称', rename: '重命名编码集…', renameTitle: '重命名“{{set}}”', remove: '移除编码集', putOnto: '放入“{{set}}”', showOnly: '只看“{{set}}”中的编码', new: '新建编码集', add: '新建', putIn: '所属编码集',
  },
} as const;
