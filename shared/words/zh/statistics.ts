const offered = {
  title: '检验结果', units: { participants: '人，每人只计一次', documents: '文档' }, sizeOf: '{{n}} 中的 {{k}}', andList: '；',
  moreIn: '{{row}}：{{more}}多于{{less}}，{{moreShare}} 对 {{lessShare}}。', people: '前者 {{n1}} 人中有 {{k1}} 人，后者 {{n2}} 人中有 {{k2}} 人。', documents: '前者 {{n1}} 份文档中有 {{k1}} 份，后者 {{n2}} 份中有 {{k2}} 份。',
  gap: '如果两组并无差别，出现这么大或更大差距的情况{{often}}（{{test}}）。', differences: '如果各组并无差别，出现这么大或更大差异的情况{{often}}（{{test}}）。',
  interval: '相差 {{points}} 个百分点；从 {{low}} 到 {{high}} 也都与这些数字相容（{{level}} 区间）。',
  differ: '{{row}}：各组不同。全体为 {{share}}。', above: '明显偏高：{{groups}}。', below: '明显偏低：{{groups}}。', noGroup: '没有哪一组单独明显突出。', groupShare: '{{group}}（{{share}}）',
  whole: '各组在各行上的分布不同。', wholeAlike: '各组在各行上的分布没有明显差别（{{test}}）。', cell: '{{group}}的{{row}}', cellsAbove: '明显多于两者无关时的预期：{{cells}}。', cellsBelow: '明显少于预期：{{cells}}。', noCell: '没有哪一格单独明显突出。',
  higherIn: '{{row}}：{{more}}高于{{less}}（中位数 {{moreMedian}} 与 {{lessMedian}}）。', pairShare: '从两组各取一个配对，{{more}}一方较高的占 {{share}}（相同者各计一半）。',
  levels: '{{row}}：各组高低不同。中位数：{{medians}}。', groupMedian: '{{group}}（{{median}}）', apart: '明显有别（Dunn 检验，p 经 Holm 校正）：{{pairs}}。', pair: '{{more}}高于{{less}}（{{p}}）', noPair: '没有哪两组单独明显有别。',
  sameWay: '{{row}}：方向相同，{{moreShare}} 对 {{lessShare}}，但校正后不再明显（{{p}}）。', otherWay: '{{row}}：{{more}}较多，{{moreShare}} 对 {{lessShare}}，但校正后不再明显（{{p}}）。', notOutlasting: '校正后不再明显的差异：{{rows}}。', rowP: '{{row}}（{{p}}）',
  rest_other: '其余 {{number}} 行没有明显差别。', single: '{{row}}：各组之间没有明显差别（{{test}}）。', none_other: '{{number}} 行中没有一行显示出各组之间的明显差别。', noneMeans: '这并不说明各组相同：以这样的人数，较小的差别即使存在也显不出来。',
  notTested_other: '{{number}} 行未做检验：{{rows}}。', rowWhy: '{{row}}（{{why}}）', why: { allZero: '都没有', nobodyDiffers: '全都一样', oneGroup: '只有一组', tooFew: '数量太少' }, nothingTested: '没有可以检验的行。',
} as const;

const tests = {
  fisher: 'Fisher 精确检验', fisherSimulated: 'Fisher 精确检验，由 {{tables}} 张随机表格估计', chiSquare: '卡方检验，χ²\u00a0=\u00a0{{statistic}}，自由度\u00a0{{df}}', mannWhitneyExact: 'Mann–Whitney 检验（精确）', mannWhitney: 'Mann–Whitney 检验', kruskalWallis: 'Kruskal–Wallis 检验，H\u00a0=\u00a0{{statistic}}，自由度\u00a0{{df}}', kruskalWallisSimulated: 'Kruskal–Wallis 检验，H\u00a0=\u00a0{{statistic}}，由 {{orders}} 次随机排列估计',
  told: '{{test}}，{{p}}；{{effect}}', toldCorrected: '{{test}}，就 {{rows}} 行作 {{correction}}后 {{p}}；{{effect}}', toldUncorrected: '{{test}}，{{p}}（未就 {{rows}} 行校正）；{{effect}}', holm: 'Holm 校正', BH: 'Benjamini–Hochberg 校正',
  effectInterval: '{{effect}} [{{low}}, {{high}}]', pUnder: 'p\u00a0<\u00a0{{p}}', pIs: 'p\u00a0=\u00a0{{p}}', phi: 'φ\u00a0=\u00a0{{value}}', cramersV: '克拉默 V\u00a0=\u00a0{{value}}', epsilonSquared: 'ε²\u00a0=\u00a0{{value}}', rankBiserial: '秩二列相关 r\u00a0=\u00a0{{value}}',
  veryRarely: '极为罕见', rarely: '很少见', notOften: '不常见', nowAndThen: '时有发生', easily: '并不少见',
} as const;

