import iconv from 'iconv-lite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodings } from '../../electron/formats/encodings.ts';
import { limits } from '../../electron/formats/limits.ts';
import { decodeText } from '../../electron/formats/text.ts';
import { fileOf, problemOf, read, shown } from '../helpers/transcripts.ts';

const zh = '访谈者：您平时怎么安排时间？\n受访者：早上送孩子，下午上班，晚上回家做饭。\n访谈者：村卫生室有几个人？\n受访者：我们村卫生室只有我一个人。';
const tw = '訪談者：您平時怎麼安排時間？\n受訪者：早上送孩子，下午上班，晚上回家做飯。\n訪談者：衛生所有幾個人？\n受訪者：只有我一個人。';
const ja = 'インタビュアー：普段はどうしていますか。\n回答者：朝は子供を送って、午後は働きます。\nインタビュアー：何人いますか。\n回答者：私一人です。';
const ko = '면접자: 평소에 어떻게 지내세요?\n응답자: 아침에 아이를 데려다주고 오후에 일해요.\n면접자: 몇 명이에요?\n응답자: 저 혼자예요.';
const fr = 'Q: Le café à côté était fermé ?\nA: Oui, très bien… “naïve”, n’est-ce pas ?\nQ: Et après ?\nA: Rien, voilà.';

describe('a file in any encoding', () => {
  const written: readonly (readonly [as: string, codec: string, text: string, bom: boolean, sure: boolean])[] = [
    ['UTF-8', 'utf8', zh, false, true], ['UTF-8', 'utf8', zh, true, true], ['UTF-16 LE', 'utf-16le', zh, true, true], ['UTF-16 BE', 'utf-16be', zh, true, true],
    ['UTF-16 LE', 'utf-16le', zh, false, false], ['UTF-16 BE', 'utf-16be', zh, false, false], ['UTF-16 LE', 'utf-16le', fr, false, false], ['UTF-16 BE', 'utf-16be', fr, false, false],
    ['GB18030', 'gb18030', zh, false, true], ['Big5', 'big5', tw, false, true], ['Shift_JIS', 'shift_jis', ja, false, true], ['EUC-KR', 'euc-kr', ko, false, true], ['Windows-1252', 'win1252', fr, false, false],
  ];
  for (const [as, codec, text, bom, sure] of written)
    test(`${as}${bom ? ' with a BOM' : ''}, ${text.slice(0, 5)}, LF and CRLF`, async () => {
      for (const ends of ['\n', '\r\n', '\r']) {
        const reading = await read(iconv.encode(text.replaceAll('\n', ends), codec, { addBOM: bom }));
        expect(reading.encoding).toBe(as);
        expect(reading.sure).toBe(sure);
        expect(shown(reading)).toEqual(text.split('\n').map((line) => line.replace(/[:：] ?/, '|')));
        expect(reading.notes.filter((note) => note.code === 'encoding-guessed')).toEqual(sure ? [] : [{ code: 'encoding-guessed', values: { encoding: as } }]);
      }
    });
  test('two characters of Chinese from a Windows machine', () => {
    expect(decodeText(fileOf('a.txt', iconv.encode('患者', 'gb18030')))).toMatchObject({ text: '患者', encoding: 'GB18030', sure: false });
    expect(decodeText(fileOf('a.txt', iconv.encode('问：好。答：不好', 'gb18030')))).toMatchObject({ text: '问：好。答：不好', sure: false });
  });
  test('characters that only GB18030 has', () => {
    const text = `${zh}\n𠮷野家的㐂`;
    expect(decodeText(fileOf('a.txt', iconv.encode(text, 'gb18030'))).text).toBe(text);
  });
  test('law: whatever was written as UTF-8 or UTF-16 with a BOM comes back', () => fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /\S/.test(text) && !/[^\P{Cc}\t\n\f]|[\u2028\u2029\uFFFD]/u.test(text) && !/^[\uFEFF\u200B\u2060]/.test(text)), fc.constantFrom('utf8', 'utf-16le', 'utf-16be'), (text, codec) => {
    expect(decodeText(fileOf('a.txt', iconv.encode(text, codec, { addBOM: true })))).toEqual({ text, encoding: { 'utf8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE' }[codec], sure: true, notes: [] });
  })));
});

describe('an encoding that a person chose', () => {
  test('is used, and is one of the list', async () => {
    expect(encodings).toContain('Big5');
    const bytes = iconv.encode('éàü', 'win1252');
    expect(decodeText(fileOf('a.txt', bytes), 'Windows-1251').text).toBe('йаь');
    expect((await read(iconv.encode(tw, 'big5'), { encoding: 'Big5' })).sure).toBe(true);
  });
  test('that is none is a Problem, and so is one that makes no sense of the file', async () => {
    expect(await problemOf(read(zh, { encoding: 'EBCDIC' }))).toEqual({ code: 'unknown-encoding', file: 'talk.txt' });
    expect(await problemOf(read(iconv.encode(zh, 'gb18030'), { encoding: 'UTF-8' }))).toEqual({ code: 'broken-text', file: 'talk.txt', encoding: 'UTF-8' });
  });
});

describe('broken files', () => {
  test('one bad byte in UTF-8 is shown and counted, not guessed around', async () => {
    const bytes = Buffer.concat([Buffer.from(zh), Buffer.from([0xff]), Buffer.from('。')]);
    const reading = await read(bytes);
    expect(reading).toMatchObject({ encoding: 'UTF-8', sure: false, notes: [{ code: 'broken-characters', values: { count: 1 } }] });
    expect(reading.text).toContain('一个人。\uFFFD。');
  });
  test('half a character pair and a NUL are replaced, with a note', async () => {
    const half = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${zh}\ud842`, 'utf16le')]);
    expect((await read(half)).notes).toEqual([{ code: 'broken-characters', values: { count: 1 } }]);
    const nul = await read(`${fr}\0 and a good deal of text behind it, so that it is no binary file at all, by any measure`);
    expect(nul.notes).toEqual([{ code: 'nul-characters', values: { count: 1 } }]);
    expect(nul.text).toContain('voilà.␀ and');
  });
  test('a picture, an empty file, one of spaces, and one that is too large', async () => {
    const picture = new Uint8Array(4000).map((_, index) => (index * 7919) % 256);
    expect(await problemOf(read(picture))).toEqual({ code: 'not-text', file: 'talk.txt' });
    expect(await problemOf(read(''))).toEqual({ code: 'empty-file', file: 'talk.txt' });
    expect(await problemOf(read(' \r\n\t'))).toEqual({ code: 'empty-file', file: 'talk.txt' });
    expect(await problemOf(read(new Uint8Array(limits.file + 1)))).toEqual({ code: 'too-big', file: 'talk.txt', limit: 256 });
    expect(await problemOf(read(new Uint8Array(limits.text + 1).fill(97)))).toEqual({ code: 'too-big', file: 'talk.txt', limit: 95 });
  });
});
