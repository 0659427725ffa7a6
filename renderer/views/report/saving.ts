import type { Core } from '../../core/core.ts';
import type { Words } from '../../../shared/words/index.ts';

/** Writes a report and asks where to put it. */
export async function saveReport(core: Core, { language }: Words, report: number, format: 'docx' | 'html'): Promise<void> {
  await core.flushing.all();
  await core.bridge.save(await core.call('report.export', { report, format, language }));
}
