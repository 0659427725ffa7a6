import type { Core } from '../../core/core.ts';
import type { Words } from '../../../shared/words/index.ts';

/** Writes a report, asks where to put it, and keeps its numbers: made again it says what changed since. */
export async function saveReport(core: Core, { language }: Words, report: number, format: 'docx' | 'html'): Promise<void> {
  await core.flushing.all();
  await core.bridge.save(await core.call('report.export', { report, format, language }));
  await core.call('report.made', { report, language });
}
