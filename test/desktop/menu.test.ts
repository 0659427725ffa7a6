import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { commandEntries } from '../../shared/model/commands.ts';
import { menuTemplate } from '../../electron/desktop/menu.ts';
import { createWords } from '../../shared/words/index.ts';

describe('the application menu', () => {
  const template = (platform: NodeJS.Platform, language: 'en' | 'zh' = 'en', chosen: string[] = []) => menuTemplate(commandEntries, createWords(language).say, platform, (id) => chosen.push(id));
  const items = (menus: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
  const shown = (menus: readonly MenuItemConstructorOptions[]) => menus.map(({ label, submenu }) => `${label}: ${(submenu as MenuItemConstructorOptions[]).map((item) => (item.type === 'separator' ? '|' : item.label)).join(' ')}`);

  test.each(['linux', 'win32', 'darwin'] as const)('every command stands in it once on %s, and says which it is', (platform) => {
    const chosen: string[] = [];
    const menus = template(platform, 'en', chosen);
    for (const { id } of commandEntries) {
      const found = items(menus).filter((one) => one.id === id);
      expect(found).toHaveLength(1);
      (found[0]!.click as () => void)();
    }
    expect(chosen).toEqual(commandEntries.map(({ id }) => id));
  });
  test('no two items have the same keys', () => {
    const keys = items(template('linux')).flatMap((item) => item.accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
  test('undo and redo are the page’s own keys: the menu only shows them', () => {
    expect(items(template('linux')).filter((item) => item.registerAccelerator === false).map(({ id }) => id)).toEqual(['history.undo', 'history.redo']);
  });
  test('subjects are kept apart by a line', () => {
    expect(shown(template('linux', 'zh'))).toEqual([
      '文件: 新建研究… 打开研究… 打开示例研究 合并另一份研究副本… 共享此研究… 立即汇合 | 合并编码本… 把编码本给研究副本… | 导入访谈稿… 导入受访者名单… 导入编码本… 导入问卷… 导入其他软件的项目… | 用修订版替换本文档… | 导出编码片段… 导出编码本… 导出给其他软件… 打印编码本… | 退出',
      '编辑: 新建研究日志 | 撤销 重做 操作历史… 本文档的文字历史… 编码本的版本… | 替换片段的一个编码… | 这里是谁在说话… 在光标处拆分话轮 与上一个话轮合并 与下一个话轮合并 | 剪切 复制 粘贴 全选', '视图: 编码 表格 利益相关者 受访者 备忘 一致性 词语 问卷 冲突 报告 合并 检索 浅色或深色 English 放大正文 缩小正文 正文恢复原大小 | 放大 缩小 实际大小', '帮助: 快捷键 关于 Concord',
    ]);
  });
});
