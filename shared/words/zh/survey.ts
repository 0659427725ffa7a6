/** 问卷：导入、计数、与访谈并置。 */
export const survey = {
  survey: {
    one: '问卷', asSurvey: '这其实是问卷', respondents_other: '{{number}} 位答卷人', questions_other: '{{number}} 道题',
    import: {
      title: '导入问卷', hint: '{{file}}：{{respondents}}，{{questions}}。请看看每一列被理解成什么，不对的可以更改。', nothingYet: '尚未导入任何内容。空单元格不算回答。', updates: '将更新“{{survey}}”：新增答卷人 {{added}} 位，{{changed}} 个回答有变。不在此表中的 {{absent}} 位保持不变。',
      run_other: '导入 {{number}} 位答卷人', bringUp: '更新“{{survey}}”', respondent: '答卷人', numbered: '按行编号', group: '分组', noGroup: '不分组', attribute: '对应属性', noAttribute: '无', newAttribute: '新建：{{attribute}}', fits: '{{of}} 组中有 {{fits}} 组相符', into: '导入到', newSurvey: '新的问卷', name: '名称',
      groups: '各组答卷人数', column: '列', answers: '回答类型', answered: 'n', found: '其中的内容', kind: '“{{column}}”的类型', leave: '不导入', isGroup: '分组依据', separator: '回答之间用', lines: '换行', blank: '空单元格', ticksNone: '表示一项未选', notAnswered: '表示未作答', steps: '{{low}} 到 {{high}}', lowToHigh: '由低到高：', lower: '把“{{step}}”调低一级', turnRound: '颠倒顺序',
      documents_other: '开放回答会成为 {{number}} 份文档，答卷人记为受访者。', look: '请留意', unnamed: '没有一列说明是谁作答，将按行编号。换了顺序的同一张表就认不出来了。', nameless: '第 {{row}} 行没有写明答卷人，不导入。', twice: '第 {{row}} 行的“{{name}}”与第 {{before}} 行重复，不导入。', misfit: '第 {{row}} 行“{{column}}”：“{{value}}”不是这种类型的回答，不导入。',
      empty: '“{{column}}”是空列。', noSeparator: '“{{column}}”：没有一个单元格用这个符号分隔多个回答。', otherSeparator: '“{{column}}”：另一种分隔符更像。', namesakes_other: '有 {{number}} 位答卷人与研究中的受访者同名。', ticks: '{{number}} 列合成，每列一个选项', apart: '各列分开', keptApart: '“{{column}}”的 {{number}} 列保持分开。', together: '合成一道题',
      samePeople: '他们是同一些人',
    },
    emptyTitle: '导入一份问卷。', emptyText: '准备一张 CSV 或 Excel 表：每位答卷人一行，每道题一列。Concord 会识别回答的类型，按组计数，并与访谈内容并置。', emptyGo: '导入问卷', emptyHint: '也可以把表格拖到窗口的任意位置。',
    surveys: '问卷', questionsOf: '“{{survey}}”的题目', more: '“{{survey}}”的更多操作', again: '导入更新的表格…', rename: '改名…', renameTitle: '为问卷改名', remove: '删除这份问卷…', removeTitle: '删除“{{survey}}”？', removeText: '将一并删除：{{respondents}}、{{documents}}开放回答及其 {{codings}}，以及没有在别处发言的 {{people}}。', removeUndo: '撤销可以全部恢复。', removeRun: '删除', people_other: '{{number}} 人', newName: '名称',
    joint: '与访谈并置', page: '显示内容', counts: '计数', answers: '回答',
    by: '分组', split: '比较', noSplit: '全部', shown: '显示为', panels: '前五项', allAnswers: '全部回答', table: '表格', measure: '数字', percent: '%', count: '人数', rank: '名次', save: '保存',
    subtitlePercent: '{{survey}}：各组作答者中的百分比。', subtitleCount: '{{survey}}：各组作答者中的人数。', subtitleRank: '{{survey}}：各组之内的名次，人数相同则并列。', subtitleMeasure: '{{survey}}：以各组作答者计。', subtitleOpen: '{{survey}}：开放回答。每位答卷人的回答是一份文档，可以在其中编码。', severalPossible: '可选多项。', bySplit: '按“{{split}}”拆分。',
    notAsked: '这一组无人作答。', moreOften: '高于全部组的总体比例', lessOften: '低于全部组的总体比例', standing: '高于或低于全部组的总体比例，且差异超出偶然：调整残差，p 值已按选项数和组数校正，不大于 0.05。', standingNone: '没有哪个组提及某一选项的比例超出偶然的差异（见下方检验）。', tied: '并列第五的一并列出。', of: '{{n}} 人中有 {{count}} 人',
    difference: '差值', pointsInterval: '{{low}} 至 {{high}}', differenceNote: '差值：前一部分减后一部分，以百分点计，附 Newcombe 95% 区间。区间不含 0，即两部分有差别。', tests: '各组之间有差别吗？', distribution: '分布', group: '组', interval: '25% 至 75%', independent: '每位答卷人只计一次。他们能否代表更多的人，取决于当初如何选取。',
    answer: '回答', respondent: '答卷人', open: '打开', noAnswers: '无人作答。', showMore: '显示更多', nothingTicked: '一项未选', unasked: '未问及', smallN: 'n 小于 {{n}} 时显示人数：2/4。',
    jointTitle: '问卷与访谈', jointSubtitle: '{{survey}}：各组勾选的情况，与该组受访者中提及相应编码的人数并列。', jointNoAttribute: '请指明受访者的哪个属性对应这些组，两者才能并置。', jointNoLinks: '请把回答与谈到它的编码关联起来。', jointAttribute: '各组对应', links: '回答与编码', linksHint: '按名称相似程度提出建议。合适的就接受，也可以另选编码。', accept: '接受', acceptAll_other: '接受全部 {{number}} 条建议', proposed: '建议', link: '选择编码', linkFor: '为“{{answer}}”选择编码', unlink: '取消“{{code}}”', wholeQuestion: '整道题', showLinks: '关联回答', hideLinks: '完成',
    lowerQuarter: '25%', upperQuarter: '75%', questionAsked: '题目', answeredBy_other: '{{number}} 位作答者', together: '合看',
    inSurvey: '问卷', inInterviews: '访谈', place: '第 {{rank}} 位', notInterviewed: '无人受访', raisedBy: '{{n}} 人中有 {{count}} 人提及', quotations: '引文', showQuotations: '引文：{{answer}}，{{group}}', noQuotations: '受访者中无人提到。',
    verdict: { convergent: '一致', silent: '一方沉默', contradictory: '相左', nothing: '两者皆无' },
    rule: '一方沉默：两者之一无人提到。相左：一方常见（三分之一及以上）而另一方不常见，且相差 20 个百分点及以上。其余为一致。访谈比例以人计，问卷的回答不算作访谈。', ruleScale: '量表：取高于中点者。',
    documentsAndAnswers: '{{documents}} · {{answers}}', answerSheets_other: '{{number}} 份答卷', folded: '{{survey}}，{{answers}}，已折叠', unfolded: '{{survey}}，{{answers}}，已展开', findAnswers: '查找受访者', moreAnswers: '还有 {{number}} 份，键入可查找。',
    everybody: '全部', noGroup: '未分组', noPart: '未说明', none: '还没有问卷。', mean: '均值', median: '中位数', meanRank: '平均秩次',
    kind: { choice: '单选', several: '多选', scale: '量表', number: '数值', open: '开放题' },
  },
  done: {
    link_other: '把 {{number}} 个回答与编码关联', unlink: '取消“{{answer}}”与“{{code}}”的关联', import_other: '导入“{{survey}}”（{{number}} 位答卷人）', change: '修改问卷“{{survey}}”', remove: '删除问卷“{{survey}}”',
  },
  cli: {
    survey: '按组统计问卷：--question 题目；--by 分组题或其他题目、all；--split 题目；--survey 问卷名；--joint：已关联的回答与访谈并置；--format text、csv、xlsx、docx 或 json；-o 文件；不给 --question 时列出已有问卷',
    surveyTaken: '{{name}}：新增答卷人 {{added}} 位，已有 {{known}} 位；{{questions}} 道题，{{answers}} 个回答，新增开放回答文档 {{documents}} 份。', surveyMisfits: '{{count}} 个单元格与该列类型不符，未导入。',
    noSuchSheetKind: '没有“{{kind}}”这种表格。可用：survey。',
  },
  problem: {
    'no-surveys': { what: '这个研究里还没有问卷。', way: '请用“导入”带入一张每位答卷人一行的表格。' },
    'no-such-survey': { what: '没有问卷“{{survey}}”。', way: '现有问卷：{{known}}。新的问卷请用“导入”。' },
    'no-such-question': { what: '没有题目“{{question}}”。', way: '现有题目：{{known}}。' },
    'survey-no-questions': { what: '“{{file}}”中没有一列被当作题目。', way: '请至少为一列指定回答的类型。' },
  },
} as const;
