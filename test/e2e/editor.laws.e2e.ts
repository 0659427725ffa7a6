/**
 * Random edits in the real editor, held against plain strings: the text, the passages as `clip` and `shift` move them, and
 * what is painted, in the editor after every edit and in the core at every pause. SEED=n runs one seed, EDITS=n so many edits.
 */
import type { Page } from '@playwright/test';
import { depthPieces } from '../../renderer/editor/highlights.ts';
import { diffText, spliceText, type Span, type Splice } from '../../shared/model/span.ts';
import { byCommand, byKey, createChance, edgesOf, installTools, moved, planEdit, type Chance, type Edit, type State } from './randomEdits.ts';
import { expect, testOn, type Workbench } from './workbench.ts';

const seeds = process.env['SEED'] ? [Number(process.env['SEED'])] : [1, 3];
const edits = Number(process.env['EDITS'] ?? 60);
const often = { intervals: [30], timeout: 10_000 };
/** Pauses in which everything is compared with the core. */
const steps = 3;
const plain = ({ text, passages }: State): State => ({ text, passages: passages.toSorted((a, b) => a.id - b.id) });

async function checkPainted(page: Page, { passages }: State): Promise<void> {
  const { spans, starts, end } = await page.evaluate(() => window.tools.painted());
  expect(spans).toEqual(starts.flatMap((start, index) => {
    const stop = (starts[index + 1] ?? end + 1) - 1;
    return depthPieces(passages.filter((passage) => passage.start < stop && passage.end > start), start, stop).map((piece) => [piece.start, piece.end, piece.depth]);
  }));
}
async function stateOfCore(workbench: Workbench): Promise<State & { seq: number }> {
  const [{ text }, codings, [last]] = await Promise.all([workbench.ask('document.read', { document: 1 }), workbench.ask('coding.list', { document: 1 }), workbench.ask('history.list', { limit: 1 })]);
  return { text, passages: codings.map(({ passage, start, end }) => ({ id: passage, start, end })), seq: last!.seq };
}
/** What became of an edit, which must be what was meant by it. */
function whatHappened(edit: Edit, before: string, after: string, where: string): Splice | null {
  if (edit.splice !== undefined) {
    expect(after, where).toBe(edit.splice ? spliceText(before, edit.splice) : before);
    return edit.splice;
  }
  const gone = before.length - after.length;
  const at = edit.deed === 'forward' ? edit.span.start : edit.span.start - gone;
  const nominal = { at, removed: before.slice(at, at + gone), inserted: '' };
  const splice = at >= 0 && spliceText(before, nominal) === after ? nominal : diffText(before, after);
  expect(splice?.inserted ?? '', where).toBe('');
  if (!splice || gone === 0) return null;
  expect(splice.at, where).toBeGreaterThanOrEqual(edit.within.start);
  expect(splice.at + gone, where).toBeLessThanOrEqual(edit.within.end);
  return splice;
}

/** Edits at random: most in bursts by the editor's commands, every eighth by key. Answers with the state that must have come of it. */
async function editAtRandom(page: Page, chance: Chance, from: State, count: number, where: string): Promise<State> {
  let state = from;
  for (let done = 0; done < count;) {
    const burst: Edit[] = [];
    let planned = state.text;
    const length = chance.happens(0.3) ? 1 : Math.min(count - done, 2 + chance.below(8));
    while (burst.length < length && (burst.length === 0 || burst.at(-1)!.splice !== undefined)) {
      const edit = planEdit(chance, planned);
      burst.push(edit);
      if (edit.splice) planned = spliceText(planned, edit.splice);
    }
    const texts = burst.length === 1 ? [await byKey(page, burst[0]!)] : await byCommand(page, burst);
    for (const [index, edit] of burst.entries()) {
      const splice = whatHappened(edit, state.text, texts[index]!, `${where}: ${JSON.stringify(edit)}`);
      if (splice) state = moved(state, splice);
    }
    done += burst.length;
    if (chance.happens(0.25)) await checkPainted(page, state);
  }
  return state;
}
async function undoAndRedo(page: Page, workbench: Workbench, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const { seq } = await stateOfCore(workbench);
    const { undo, redo } = await workbench.ask('project.read', {});
    if ((key === 'Control+z' ? undo : redo)?.operation !== 'document.edit') continue;
    await page.keyboard.press(key);
    await expect.poll(async () => (await stateOfCore(workbench)).seq, often).toBeGreaterThan(seq);
  }
}

