import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { createStudy, openStudy } from '../../electron/core/engine.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { facets } from '../../shared/model/schema.ts';
import { serve } from '../serve.ts';
import { chromiumFlags, chromiumPath } from '../chromium.ts';
import { compared, report, seeded, type Measured } from './measure.ts';

/** The same text twice: in the product with everything switched on, and (P) as static HTML paragraphs that can be typed into. */
interface Size { readonly name: string; readonly language: 'en' | 'zh'; readonly length: number; readonly passages: number; readonly limits: { readonly open: number; readonly key: number; readonly code: number; readonly scroll: number } }
const sizes: readonly Size[] = [
  { name: '30,000 words, 3,000 passages', language: 'en', length: 30_000, passages: 3000, limits: { open: 2, key: 1.5, code: 1.5, scroll: 3 } },
  { name: '100,000 words, 10,000 passages', language: 'en', length: 100_000, passages: 10_000, limits: { open: 1.2, key: 1.5, code: 1.5, scroll: 3 } },
  { name: '60,000 characters, 3,000 passages', language: 'zh', length: 60_000, passages: 3000, limits: { open: 2, key: 1.6, code: 1.5, scroll: 3 } },
];
const runs = Number(process.env['RUNS'] ?? 5);
const keys = 12;
const frames = 200;
const step = 100;
const codes = 60;
const deepest = 6;

const words = 'the of and to we were told that patients come back from county hospital with no letter so nobody knows what was changed and I write it down again for them because it matters how much time there is in a morning when sixty people wait outside and the forms have to be filled in by nine before anyone asks about money or the bed or who signs'.split(' ');
const characters = '我们当时被告知病人从县医院回来没有信所以谁也不知道改了什么我又写了一遍因为早上时间不够六十个人在外面等表格要在九点以前填完然后才有人问钱的事床位谁来签字社区医生不愿意接收转下来的'.split('');

function interview({ language, length, passages }: Size): Snapshot {
  const random = seeded(20261121);
  const turns: string[] = [];
  for (let said = 0; said < length;) {
    const size = Math.min(length - said, 5 + random(146));
    said += size;
    let rest = 6 + random(14);
    const parts = Array.from({ length: size }, (_, index) => {
      const end = --rest === 0 || index === size - 1;
      if (end) rest = 6 + random(14);
      return (language === 'zh' ? characters[random(characters.length)]! : words[random(words.length)]!) + (end ? (language === 'zh' ? '。' : '.') : '');
    });
    turns.push(parts.join(language === 'zh' ? '' : ' '));
  }
  const text = turns.join('\n');
  const depth = new Uint8Array(text.length);
  const perWord = language === 'zh' ? 1.7 : text.length / length;
  const name = (index: number) => `Code ${index + 1}`;
  const codings: Snapshot['codings'][number][] = [];
  for (let tries = 0; codings.length < passages && tries < passages * 400; tries++) {
    const size = Math.max(2, Math.round(3 * 40 ** (random(10_000) / 10_000) * perWord));
    const start = random(text.length - size);
    if (depth.subarray(start, start + size).some((deep) => deep >= deepest)) continue;
    for (let at = start; at < start + size; at++) depth[at]!++;
    const code = random(codes);
    codings.push({ document: 'Long interview', start, end: start + size, code: [name(code)], facet: facets[code % 4]!, coder: codings.length % 2 === 0 ? 'Lin' : 'Wei', rating: null, party: null, counterparty: null, memo: '', created: 1_760_000_000_000 + codings.length });
  }
  let at = 0;
  return {
    name: 'Bench', description: '', attributes: [], participants: [{ name: 'Interviewer', role: 'interviewer', values: {} }, { name: 'Dr Sun', role: 'interviewee', values: {} }],
    codes: Array.from({ length: codes }, (_, index) => ({ path: [name(index)], facet: facets[index % 4]!, definition: '', include: '', exclude: '', example: '', scale: [] })),
    documents: [{ name: 'A short one', text: 'One line.', values: {}, turns: [] }, { name: 'Long interview', text, values: {}, turns: turns.map((turn, index) => { const start = at; at += turn.length + 1; return { start, end: start + turn.length, participant: index % 2 === 0 ? 'Interviewer' : 'Dr Sun', label: '', time: null }; }) }],
    codings,
  };
}

