import { describe, expect, test } from 'vitest';
import { readSheet } from '../../electron/formats/sheet.ts';
import { expectLawful, fileOf, read, realFile } from '../helpers/transcripts.ts';

const transcript = realFile('transcripts/zoom/meeting001_transcript.vtt');
const chat = realFile('transcripts/zoom/meeting001_chat.txt');
const participants = realFile('transcripts/zoom/meeting001_participants.csv');
const batch = realFile('transcripts/zoom/myMeetingsBatch.xlsx');
const survey = realFile('survey/survey.csv');

describe('real files', () => {
  test.skipIf(transcript.missing)(`a recorded meeting of Zoom: five speakers, 300 cues, three of them without a name${transcript.why}`, async () => {
    const bytes = transcript.bytes();
    const reading = await read(bytes, {}, 'meeting001_transcript.vtt');
    expect(reading).toMatchObject({ format: 'subtitles', pattern: 'name-colon', encoding: 'UTF-8', sure: true, notes: [] });
    expect(reading.labels.map(({ label, turns, speaker, generic }) => [label, turns, speaker, generic])).toEqual(
      [['Andrew Knight', 12, true, false], ['Paul McCartney', 10, true, false], ['George Harrison', 2, true, false], ['Ringo Starr', 1, true, false], ['John Lennon', 5, true, false]]);
    expect(reading.text).not.toMatch(/Andrew Knight:|-->|\r/);
    expect(reading.turns[0]).toMatchObject({ label: 'Andrew Knight', time: 4859, timeEnd: 21_240 });
    expectLawful(reading);
    const spoken = new TextDecoder().decode(bytes).split(/\r\n\r\n/).slice(1).map((cue) => cue.split('\r\n').slice(2).join(' ').replace(/^(?:Andrew Knight|Paul McCartney|George Harrison|Ringo Starr|John Lennon): /, ''));
    expect(reading.text.replace(/\s+/g, ' ')).toBe(spoken.join(' ').replace(/\s+/g, ' ').trim());
  });
  test.skipIf(chat.missing)(`its chat${chat.why}`, async () => {
    const bytes = chat.bytes();
    const reading = await read(bytes, {}, 'meeting001_chat.txt');
    expect(reading.turns).toHaveLength(10);
    expect(reading.turns.at(-1)).toMatchObject({ label: 'Paul McCartney', time: 2_209_000 });
    expect(reading.labels.every(({ speaker }) => speaker)).toBe(true);
  });
  test.skipIf(participants.missing)(`its participants, a table above a table${participants.why}`, async () => {
    const bytes = participants.bytes();
    const sheet = await readSheet(fileOf('participants.csv', bytes));
    expect(sheet.header.slice(0, 3)).toEqual(['Meeting ID', 'Topic', 'Start Time']);
    expect(sheet.rows.at(-1)!.slice(0, 2)).toEqual(["Eric's iPad (Clapton)", '']);
  });
  test.skipIf(batch.missing)(`a sheet from Excel${batch.why}`, async () => {
    const bytes = batch.bytes();
    const sheet = await readSheet(fileOf('batch.xlsx', bytes));
    expect(sheet.rows).toHaveLength(3);
    expect(sheet.rows[2]).toEqual(['00000000003', 'meeting003', '1', '1', '1', '1', '2020-09-06 15:00:00', '2020-09-06 15:20:00']);
  });
  test.skipIf(survey.missing)(`a survey of 427${survey.why}`, async () => {
    const bytes = survey.bytes();
    const sheet = await readSheet(fileOf('survey.csv', bytes));
    expect(sheet.rows).toHaveLength(427);
    expect(sheet.rows.filter((row) => row[1] === 'Patients')).toHaveLength(141);
    expect(sheet.rows.every((row) => row.length === 11)).toBe(true);
  });
});