function spanAtRandom(chance: Chance, text: string): Span {
  const edges = edgesOf(text);
  const place = chance.below(edges.length - 1);
  return { start: edges[place]!, end: edges[Math.min(edges.length - 1, place + 1 + chance.below(60))]! };
}
const interview = (chinese: boolean) => Array.from({ length: 10 }, (_, turn) => {
  const [asks, answers] = chinese ? ['访谈者：那么，往上转病人的时候呢？', '胡医生：我把病人转上去，就再也转不下来了。县医院把人留住，因为医保是按床日付费的。'] : ['Interviewer: And when you send a patient up?', 'Dr Hu: I send them up and they do not come back down. The county hospital keeps them.'];
  return turn % 2 === 0 ? asks : answers;
}).join('\n');

for (const seed of seeds) {
  const test = testOn(`Seed ${seed}`, async (study) => {
    await study.interview('Random', interview(seed % 3 === 0));
    const { text } = await study.ask('document.read', { document: 1 });
    const chance = createChance(seed * 1000);
    const code = await study.newCode('■ Any');
    for (let number = 0; number < 24; number++) await study.ask('coding.apply', { document: 1, ...spanAtRandom(chance, text), codes: [{ code }] });
  });
  test.describe(() => {
    // Only what is near the window is painted: here all of it is.
    test.use({ viewport: { width: 1440, height: 3000 } });
    test.describe.configure({ mode: 'parallel', timeout: 120_000 });
    test(`${edits} random edits leave every text, passage and painted stretch exact (seed ${seed})`, async ({ workbench, page }) => {
      const chance = createChance(seed);
      await workbench.correct();
      await installTools(page);
      const first = plain(await stateOfCore(workbench));
      const before = (await workbench.ask('project.read', {})).undo!.seq;
      let state = first;
      for (let step = 1; step <= steps; step++) {
        state = await editAtRandom(page, chance, state, edits / steps, `seed ${seed}, step ${step}`);
        await workbench.saved();
        expect(plain(await stateOfCore(workbench)), `seed ${seed}, step ${step}`).toEqual({ ...plain(state) });
        const back = chance.below(3);
        await undoAndRedo(page, workbench, [...Array.from({ length: back }, () => 'Control+z'), ...Array.from({ length: chance.below(back + 1) }, () => 'Control+Shift+z')]);
        // What was swallowed is made up for, so that there is always something to move.
        const { text, passages } = await stateOfCore(workbench);
        for (let missing = passages.length; missing < 20 && text.length > 1; missing++) await workbench.ask('coding.apply', { document: 1, ...spanAtRandom(chance, text), codes: [{ code: 1 }] });
        state = plain(await stateOfCore(workbench));
        await expect.poll(() => page.evaluate(() => window.tools.textOf()), often).toBe(state.text);
        await expect(async () => checkPainted(page, state)).toPass(often);
      }
      const last = plain(await stateOfCore(workbench));
      let undone = 0;
      for (; (await workbench.ask('project.read', {})).undo?.seq !== before; undone++) await workbench.ask('history.undo', {});
      expect(plain(await stateOfCore(workbench))).toEqual(first);
      for (; undone > 0; undone--) await workbench.ask('history.redo', {});
      expect(plain(await stateOfCore(workbench))).toEqual(last);
      await expect.poll(() => page.evaluate(() => window.tools.textOf()), often).toBe(last.text);
      await expect(async () => checkPainted(page, last)).toPass(often);
      console.log(`seed ${seed}: ${edits} edits, ${last.passages.length} passages at the end`);
    });
  });
}
