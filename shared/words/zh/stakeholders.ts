/** 各方得到怎样的评分，话又是谁说的。 */
export const stakeholders = {
  ratings: '利益相关者 × 维度', perception: '谁怎样看谁：{{dimension}}', grid: '{{x}}与{{y}}', withSplit: '{{title}}（按{{split}}比较）',
  steps: '，', stakeholder: '利益相关者', dimension: '维度',
  measures: { median: '中位数', lower: '下四分位数', upper: '上四分位数', least: '最低', most: '最高', rated: '有评分的编码', unrated: '未评分的编码', offScale: '超出量表', raters: '有评分的人数' },
  byPerson: '每位受访者只有一个值，即其所说关于该方的全部评分的中位数。', shownMedians: '所示为这些值的中位数。', shownMeans: '所示为这些值的平均数。',
  peopleOf: '访谈 {{people}}；{{speakers}}。', scaleOf: '{{dimension}}：{{scale}}。',
  unnamed_other: '有 {{number}} 条维度编码没有指明利益相关者，此处一概不计。',
  shared_other: '有 {{number}} 条编码同时说到几方，分别计入每一方。',
  nothingSaid: '这里没有人说到{{who}}。', unasked: '该组无人受访',
  who: '说话人', self: '本方人员', others: '其他各方', difference: '中位数之差', filter: '筛选', compared: '比较',
  position: '位置', coderAt: '{{coder}}：{{dimension}}', leastPassages: '片段满 {{least}} 个才标出位置。', coders: '分歧较大的编码员',
  placing: { placed: '已标出', few: '片段太少', half: '只有一个维度有评分', unrated: '未评分', none: '未提及' },
};
