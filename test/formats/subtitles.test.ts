import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinSpeech } from '../../electron/formats/speech.ts';
import { parseCues } from '../../electron/formats/cues.ts';
import { expectLawful, problemOf, read, shown } from '../helpers/transcripts.ts';

const stamp = (ms: number, point = '.') => `${[Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60].map((part) => String(part).padStart(2, '0')).join(':')}${point}${String(ms % 1000).padStart(3, '0')}`;
interface Line { readonly label: string; readonly text: string; readonly time: number; readonly timeEnd: number }
const names = ['Ana Ruiz', 'Ben', '王小明', 'SPEAKER_00', 'Guest 2'];
const words = ['so', 'we moved', '然后', '我们', '𠮷野', '👩‍⚕️', 'at 12:30', 'he said: no', '(laughs)'];
const cues = fc.array(fc.record({ who: fc.nat(2), text: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((parts) => `so ${parts.join(' ')}`), gap: fc.nat(3000), length: fc.integer({ min: 1, max: 9000 }) }), { minLength: 6, maxLength: 40 })
  .chain((list) => fc.uniqueArray(fc.constantFrom(...names), { minLength: 3, maxLength: 3 }).map((people) => {
    let at = 0;
    const lines = list.map(({ who, text, gap, length }): Line => { const time = at + gap; at = time + length; return { label: people[who]!, text, time, timeEnd: at }; });
    // Everybody speaks twice at least: a label that stands once is no speaker's.
    return [...people, ...people].map((label, index): Line => ({ label, text: 'so yes', time: index, timeEnd: index + 1 })).concat(lines.map((line) => ({ ...line, time: line.time + 10, timeEnd: line.timeEnd + 10 })));
  }));
/** What turns the cues make: one for what somebody says on end. */
const expected = (lines: readonly Line[]) => lines.reduce<Line[]>((turns, line) => {
  const last = turns.at(-1);
  return last?.label === line.label ? [...turns.slice(0, -1), { ...last, text: joinSpeech(last.text, line.text), timeEnd: line.timeEnd }] : [...turns, line];
}, []).map(({ label, text, time, timeEnd }) => ({ label, text, time, timeEnd }));

const writers: Readonly<Record<string, (lines: readonly Line[]) => string>> = {
  'Zoom, CRLF and numbers': (lines) => `WEBVTT\r\n\r\n${lines.map(({ label, text, time, timeEnd }, index) => `${index + 1}\r\n${stamp(time)} --> ${stamp(timeEnd)}\r\n${label}: ${text}\r\n`).join('\r\n')}`,
  'Teams, voices and ids': (lines) => `WEBVTT\n\nNOTE duration: "00:10:00"\n\n${lines.map(({ label, text, time, timeEnd }, index) => `5f0c9a3e-0000-0000-0000-000000000000/${index}-0\n${stamp(time)} --> ${stamp(timeEnd)}\n<v ${label}>${text}</v>`).join('\n\n')}\n`,
  'SRT with labels in brackets': (lines) => lines.map(({ label, text, time, timeEnd }, index) => `${index + 1}\n${stamp(time, ',')} --> ${stamp(timeEnd, ',')}\n[${label}]: <i>${text}</i>\n`).join('\n'),
  'name on the first line': (lines) => `WEBVTT\n\n${lines.map(({ label, text, time, timeEnd }) => `${stamp(time)} --> ${stamp(timeEnd)} position:10%\n(${label})\n${text}`).join('\n\n')}`,
};

describe('law: subtitles give back speakers, text and times', () => {
  for (const [name, write] of Object.entries(writers))
    test(name, () => fc.assert(fc.asyncProperty(cues, async (lines) => {
      const reading = await read(write(lines), {}, name.startsWith('SRT') ? 'talk.srt' : 'talk.vtt');
      expect(reading.turns.map(({ start, end, label, time, timeEnd }) => ({ label, text: reading.text.slice(start, end), time, timeEnd }))).toEqual(expected(lines));
      expect(reading.format).toBe('subtitles');
      expectLawful(reading);
    }), { numRuns: 50 }));
});

