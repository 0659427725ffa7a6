import { expect, testOn } from './workbench.ts';

const lines = ['医共体成立以后，卫生院的收入有什么变化？', '账面上是多了，可是“结余”留在县里。我们 2023 年只拿到 12%，还要先垫公卫的钱。𠮷医生说这叫“支持”。', '这件事情您和县里谈过吗？', '谈过三次，每次都说“等通知”。'];
const test = testOn('中文', async (study) => {
  await study.interview('TH-04 院长访谈', lines.map((line, index) => `${index % 2 === 0 ? '访谈者' : '院长'}：${line}`).join('\n'));
  await study.newCode('● 县级医院');
  await study.newCode('◆ 收入与绩效');
  await study.code('TH-04 院长访谈', '结余', '■ 比喻');
  await study.code('TH-04 院长访谈', '只拿到 12%', '◆ 收入与绩效', { rating: -1 });
});
test.use({ locale: 'zh-CN', language: 'zh_CN.UTF-8' });

test('a Chinese interview is coded by mouse and keyboard: double click takes a word, rare characters stay whole, marks are full width', async ({ workbench, page }) => {
  await workbench.text.drag('“结余”留在县里');
  await workbench.codeAs('县级');
  await workbench.text.click('卫生院', 2);
  expect((await workbench.text.selected()).length).toBeGreaterThan(1);
  await workbench.codeAs('收入');
  await workbench.text.caret('𠮷医生');
  await page.keyboard.press('Shift+ArrowRight');
  await workbench.openPalette();
  await page.keyboard.type('乡医');
  await expect(workbench.palette.getByRole('option')).toContainText(['新建利益相关者编码“乡医”', '新建维度编码“乡医”', '新建冲突编码“乡医”', '新建主题编码“乡医”']);
  await page.keyboard.press('Enter');
  const coded = await workbench.codedIn('TH-04 院长访谈');
  expect(coded).toContain('县级医院: “结余”留在县里');
  expect(coded).toContain('乡医: 𠮷');
  expect(coded[0]).toMatch(/^收入与绩效: 卫生/);
  const quote = await workbench.text.boxesOf('“支');
  expect(quote[0]!.right - quote[0]!.left).toBeGreaterThan(30);
  await expect(workbench.transcript).toHaveAttribute('lang', 'zh-Hans');
  const starts = await workbench.transcript.evaluate((root) => [...root.querySelectorAll('.turn')].flatMap((turn) => {
    const node = turn.querySelector('span')!.firstChild as Text;
    const first: string[] = [];
    let top = -Infinity;
    for (let at = 0; at < node.length; at++) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (box.top > top + 5) { first.push(node.data[at]!); top = box.top; }
    }
    return first;
  }));
  expect(starts.length).toBeGreaterThan(4);
  for (const first of starts) expect('，。；：？！”’）》、%').not.toContain(first);
});

test('an input method composes before and inside a coding: text and positions are exact, nothing is sent before it is done, undo takes it back', async ({ workbench, page }) => {
  await workbench.correct();
  await workbench.text.caret('账面上');
  await workbench.text.compose(['n', 'ni', 'ni ha', '你好'], '你好，');
  await workbench.saved();
  await workbench.text.caret('拿到 12%');
  await workbench.text.compose(['d', 'da', '大', '大g', '大概'], '大概');
  const text = [lines[0], `你好，${lines[1]!.replace('只拿到', '只大概拿到')}`, ...lines.slice(2)].join('\n');
  expect(await workbench.text.text()).toBe(text);
  await workbench.saved();
  expect(await workbench.wordsOf('TH-04 院长访谈')).toBe(text);
  expect(await workbench.codedIn('TH-04 院长访谈')).toEqual(['比喻: 结余', '收入与绩效 -1: 只大概拿到 12%']);
  await expect.poll(() => workbench.painted()).toBe('结余|只大概拿到 12%');
  expect(await workbench.text.barsOff([{ code: '比喻', words: '结余' }, { code: '收入与绩效', words: '只大概拿到 12%' }])).toBeLessThan(2);

  await workbench.text.caret('县里。');
  await workbench.text.compose(['s', 'sh', 'sheng'], '');
  expect(await workbench.text.text()).toBe(text);
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'zhon', selectionStart: 4, selectionEnd: 4 });
  // The editor ends a word that is being composed with a mark of its own on the screen, never in the text.
  expect((await workbench.text.text()).replaceAll('\u200b', '')).toBe(text.replace('县里。', 'zhon县里。'));
  expect((await workbench.ask('history.list', {})).filter((entry) => entry.operation === 'document.edit').length).toBe(2);
  await client.send('Input.insertText', { text: '中' });
  await workbench.saved();
  expect(await workbench.wordsOf('TH-04 院长访谈')).toBe(text.replace('县里。', '中县里。'));
  for (const step of [text, text.replace('只大概拿到', '只拿到')]) {
    await page.keyboard.press('Control+z');
    await expect.poll(() => workbench.text.text()).toBe(step);
  }
  expect(await workbench.codedIn('TH-04 院长访谈')).toEqual(['比喻: 结余', '收入与绩效 -1: 只拿到 12%']);
});
