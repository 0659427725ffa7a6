/** Stripes beside the text: their edges, and whose they are. */
export const margin = {
  done: { resize: '调整“{{code}}”的范围', recode: '改编码为“{{code}}”' },
  keys: {
    edges: '当前片段的边界', endBy: '末端移动一个字符', endByWord: '移动一个词', endBySentence: '移动一句', edge: '改为移动起点、末端',
  },
  margin: {
    folded_other: '另有 {{number}} 个编码：{{names}}',
    gap: '还缺：{{facet}}。点击补上。',
    onlyMine: '仅自己', nobody: '无', shown: '显示谁的编码', you: '本人', view: '显示方式', blind: '只看自己的（盲编）', byCoder: '按编码员着色', usual: '恢复默认：本人与另一人', onlyMineCount: '只计您自己的编码：正在盲编。', hidden: '他人的编码已隐藏，各处的次数也只计您自己的。', start: '现在按键移动片段的起点。', end: '现在按键移动片段的末端。',
  },
};