const vtt = (...blocks: readonly string[]) => `WEBVTT - a talk\n\n${blocks.map((block, index) => `00:0${index}.000 --> 00:0${index}.900 align:start\n${block}`).join('\n\n')}`;
describe('subtitles', () => {
  test('text cut for the screen is put together, Chinese without a space', () => {
    expect(['我们', '医院', 'and', 'then，', '好'].reduce(joinSpeech)).toBe('我们医院 and then，好');
    expect(joinSpeech('他说，', '“好”')).toBe('他说，“好”');
    expect(joinSpeech('', 'a')).toBe('a');
  });
  test('hours may be missing or pass 99; NOTE, STYLE, ids, settings and tags go; characters by name come', () => {
    expect(parseCues('WEBVTT\n\nSTYLE\n::cue { color: red }\n\nNOTE\nnobody says this\n\nid-1234\n01:02.5 --> 01:03.000 line:0%\n<c.loud>a &lt;b&gt; &amp;amp;</c> <00:01:02.700>c\n\n100:00:01,000 --> 100:00:02,000\n{\\an8}d')).toEqual([
      { time: 62_500, timeEnd: 63_000, lines: ['a <b> &amp; c'], settings: 'line:0%' }, { time: 360_001_000, timeEnd: 360_002_000, lines: ['d'], settings: '' }]);
  });
  test('a cue without a name goes on with the speaker before; a name that stands once is no speaker', async () => {
    const reading = await read(vtt('Ana: one', 'two', 'Ben: three', 'Ana: four', 'Ben: five', 'and then', 'Carl: six', 'and on'));
    expect(shown(reading)).toEqual(['[0:00-0:01.900] Ana|one two', '[0:02-0:02.900] Ben|three', '[0:03-0:03.900] Ana|four', '[0:04-0:07.900] Ben|five and then Carl: six and on']);
    expect(reading.labels.find(({ label }) => label === 'Carl')).toMatchObject({ turns: 1, speaker: false });
    expect(shown(await read(vtt('Ana: one', 'two', 'Ben: three', 'Ana: four', 'Ben: five', 'Carl: six'), { speakers: ['Carl'] })).at(-1)).toBe('[0:05-0:05.900] Carl|six');
  });
  test('voices may hold commas and brackets, share a cue, and lack their end', async () => {
    expect(shown(await read(vtt('<v.loud Ruiz, Ana (Guest)>Hello</v>', '<v Ben>Hi\nthere<v Ruiz, Ana (Guest)>You'))).map((line) => line.replace(/^\[.*?\] /, ''))).toEqual(['Ruiz, Ana (Guest)|Hello', 'Ben|Hi there', 'Ruiz, Ana (Guest)|You']);
  });
  test('signs that somebody else speaks, with and without a name', async () => {
    expect(shown(await read(vtt('>> ANA: one', 'two', '>> BEN: three', '>> ANA: four', '>> BEN: five'))).map((line) => line.replace(/^\[.*?\] /, ''))).toEqual(['ANA|one two', 'BEN|three', 'ANA|four', 'BEN|five']);
    expect(shown(await read(vtt('>> one', 'two', '>> three', '- four\n- five'))).map((line) => line.replace(/^\[.*?\] /, ''))).toEqual(['|one two', '|three', '|four', '|five']);
  });
  test('without speakers each cue is a turn of nobody with its time', async () => {
    const reading = await read('1\n00:00:01,000 --> 00:00:02,000\nWe moved\nin spring.\n\n2\n01:00:03,500 --> 01:00:04,000\nNote: yes.\n');
    expect(reading.pattern).toBe('none');
    expect(shown(reading)).toEqual(['[0:01-0:02] |We moved in spring.', '[60:03.500-60:04] |Note: yes.']);
  });
  test('a label that is no speaker stands in the text again', async () => {
    const text = vtt('Ana: one', 'Aim: two', 'Ben: three', 'Aim: four', 'Ana: five', 'Ben: six');
    expect((await read(text)).labels.map(({ label, turns, speaker }) => [label, turns, speaker])).toEqual([['Ana', 2, true], ['Ben', 2, true], ['Aim', 2, false]]);
    expect((await read(text, { notSpeakers: ['ben'] })).text).toBe('one Aim: two Ben: three Aim: four five Ben: six');
    expect((await read(text, { pattern: 'none' })).text.split('\n')[0]).toBe('Ana: one');
  });
  test('subtitles in a .txt, and a .vtt that holds none', async () => {
    expect((await read('1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:03,000 --> 00:00:04,000\nB', {}, 'a.txt')).format).toBe('subtitles');
    expect(await problemOf(read('WEBVTT\n\nNOTE nothing\n', {}, 'a.vtt'))).toEqual({ code: 'nothing-inside', file: 'a.vtt' });
    expect((await read('Ana: one\nBen: two\nAna: three', {}, 'a.vtt')).pattern).toBe('name-colon');
  });
});

