/** 编码本的用语。 */
export const codebook = {
  book: {
    chosen_other: '已选 {{number}} 个编码', several: '多个编码', together: '颜色与编码集…', clear: '取消选择',
    deleteTitle_other: '删除 {{number}} 个编码？', deleteSeveral: '删除这些编码',
  },
  codeSet: {
    new: '新建编码集', add: '新建', putIn: '所属编码集',
  },
} as const;