const refused = {
  unit: '不作检验：同一个人的多条编码、多个片段或词语彼此并不独立。改为按人计数，即可检验。',
  overlapping: '不作检验：有人同时属于其中几组，而检验比较的是不同的人。请选用把每个人只归入一组的属性。',
  repeats: '不作检验：单元格记的是次数，同一个人会被计多次。改为每人只计一次（是否提到），即可检验。',
  oneGroup: '不作检验：只有一组。',
  tooFew: '不作检验：这些组一共只有 n {{n}}，再大的差别也显不出来。请直接读片段。',
  allZero: '不作检验：全部为零。', nobodyDiffers: '不作检验：全都一样。', noRows: '不作检验：没有行。',
} as const;

const remark = {
  chosenForVariety: '受访者是为求多样而挑选的，并非随机抽取：请把检验看作对这些访谈的描述。单位是{{units}}；除非彼此独立，p 值只作描述。',
  whoeverAnswered: '检验描述的是作答者；其他人是否也会这样回答，它说明不了。单位是{{units}}；除非彼此独立，p 值只作描述。',
  documentsAsUnits: '同一个人在几份文档中说话时，文档之间并不独立，p 值会偏小：请改为按人计数。',
  severalRowsADocument: '同一份文档可以计入几行：各行之间并不独立，百分比之和会超过 100%。',
  severalRowsAPerson: '同一个人可以计入几行：各行之间并不独立，百分比之和会超过 100%。',
  groupsWithoutPeople: '没有人受访或被问到的组不参与检验。',
  simulated: '有些行的组里人很少，而可能的情形又多得数不完：这些行的 p 值由随机情形估计，每次用的都是同一批。',
  effectIntervals: '效应量后方括号内是区间：其间的数值也都与这些数字相容（φ 与 V 依非中心 χ² 分布，仅在各单元格预期值足够大时给出；r 依 Newcombe 的方法；ε² 由在各组内对人重复抽样得出）。',
  rowsNotTested: '处处为零、处处相同或人数太少的行不作检验，也不计入校正。',
} as const;

const undefinedFor = {
  unusedCode: '其中一个编码从未使用', emptyGroup: '其中一组是空的', belowZero: '比率量表上没有小于 0 的值', emptyRow: '有一行或一列是空的', shortText: '文本太短，谈不上分歧',
  noWords: '其中一份文本没有词', otherValue: '有不在类目表中的值', unusedWord: '两份文本中都没有这个词', allSame: '所有值都相同', emptyUnion: '两个集合都是空的',
  expectedOne: '所有人都只用了同一个类目，无从知道他们能否区分两个类目', fewerCategories: '列出的类目比表格中的少', moreCategories: '用到的类目比提供的多',
  noDecisions: '没有任何判断', noSegments: '没有片段', freeSegments: '片段由编码员自行选取，无从计数双方都未编码的部分', overlappingUnits: '同一编码员的编码相互重叠', tooManyCombinations: '编码的组合种类过多，无法作为类目比较', noPairs: '没有哪个单位由两名编码员判断过', noUnits: '没有单位', noVariation: '所有值都相同，无从知道编码员能否区分不同的内容',
  nobody: '没有人', oneCode: '只有一个编码时，碰巧也会完全一致', orderNeeded: '不知道类目的顺序', twoCoders: '需要正好两名编码员', twoGroups: '至少需要两组',
  notNumbers: '值不是数字', whoNeeded: '需要知道是谁作的判断',
} as const;

