import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTurns } from '../../electron/formats/turns.ts';
import { patternIds } from '../../electron/formats/patterns.ts';
import { expectLawful } from '../helpers/transcripts.ts';

interface Said { readonly label: string; readonly text: string; readonly time: number }

const clock = (time: number) => [Math.floor(time / 3600), Math.floor(time / 60) % 60, time % 60].map((part) => String(part).padStart(2, '0')).join(':');
const short = (time: number) => `${Math.floor(time / 60)}:${String(time % 60).padStart(2, '0')}`;
const joined = (turns: readonly Said[], write: (turn: Said, index: number, all: readonly Said[]) => string, between = '\n') => turns.map(write).join(between);

/** Every way of writing a talk, by the programs that do, and whether its times come back. */
const writers: Readonly<Record<string, { write: (turns: readonly Said[]) => string; timed: boolean }>> = {
  'Otter': { write: (turns) => `${joined(turns, ({ label, text, time }) => `${label}  ${short(time)}\n${text}\n`)}\nTranscribed by https://otter.ai\n`, timed: true },
  'Teams in Word': { write: (turns) => `Meeting\n${joined(turns, ({ label, text, time }) => `${label}   ${short(time)}\n${text}`)}`, timed: true },
  'Google Meet': { write: (turns) => `Study talk - Transcript\nAttendees\n\nTranscript\n${joined(turns, ({ label, text, time }) => `${clock(time)}\n${label}: ${text}`)}`, timed: true },
  'Trint': { write: (turns) => joined(turns, ({ label, text, time }) => `[${clock(time)}] ${label}: ${text}`), timed: true },
  'Trint in Word': { write: (turns) => joined(turns, ({ label, text, time }) => `${label}\n[${clock(time)}]\n${text || '…'}`, '\n\n'), timed: true },
  'Sonix': { write: (turns) => joined(turns, ({ label, text, time }) => `${label}: [${clock(time)}] ${text}`, '\n\n'), timed: true },
  'Descript in Markdown': { write: (turns) => joined(turns, ({ label, text, time }) => `**${label}:** [${clock(time)}] ${text}`, '\n\n'), timed: true },
  'Rev': { write: (turns) => joined(turns, ({ label, text, time }) => `${label} (${short(time).padStart(5, '0')}):\n${text}`, '\n\n'), timed: true },
  'Happy Scribe': { write: (turns) => joined(turns, ({ label, text, time }) => `[${clock(time)}] ${label}\n${text}`, '\n\n'), timed: true },
  'Amberscript': { write: (turns) => joined(turns, ({ label, text, time }) => `${label} (${clock(time)})\n${text}`, '\n\n'), timed: true },
  'ElevenLabs': { write: (turns) => joined(turns, ({ label, text, time }) => `[${clock(time)}] [${label}]\n${text}`), timed: true },
  'Fireflies': { write: (turns) => joined(turns, ({ label, text, time }) => `${label} (${short(time)}): ${text}`), timed: true },
  'Tactiq': { write: (turns) => joined(turns, ({ label, text, time }) => `${clock(time)} ${label}: ${text}`), timed: true },
  'Zoom chat': { write: (turns) => joined(turns, ({ label, text, time }) => `${clock(time)}\t${label}:\t${text}`), timed: true },
  'Zoom captions': { write: (turns) => joined(turns, ({ label, text, time }) => `[${label}] ${clock(time)}\n${text}`, '\n\n'), timed: true },
  'InqScribe': { write: (turns) => joined(turns, ({ label, text, time }) => `[${clock(time)}.00] ${label}: ${text}`), timed: true },
  '腾讯会议': { write: (turns) => joined(turns, ({ label, text, time }) => `${label}(${clock(time)}): ${text}`), timed: true },
  '飞书妙记': { write: (turns) => `2025年3月6日 下午 2:00|32分钟 10秒\n关键词: 社区、志愿者\n\n${joined(turns, ({ label, text, time }) => `${label} ${clock(time)}\n${text}`, '\n\n')}`, timed: true },
  '讯飞听见': { write: (turns) => `社区工作访谈\n${joined(turns, ({ label, text, time }) => `${label}  ${short(time).padStart(5, '0')}\n${text}`)}\n以上内容由AI生成，仅供参考\n`, timed: true },
  '得到大脑': { write: (turns) => joined(turns, ({ label, text, time }) => `🟢 ${label} [${clock(time)}]\n${text}`, '\n\n'), timed: true },
  'label: text': { write: (turns) => joined(turns, ({ label, text }) => `${label}: ${text}`), timed: false },
  'label：text': { write: (turns) => joined(turns, ({ label, text }) => `${label}：${text}`, '\n\n'), timed: false },
  'LABEL: alone': { write: (turns) => joined(turns, ({ label, text }) => `${label}:\n${text}`, '\n\n'), timed: false },
  '**label:** text': { write: (turns) => joined(turns, ({ label, text }) => `**${label}:** ${text}`), timed: false },
  '[label] text': { write: (turns) => joined(turns, ({ label, text }) => `[${label}] ${text}`), timed: false },
  '【label】text': { write: (turns) => joined(turns, ({ label, text }) => `【${label}】${text}`), timed: false },
  'label — text': { write: (turns) => joined(turns, ({ label, text }) => `${label} — ${text || '…'}`), timed: false },
  'label⇥text': { write: (turns) => joined(turns, ({ label, text }) => `${label}\t${text || '…'}`), timed: false },
};