/** What one run found: CPU of the page's main thread in ms, frames that came late, heap in MB, nodes. */
interface Found { open: number; key: number; code: number; /** Until the panes show the coding too. */ settled: number; /** A keystroke where each paragraph is contained. */ contained: number; scroll: number; late: number; heap: number; nodes: number }

/** Until the frame that shows what was done has been drawn. */
const painted = (page: Page): Promise<void> => page.evaluate(() => new Promise<void>((done) => {
  requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(); port2.postMessage(0); });
}));
async function metrics(session: CDPSession): Promise<Record<string, number>> {
  const { metrics: list } = await session.send('Performance.getMetrics') as { metrics: { name: string; value: number }[] };
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}
const taken = (before: Record<string, number>, after: Record<string, number>): number => (after['TaskDuration']! - before['TaskDuration']!) * 1000;
async function cpu(session: CDPSession, work: () => Promise<void>): Promise<number> {
  const before = await metrics(session);
  await work();
  return taken(before, await metrics(session));
}
const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function watched(browser: Browser, work: (page: Page, session: CDPSession) => Promise<Found>): Promise<Found> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' } as never);
  const found = await work(page, session);
  await context.close();
  return found;
}
async function typing(page: Page, session: CDPSession): Promise<number> {
  const spent: number[] = [];
  for (let key = 0; key < keys + 3; key++) {
    spent.push(await cpu(session, async () => { await page.keyboard.press('x'); await painted(page); }));
  }
  return middle(spent.slice(3));
}
async function scrolling(page: Page, session: CDPSession, scroller: string): Promise<{ scroll: number; late: number }> {
  let late = 0;
  await page.evaluate((found) => { document.querySelector(found)!.scrollTop = 0; }, scroller);
  await painted(page);
  const spent = await cpu(session, async () => {
    late = await page.evaluate(([found, count, by]) => new Promise<number>((done) => {
      const element = document.querySelector(found)!;
      let [frame, missed, last] = [0, 0, performance.now()];
      const next = (now: number) => {
        if (frame > 0 && now - last > 25) missed++;
        last = now;
        if (frame++ === count) return done(missed);
        element.scrollTop += by;
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    }), [scroller, frames, step] as const);
  });
  return { scroll: spent / frames, late };
}
async function memory(page: Page, session: CDPSession): Promise<{ heap: number; nodes: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize } = await metrics(session);
  const nodes = await page.evaluate(() => {
    const walker = document.createTreeWalker(document);
    let count = 1;
    while (walker.nextNode()) count++;
    return count;
  });
  return { heap: JSHeapUsedSize! / 2 ** 20, nodes };
}

/** The product's own face: another one takes another time to set. */
const face = readFileSync(new URL('../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2', import.meta.url)).toString('base64');
/** P before its text: what the product's text is set in, as wide, as high, in the same face; and who speaks, before each paragraph, as in the measured design. */
const plainPage = (language: Size['language']): string => `<style>
  @font-face { font-family: "Source Serif 4"; src: url(data:font/woff2;base64,${face}) format("woff2"); font-weight: 200 900 }
  body { margin: 0; text-autospace: normal } #scroller { height: 100vh; overflow-y: auto }
  #text { width: ${language === 'zh' ? 544 : 504}px; font: ${language === 'zh' ? '17px/1.9' : '16.5px/1.64'} "Source Serif 4", "Noto Serif CJK SC", serif; font-optical-sizing: auto; white-space: pre-wrap }
  p::before { content: attr(data-said); display: block; font: 500 12px/15px sans-serif; white-space: nowrap }
  p { margin: 0 0 14px; overflow-wrap: anywhere${language === 'zh' ? '; line-break: strict; text-spacing-trim: trim-start' : ''} }
</style><p>${language === 'zh' ? '字' : 'a'}</p><div id="scroller"><div id="text" lang="${language === 'zh' ? 'zh-Hans' : 'en'}" spellcheck="false" contenteditable="plaintext-only"></div></div>`;
/** The pointer rests on the text, in both: it is looked for anew after every layout. */
const pointAt = (page: Page): Promise<void> => page.mouse.move(700, 450);

