import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Says what did not run and why, what passed only when it was repeated, and ends with one line of counts. */
export default class SkippedReporter implements Reporter {
  readonly #results = new Map<TestCase, TestResult>();
  onTestEnd(test: TestCase, result: TestResult): void { this.#results.set(test, result); }
  onEnd(): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const reasons = new Map<string, number>();
    for (const [test, { status }] of this.#results) {
      counts[status === 'passed' || status === 'skipped' ? status : 'failed'] += 1;
      const reason = test.annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given';
      if (status === 'skipped') reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    for (const [test, { status, retry }] of this.#results) if (status === 'passed' && retry > 0) console.log(`PASSED ONLY WHEN REPEATED: ${test.title}`);
    for (const [reason, count] of reasons) console.log(`SKIPPED ${count}: ${reason}`);
    console.log(`e2e: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  }
}