const people = '每个单位是一个人，只计一次，且互不影响。';
const sameUnits = '编码员依据同一编码本，各自独立判断了相同的单位。';
const noThreshold = '没有适合一切用途的合格线：请说明结论取决于什么，并读一读分歧之处。';
const about = {
  percent: { title: '百分比', assumes: '分母是被问到或受访的人；没有被问到并不等于回答“否”。' },
  wilson: { title: '比例的 Wilson 区间', assumes: `${people}对于挑选而非随机抽取的人，区间只表明这么少的人能说明多少。` },
  proportionDifference: { title: '两个比例之差', assumes: `${people}没有人同属两组。` },
  chiSquare: { title: '卡方检验', assumes: `${people}至少五分之四的单元格预期值不小于 5，且没有小于 1 的。除非各人相互独立，p 值只作描述。` },
  fisherExact: { title: 'Fisher 精确检验', assumes: `${people}人数再少也是精确的。除非各人相互独立，p 值只作描述。` },
  kruskalWallis: { title: 'Kruskal–Wallis 检验', assumes: `${people}每人一个值（多次评分取其中位数），只看大小顺序。除非各人相互独立，p 值只作描述。` },
  dunn: { title: 'Dunn 两两比较', assumes: `${people}接在 Kruskal–Wallis 检验之后；多对比较时应看校正后的 p。` },
  mannWhitney: { title: 'Mann–Whitney 检验', assumes: `${people}每人一个值，只看大小顺序；没有人同属两组。除非各人相互独立，p 值只作描述。` },
  pAdjust: { title: '按个数校正的 p 值', assumes: '凡是看过的检验都列在内，没有发现什么的也不例外。' },
  jaccard: { title: 'Jaccard 相似度', assumes: '两者都没有的，不说明任何问题。' },
  cCoefficient: { title: 'c 系数', assumes: '每个编码在其所在之处只计一次。一个编码远比另一个常用时，即使后者几乎不单独出现，数值仍然偏低。' },
  keynessLL: { title: '关键性（对数似然）', assumes: '同一个人的用词彼此相关，p 值只作描述；一个健谈的人就能让某个词显得关键。请看有多少人用到它。' },
  tfidf: { title: '词的权重（tf-idf）', assumes: '它没有统一的标准：请写明所用的变体。中文还需说明如何分词。' },
  percentAgreement: { title: '一致率', assumes: `${sameUnits}没有扣除碰巧一致的部分。` },
  cohenKappa: { title: 'Cohen κ 系数', assumes: `${sameUnits}两名编码员。${noThreshold}` },
  scottPi: { title: 'Scott π 系数', assumes: `${sameUnits}两名可以互换的编码员。${noThreshold}` },
  gwetAC1: { title: 'Gwet AC1 系数', assumes: `${sameUnits}编码本中的全部类目都计算在内，没有用到的也不例外。${noThreshold}` },
  brennanPrediger: { title: 'Brennan–Prediger κ 系数', assumes: `${sameUnits}碰巧时，编码本中各类目被选中的机会相等。${noThreshold}` },
  fleissKappa: { title: 'Fleiss κ 系数', assumes: `${sameUnits}编码员可以互换。${noThreshold}` },
  krippendorffAlpha: { title: 'Krippendorff α 系数', assumes: `${sameUnits}所选的数值类型（名称、顺序、等距、比率）与数值相符。Krippendorff 以 0.8 及以上为可靠，0.667 起可作初步结论。` },
  holsti: { title: 'Holsti 一致率', assumes: '已知两名编码员的哪些判断彼此对应。没有扣除碰巧一致的部分。' },
  segmentAgreement: { title: '片段一致性', assumes: '两名编码员都为这个编码通读了全文。谁也没有编码的字符，在按字符计算的一致率和 κ 中算作一致，因此文本越长，数值越高。' },
  maxqdaSegmentKappa: { title: 'MAXQDA 片段 κ', assumes: '碰巧时各编码机会相等；谁也没有编码的部分不计。不能与 Cohen κ 相比。' },
  unitizingAlpha: { title: '自选单位的 Krippendorff α', assumes: '编码员在同一文本中各自选定单位；同一编码员的单位不重叠。暂定：尚未与已发表的算例核对。' },
} as const;

