import type Database from 'better-sqlite3';

/* The plainest that answers each question of the tables' bench, with nothing of Concord's. Each answers with a sum to compare by. */

const interviewees = `codings JOIN passages ON passages.id = codings.passage JOIN turns ON turns.document = passages.document AND turns."start" < passages."end" AND turns."end" > passages."start"
  JOIN participants ON participants.id = turns.participant AND role = 'interviewee' JOIN attributeValues ON attributeValues.participant = participants.id AND attribute = 1`;
const total = (rows: readonly unknown[]) => (rows as { n: number }[]).reduce((sum, { n }) => sum + n, 0);

export const tablePlainly = (db: Database.Database, what: string, by: string): number => total(db.prepare(`SELECT codings.code, ${by}, count(DISTINCT ${what}) AS n FROM ${interviewees} GROUP BY codings.code, ${by}`).all());
export const participantsPlainly = (db: Database.Database): number => total(db.prepare(`SELECT codings.code, turns.participant, count(DISTINCT codings.id) AS n FROM ${interviewees} GROUP BY codings.code, turns.participant`).all());

/** A sweep over all codings in the order of documents and starts: each with those that start before it ends. `where` says whose words count. */
function sweep(db: Database.Database, where: string): number {
  const rows = db.prepare(`SELECT document, "start", "end", code FROM codings JOIN passages ON passages.id = passage ${where} ORDER BY document, "start"`).raw().all() as [number, number, number, number][];
  const pairs = new Map<number, number>();
  for (let here = 0; here < rows.length; here++) {
    const [document, , end, code] = rows[here]!;
    for (let other = here + 1; other < rows.length && rows[other]![0] === document && rows[other]![1] < end; other++) {
      const [one, two] = [code * 4096 + rows[other]![3], rows[other]![3] * 4096 + code];
      pairs.set(one, (pairs.get(one) ?? 0) + 1);
      if (one !== two) pairs.set(two, (pairs.get(two) ?? 0) + 1);
    }
  }
  let sum = 0;
  for (const count of pairs.values()) sum += count;
  return sum;
}

export const sweepPlainly = (db: Database.Database): number => sweep(db, '');
/** The question as it is usually asked: interviewers' words left out. */
export const sweepOfInterviewees = (db: Database.Database): number => sweep(db, `WHERE EXISTS (SELECT 1 FROM turns JOIN participants ON participants.id = turns.participant AND role = 'interviewee'
  WHERE turns.document = passages.document AND turns."start" < passages."end" AND turns."end" > passages."start")`);

/** Each excerpt with what a reader wants to know: words, document, first turn, speakers, their values, code, coder, rating, dates. */
export function excerptsPlainly(db: Database.Database): number {
  const rows = db.prepare(`WITH numbered AS (SELECT *, row_number() OVER (PARTITION BY document ORDER BY "start", id) AS number FROM turns)
    SELECT codings.id, codings.uuid, codes.name AS code, codes.facet, coders.name AS coder, codings.rating, codings.created, codings.changed, documents.id AS documentId, documents.name AS document, passages."start", passages."end",
      min(numbered.number) AS turn, min(numbered.time) AS time, group_concat(DISTINCT participants.name) AS speakers, json_group_object(attributes.name, value) AS "values"
    FROM codings JOIN passages ON passages.id = codings.passage JOIN documents ON documents.id = passages.document JOIN codes ON codes.id = codings.code JOIN coders ON coders.id = codings.coder
    LEFT JOIN numbered ON numbered.document = passages.document AND numbered."start" < passages."end" AND numbered."end" > passages."start" LEFT JOIN participants ON participants.id = numbered.participant
    LEFT JOIN attributeValues ON attributeValues.participant = participants.id LEFT JOIN attributes ON attributes.id = attribute
    WHERE codings.code = 1 GROUP BY codings.id ORDER BY passages.document, passages."start"`).all() as { documentId: number; start: number; end: number; speakers: string; values: string }[];
  const text = db.prepare('SELECT text FROM documents WHERE id = ?').pluck();
  let sum = 0;
  let [document, words] = [0, ''];
  const excerpts = rows.map((row) => {
    if (row.documentId !== document) [document, words] = [row.documentId, text.get(row.documentId) as string];
    return { ...row, quotation: words.slice(row.start, row.end), speakers: row.speakers?.split(',') ?? [], attributes: JSON.parse(row.values) as object };
  });
  for (const { quotation } of excerpts) sum += quotation.length;
  return sum;
}

/** Cohen's κ of two coders for every code, by characters: a sweep over the spans of both in each document. The sum of all κ. */
export function kappaPlainly(db: Database.Database): number {
  const rows = db.prepare('SELECT code, document, coder, "start", "end" FROM codings JOIN passages ON passages.id = passage WHERE coder IN (1, 2) ORDER BY code, document, coder, "start"').raw().all() as [number, number, number, number, number][];
  const text = db.prepare('SELECT text FROM documents').pluck().all() as string[];
  const whole = text.reduce((sum, each) => sum + each.length, 0);
  let sum = 0;
  for (let at = 0; at < rows.length;) {
    const code = rows[at]![0];
    let [both, ofOne, ofOther] = [0, 0, 0];
    while (at < rows.length && rows[at]![0] === code) {
      const document = rows[at]![1];
      const [one, other]: [[number, number][], [number, number][]] = [[], []];
      for (; at < rows.length && rows[at]![0] === code && rows[at]![1] === document; at++) {
        const [, , coder, start, end] = rows[at]!;
        const spans = coder === 1 ? one : other;
        const last = spans.at(-1);
        if (last && start < last[1]) last[1] = Math.max(last[1], end);
        else spans.push([start, end]);
      }
      for (const [start, end] of one) ofOne += end - start;
      for (const [start, end] of other) ofOther += end - start;
      for (let mine = 0, first = 0; mine < one.length; mine++) {
        while (first < other.length && other[first]![1] <= one[mine]![0]) first++;
        for (let next = first; next < other.length && other[next]![0] < one[mine]![1]; next++) both += Math.min(one[mine]![1], other[next]![1]) - Math.max(one[mine]![0], other[next]![0]);
      }
    }
    const expected = (ofOne * ofOther + (whole - ofOne) * (whole - ofOther)) / whole / whole;
    sum += ((whole - ofOne - ofOther + 2 * both) / whole - expected) / (1 - expected);
  }
  return sum;
}
