import type { Core } from '../../core/core.ts';
import type { Words } from '../../../shared/words/index.ts';

/** As wide as the core draws into files, CSS pixels. */
const width = 860;

/** Writes a report and asks where to put it. Word gets its pictures also as PNG, which only a window can draw. */
export async function saveReport(core: Core, words: Words, report: number, format: 'docx' | 'html'): Promise<void> {
  await core.flushing.all();
  const { language } = words;
  const pictures: { part: number; png: string }[] = [];
  if (format === 'docx') {
    const { parts } = await core.call('report.read', { report });
    for (const part of parts) {
      if (part.type !== 'exhibit' || part.picture === null) continue;
      const { exhibit, foot } = await core.call('report.show', { report, part: part.id, language });
      const { pictureFileOf } = await import('../../charts/drawn.ts');
      const drawn = exhibit && pictureFileOf(exhibit, { kind: part.picture, foot, alone: false }, width, words);
      if (drawn) pictures.push({ part: part.id, png: (await core.bridge.hand(`picture${part.id}.png`, await drawn.png())).handle });
    }
  }
  await core.bridge.save(await core.call('report.export', { report, format, language, pictures }));
}
