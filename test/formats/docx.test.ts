import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../electron/formats/limits.ts';
import { docx, docxEntries, paragraph, run, table, zip } from '../helpers/docx.ts';
import { expectLawful, problemOf, read, shown } from '../helpers/transcripts.ts';

const word = (body: string | readonly string[], choices = {}) => read(docx(body), choices, 'talk.docx');
const codes = async (bytes: Uint8Array) => (await read(bytes, {}, 'talk.docx')).notes.map(({ code, values }) => `${code} ${values['count'] ?? ''}`.trim());

describe('Word', () => {
  test('law: paragraphs and soft breaks come back as lines, character for character', () => fc.assert(fc.asyncProperty(
    fc.array(fc.array(fc.constantFrom('we', '我们', ' ', '\t', '\n', '𠮷', '👩‍⚕️', '<&>', '\u200b', 'he said: no', '　', 'é'), { maxLength: 8 }).map((parts) => parts.join('')), { minLength: 1, maxLength: 12 }).filter((lines) => lines.join('').trim() !== ''),
    async (paragraphs) => {
      const reading = await word(paragraphs, { pattern: 'none' });
      expect(reading.text.replace(/\n+/g, '\n').trim()).toBe(paragraphs.join('\n').replace(/\n+/g, '\n').trim());
      expectLawful(reading);
    }), { numRuns: 60 }));
  test('"@somebody" of a comment lost the zero-width space in front of it', async () => {
    expect((await word(['Ana', '\u200b@somebody no'])).text).toBe('Ana\n\u200b@somebody no');
  });
  test('a talk in paragraphs, as Teams and as people write it', async () => {
    expect(shown(await word(['Interview 3', '', 'I: And then?', 'B: We moved\naway.', '', 'I: When?']))).toEqual(['Interview 3', 'I|And then?', 'B|We moved\naway.', 'I|When?']);
    expect(shown(await word(['Meeting', '6 June 2024, 14:00', '32m 10s', 'Ana Ruiz started transcription', 'Ana Ruiz   0:03\nCould you?', 'Ben Cole   0:09\nYes.', 'Ana Ruiz   0:12\nGood.', 'Ana Ruiz stopped transcription']))).toEqual(
      ['Meeting\n6 June 2024, 14:00\n32m 10s\nAna Ruiz started transcription', '[0:03] Ana Ruiz|Could you?', '[0:09] Ben Cole|Yes.', '[0:12] Ana Ruiz|Good.']);
    expect((await word(['a: one', 'b: two'])).encoding).toBe('Word');
  });
  test('old Teams, as cues in paragraphs', async () => {
    expect(shown(await word(['0:0:3.120 --> 0:0:6.480\nAna Ruiz\nCould you?', '0:0:9.0 --> 0:0:12.0\nBen Cole\nYes.', '0:0:13.0 --> 0:0:14.0\nAna Ruiz\nGood.', '0:0:15.0 --> 0:0:16.0\nBen Cole\nBye.']))).toEqual(
      ['[0:03.120-0:06.480] Ana Ruiz|Could you?', '[0:09-0:12] Ben Cole|Yes.', '[0:13-0:14] Ana Ruiz|Good.', '[0:15-0:16] Ben Cole|Bye.']);
  });
  test('a table of times, speakers and text becomes turns; what stands around it is nobody\'s', async () => {
    const reading = await word(paragraph('Talk with Ana') + table([['Time', 'Speaker', 'Text'], ['00:05', 'Ana', 'Hello\nthere'], ['00:09', 'Ben', 'Hi: you'], ['', '', 'and so on'], ['01:00:12', 'Ana', '']]) + paragraph('End of talk'));
    expect(reading.pattern).toBe('table');
    expect(shown(reading)).toEqual(['Talk with Ana', '[0:05] Ana|Hello\nthere', '[0:09] Ben|Hi: you', 'Ben|and so on', '[60:12] Ana|', 'End of talk']);
    expect(reading.turns[0]!.lifted).toBe('Time\tSpeaker\tText\n00:05\tAna');
    expectLawful(reading);
  });
  test('two columns, Chinese, with a colon; NVivo puts the text in the middle', async () => {
    expect(shown(await word(table([['访谈者：', '您好？'], ['受访者：', '您好。'], ['访谈者：', '几年了？']])))).toEqual(['访谈者|您好？', '受访者|您好。', '访谈者|几年了？']);
    expect(shown(await word(table([['Timespan', 'Content', 'Speaker'], ['0:00.0 - 0:05.0', 'How are you these days?', 'Lin'], ['0:05.0 - 0:09.5', 'Well, thank you.', 'Hu'], ['0:09.5 - 0:12.0', 'Good.', 'Lin'], ['0:12.0 - 0:13.0', 'Yes.', 'Hu']])))).toEqual(
      ['[0:00-0:05] Lin|How are you these days?', '[0:05-0:09.500] Hu|Well, thank you.', '[0:09.500-0:12] Lin|Good.', '[0:12-0:13] Hu|Yes.']);
  });
  test('a table of facts is no talk, and the talk below it is read', async () => {
    const facts = table([['Interviewer', 'Lin'], ['Place', 'her office'], ['Date', '12 May'], ['Length', 'an hour']]);
    expect(shown(await word(facts + ['I: Hello?', 'B: Hello.', 'I: So?'].map(paragraph).join('')))).toEqual(['Interviewer\nLin\nPlace\nher office\nDate\n12 May\nLength\nan hour', 'I|Hello?', 'B|Hello.', 'I|So?']);
  });
  test('a label of a table that is no speaker stays in the text', async () => {
    const rows = table([['Ana', 'one'], ['Ben', 'two'], ['Ana', 'three'], ['Ben', 'four']]);
    expect(shown(await word(rows, { notSpeakers: ['Ben'], pattern: 'table' }))).toEqual(['Ana|one', 'Ben\ttwo', 'Ana|three', 'Ben\tfour']);
    expect((await word(rows, { pattern: 'none' })).text).toBe('Ana\none\nBen\ntwo\nAna\nthree\nBen\nfour');
  });
  test('what does not come in is counted', async () => {
    const changed = `<w:p>${run('I: kept')}<w:del w:id="1" w:author="x"><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins w:id="2" w:author="x">${run(' new')}</w:ins>${run(' secret', '<w:b/><w:vanish/>')}${run(' shown', '<w:vanish w:val="0"/>')}</w:p>`;
    const field = `<w:p><w:fldSimple w:instr="DATE">${run('2024')}</w:fldSimple><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const reading = await word(changed + paragraph('B: ok') + field);
    expect(shown(reading)).toEqual(['I|kept new secret shown', 'B|ok']);
    expect(await codes(docx(changed + paragraph('B: ok') + field))).toEqual(['tracked-deletions 1', 'hidden-text 1', 'footnotes-left-out 1', 'parts-left-out 1']);
  });
  test('a picture is left out with a note, and one from the net is never fetched', async () => {
    const picture = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    const link = '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://192.0.2.1/x.png" TargetMode="External"/>';
    expect(await codes(zip(docxEntries(paragraph('I: a') + paragraph('B: b') + picture, [], link)))).toEqual(['pictures-left-out 1']);
  });
});

describe('Word files that cannot be read', () => {
  const problem = (bytes: Uint8Array, name = 'talk.docx') => problemOf(read(bytes, {}, name));
  const good = docxEntries(paragraph('I: a'));
  test('damaged ones', async () => {
    const damaged = { code: 'damaged-file', file: 'talk.docx' };
    expect(await problem(zip(good).subarray(0, 300))).toEqual(damaged);
    expect(await problem(new TextEncoder().encode('I: this is text'))).toEqual(damaged);
    expect(await problem(zip(good, { crc: (right) => right ^ 1 }))).toEqual(damaged);
    expect(await problem(zip(good, { size: (right) => right + 1 }))).toEqual(damaged);
    expect(await problem(zip(good.filter(([name]) => name !== 'word/document.xml')))).toEqual(damaged);
    expect(await problem(zip([...good, ['../../evil.txt', 'x']]))).toEqual(damaged);
    expect(await problem(zip([...good, ['WORD/document.xml', 'x']]))).toEqual(damaged);
    expect(await problem(zip([...good.filter(([name]) => name !== 'word/document.xml'), ['word/document.xml', '<w:document><w:body><w:p>']]))).toEqual(damaged);
    expect(await problem(zip([...good.filter(([name]) => name !== 'word/document.xml'), ['word/document.xml', '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p>&b;</w:p></w:body></w:document>']]))).toEqual(damaged);
    expect(await problem(docx(`${'<w:sdt><w:sdtContent>'.repeat(50_000)}${'</w:sdtContent></w:sdt>'.repeat(50_000)}`))).toEqual(damaged);
  });
  test('one without a word', async () => {
    expect(await problem(docx(['', ' ']))).toEqual({ code: 'nothing-inside', file: 'talk.docx' });
  });
  test('one that unpacks to more than any document holds', async () => {
    const before = process.memoryUsage().rss;
    expect(await problem(zip([...good, ['word/media/bomb.xml', new Uint8Array(220 * 1024 * 1024)]]))).toMatchObject({ code: 'too-big', file: 'talk.docx' });
    expect(process.memoryUsage().rss - before).toBeLessThan(700 * 1024 * 1024);
    expect(await problem(zip(Array.from({ length: limits.entries + 1 }, (_, index) => [`${index}`, ''] as const)))).toMatchObject({ code: 'too-big' });
  });
  test('ones with a password', async () => {
    const compound = (text: string) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from(text, 'utf16le'), Buffer.alloc(600)]);
    expect(await problem(compound('EncryptedPackage'))).toEqual({ code: 'password-protected', file: 'talk.docx' });
    expect(await problem(zip(good, { flags: 0x801 }))).toEqual({ code: 'password-protected', file: 'talk.docx' });
    expect(await problem(compound('WordDocument'), 'talk.doc')).toEqual({ code: 'unknown-format', file: 'talk.doc' });
  });
  test('formats that are not read yet are named so, whatever is in them', async () => {
    for (const name of ['talk.pdf', 'talk.rtf', 'talk.odt', 'talk.doc', 'talk.mp3', 'talk.xyz']) expect(await problem(new TextEncoder().encode('I: a\nB: b'), name)).toEqual({ code: 'unknown-format', file: name });
    expect(await problem(new TextEncoder().encode('%PDF-1.7 ...'), 'talk.txt')).toEqual({ code: 'unknown-format', file: 'talk.txt' });
    expect(await problem(new TextEncoder().encode('{\\rtf1 ...'), 'talk.txt')).toEqual({ code: 'unknown-format', file: 'talk.txt' });
    expect(await problem(zip([['content.xml', '<a/>']]), 'talk.odt')).toEqual({ code: 'unknown-format', file: 'talk.odt' });
  });
  test('a file without an ending, and one whose name has points, are text', async () => {
    expect((await read('I: a\nB: b', {}, 'talk')).format).toBe('text');
    expect((await read('I: a\nB: b', {}, 'P01. Second talk')).format).toBe('text');
    expect((await read(docx(['I: a', 'B: b']), {}, 'talk.txt')).format).toBe('docx');
  });
});
