import type { WordValues } from '../../shared/words/index.ts';

/** What the shell itself asks and says. To stand in shared/words under `desktop`, in this shape. */
const en = {
  pickTranscripts: 'Choose transcripts', pickSheet: 'Choose a table', pickStudy: 'Open a study', pickPlace: 'Where should the study go?', save: 'Save',
  transcripts: 'Transcripts', sheets: 'Tables', studies: 'Concord studies', allFiles: 'All files',
  openLink: 'Open {{shown}} in your browser or mail program?', openLinkWay: 'This leaves Concord: {{address}}', open: 'Open', cancel: 'Cancel',
  unsaved: 'Your last edit could not be saved.',
  unsavedWay: 'Keep the window open and try again, or close it without that edit. Everything before it is safe.',
  keepOpen: 'Keep open', closeAnyway: 'Close anyway',
  failing: 'Concord’s database process ended several times.',
  failingWay: 'Everything acknowledged is saved. Try once more, or quit and look at the study’s disk.',
  tryAgain: 'Try again', quit: 'Quit', close: 'Close',
};
const zh: typeof en = {
  pickTranscripts: '选择访谈稿', pickSheet: '选择表格', pickStudy: '打开研究', pickPlace: '研究文件放在哪里？', save: '保存',
  transcripts: '访谈稿', sheets: '表格', studies: 'Concord 研究', allFiles: '所有文件',
  openLink: '要在浏览器或邮件程序中打开 {{shown}} 吗？', openLinkWay: '这会离开 Concord：{{address}}', open: '打开', cancel: '取消',
  unsaved: '最后一处修改未能保存。',
  unsavedWay: '可以保留窗口再试一次，也可以放弃这处修改直接关闭。此前的内容都已保存。',
  keepOpen: '保留窗口', closeAnyway: '仍然关闭',
  failing: 'Concord 的数据库进程多次意外结束。',
  failingWay: '已确认的内容都已保存。可以再试一次，也可以退出后检查研究文件所在的磁盘。',
  tryAgain: '再试一次', quit: '退出', close: '关闭',
};
export type ShellKey = keyof typeof en;
export type ShellSay = (key: ShellKey, values?: WordValues) => string;
export const shellWords = (language: 'en' | 'zh'): ShellSay => (key, values = {}) =>
  ({ en, zh })[language][key].replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
