import { describe, expect, test } from 'vitest';
import { docx } from '../helpers/docx.ts';
import { read } from '../helpers/transcripts.ts';

const timed = async <T>(run: () => Promise<T>): Promise<{ answer: T; ms: number }> => {
  const start = performance.now();
  const answer = await run();
  return { answer, ms: performance.now() - start };
};
// Bounds leave room for a slow machine; what was measured stands behind each.
describe('long files are read while a person looks on', () => {
  test('a Word file of 30,000 words in under 5 s (0.25 s)', async () => {
    const bytes = docx(Array.from({ length: 1500 }, (_, index) => `${index % 2 ? 'Dr Hu' : 'Lin'}: ${'we had to wait for the referral letter '.repeat(2)}${index} and so on and on?`));
    const { answer, ms } = await timed(() => read(bytes, {}, 'talk.docx'));
    expect(answer.turns).toHaveLength(1500);
    expect(ms).toBeLessThan(5000);
  });
  test('a text of 60,000 lines in under 3 s (0.35 s)', async () => {
    const bytes = new TextEncoder().encode(Array.from({ length: 60_000 }, (_, index) => `${index % 2 ? '受访者：' : '访谈者：'}我们卫生院的收入有什么变化？账面上是多了 ${index}`).join('\r\n'));
    await read(bytes.subarray(0, 8000));
    const { answer, ms } = await timed(() => read(bytes));
    expect(answer.turns).toHaveLength(60_000);
    expect(ms).toBeLessThan(3000);
  });
  test('a single line of a million characters, and blank lines without end, in under 3 s (0.2 s)', async () => {
    const line = `Ana: ${'word  and: more '.repeat(65_000)}`;
    const { answer, ms } = await timed(() => read(line));
    expect(answer.turns).toHaveLength(1);
    expect(ms).toBeLessThan(3000);
    const blank = await timed(() => read(`Ana: a\n${'\n \t'.repeat(200_000)}\nBen: b\nAna: c\nBen: ${' '.repeat(500_000)}d`));
    expect(blank.answer.turns).toHaveLength(4);
    expect(blank.ms).toBeLessThan(3000);
  });
});