async function plain(page: Page, session: CDPSession, text: string, language: Size['language']): Promise<Found> {
  await page.setContent(plainPage(language));
  await page.evaluate(() => document.fonts.ready);
  await pointAt(page);
  await page.evaluate((given) => { (window as unknown as { given: string }).given = given; }, text);
  await painted(page);
  const before = await memory(page, session);
  const open = await cpu(session, async () => {
    await page.evaluate(() => {
      // A plain page is parsed from HTML; the words in it are this bench's own and hold no markup.
      document.querySelector('#text')!.innerHTML = (window as unknown as { given: string }).given.split('\n').map((line, turn) => `<p data-said="${turn % 2 === 0 ? 'Interviewer' : 'Dr Sun'}  ${turn + 1}">${line}</p>`).join('');
    });
    await painted(page);
  });
  const after = await memory(page, session);
  const { heap, nodes } = { heap: after.heap - before.heap, nodes: after.nodes - before.nodes };
  await page.evaluate(() => {
    const paragraphs = document.querySelectorAll('#text p');
    const paragraph = paragraphs[paragraphs.length >> 1]!;
    paragraph.scrollIntoView({ block: 'center' });
    document.querySelector<HTMLElement>('#text')!.focus();
    getSelection()!.collapse(paragraph.firstChild!, paragraph.textContent.length >> 1);
  });
  await painted(page);
  const key = await typing(page, session);
  await page.addStyleTag({ content: 'p { contain: layout paint style }' });
  await painted(page);
  const contained = await typing(page, session);
  await page.evaluate(() => { document.head.lastElementChild!.remove(); });
  return { open, key, contained, code: key, settled: key, ...(await scrolling(page, session, '#scroller')), heap, nodes };
}

/** Watches, from the next key on, for the frame that draws one more bar of a code, alone or in a bar that several share: `drawn` is kept in the window. */
async function watchForBar(page: Page, name: string): Promise<void> {
  await page.evaluate((called) => {
    // No code's name is a part of another's that is looked for here.
    const bars = () => document.querySelectorAll(`.bar[title*="${called}"]`).length;
    const before = bars();
    (window as unknown as { drawn: Promise<void> }).drawn = new Promise<void>((done) => {
      const look = () => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (bars() === before ? look() : done());
        port2.postMessage(0);
      });
      addEventListener('keydown', look, { capture: true, once: true });
    });
  }, name);
}

async function product(page: Page, session: CDPSession, address: string): Promise<Found> {
  await page.goto(address);
  const list = page.getByRole('listbox', { name: 'Documents' });
  await list.getByRole('option', { name: 'A short one' }).click();
  await page.waitForSelector('.turn');
  await pointAt(page);
  await painted(page);
  // The window is there already: what the long interview adds is compared with what its plain text adds to an empty page.
  const before = await memory(page, session);
  await list.getByRole('option', { name: 'Long interview' }).evaluate((element) => { (window as unknown as { row: Element }).row = element; });
  const open = await cpu(session, () => page.evaluate(() => new Promise<void>((done) => {
    const look = () => {
      if (document.querySelectorAll('.turn').length > 10 && document.querySelectorAll('.bar').length > 0) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(0);
      } else requestAnimationFrame(look);
    };
    (window as unknown as { row: HTMLElement }).row.click();
    requestAnimationFrame(look);
  })));
  await page.waitForFunction(() => document.querySelectorAll('.unseen').length === 0, undefined, { timeout: 120_000 });
  const after = await memory(page, session);
  const { heap, nodes } = { heap: after.heap - before.heap, nodes: after.nodes - before.nodes };
  const spots = async (length: number) => {
    await page.evaluate((selected) => {
      const turns = [...document.querySelectorAll('.turn')];
      const turn = turns.slice(turns.length >> 1, (turns.length >> 1) + 20).reduce((longest, each) => (each.textContent.length > longest.textContent.length ? each : longest));
      turn.scrollIntoView({ block: 'center' });
      const node = turn.querySelector('span')!.firstChild!;
      const at = Math.max(0, (turn.textContent.length >> 1) - selected);
      getSelection()!.setBaseAndExtent(node, at, node, at + selected);
    }, length);
    await painted(page);
    await painted(page);
  };
  await page.getByRole('textbox', { name: 'Transcript' }).focus();
  const coded: number[] = [];
  const settled: number[] = [];
  for (let act = 0; act < 5; act++) {
    await spots(60 + act);
    await page.keyboard.press('Space');
    await page.keyboard.type(`Code ${act + 11}`);
    await painted(page);
    await watchForBar(page, `Code ${act + 11}`);
    const before = await metrics(session);
    await page.keyboard.press('Enter');
    await page.evaluate(() => (window as unknown as { drawn: Promise<void> }).drawn);
    coded.push(taken(before, await metrics(session)));
    await page.waitForFunction(() => document.querySelector('[role=dialog]') === null);
    await painted(page);
    settled.push(taken(before, await metrics(session)));
  }
  await spots(0);
  await page.keyboard.press('F2');
  await painted(page);
  const key = await typing(page, session);
  await page.keyboard.press('Escape');
  await page.getByText('All changes saved').waitFor();
  return { open, key, contained: key, code: middle(coded), settled: middle(settled), ...(await scrolling(page, session, '[class*=scroller]')), heap, nodes };
}

