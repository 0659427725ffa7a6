/** 查询的用语。 */
const inWords = {
  everything: '全部已编码片段', passages: '{{what}}的片段', and: '，且', or: '，或', not: '并非{{what}}', notGroup: '并非（{{what}}）', group: '（{{what}}）',
  code: '编码为“{{code}}”', onlyCode: '编码为“{{code}}”本身（不含下级）', set: '带有编码集“{{set}}”中的编码', onlySet: '带有编码集“{{set}}”本身所列的编码（不含下级）', ofSet: '属于编码集“{{set}}”', anyOfSet: '编码集“{{set}}”中的任一{{facet}}', facet: '带有{{facet}}编码', anyCode: '已编码', and1: '、{{more}}',
  low: '评分偏低', middle: '评分居中', high: '评分偏高', rated: '已评分', unrated: '未评分', compare: '评分 {{compare}} {{value}}',
  party: '一方为{{code}}', counterparty: '另一方为{{code}}', with: '对立方为{{code}}', by: '由{{who}}编码', from: '{{date}}起', to: '{{date}}之前',
  quality: '{{what}}（{{said}}）', triple: '同一编码员标记为 {{parts}}', times: ' × ', any: '任一{{facet}}', nothing: '任意内容',
  half: '三元组不全', halfMissing: '三元组缺少{{facet}}', text: '含有“{{text}}”', wholeWord: '整词', matchCase: '区分大小写',
  attribute: '“{{attribute}}”为{{values}}', noValue: '未填', given: '“{{attribute}}”已填写', atLeast: '“{{attribute}}”不小于{{from}}', atMost: '“{{attribute}}”不大于{{to}}', between: '“{{attribute}}”介于{{from}}与{{to}}之间', dateFrom: '“{{attribute}}”不早于{{from}}', dateUntil: '“{{attribute}}”不晚于{{to}}', participant: '由{{who}}发言', role: '由{{roles}}发言', document: '出自{{documents}}', memo: '有备忘', orList: '{{one}}或{{other}}',
  overlaps: '与{{what}}的片段有重叠', within: '位于{{what}}的片段之内', encloses: '包含{{what}}的片段', turn: '与{{what}}的片段在同一话轮之内', inDocument: '与{{what}}的片段同在一份文档',
  words_other: '距{{what}}的片段不超过 {{number}} 个词', characters_other: '距{{what}}的片段不超过 {{number}} 个字符',
  wordsAfter_other: '在{{what}}的片段之后，相距不超过 {{number}} 个词', wordsBefore_other: '在{{what}}的片段之前，相距不超过 {{number}} 个词', charactersAfter_other: '在{{what}}的片段之后，相距不超过 {{number}} 个字符', charactersBefore_other: '在{{what}}的片段之前，相距不超过 {{number}} 个字符',
  turnsAfter_other: '在{{what}}的片段之后，相距不超过 {{number}} 个话轮', turnsBefore_other: '在{{what}}的片段之前，相距不超过 {{number}} 个话轮',
  sameTurnAfter: '与{{what}}的片段同在一个话轮且在其后', sameTurnBefore: '与{{what}}的片段同在一个话轮且在其前', sameTurn: '与{{what}}的片段同在一个话轮', turns_other: '距{{what}}的片段不超过 {{number}} 个话轮',
} as const;

export const query = {
  query: {
    inWords,
    found_other: '共 {{number}} 个片段。',
    look: '查找方式', modeText: '文字', modeQuery: '查询', stop: '。', conditions: '查询条件', holds: '须满足', all: '以下全部', any: '以下任一', add: '添加条件', find: '编码、分组、人员、文字…', takeAway: '去掉：{{what}}',
    words: '文字', containing: '含有“{{text}}”', triples: '多分面', triple: '分面三元组', halfCoded: '三元组不全', unrated: '维度未评分', memo: '有备忘', groups: '条件组', group: '条件组', anyGroup: '条件组：满足任一', allGroup: '条件组：满足全部', anyOf: '任一{{facet}}',
    coders: '编码员', coder: '编码员', dates: '编码时间', today: '今天编码', week: '最近七天编码', people: '谁在说话', role: '角色', sense: '正反', is: '符合', isNot: '不符合', place: '位置', most: '不超过',
    places: { here: '就是本片段', overlaps: '与这样的片段重叠', within: '位于这样的片段之内', encloses: '包含这样的片段', turn: '与这样的片段同处一个话轮之内', document: '与这样的片段同在一份文档', words: '靠近这样的片段（按词计）', characters: '靠近这样的片段（按字符计）', turns: '靠近这样的片段（按话轮计）' },
    ratings: { any: '不限', low: '偏低', middle: '居中', high: '偏高', rated: '已评分', unrated: '未评分' }, value: '数值', sides: { with: '对立方', party: '一方', counterparty: '另一方' }, anybody: '不限', from: '从', until: '到', missing: '缺少', anyFacet: '任一分面', order: '先后', orders: { either: '前后均可', after: '在其后', before: '在其前' }, sets: '编码集', ofSet: '“{{set}}”中的任一编码', range: '范围', least: '不小于', greatest: '不大于', notBefore: '从', notAfter: '到', spread: '现有取值从 {{from}} 到 {{to}}。不填界限即为任何已填的值。', noSpread: '还没有人填写这一项。', notAsked: '不要求',
    tripleHint: '由同一编码员在同一片段上标记，任何一项都可留空。', groupHint: '这一组的条件列在下面。',
    counted: '找到 {{found}} 个，共 {{of}}', passages_other: '{{number}} 个已编码片段', gone: '已不存在：{{what}}', results: '片段', codeFor: '给这些片段的编码', apply_other: '为 {{number}} 个片段编码', applyAll_other: '为全部 {{number}} 个片段编码', nothing: '没有这样的片段。', nothingWay: '可以去掉一个条件，或改为满足任一条件。各选项旁的数字说明加上它之后能找到多少。', nothingCoded: '还没有编码。', nothingCodedWay: '查询的对象是已编码的片段，请先编码。', export: '导出',
    savedQueries: '已保存的查询', empty: '新建查询', saveAs: '另存为…', saveChanges: '保存更改', rename: '重命名“{{query}}”…', duplicate: '复制“{{query}}”', delete: '删除“{{query}}”', changed: '有改动', saveTitle: '保存查询', renameTitle: '重命名查询', followed: '保存之后已合并：{{what}}。',
  },
} as const;
