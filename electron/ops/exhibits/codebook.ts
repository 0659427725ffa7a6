import { z } from 'zod';
import { facets } from '../../../shared/model/schema.ts';
import { codePaths, codesInOrder } from '../codes.ts';
import { exhibitKind } from '../exhibit.ts';
import { talliesOf } from '../tallies.ts';

/** The codebook as a table: each code with what it means, when to give it and when not, an example, and how often it was given. */
export const codebookExhibit = exhibitKind({
  id: 'codebook',
  input: z.strictObject({ facet: z.enum(facets).optional() }),
  make(project, { facet }, { say }) {
    const codes = codesInOrder(project).filter((code) => facet === undefined || code.facet === facet);
    const paths = codePaths(project);
    const counted = talliesOf(project).codes;
    const said = (['definition', 'include', 'exclude', 'example'] as const).filter((field) => codes.some((code) => code[field] !== ''));
    return {
      title: facet === undefined ? say('left.codebook') : `${say('left.codebook')}: ${say(`facet.${facet}`)}`,
      subtitle: say('version.codes', { count: codes.length }),
      corner: say('excerpt.code'),
      columns: [...said.map((field) => ({ label: say(`field.${field}`), over: '', n: null })), { label: say('count.codings'), over: '', n: null }],
      rows: codes.map((code) => ({ label: code.name, depth: paths.get(code.id)!.length - 1, facet: code.facet, cells: [...said.map((field) => code[field]), counted[code.id]?.codings ?? 0] })),
      notes: [], quotations: [], asked: facet === undefined ? [] : [[say('excerpt.facet'), say(`facet.${facet}`)]],
      n: say('version.codes', { count: codes.length }),
    };
  },
});
