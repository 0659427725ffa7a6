import { z } from 'zod';
import type { Words } from '../../shared/words/index.ts';
import type { Reader } from './operation.ts';

/** Only this coder's codings count (0: nobody's), as if there were no others: what a person sees who codes blind. All coders' without it. */
export const only = z.int().min(0).optional();
/** The same, as what a query takes. */
export const seenBy = { coder: only };
export interface Seen { readonly coder?: number | undefined }

/** What is counted in a file, with whose codings it counts where they are not everybody's. */
export const countedBy = (project: Reader, { say }: Words, { coder }: Seen, what: string): string => (coder === undefined ? what : say('blind.countedBy', { what, coder: project.find('coders', coder)?.name ?? '–' }));
