import { describe, expect, test } from 'vitest';
import { readSheet } from '../../electron/formats/sheet.ts';
import { expectLawful, fileOf, read, realFile } from '../helpers/transcripts.ts';

/** A test on a real file, visibly skipped with the reason where the file is not there. */
const withFile = (path: string, name: string, run: (bytes: Uint8Array) => Promise<void>) => {
  const file = realFile(path);
  if (file.bytes === null) test.skip(`${name} (${file.skip})`, () => undefined);
  else test(name, () => run(file.bytes));
};

describe('real files', () => {
  withFile('transcripts/zoom/meeting001_transcript.vtt', 'a recorded meeting of Zoom: five speakers, 300 cues, three of them without a name', async (bytes) => {
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
  withFile('transcripts/zoom/meeting001_chat.txt', 'its chat', async (bytes) => {
    const reading = await read(bytes, {}, 'meeting001_chat.txt');
    expect(reading.turns).toHaveLength(10);
    expect(reading.turns.at(-1)).toMatchObject({ label: 'Paul McCartney', time: 2_209_000 });
    expect(reading.labels.every(({ speaker }) => speaker)).toBe(true);
  });
  withFile('transcripts/zoom/meeting001_participants.csv', 'its participants, a table above a table', async (bytes) => {
    const sheet = await readSheet(fileOf('participants.csv', bytes));
    expect(sheet.header.slice(0, 3)).toEqual(['Meeting ID', 'Topic', 'Start Time']);
    expect(sheet.rows.at(-1)!.slice(0, 2)).toEqual(["Eric's iPad (Clapton)", '']);
  });
  withFile('transcripts/zoom/myMeetingsBatch.xlsx', 'a sheet from Excel', async (bytes) => {
    const sheet = await readSheet(fileOf('batch.xlsx', bytes));
    expect(sheet.rows).toHaveLength(3);
    expect(sheet.rows[2]).toEqual(['00000000003', 'meeting003', '1', '1', '1', '1', '2020-09-06 15:00:00', '2020-09-06 15:20:00']);
  });
  withFile('survey/survey.csv', 'a survey of 427', async (bytes) => {
    const sheet = await readSheet(fileOf('survey.csv', bytes));
    expect(sheet.rows).toHaveLength(427);
    expect(sheet.rows.filter((row) => row[1] === 'Patients')).toHaveLength(141);
    expect(sheet.rows.every((row) => row.length === 11)).toBe(true);
  });
});
