import type { AgreementUnit, Verdict } from '../../model/agreement.ts';

/** 编码员的一致程度、分歧所在，以及团队的裁定。 */
export const agreement = {
  title: '{{coders}}的一致性', titleRows: { codes: '{{coders}}的一致性（按编码）', triples: '{{coders}}的一致性（按三元组）' }, ways: { measures: '一致程度', disagreements: '分歧所在', documents: '逐份文档', coders: '编码员之间', rounds: '随时间变化' }, views: '查看一致性的方式',
  coders: '编码员', chooseTwo: '请选择两名或更多编码员。', consensus: '共识', layer: '编码来源', layers: { people: '编码员', consensus: '共识' }, layerCounts: '只统计团队商定的内容：共识层。',   emptyTitle: '比较一致性需要两名编码员。', emptyText: '只要有两个人编码过同一份文档，这里就会显示他们对每个编码的一致程度，并可逐处裁定分歧。',
  unit: '比较单位', units: { character: '字符', word: '词', sentence: '句子', turn: '话轮', segment: '片段', document: '文档' } satisfies Record<AgreementUnit, string>,
  unitHint: { character: '文本的每个字符，包括空白', word: '词；中文按词典切分', sentence: '句子；其中任何部分被编码即算', turn: '话轮；其中任何部分被编码即算', segment: '能找到对应片段的编码片段', document: '文档中有没有这个编码' } satisfies Record<AgreementUnit, string>,
  overlap: '重叠', overlapAt: '至少 {{share}}', rows: '行', allCodes: '全部编码', triples: '完整三元组', documents: '文档', allDocuments: '全部', severalDocuments_other: '{{number}} 份文档',
  worked: '计入', workedBy: { all: '所有人都处理过的', two: '两人以上处理过的', any: '任何人处理过的' }, workedHint: { all: '从未编码某文档的人并不是有分歧', two: '没有处理过的人在该处算缺失', any: '没有编码即算未编码' },
  average: '文档合并', averages: { pooled: '作为一个文本', length: '逐份，按长度加权', documents: '逐份，等权平均' }, measures: '指标', mainMeasures: '常用', allMeasures: '全部',
  code: '编码', triple: '三元组', nIn: '单位数', codedBy: '{{coder}}已编码', codedTogether: '所有人', percent: '一致率', kappa: 'Cohen κ 系数', interval: '95% 置信区间', low: 'κ 下限（系数）', high: 'κ 上限（系数）', fleiss: 'Fleiss κ 系数', alpha: 'Krippendorff α 系数', ac1: 'Gwet AC1 系数', brennanPrediger: 'Brennan–Prediger 系数', holsti: 'Holsti 系数', unitizing: '自选单位的 α', unitizingHint: '暂定', ordinal: '评分的 α（定序）', intervalAlpha: '评分的 α（定距）', rated: '双方均评分', reading: '解读', pairKappa: 'κ：{{first}} / {{second}}',
  reads: { good: '可靠', fair: '仅供初步判断', poor: '不可靠', none: '无法定义', unused: '无人使用' },
  readsLong: { good: '用此编码的结果可以依赖。', fair: '只够得出初步结论。', poor: '一致程度太低：请查看分歧并明确定义。', none: '无法定义：{{why}}。', unused: '他们都没有在此使用它。' },
  legend: 'α 从 0.80 起为可靠，从 0.667 起仅供初步判断（Krippendorff）；α 无法定义时看 κ。', dependent: '同一片段中的字符、词或句子并非相互独立：实际的区间应当更宽。',
  codingsOf: '{{coder}}的编码数', documentsHint: '每份文档中所比较的全部内容合计；一致程度最低的文档排在最前。', notThere: '未处理这份文档', pairKappas: 'Cohen κ 系数', pairShare: '一致率', withOthers: '与其他人', withOthersHint: '与其他各人配对的平均值', codersRows: '编码员之下各行：每人在该编码上与其他人的平均一致程度；最后一列为全体。',
  severalCodes_other: '{{number}} 个编码', worstDocument: '最差的在前', showPair: '显示{{pair}}的各项指标', departsHere: '（差异最大）', all: '全体', onCodesHint: '各编码员与其他人的 κ 平均值。某编码上差异最大且超过 0.05 者已标出。',
  departs: '{{coder}}与其他人差异最大（平均 {{mean}}）。{{mostPair}}最一致（{{mostValue}}），{{leastPair}}最不一致（{{leastValue}}）。', twoOnly: '有三名或更多编码员时，这里会显示谁与其他人不同，以及在哪些编码上。', onCodes: '各人与其他人（按编码）',
  overall: '全部判断合计', mean: '各行平均', meanOf_other: '共 {{number}} 行', together: '作为一个分类体系', togetherHint: '每个单位的类目是编码员在该处给出的全部编码，或没有编码。',
  notDefined: '无法定义', notDefinedWhy: '无法定义：{{why}}',
  subtitle: '{{documents}}，以{{unit}}比较。', unitsIn: { character: '字符（{{length}}）', word: '词（{{length}}）', sentence: '句子（{{length}}）', turn: '话轮（{{length}}）', segment: '至少重叠 {{overlap}} 的片段', document: '文档中是否出现' } satisfies Record<AgreementUnit, string>,
  leftOut_other: '有 {{number}} 份文档未计入。', leftOutNotCoded: '{{document}}（{{coders}}未处理）', leftOutNotFinished: '{{document}}（您尚未完成）', nothing: '没有可计入的文档。', nothingWay: '所有这些编码员都编码过或已完成的文档才会计入；也可以在左侧选择计入哪些文档。',
  blind: '您正在盲编：只比较您已完成的文档，以免他人的判断影响您。', blindNone: '您正在盲编，尚未完成其中任何一份文档。在此之前，他人的编码一直隐藏。',
  finish: '我已完成这份文档', finished: '已完成：{{coders}}',
  list: '分歧', open_other: '待裁定 {{number}} 处', decided_other: '已裁定 {{number}} 处', showOpen: '待裁定', showDecided: '已裁定', noneOpen: '没有待裁定的分歧。', noneDecided: '尚无裁定。', worstFirst: '最差的编码在前', inCodebook: '按编码本的顺序', finishedDocuments_other: '文档标为已完成共 {{number}} 次。', inText: '按文本顺序', order: '顺序', nth: '第 {{nth}} 处，共 {{all}} 处', next: '下一处分歧', previous: '上一处分歧', kappaOf: 'κ 系数 {{value}}', percentOf: '一致 {{share}}',
  ready_other: '另有 {{number}} 处意见一致。收入共识层', adopted_other: '已有 {{number}} 处一致收入共识层。',
  only: '仅{{coders}}', apart: '切分不同', judged: '判断不同', nobodyNow: '只有共识层还有', hasNot: '未编码', rating: '评分 {{rating}}', unrated: '未评分', against: '{{party}}对{{counterparty}}',
  take: '采用{{coder}}的', takeNone: '不编码（同{{coder}}）', both: '全部采用', bothHint: '从任何一人编码的第一处到最后一处', neither: '不编码', neitherHint: '不收入共识层', anew: '重新编码', anewHint: '如需其他文字，请在文本中选取', anewChosen: '文本中所选', anewCode: '编码', anewDo: '这样编码', progress: '已裁定', decidedOf: '已裁定 {{decided}} / {{all}}', keep: '保留', keepHint: '共识层保持不变', note: '裁定说明', noteHint: '为何如此裁定，与裁定一同保存。', decideAll_other: '对此编码的全部 {{number}} 处都这样裁定', reopen: '重新裁定', decision: '裁定',
  decidedBy: '{{verdict}}，{{coder}}裁定于 {{date}}', outdated: '此前已裁定（{{verdict}}，{{coder}}，{{date}}），但之后有编码改动。', verdicts: { coder: '采用{{coder}}的', both: '全部采用', neither: '不编码', anew: '重新编码', agreed: '意见一致' } satisfies Record<Verdict, string>, whereTo: '原有编码保持不变，裁定结果写入共识层。', keys: '方向键浏览列表，1 至 9 采用某位编码员的，B 键全部采用，N 键不编码，O 键选其他编码，C 键重新编码。', decide: '裁定',
  roundsBy: '划分', rounds: { month: '月份', version: '编码本版本', handout: '分发批次' }, roundHint: '文档归入最后一名编码员开始编码它的那一轮。', roundHandOutHint: '文档归入最近一次分发它的批次。', beforeFirst: '首个版本之前', noHandOut: '未分发', noRounds: '尚无可计入的文档。', line: 'Krippendorff α 系数的变化',
  } as const;

export const cliAgreement = {
  agreement: '编码员对每个编码及总体的一致程度；无法定义的为 null，并说明原因。',
  agreementTwo: '请指定至少两名不同的编码员：--coders A,B',
  agreementUsage: '用法：agreement STUDY --coders A,B [--by code|triple|document|coder|month|version|handout] [--unit character|word|sentence|turn|segment|document] [--overlap 90] [--facet …|--triples] [--codes …] [--documents …] [--worked all|two|any] [--average pooled|length|documents] [--disagreements] [--format csv|xlsx|docx|html|md|svg|png|json] [--json] [-o FILE]',
} as const;
export const doneAgreement = {
  decide_other: '裁定“{{code}}”的 {{number}} 处分歧', reopen_other: '撤回“{{code}}”的 {{number}} 处裁定', adopt_other: '将 {{number}} 处一致收入共识层',
} as const;
export const problemAgreement = {
  'disagreement-changed': { what: '这些编码在您查看之后有改动。', way: '列表已更新，请重新裁定。' },
  'no-such-coder': { what: '没有名为“{{name}}”的编码员。', way: '已有编码员：{{known}}。' },
} as const;