const names = ['Ana Ruiz', 'Ben Cole', 'Dr Hu', 'MK', 'P01', 'VD-03', '王小明', '李老师（男）', '林', '欧阳主任', 'Interviewer', 'Participant 3', '访谈者', '受访者', '说话人1', 'Speaker 2', 'SPEAKER_00'];
const phrases = ['so', 'we moved', 'he said: no', '他说：不', 'at 12:30 sharp', '(laughs)', '[inaudible 00:12:03]', '𠮷野家', '👩‍⚕️ and 𡃁', 'https://example.org/a:b', '然后呢？', 'and "why: because"', '　全角', '…', 'twice  spaced', '100%', '- no'];
const line = fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' ')).filter((text) => !/^[\s\-[(（]/.test(text));
const said = fc.array(fc.oneof({ weight: 6, arbitrary: line.map((text) => `so ${text}`) }, { weight: 1, arbitrary: fc.constant('') }), { minLength: 1, maxLength: 3 })
  .map((lines) => lines.join('\n').replace(/^\n+|\n+$/g, ''));
/** A talk of two to four people, each of whom speaks at least twice; some turns are empty. */
const talk = fc.record({ people: fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 4 }), texts: fc.array(said, { minLength: 8, maxLength: 24 }), times: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 24, maxLength: 24 }) })
  .map(({ people, texts, times }) => texts.map((text, index): Said => ({ label: people[index % people.length]!, text, time: times.slice(0, index + 1).reduce((sum, time) => sum + time, 0) })));

const solid = (text: string) => text.replace(/\s/gu, '');
/** Whatever a reading keeps and lifts, in the order of the file. */
const whole = ({ text, turns }: ReturnType<typeof readTurns>, original: string): string => {
  const before = turns.length > 0 ? text.slice(0, turns[0]!.start) : original;
  return solid(before + turns.map((turn) => turn.lifted + text.slice(turn.start, turn.end) + turn.liftedAfter).join('\n'));
};

