import { z } from 'zod';
import type { Portrait } from '../../shared/model/portrait.ts';
import { axes } from '../../shared/model/tableAsked.ts';
import { partsNamed } from './axis.ts';
import { speakersOf } from './facts.ts';
import { heardBy } from './heard.ts';
import { query } from './operation.ts';
import { groundOf } from './queryGround.ts';
import { Problem } from '../../shared/model/problem.ts';

export const documentPortrait = query({
  /** The order of codings along a document; `rows` names the codes, as in a table. Interviewers' words count only for `all`. */
  input: z.strictObject({ document: z.int().positive(), rows: axes.default(['codes']), speakers: z.enum(['interviewees', 'all']).default('interviewees'), coder: z.int().min(0).optional() }),
  run(project, { document, rows, speakers, coder: seen }): Portrait {
    const { name, text } = project.get('documents', document);
    const heard = heardBy(project, speakers);
    const parts = partsNamed(project, heard, rows, 'rows', false);
    if (parts.some(({ decides }) => decides !== 'code')) throw new Problem('no-such-rows', { rows: rows.join(' × ') });
    const wanted = new Map(parts.flatMap(({ groups }) => groups.flatMap(({ code }) => (code ? [[code.id, code] as const] : []))));
    const ground = groundOf(project, seen);
    const { facts, judged } = ground;
    const [people, coders] = [new Map(project.all('participants').map((each) => [each.id, each])), new Map(project.all('coders').map((each) => [each.id, each.name]))];
    const stretch = ground.documents.find(({ id }) => id === document) ?? { from: 0, to: 0 };
    const found: Portrait['codings'][number][] = [];
    for (let place = stretch.from; place < stretch.to; place++) {
      const counted = heard.counted(speakersOf(facts, ground.index[place]!));
      if (counted === null) continue;
      for (let at = ground.first[place]!; at < ground.first[place + 1]!; at++) {
        const index = ground.codings[at]!;
        const [code, id] = [facts.codings.code[index]!, facts.codings.id[index]!];
        if (wanted.has(code)) found.push({ coding: id, code, start: ground.start[place]!, end: ground.end[place]!, coder: coders.get(facts.codings.coder[index]!) ?? '', rating: judged.rating[id] ?? null, speakers: counted.map((person) => people.get(person)!.name) });
      }
    }
    const codes = [...wanted.values()].filter(({ id }) => found.some(({ code }) => code === id));
    const rank = new Map(codes.map(({ id }, index) => [id, index]));
    const turns = project.query<{ start: number; end: number; participant: number | null }>('SELECT "start", "end", participant FROM turns WHERE document = ? AND "end" > "start" ORDER BY "start", id', document);
    return {
      document, name, length: text.length, codes, codings: found.map((each) => ({ ...each, code: rank.get(each.code)! })),
      turns: turns.map(({ start, end, participant }) => { const person = participant === null ? undefined : people.get(participant); return { start, end, speaker: person?.name ?? '', interviewer: person?.role === 'interviewer' }; }),
    };
  },
});
