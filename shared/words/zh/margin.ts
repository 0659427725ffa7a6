/** Stripes beside the text: their edges, and whose they are. */
export const margin = {
  done: { resize: '调整“{{code}}”的范围', recode: '改编码为“{{code}}”' },
  keys: {
    edges: '当前片段的边界', endBy: '末端移动一个字符', endByWord: '移动一个词', endBySentence: '移动一句', edge: '改为移动起点、末端',
  },
  margin: { start: '现在按键移动片段的起点。', end: '现在按键移动片段的末端。' },
};
