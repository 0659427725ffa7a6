import type { FaultType, OwnFault } from '../../model/faults.ts';

export const fault = {
  at: '{{path}}：{{fault}}', missing: '缺少', form: '格式不符', type: '应为{{types}}', or: '{{first}}或{{second}}',
  atLeast: '不得小于 {{limit}}', above: '应大于 {{limit}}', atMost: '不得大于 {{limit}}', below: '应小于 {{limit}}', fewest_other: '至少 {{number}} 项', most_other: '至多 {{number}} 项',
  shortest_other: '至少 {{number}} 个字符', longest_other: '至多 {{number}} 个字符', among: '应为 {{names}} 之一', unknown: '此处没有 {{names}} 这一项',
  types: { number: '数字', int: '整数', string: '文本', array: '列表 [ … ]', object: '对象 { … }', boolean: 'true 或 false', null: '空值 null' } satisfies Record<FaultType, string>,
  own: {
    pairs: 'a 与 b 长度应相同', square: '列数应与行数相同', coders: '每名编码员的值应一样多（没有则写 null）', categories: '类目不得重复', agreed: '一致的判断不能多于任一方的判断', raters: '任一单位的评判数不得多于评判者人数',
    overlap: '同一编码员的单位不得重叠', words: '词的次数不能多于总词数', oneForm: '应为 table、coders、counts 之一', rows: '各行长度应相同', segments: '片段应在全文长度之内', span: '起点应在终点之前',
    text: '文本中不得有损坏的字符', units: '单位应在全文长度之内', share: 'k 不得大于 n', once: '每行只能出现一次', either: '应为受访者或文档', times: 'times 与 counts 的个数要一样',
  } satisfies Record<OwnFault, string>,
} as const;
