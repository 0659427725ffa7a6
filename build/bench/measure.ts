/** One line of a bench: our time against a plain baseline measured in the same run, ms. */
export interface Measured { readonly job: string; readonly size: string; readonly ours: number; readonly baseline: number; readonly ratio: number; readonly limit: number }

/** The middle of several runs' times, ms. `before` is run ahead of each and is not counted. */
export function median(runs: number, work: () => void, before: () => void = () => {}): number {
  const times = Array.from({ length: runs }, () => {
    before();
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)]!;
}
export async function medianAsync(runs: number, work: () => Promise<unknown>, before: () => void = () => {}): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    before();
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)]!;
}

export const compared = (job: string, size: string, ours: number, baseline: number, limit: number): Measured => ({ job, size, ours, baseline, ratio: ours / baseline, limit });

/** Prints the table (or JSON with --json) and answers with the exit code: 1 when a ratio is over its limit. */
export function report(measured: readonly Measured[]): number {
  const rounded = measured.map((line) => ({ ...line, ours: Number(line.ours.toFixed(2)), baseline: Number(line.baseline.toFixed(2)), ratio: Number(line.ratio.toFixed(3)) }));
  if (process.argv.includes('--json')) console.log(JSON.stringify(rounded, null, 1));
  else console.table(Object.fromEntries(rounded.map(({ job, size, ours, baseline, ratio, limit }) => [`${job} (${size})`, { 'ours ms': ours, 'baseline ms': baseline, ratio, limit, '': ratio > limit ? 'OVER' : 'ok' }])));
  return rounded.some(({ ratio, limit }) => ratio > limit) ? 1 : 0;
}
/** Numbers that look random and are the same in every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    // Mulberry32: the state counts through all 2^32 values before anything comes again.
    state = (state + 0x6d2b79f5) | 0;
    const once = Math.imul(state ^ (state >>> 15), 1 | state);
    const mixed = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once;
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296 * below) | 0;
  };
}