describe('a talk written in any way comes back', () => {
  for (const [name, { write, timed }] of Object.entries(writers))
    test(name, () => fc.assert(fc.property(talk, (turns) => {
      const original = write(turns);
      const reading = readTurns(original);
      const kept = (text: string) => (text === '' && /Trint in Word|label — text|label⇥text/.test(name) ? '…' : text);
      expect(reading.turns.map((turn) => [turn.label, reading.text.slice(turn.start, turn.end)])).toEqual(turns.map(({ label, text }) => [label, kept(text)]));
      expect(reading.turns.map((turn) => turn.time)).toEqual(turns.map(({ time }) => (timed ? time * 1000 : null)));
      expectLawful(reading);
      expect(whole(reading, original)).toBe(solid(original));
    }), { numRuns: 60 }));

  test('f4 and easytranscript, with the time at the end of the paragraph', () => fc.assert(fc.property(talk, (turns) => {
    const filled = turns.map((turn) => ({ ...turn, text: turn.text.replaceAll('\n', ' ') || '…' }));
    const original = joined(filled, ({ label, text, time }) => `${label}: ${text} #${clock(time)}-3#`);
    const reading = readTurns(original);
    expect(reading.turns.map((turn) => [turn.label, reading.text.slice(turn.start, turn.end), turn.timeEnd])).toEqual(filled.map(({ label, text, time }) => [label, text, time * 1000 + 300]));
    expect(reading.turns.slice(1).map((turn) => turn.time)).toEqual(filled.slice(0, -1).map(({ time }) => time * 1000 + 300));
    expect(whole(reading, original)).toBe(solid(original));
  }), { numRuns: 60 }));

  test('a label that is no speaker after all stands in the text again', () => fc.assert(fc.property(talk, (turns) => {
    const refused = turns[1]!.label;
    const original = writers['label：text']!.write(turns);
    const reading = readTurns(original, { notSpeakers: [refused] });
    expect(reading.turns.some((turn) => turn.label === refused)).toBe(false);
    expect(reading.text.split(`${refused}：`).length - 1).toBe(turns.filter(({ label }) => label === refused).length);
    expect(reading.labels.find(({ label }) => label === refused)?.speaker).toBe(false);
    expect(reading.pattern).toBe('name-colon');
    expectLawful(reading);
    expect(whole(reading, original)).toBe(solid(original));
  })));
});

const scraps = ['Ana: ', 'Ana：', 'Ana', '问：', '　答：', '[00:01:02] ', '#00:00:05-2#', '#00:01:05-2#\n', '12:30', '00:05:00\n', '00:00:01.000 --> 00:00:02.000', '\n', '\n', '\n\n', ' ', '   ', 'he said: no', 'text', '。', ' — ', '[Ana] ', '【甲】', '\t', '**', 'I: ', 'B: ', '🟢 ', '𠮷', 'INT', 'Date: May', 'Transcribed by https://otter.ai', '以上内容由AI生成', '  0:49\n', '(0:12): ', '\f', '\u00a0'];
const anything = fc.array(fc.constantFrom(...scraps), { maxLength: 60 }).map((parts) => parts.join(''));
describe('any text at all', () => {
  test('is kept or lifted, never lost, and its turns are lawful', () => fc.assert(fc.property(anything, fc.constantFrom(undefined, ...patternIds), fc.subarray(['Ana', 'I', '问', 'he said']), fc.subarray(['B', 'Ana', '甲']), (original, pattern, speakers, notSpeakers) => {
    const reading = readTurns(original, { ...(pattern ? { pattern } : {}), speakers, notSpeakers });
    expectLawful(reading);
    expect(whole(reading, original)).toBe(solid(original));
    expect(reading.patterns).toContain(reading.pattern);
  }), { numRuns: 3000 }));
  test('stays as it is where nobody is found to speak', () => fc.assert(fc.property(fc.oneof(anything, fc.string({ unit: 'grapheme' })), (original) => {
    const reading = readTurns(original, { pattern: 'none' });
    expect(reading.text).toBe(original);
    expect(reading.turns.map((turn) => original.slice(turn.start, turn.end))).toEqual(original.split('\n').filter((each) => each.trim() !== ''));
  }), { numRuns: 1000 }));
});