describe('recognised speech', () => {
  const segments = [{ start: 0, end: 3.12, text: ' So how did it start?', speaker: 'SPEAKER_00' }, { start: 3.12, end: 4, text: ' I moved', speaker: 'SPEAKER_01' }, { start: 4, end: 6.9004, text: ' here.', words: [] }];
  test('WhisperX: seconds become ms, a segment without a speaker goes on', async () => {
    const reading = await read(JSON.stringify({ text: 'all', segments, language: 'en' }), {}, 'talk.json');
    expect(reading.format).toBe('recognised');
    expect(shown(reading)).toEqual(['[0:00-0:03.120] SPEAKER_00|So how did it start?', '[0:03.120-0:06.900] SPEAKER_01|I moved here.']);
    expect(reading.labels).toMatchObject([{ label: 'SPEAKER_00', role: 'interviewer', generic: true }, { label: 'SPEAKER_01', role: 'interviewee', generic: true }]);
    expect(shown(await read(JSON.stringify({ segments }), { notSpeakers: ['speaker_01'] }, 'talk.json'))).toEqual(['[0:00-0:06.900] SPEAKER_00|So how did it start? I moved here.']);
  });
  test('Whisper and whisper.cpp without speakers: a turn a segment', async () => {
    expect(shown(await read(JSON.stringify({ segments: segments.map(({ start, end, text }) => ({ start, end, text })) }), {}, 'a.json'))).toEqual(['[0:00-0:03.120] |So how did it start?', '[0:03.120-0:04] |I moved', '[0:04-0:06.900] |here.']);
    expect(shown(await read(JSON.stringify({ transcription: [{ timestamps: { from: '00:00:00,000', to: '00:00:01,500' }, offsets: { from: 0, to: 1500 }, text: ' 你好' }] }), {}, 'a.json'))).toEqual(['[0:00-0:01.500] |你好']);
  });
  test('tables: Whisper counts ms, InqScribe writes frames and speakers', async () => {
    expect(shown(await read('start\tend\ttext\n0\t3120\tSo how?\n3120\t6900\tI moved.\n', {}, 'a.tsv'))).toEqual(['[0:00-0:03.120] |So how?', '[0:03.120-0:06.900] |I moved.']);
    expect(shown(await read('Start\tEnd\tSpeaker\tTranscript\n[00:00:01.15]\t[00:00:02.00]\tAna\tHow?\n[00:00:02.00]\t[00:00:03.00]\tBen\tWell.\n[00:00:03.00]\t[00:00:04.00]\tBen\tSo.', {}, 'a.txt'))).toEqual(['[0:01.500-0:02] Ana|How?', '[0:02-0:04] Ben|Well. So.']);
  });
  test('other JSON is not for reading', async () => {
    expect(await problemOf(read('{"a": 1}', {}, 'a.json'))).toEqual({ code: 'unknown-format', file: 'a.json' });
    expect(await problemOf(read('{"segments": [{"__proto__": 1}]}', {}, 'a.json'))).toEqual({ code: 'unknown-format', file: 'a.json' });
  });
});
