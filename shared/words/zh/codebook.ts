/** 编码本的用语。 */
export const codebook = {
  book: {
    more: '编码本的更多操作', chosen_other: '已选 {{number}} 个编码', several: '多个编码', together: '颜色与编码集…', clear: '取消选择',
    deleteTitle_other: '删除 {{number}} 个编码？', deleteSeveral: '删除这些编码',
  },
  bookImport: {
    title: '导入编码本', hint: '{{file}}：{{added}}，{{changed}}，{{same}}。', added_other: '新增 {{number}} 个编码', changed_other: '{{number}} 个有改动', same_other: '{{number}} 个不变',
    row: '行', code: '编码', says: '文件中的内容', isNew: '新', isChanged: '有改动', isSame: '不变', refused_other: '有 {{number}} 行无法导入。请先在文件中改正，在此之前不会导入任何内容。',
    was: '原为：{{before}}', empty: '文件中留空的不改变任何内容，也不会删除任何编码。', run: '导入编码本',
  },
  bookExport: { title: '导出编码本', hint: '按编码本的顺序列出全部编码，附定义、规则、例句、量表和次数。', print: '打印…' },
  codeSet: {
    new: '新建编码集', add: '新建', putIn: '所属编码集',
  },
} as const;
