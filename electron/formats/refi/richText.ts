import { Problem } from '../../../shared/model/problem.ts';
import { docx } from '../docx.ts';

/** The words of a Word file, as they stand; null where it is none. Positions of a project never count in them. */
export async function richText(file: string, bytes: Uint8Array): Promise<string | null> {
  try { return (await docx.read({ name: file, bytes }, { pattern: 'none' })).text; } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
