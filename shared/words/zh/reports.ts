export const doneReports = {
  savedTable: { save: '保存“{{table}}”', rename: '重命名为“{{table}}”', remove: '删除“{{table}}”' },
};
