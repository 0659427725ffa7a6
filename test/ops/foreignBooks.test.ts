import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readWhole } from '../../electron/core/files.ts';
import { another, copiesFor, within, type Copy } from '../helpers/copies.ts';
import { hasRealFiles } from '../helpers/projects.ts';
import { everything, temporaryFolder } from '../helpers/study.ts';

const files = { preparation: { file: async (path: string) => readWhole(path) } };
const ask = (name: string) => (into: Copy, others: readonly string[], asked: object = {}): Promise<any> => within(into, async (engine) => (await engine.ask(name, { others, ...asked }, files)).value);
const [compare, merge] = [ask('codebook.compare'), ask('codebook.merge')];
const begin = async (engine: any) => {
  await engine.call('code.create', { name: 'Workload', facet: 'theme', definition: 'How much there is to do.' });
  await engine.call('code.create', { name: 'Trust', facet: 'dimension' });
};
const put = (name: string, content: string | Uint8Array): string => { const file = join(temporaryFolder(), name); writeFileSync(file, content); return file; };
const paths = (copy: Copy) => within(copy, async (engine: any) => (await engine.call('code.list', {})).map(({ path, definition, facet }: any) => `${facet} ${path}${definition === '' ? '' : `: ${definition}`}`));
/** Merged, the study is sound; once more, there is nothing to say; undone, it is as it was. */
async function isMerged(copy: Copy, others: readonly string[]): Promise<any> {
  const before = everything(copy.file);
  const done = await merge(copy, others, { rest: 'theirs' });
  expect(await within(copy, async (engine) => (await engine.call('study.check', {})).findings)).toEqual([]);
  expect((await compare(copy, others)).items).toEqual([]);
  const undone = { ...copy, file: another(copy) };
  await within(undone, (engine) => engine.call('history.undo', {}));
  expect(everything(undone.file)).toEqual(before);
  return done;
}

test('sheets as other programs write them: Chinese in GBK, a mark of the encoding and semicolons, parents in a column of their own', async () => {
  const [ana] = await copiesFor(['Ana'], begin) as [Copy];
  const chinese = put('编码本.csv', iconv.encode('编码;父编码;备忘;颜色\n信任;;对医生的信任;#ff0000\n夜班;工作负担;夜里的工作;\n工作负担;;要做多少;#00ff00\n', 'gbk'));
  const maxqda = put('maxqda.csv', '\ufeffColor;Parent code;Code;Memo\r\n#ff0000;;Care;What they do\r\n#0000ff;Care;Nights;"On call,\nalso at home"\r\n#0000ff;Care\\Nights;Pay;\r\n');
  await isMerged(ana, [chinese, maxqda]);
  expect((await paths(ana)).toSorted()).toEqual(['dimension Trust', 'theme Care > Nights > Pay', 'theme Care > Nights: On call,\nalso at home', 'theme Care: What they do', 'theme Workload: How much there is to do.', 'theme 信任: 对医生的信任', 'theme 工作负担 > 夜班: 夜里的工作', 'theme 工作负担: 要做多少'].toSorted());
});

test('a codebook of another program that has a name twice, hangs deep, knows no facets, or is empty', async () => {
  const qdc = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="X"><Codes>${inside}</Codes></CodeBook>`;
  const code = (number: number, name: string, inside = '') => `<Code guid="11111111-1111-4111-8111-${String(number).padStart(12, '0')}" name="${name}" isCodable="true">${inside}</Code>`;
  const [ana] = await copiesFor(['Ana'], begin) as [Copy];
  const twice = put('twice.qdc', qdc(code(1, 'Pay', `<Description>one</Description>${code(2, 'Kid')}`) + code(3, 'Pay', `<Description>two</Description>${code(4, 'Kid')}`) + code(5, 'trust')));
  // A program that knows no facets means our dimension with its code of the same name.
  expect((await compare(ana, [twice])).items.map(({ kind, about, holds }: any) => [kind, about, holds])).toEqual([['added', 'Pay', 'theirs'], ['added', 'Pay > Kid', 'theirs'], ['added', 'Pay (2)', 'theirs'], ['added', 'Pay (2) > Kid', 'theirs']]);
  const deep = put('deep.qdc', qdc(Array.from({ length: 40 }, (_, level) => level).reduceRight((inside, level) => code(100 + level, `L${level}`, inside), '')));
  const { added } = await isMerged(ana, [twice, deep, put('empty.qdc', qdc(''))]);
  expect(added).toBe(44);
  expect((await paths(ana)).filter((path: string) => path.includes('Pay'))).toEqual(['theme Pay: one', 'theme Pay > Kid', 'theme Pay (2): two', 'theme Pay (2) > Kid']);
  await expect(compare(ana, [put('circle.csv', 'name,parent\nA,B\nB,A\n')])).rejects.toMatchObject({ code: 'rows-refused', values: { file: 'circle.csv' } });
  await expect(compare(ana, [put('bare.csv', 'path,facet,definition\n')])).rejects.toMatchObject({ code: 'sheet-empty', values: { file: 'bare.csv' } });
});

test.skipIf(!hasRealFiles)('codebooks and projects that NVivo, ATLAS.ti and the standard itself give, one by one and all at once', async () => {
  const real = [['nvivo-mac-12.7.qdpx', 152], ['atlasti-23.4.qdc', 1], ['annex-a1.qdc', 6], ['nvivo-windows-12.6-small.qdpx', 60]] as const;
  const all = real.map(([name]) => resolve(import.meta.dirname, '../../../shared/files/refi', name));
  const [ana] = await copiesFor(['Ana'], begin) as [Copy];
  const { books, items } = await compare(ana, all);
  expect(books.map(({ codes }: any) => codes)).toEqual(real.map(([, codes]) => codes));
  // The two of NVivo are an earlier and a later state of one study: its codes are known by their UUIDs, and it is told which of the files said what.
  const otherwise = items.filter(({ kind }: any) => kind !== 'added' && kind !== 'alike');
  expect(otherwise.every(({ uuid, their, book, from }: any) => uuid === their && book === 3 && from === 0)).toBe(true);
  expect(otherwise).toContainEqual(expect.objectContaining({ kind: 'renamed', ours: 'HBM 1. Perceived Susceptibility – Észlelt fogékonyság', theirs: '1. Perceived Susceptibility – Észlelt fogékonyság', holds: null }));
  const { added } = await isMerged(ana, all);
  expect(await paths(ana)).toHaveLength(2 + added);
});
