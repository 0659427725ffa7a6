/** 查询的用语。 */
const inWords = {
  everything: '全部已编码片段', passages: '{{what}}的片段', and: '，且', or: '，或', not: '并非{{what}}', notGroup: '并非（{{what}}）', group: '（{{what}}）',
  code: '编码为“{{code}}”', onlyCode: '编码为“{{code}}”本身（不含下级）', facet: '带有{{facet}}编码', anyCode: '已编码', and1: '、{{more}}',
  low: '评分偏低', middle: '评分居中', high: '评分偏高', rated: '已评分', unrated: '未评分', compare: '评分 {{compare}} {{value}}',
  party: '一方为{{code}}', counterparty: '另一方为{{code}}', with: '对立方为{{code}}', by: '由{{who}}编码', from: '{{date}}起', to: '{{date}}之前',
  quality: '{{what}}（{{said}}）', triple: '同一编码员标记为 {{parts}}', times: ' × ', any: '任一{{facet}}', nothing: '任意内容',
  half: '三元组不全', halfMissing: '三元组缺少{{facet}}', text: '含有“{{text}}”', wholeWord: '整词', matchCase: '区分大小写',
  attribute: '“{{attribute}}”为{{values}}', noValue: '未填', participant: '由{{who}}发言', role: '由{{roles}}发言', document: '出自{{documents}}', memo: '有备忘', orList: '{{one}}或{{other}}',
  overlaps: '与{{what}}的片段有重叠', within: '位于{{what}}的片段之内', encloses: '包含{{what}}的片段', turn: '与{{what}}的片段在同一话轮之内', inDocument: '与{{what}}的片段同在一份文档',
  words_other: '距{{what}}的片段不超过 {{number}} 个词', characters_other: '距{{what}}的片段不超过 {{number}} 个字符',
  sameTurn: '与{{what}}的片段同在一个话轮', turns_other: '距{{what}}的片段不超过 {{number}} 个话轮',
} as const;

export const query = {
  query: {
    inWords,
    found_other: '共 {{number}} 个片段。',
  },
} as const;
