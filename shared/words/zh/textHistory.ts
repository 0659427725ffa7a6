/** 访谈稿文字的来龙去脉。 */
export const textHistory = {
  title: '“{{document}}”的文字历史', command: '文字历史…', none: '文字与导入时一样，没有人改动过。', steps: '文字改动，最新在前', differences: '差异', against: '显示', step: '这次改了什么', now: '当时与现在',
  lost_other: '{{number}} 个片段丢失', shortened_other: '{{number}} 个片段缩短', restored_other: '{{number}} 个片段恢复',
  same: '现在的文字与当时一样。', place: '第 {{at}} 处改动，共 {{of}} 处', previous: '上一处改动', next: '下一处改动', whole: '全文', text: '标出差异的文字',
};
