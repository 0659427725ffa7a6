/** 问卷：导入、计数、与访谈并置。 */
export const survey = {
  survey: {
    everybody: '全部', noGroup: '未分组', noPart: '未说明', none: '还没有问卷。', mean: '均值', median: '中位数', meanRank: '平均秩次',
    kind: { choice: '单选', several: '多选', scale: '量表', number: '数值', open: '开放题' },
  },
  done: {
    import_other: '导入“{{survey}}”（{{number}} 位答卷人）', change: '修改问卷“{{survey}}”', question: '修改题目“{{question}}”', remove: '删除问卷“{{survey}}”',
  },
  cli: {
    survey: '按组统计问卷：--question 题目；--by 分组题或其他题目、all；--split 题目；--survey 问卷名；--format text、csv、xlsx 或 json；-o 文件；不给 --question 时列出已有问卷',
    surveyTaken: '{{name}}：新增答卷人 {{added}} 位，已有 {{known}} 位；{{questions}} 道题，{{answers}} 个回答，新增开放回答文档 {{documents}} 份。', surveyMisfits: '{{count}} 个单元格与该列类型不符，未导入。',
    noSuchSheetKind: '没有“{{kind}}”这种表格。可用：survey。',
  },
  problem: {
    'no-surveys': { what: '这个研究里还没有问卷。', way: '请用“导入”带入一张每位答卷人一行的表格。' },
    'no-such-survey': { what: '没有问卷“{{survey}}”。', way: '现有问卷：{{known}}。新的问卷请用“导入”。' },
    'no-such-question': { what: '没有题目“{{question}}”。', way: '现有题目：{{known}}。' },
    'survey-no-questions': { what: '“{{file}}”中没有一列被当作题目。', way: '请至少为一列指定回答的类型。' },
    'question-stays-open': { what: '“{{question}}”不能在开放题与计数题之间转换。', way: '请重新导入表格并在那里选择类型：开放回答会成为文档。' },
  },
} as const;
