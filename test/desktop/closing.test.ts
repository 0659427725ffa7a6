import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClosing, createFlushing, type Flushed } from '../../electron/desktop/closing.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('closing a window', () => {
  test('law: it goes only after its edit is safe or the person has said yes, and it is closed from here at most once', async () => {
    const attempt = fc.record({ flushed: fc.constantFrom<Flushed>('safe', 'failed', 'late'), confirmed: fc.boolean() });
    await fc.assert(fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 6 }), async (attempts) => {
      const given = { at: 0, closes: 0 };
      const mayClose = createClosing(async () => attempts[given.at]!.flushed, async () => attempts[given.at]!.confirmed, () => { given.closes += 1; });
      const may = attempts.findIndex(({ flushed, confirmed }) => flushed === 'safe' || confirmed);
      for (const index of attempts.keys()) {
        given.at = index;
        expect(mayClose()).toBe(may >= 0 && index > may);
        expect(mayClose()).toBe(may >= 0 && index > may); // a second click while it is being settled changes nothing
        await settled();
      }
      expect(given.closes).toBe(may < 0 ? 0 : 1);
    }));
  });
});

describe('asking the page for its pending edit', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  test('the page says that it is safe, or that it failed', async () => {
    const asked: number[] = [];
    const flushing = createFlushing((id) => asked.push(id));
    const [first, second] = [flushing.flush(), flushing.flush()];
    flushing.answered(asked[1]!, false);
    flushing.answered(asked[0]!, true);
    flushing.answered(999, true);
    expect(await Promise.all([first, second])).toEqual(['safe', 'failed']);
  });
  test('a page that hangs cannot keep the window for ever', async () => {
    const flushed = createFlushing(() => {}, 5000).flush();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await flushed).toBe('late');
  });
  test('a page that is gone has nothing more to bring home', async () => {
    const flushing = createFlushing(() => {});
    const flushed = flushing.flush();
    flushing.gone();
    expect(await flushed).toBe('safe');
  });
});
