/** 表格的用语。 */
export const tables = {
  title: '{{rows}} × {{by}}', titleSplit: '{{rows}} × {{by}}，按{{split}}对比', subtitle: '{{what}}{{people}}，{{documents}}；{{speakers}}。', rows: '行', columns: '列', count: '计数', speakers: '说话人', shown: '显示为', allCodes: '全部编码', ofPeople: '人员属性', ofDocuments: '文档属性',
  counted: {
    codings: '每个编码使用的次数。', passages: '带有该编码的片段数。', documents: '带有该编码的文档数。', participants: '至少提到一次的人数。', words: '用该编码标记的字数，重叠处只计一次。',
    characters: '用该编码标记的字符数，重叠处只计一次。', duration: '谈到该编码的时长，按话轮的时间计算。',
  },
  countedTogether: {
    codings: '两者同现的次数，每两个编码只计一次：', passages: '行编码的片段中，有列编码同现的片段数：', documents: '两者同现的文档数：', participants: '在有列编码同现的行编码片段中说话的人数：', words: '有列编码同现的行编码片段的字数，重叠处只计一次：',
    characters: '有列编码同现的行编码片段的字符数，重叠处只计一次：', duration: '有列编码同现的行编码片段的时长：',
  },
  countedAll: {
    codings: '编码总次数。', passages: '已编码的片段数。', documents: '文档数。', participants: '受访人数。', words: '已编码的字数，重叠处只计一次。', characters: '已编码的字符数，重叠处只计一次。', duration: '已编码片段的时长。',
  },
  presenceOnly: '只看有（1）或无（0）。',
  lying: { overlap: '有共同的文字。', within: '行的片段在列的片段之内。', encloses: '行的片段包含列的片段。', near: '相距不远。', turn: '涉及同一话轮。', document: '在同一文档中。', triple: '同一编码员给同一片段的编码。' },
  relations: { overlap: '重叠', within: '行在列之内', encloses: '行包含列', near: '邻近', turn: '同一话轮', document: '同一文档', triple: '同一片段、同一编码员' },
  relation: '同现方式', most: '最多相距', unit: '单位', units: { characters: '个字符', words: '个字（词）' },
  shows: { number: '数目', n: '占 n 的百分比', row: '占行的百分比', column: '占列的百分比' }, show: '显示',
  presence: '只看有无', cross: '交叉', nothingCrossed: '不交叉', split: '对比', splitBy: '对比依据', all: '全部', allTogether: '合计', filter: '只计片段', noFilter: '全部片段', triples: '分面三元组', allDocuments: '全部 {{count}}', coders: '编码员', documentsCounted: '文档', everyCoder: '全部',
  people_other: '{{number}} 人', documents_other: '{{number}} 份文档', ofPeople_other: '{{number}} 人中的 {{k}} 人', passages_other: '{{number}} 个片段', withInterviewers: '访谈者也计入', withoutInterviewers: '不计访谈者', interviewees: '受访者', everybody: '所有人', subcodes: '含下级编码',
  table: '表格', picture: '图', save: '导出', saveTable: '导出', savePicture: '保存图', percentLegend: '占该组 n 的百分比。', rowLegend: '占该行的百分比。', columnLegend: '占该列的百分比。', topLegend: '粗体：该组前五位。', smallLegend: '2/4：n 小于 {{n}} 时显示计数。', unasked: '该组无人受访', neverAsked: '未向该组提问', noGroups: '还没有分组。请给受访者添加属性，或导入受访者名单。', untimed: '这些访谈稿的话轮都没有时间。',
  noRows: '还没有这一类编码。', noTriples: '还没有人在同一片段上给全这些编码。', emptyTitle: '还没有可以计数的内容。', emptyText: '表格显示每个编码在各组中出现的次数。请先编码一些片段。', goCoding: '去看访谈稿',
  saved: '已存表格', keep: '保存表格', keepChanges: '保存更改', keepTitle: '保存此表格', renameTitle: '重命名表格', rename: '重命名', remove: '删除', noneSaved: '保存的表格列在这里，打开时重新计数。', notUnderstood: '本程序无法读取。', more: '“{{table}}”的更多操作',
  countedSection: '计数范围', groupsSection: '分组', pane: '表格与分组', nobodyFrom: '{{split}}。无人受访：{{groups}}。',
  dominant: '这 {{n}} 个片段中有 {{k}} 个出自{{name}}。', dominantWay: '在把它们当作一组人的看法之前，先把它们看作一个人的看法。', quotationsOf: '引文', beside: '邻近处', openInSearch: '在检索中打开', copy: '连同出处复制', copied: '已复制。',
  difference: '差异', pointsUnit: '百分点', points: '{{value}} 个百分点', less: '{{first}}减{{second}}：{{value}}', fromTo: '{{low}} 至 {{high}}', interval: '95% 置信区间 {{interval}}', shareInterval: '{{n}} 中有 {{k}}，{{share}}；95% 置信区间 {{low}} 至 {{high}}', low: '下限', high: '上限',
  totalLabel: '总计：合计', whyNoDifference: '无法比较的原因',
  noDifference: '无法比较：{{groups}}无人受访', noDifferenceOfNothing: '无法比较：作为分母的数为零',
  noInterval: { unit: '不给区间：其中许多出自同一人', overlapping: '不给区间：有人同属两组' }, clearLegend: '差异的 95% 置信区间不含零', differenceLegend: '差异：{{first}}减{{second}}。',
  sort: '按{{column}}排序', sortedDown: '从高到低',
  portrait: '画像', portraitOf: '文档', portraitTitle: '{{document}}：{{rows}}的先后', portraitNote: '每个标记是一个片段，按其在文中的位置排列，点击即在原文中打开。', noPortrait: '这份文档中没有这一类编码。', turnsRow: '受访者（访谈者较浅）',
  findings: '检验说明了什么', moreFindings_other: '另有 {{number}} 项', oneGroup: '本组', sideBySide: '并排',
};