const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'));
const executablePath = chromiumPath();
const browser = await chromium.launch({ args: [...chromiumFlags, '--enable-precise-memory-info'], ...(executablePath === undefined ? {} : { executablePath }) });
const measured: Measured[] = [];
let tooMuch = false;
const beside: Record<string, Record<string, string>> = {};
for (const size of sizes) {
  const file = join(folder, `${size.passages}-${size.language}.concord`);
  createStudy(file, 'Bench');
  const engine = openStudy(file, { who: 'Lin' });
  const given = interview(size);
  await engine.call('study.take', { snapshot: given });
  engine.close();
  const served = await serve(folder, [file], 'en_US.UTF-8');
  const pairs: { ours: Found; theirs: Found }[] = [];
  for (let run = 0; run < runs; run++) {
    const ours = () => watched(browser, (page, session) => product(page, session, served.address));
    const theirs = () => watched(browser, (page, session) => plain(page, session, given.documents[1]!.text, size.language));
    if (run % 2 === 0) { const first = await theirs(); pairs.push({ theirs: first, ours: await ours() }); }
    else { const first = await ours(); pairs.push({ ours: first, theirs: await theirs() }); }
  }
  await served.stop();
  const of = (which: 'ours' | 'theirs', what: keyof Found) => middle(pairs.map((pair) => pair[which][what]));
  const line = (job: string, what: keyof Found, limit: number) => measured.push({ ...compared(job, size.name, of('ours', what), of('theirs', what), limit), ratio: middle(pairs.map(({ ours, theirs }) => ours[what] / theirs[what])) });
  line('open until painted', 'open', size.limits.open);
  line('one keystroke', 'key', size.limits.key);
  line('one more coding ÷ a keystroke', 'code', size.limits.code);
  line('scroll, per frame', 'scroll', size.limits.scroll);
  line('DOM nodes (a number, not ms)', 'nodes', 1.8);
  beside[size.name] = { 'late frames of 200 (P)': `${of('ours', 'late')} (${of('theirs', 'late')})`, 'ms a keystroke, P contained (P)': `${of('theirs', 'contained').toFixed(1)} (${of('theirs', 'key').toFixed(1)})`, 'ms until the panes show a coding too': of('ours', 'settled').toFixed(0), 'heap MB over P (limit 6)': (of('ours', 'heap') - of('theirs', 'heap')).toFixed(1) };
  tooMuch ||= of('ours', 'heap') - of('theirs', 'heap') > 6 || of('ours', 'late') - of('theirs', 'late') > frames * 0.02;
}
await browser.close();
rmSync(folder, { recursive: true, force: true });
if (!process.argv.includes('--json')) console.table(beside);
process.exitCode = report(measured) || (tooMuch ? 1 : 0);
