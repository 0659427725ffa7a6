import type { words as english } from '../en/words.ts';

/** 词语及其出现频次。 */
export const words = {
  title: '各{{by}}的词语', titleAll: '词语', said_other: '共 {{number}} 个词', subtitle: '{{documents}}中{{words}}，由{{people}}说出；{{speakers}}。', subtitleWithin: '{{documents}}中{{words}}，由{{people}}说出；{{speakers}}；仅限{{within}}。',
  asked: '统计范围', groups: '分组', allWords: '不分组', within: '限于', everywhere: '全部话语', withinCode: '编码为“{{code}}”的片段', withinQuery: '查询“{{query}}”找到的片段', saved: '已存查询',
  stops: '停用词', stopsAll: '排除', stopsOwn: '只排除自定的', stopsNone: '计入', least: '最少出现', times_other: '{{number}} 次',
  ownStops: '自定停用词', ownStopsHint: '在所有分组中都不列出。另外还排除 {{usual}} 个常见的中英文停用词和纯数字。', ownWords: '自定词表', ownWordsHint: '分词时始终作为一个词（如“药占比”“家庭医生”），即使是常见停用词也计入。',
  forms: '词形', formsAre: '词形计数', asSaid: '按原文词形', asBase: '按英语原形合并', formsOf: '“{{word}}”的词形：{{number}} 个', formLines: '{{word}}，{{number}} 次：查看上下文', baseLegend: '按原形合并：“doctor”包括 doctor、doctors 和 doctor\'s，“be”包括 was、is 和 are。只依据词本身判断，不看所在的句子；形容词的比较级不合并。中文不受影响。',
  ownForms: '自定词形', ownFormsHint: '词典有误时可在此更正：“physician = doctor”表示合并计数；只写“meeting”表示单独计数。', addForm: '词形 = 词', formJoined: '{{word}} = {{base}}', formApart: '{{word}}：单独计数', takeFormOff: '从列表中移除词形“{{word}}”', countApart: '单独计数“{{word}}”', countWith: '将“{{word}}”并入…', countWithTitle: '将“{{word}}”并入哪个词？', chosenDocuments: '{{number}} 份文档', inDocuments: '{{words}}仅限{{documents}}。',
  add: '添加词语', addHint: '多个词请用逗号隔开。', takeOff: '从列表中移除“{{word}}”', none: '暂无。',
  find: '查找词语', measure: '显示', count: '次数', rate: '每万词', keyness: '关键性', tfidf: 'tf-idf 权重',
  word: '词语', total: '合计', people: '人数', n: 'n {{words}}', noWords: '没有达到这一频次的词。', noFind: '没有含“{{typed}}”的词。', more_other: '再显示 {{number}} 个词', shown: '{{shown}} / {{found}}',
  cell: '{{word}}，{{group}}：{{value}}', cellPeople_other: '{{value}}，{{number}} 人',
  cloud: '本表的词云：{{words}}', cloudTitle: '字越大，表中数值越高',
  nLegend: 'n：该组的总词数。', countLegend: '词语出现的次数。', rateLegend: '在该组每一万个词中出现的次数。', onePerson: '超过一半出自同一人。', unasked: '无人受访',
  keynessLegend: '该组与其余各组相比的对数似然值：+ 表示该组说得更多，− 表示更少。浅色：p ≥ .05（{{corrected}}）。',
  keynessCaveat: '该检验把每个词都当作独立的观测。同一个人说的词并不独立，因此 p 值偏小：请同时看有多少人说到。',
  keynessTooMany: '分组太多，无法全部比较：只比较您用列标题选中的那一组。', tfidfLegend: '次数 × log₁₀(N/df)：N = {{documents}} 份文档，df = 出现该词的文档数。',
  typical: '与其余各组相比，{{group}}最有特点的词：{{words}}。', noTypical: '没有哪个词在{{group}}中明显比其余各组说得更多。', ll: '{{word}}（似然值 {{value}}，{{people}}）',
  lines: '上下文', linesOf_other: '出现 {{number}} 次', byPeople: '由{{people}}说出', sort: '排序', text: '原文', left: '左侧', right: '右侧', everybody: '所有分组', noLines: '这里没有出现。', firstLines: '只显示前 {{most}} 行。',
  acts: '这个词', stop: '作为停用词排除', always: '始终计入', search: '检索该词', join: '合为一个词', said: '已将“{{word}}”加入列表。', extent: '片段范围', extentTurn: '整个话轮', extentWord: '该词', counting: '正在统计词语：{{done}} / {{total}}',
  nNote: '次数的 n：该组的总词数（含停用词）。人数的 n：该组全部受访者。', firstOf: '列出 {{found}} 项中的前 {{shown}} 项。', typicalTitle: '各{{by}}的特征词', elsewhere: '其余各组每万词', mostShare: '单人最高占比（%）', logRatio: '对数比', adjustedBH: '校正后 p 值（Benjamini–Hochberg）', adjustedHolm: '校正后 p 值（Holm）', adjustedNone: '未校正的 p 值', correction: '校正', adjustBH: 'Benjamini–Hochberg 法', adjustHolm: 'Holm 法', adjustNone: '不校正', correctedBH: '已对 {{tested}} 个词作 Benjamini–Hochberg 校正', correctedHolm: '已对 {{tested}} 个词作 Holm 校正', notCorrected: '未经校正，而检验的词很多', keynessNote: '关键性：该组与其余各组相比的带符号对数似然值（Rayson & Garside），自由度为 1；p 值{{corrected}}。对数比以 2 为底；∞ 表示只有该组说到。', linesTitle: '“{{word}}”的上下文', line: '行', group: '分组',
  sides: '片段之内与之外', inside: '片段之内', outside: '片段之外', insideIs: '片段：{{within}}。', typicalSide: '与其余部分相比，{{group}}最有特点的词：{{words}}。', noTypicalSide: '与其余部分相比，{{group}}没有哪个词明显说得更多。', titleSides: '片段之内与之外的词语', saveLines: '保存上下文', empty: '还没有词语。', emptyText: '导入访谈后，可在这里看到各组谈论什么。',
} satisfies Partial<Record<keyof typeof english, string>>;