const reads = {
  undefined: '没有定义：{{why}}。', percent: '{{text}}%。',
  wilson: '{{share}}。从 {{low}} 到 {{high}} 的比例也都与这些数字相容（{{level}} 区间）。',
  proportionDifference: '前一比例{{side}}后一比例 {{points}} 个百分点；从 {{low}} 到 {{high}} 也都与这些数字相容（{{level}} 区间）。', above: '高于', below: '低于',
  byChance: '如果行与列无关，出现至少这么不均匀的表格的情况{{often}}（{{p}}）。',
  cramersV: '克拉默 V 为 {{value}}：0 表示没有联系，1 表示完全相关。', smallExpected_other: '{{number}} 个单元格的预期值小于 5：用 Fisher 精确检验更稳妥。',
  simulated: 'p 值由 {{tables}} 张随机表格估计（每次用的都是同一批）：可能的表格多得数不完。', oddsRatio: '第一行的优势是第二行的 {{value}} 倍（{{low}} 到 {{high}}）。',
  ranks: '如果各组并无差别，秩次相差至少这么远的情况{{often}}（{{p}}）。', epsilonSquared: 'ε² 为 {{value}}：0 表示组别与高低无关，1 表示完全相关。',
  dunn_other: '{{all}} 对中有 {{number}} 对在 Holm 校正后明显有别。', higher: '从两组各取一个配对，第一组较高的占 {{share}}（相同者各计一半）。',
  pAdjust_other: '{{all}} 个中有 {{number}} 个仍不大于 0.05。', jaccard: '两者所有的内容中，{{share}} 为共有。', cCoefficient: 'c 为 {{value}}：0 表示从不同时出现，1 表示总是同时出现。', outOfRange: '因引文重叠而大于 1：同时出现的次数多于编码次数。',
  keyness: '如果这个词在两份文本中同样常用，出现至少这么大差别的情况{{often}}（对数似然 {{value}}，{{p}}）。', times: '它在第一份文本中的频率是第二份的 {{times}} 倍。', onlyOne: '它只出现在其中一份文本里。',
  tfidf_other: '{{number}} 份文档的权重。', agreed: '编码员在 {{share}} 上一致。', agreedBy: '编码员在 {{share}} 上一致；碰巧会有 {{expected}}。', beyond: '在碰巧之外的余地中，他们做到了 {{share}}：{{value}}。', asChance: '并不比碰巧更多：{{value}}。', lessThanChance: '还不如碰巧：{{value}}。',
  value: '数值为 {{value}}：1 为完全一致，0 为碰巧的水平。', noMoreThanChance: '数值为 {{value}}：不高于碰巧的水平（0）；1 为完全一致。', interval: '从 {{low}} 到 {{high}} 也都与这些判断相容（{{level}} 区间）。', effectReach: '从 {{low}} 到 {{high}} 也都与这些数字相容（{{level}} 区间）。', drawnUnits: '区间依据对单位重复抽样得到的 {{samples}} 个样本；单位很少时会偏窄。', drawnPeople: '区间依据在各组内对人重复抽样得到的 {{samples}} 个样本。',
  oneCategory: '只提供了一个类目：谁也无法不一致。', basis_other: '依据 {{number}} 个单位。',
  characters: '按字符计，编码员在 {{share}} 上一致，κ 为 {{kappa}}。', charactersShare: '按字符计，编码员在 {{share}} 上一致。', both: '任一方编码的内容中，{{share}} 由双方共同编码。', segments: '按片段计，{{all}} 个片段中有 {{matched}} 个与对方片段充分重叠。',
  unitizing: '单位与编码一并计算，α 为 {{value}}。', coded: '只看是否编码，为 {{value}}。', codes: '只看双方都编码之处的编码，为 {{value}}。',
} as const;

export const problemStatistics = {
  'no-such-statistic': { what: '没有名为“{{name}}”的统计方法。', way: '可用的有：{{known}}。' },
  'statistic-input': { what: '“{{file}}”中没有计算“{{name}}”所需的内容：{{what}}。', way: '例如可以写成 {{example}}。' },
} as const;

export const statistics = { offered, tests, refused, remark, undefined: undefinedFor, about, reads } as const;
