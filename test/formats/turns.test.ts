import { describe, expect, test } from 'vitest';
import { read, shown } from '../helpers/transcripts.ts';

const lines = (...all: readonly string[]) => all.join('\n');
const speakers = async (text: string) => (await read(text)).labels.map(({ label, turns, role, generic, speaker }) => `${label} ${turns} ${role}${generic ? ' generic' : ''}${speaker ? '' : ' in the text'}`);

describe('what programs write', () => {
  test('Otter: the last line goes, and times pass an hour', async () => {
    const reading = await read(lines('Ana Ruiz  0:49', 'Okay, that is a good point.', '', 'Unknown Speaker  1:02:10', 'Yes.', '', 'More.', '', 'Transcribed by https://otter.ai', ''));
    expect(shown(reading)).toEqual(['[0:49] Ana Ruiz|Okay, that is a good point.', '[62:10] Unknown Speaker|Yes.\n\nMore.']);
    expect(reading.turns.at(-1)!.liftedAfter).toBe('Transcribed by https://otter.ai');
    expect(reading.text).not.toContain('otter');
  });
  test('讯飞听见: title stays, the notice about AI goes', async () => {
    const reading = await read(lines('社区工作访谈', '说话人1 00:00', '请您先介绍一下自己。', '说话人2 00:31', '好的。', '', '以上内容由AI生成，仅供参考'));
    expect(shown(reading)).toEqual(['社区工作访谈', '[0:00] 说话人1|请您先介绍一下自己。', '[0:31] 说话人2|好的。']);
  });
  test('a talk that mentions such a last line in a typed transcript keeps it', async () => {
    expect(shown(await read(lines('I: What does it say?', 'R: It says:', 'Transcribed by https://otter.ai')))).toEqual(['I|What does it say?', 'R|It says:\nTranscribed by https://otter.ai']);
  });
  test('Google Meet: the time every five minutes starts what stands below it, empty turns stay, the notice goes', async () => {
    const reading = await read(lines('Study talk (2024-06-04 14:00 GMT+8) - Transcript', 'Attendees', 'Ana Ruiz, Ben Cole', '', 'Transcript', '', '00:00:00', 'Ana Ruiz: I think so.', 'Ben Cole: And then he said: no', '', '00:05:00',
      'Ben Cole: We…', '', '00:10:00', '…went on.', 'Ana Ruiz: ', 'Ben Cole: Bye.', 'Meeting ended after 00:12:33 👋'));
    expect(shown(reading)).toEqual(['Study talk (2024-06-04 14:00 GMT+8) - Transcript\nAttendees\nAna Ruiz, Ben Cole\n\nTranscript', '[0:00] Ana Ruiz|I think so.', 'Ben Cole|And then he said: no',
      '[5:00] Ben Cole|We…', '[10:00] Ben Cole|…went on.', 'Ana Ruiz|', 'Ben Cole|Bye.']);
  });
  test('oTranscribe: times without names', async () => {
    const reading = await read(lines('00:03 Hello there', '00:10 Yes', '', '01:02:20 And so on'));
    expect(reading.pattern).toBe('times');
    expect(shown(reading)).toEqual(['[0:03] |Hello there', '[0:10] |Yes', '[62:20] |And so on']);
  });
  test('InqScribe: what stands behind the seconds are frames, thirty to the second', async () => {
    expect((await read(lines('[00:05:00.15] Ana: one', '[00:05:02.00] Ben: two', '[00:05:03.29] Ana: three'))).turns.map((turn) => turn.time)).toEqual([300_500, 302_000, 303_967]);
    expect((await read(lines('[00:05:00.15] Ana: one', '[00:05:02.00] Ben: two', '[00:05:03.75] Ana: three'))).turns.map((turn) => turn.time)).toEqual([300_150, 302_000, 303_750]);
  });
  test('f4: the stamp ends its paragraph, the next turn starts there; a speaker who goes on has a turn for each stamp', async () => {
    const reading = await read(lines('I: How did you come to this job? #00:00:05-2#', 'B: By chance, (laughs) really. #00:00:12-0#', 'And luck. #00:00:12-9#', 'I: Tell me more. #00:00:13-1#'));
    expect(shown(reading)).toEqual(['[-0:05.200] I|How did you come to this job?', '[0:05.200-0:12] B|By chance, (laughs) really.', '[0:12-0:12.900] B|And luck.', '[0:12.900-0:13.100] I|Tell me more.']);
    expect(reading.turns[0]!.liftedAfter).toBe('#00:00:05-2#');
  });
  test('f4 with the stamp on a line of its own', async () => {
    expect(shown(await read(lines('I: How?', '#00:00:05-2#', 'B: By chance.', '#00:00:12-0#')))).toEqual(['[-0:05.200] I|How?', '[0:05.200-0:12] B|By chance.']);
  });
  test('QualCoder: times in brackets with colons or points', async () => {
    expect(shown(await read(lines('[1.05] Ana: one', '[00.02.10] Ben: two', '[130:00] Ana: three')))).toEqual(['[1:05] Ana|one', '[2:10] Ben|two', '[130:00] Ana|three']);
  });
  test('Zoom chat of old: to whom a message went is no part of the name', async () => {
    expect(shown(await read(lines('10:02:11 From Li Wen to Everyone:', '\tHello', '10:02:31 From Ben to Li Wen (Direct Message):', '\tHi', '10:03:11 From Li Wen to Everyone:', '\tWelcome')))).toEqual(['[0:00] Li Wen|\tHello', '[0:20] Ben|\tHi', '[1:00] Li Wen|\tWelcome']);
  });
  test('Teams of old: range, name and text on three lines', async () => {
    expect(shown(await read(lines('0:0:3.120 --> 0:0:6.480', 'Ana Ruiz', 'Could you describe your week?', '0:0:9.0 --> 0:0:12.0', 'Ben Cole', 'Busy.', '0:0:13.0 --> 0:0:14.0', 'Ana Ruiz', 'Why?')))).toEqual(
      ['[0:03.120-0:06.480] Ana Ruiz|Could you describe your week?', '[0:09-0:12] Ben Cole|Busy.', '[0:13-0:14] Ana Ruiz|Why?']);
  });
  test('ElevenLabs: range and speaker above the text', async () => {
    expect(shown(await read(lines('00:00:00,059 --> 00:00:30,619 [speaker_0]', 'Hello.', '', '00:00:30,700 --> 00:00:40,619 [speaker_1]', 'Hi.')))).toEqual(['[0:00.059-0:30.619] speaker_0|Hello.', '[0:30.700-0:40.619] speaker_1|Hi.']);
  });
  test('得到: the sign in front is no part of the name', async () => {
    expect((await speakers(lines('🟢 说话人1 [00:00:00]', '你好', '', '🟢 说话人2 [00:00:05]', '嗯')))).toEqual(['说话人1 1 interviewee generic', '说话人2 1 interviewee generic']);
  });
  test('听悟: metadata above the talk belongs to nobody', async () => {
    expect(shown(await read(lines('访谈记录', '关键词', '社区、志愿者', '全文概要', '谈了社区工作。', '原文', '发言人1   00:01:23', '我在这里工作了三年。', '发言人2   00:01:31', '好。')))).toEqual(
      ['访谈记录\n关键词\n社区、志愿者\n全文概要\n谈了社区工作。\n原文', '[1:23] 发言人1|我在这里工作了三年。', '[1:31] 发言人2|好。']);
  });
});

describe('what people type', () => {
  test('问 and 答 on one line, with and without a space, and English letters too', async () => {
    expect(shown(await read(lines('问：周末呢？　答：陪父母。', '问：平时呢？答：上班。')))).toEqual(['问|周末呢？', '答|陪父母。', '问|平时呢？', '答|上班。']);
    expect(shown(await read(lines('I: And then?   R: We moved.', 'I: When?  R: In spring.')))).toEqual(['I|And then?', 'R|We moved.', 'I|When?', 'R|In spring.']);
  });
  test('labels of every kind', async () => {
    expect(await speakers(lines('访谈者：您好？', '受访者：好。', '访谈者：几年了？', '受访者：三年。'))).toEqual(['访谈者 2 interviewer generic', '受访者 2 interviewee generic']);
    expect(await speakers(lines('訪談者：您好？', '受訪者：好。'))).toEqual(['訪談者 1 interviewer generic', '受訪者 1 interviewee generic']);
    expect(await speakers(lines('甲：您好？', '乙：好。', '甲：几年了？', '乙：三年。'))).toEqual(['甲 2 interviewer generic', '乙 2 interviewee generic']);
    expect(await speakers(lines('Int.: Wie geht es?', 'Befr.: Gut.', 'Int.: Und?', 'Befr.: Nun ja.'))).toEqual(['Int. 2 interviewer generic', 'Befr. 2 interviewee generic']);
    expect(await speakers(lines('MK: Where?', 'P01: North.', 'MK: Why?', 'P01: Work.', 'P02: Same.'))).toEqual(['MK 2 interviewer', 'P01 2 interviewee', 'P02 1 interviewee']);
    expect(await speakers(lines('【访谈员】您好？', '【村医】好。', '【访谈员】几年了？', '【村医】三年。'))).toEqual(['访谈员 2 interviewer generic', '村医 2 interviewee']);
    expect(await speakers(lines('林：收入有什么变化？', '院长：多了。', '林：谈过吗？', '院长：谈过。', '小结：谈了收入。'))).toEqual(['林 2 interviewer', '院长 2 interviewee', '小结 1 interviewee in the text']);
  });
  test('spellings of one label are one speaker, Mr and Mrs Hu are two', async () => {
    expect(await speakers(lines('ANA: a?', 'Mr Hu: b', 'Ana : c?', 'Mrs Hu: d', 'Ａna：e?', 'Mr Hu: f', 'Ana: g?', 'Mrs Hu: h'))).toEqual(['ANA 4 interviewer', 'Mr Hu 2 interviewee', 'Mrs Hu 2 interviewee']);
  });
  test('a label alone on its line, under a heading', async () => {
    expect(shown(await read(lines('12-May-2023 - 10:36 - 1h09m31s – Ana', '', 'ANA:', 'first', '', 'second', '', 'LISA:', 'third', '', 'ANA:', 'fourth')))).toEqual(
      ['12-May-2023 - 10:36 - 1h09m31s – Ana', 'ANA|first\n\nsecond', 'LISA|third', 'ANA|fourth']);
  });
  test('a block of facts above the talk is not talk, were one of them "interviewer"', async () => {
    expect(shown(await read(lines('访谈时间：2024年3月', '访谈地点：县医院', '访谈者：林', '受访者：王', '', '访谈者：您好？', '受访者：您好。')))).toEqual(['访谈时间：2024年3月\n访谈地点：县医院\n访谈者：林\n受访者：王', '访谈者|您好？', '受访者|您好。']);
    expect(shown(await read(lines('Interview 3', 'Date: 12 May', 'Place: her office', 'Interviewer: Lin', '', 'Interviewer: Hello?', 'Participant: Hello.')))).toEqual(['Interview 3\nDate: 12 May\nPlace: her office\nInterviewer: Lin', 'Interviewer|Hello?', 'Participant|Hello.']);
  });
  test('the same without a blank line below it: roles that are named there and never speak', async () => {
    expect(shown(await read(lines('访谈记录', '时间：2024年5月3日', '地点：县医院会议室', '访谈对象：张院长', '访谈员：林', '林：张院长您好？', '张院长：好的。', '林：有多少职工？', '张院长：三百二十人。')))).toEqual(
      ['访谈记录\n时间：2024年5月3日\n地点：县医院会议室\n访谈对象：张院长\n访谈员：林', '林|张院长您好？', '张院长|好的。', '林|有多少职工？', '张院长|三百二十人。']);
  });
  test('people in a group who speak once are speakers where nearly every line has one', async () => {
    expect(await speakers(lines('主持人：大家好，今天讨论收入问题。', '村医A：我先说。', '村医B：我补充一下。', '村医C：我没意见。', '主持人：好。', '村医A：就是钱少。', '（众人笑）', '村医D：对。'))).toEqual(
      ['主持人 2 interviewer generic', '村医A 2 interviewee', '村医B 1 interviewee', '村医C 1 interviewee', '村医D 1 interviewee']);
  });
  test('only the questions have a label', async () => {
    const reading = await read(lines('I: How did you come to this job?', 'By chance, really.', '', 'I: Why?', 'Money: that was it.'));
    expect(reading.labels[0]).toMatchObject({ label: 'I', role: 'interviewer' });
    expect(reading.notes).toEqual([{ code: 'one-speaker', values: {} }]);
  });
  test('a chat with dates, and roles behind names', async () => {
    expect(await speakers(lines('林文 2024/5/3 10:02:11', '您好？', '', '张院长 2024/5/3 10:03:20', '好。', '', '林文 2024/5/3 10:03:50', '忙吗？'))).toEqual(['林文 2 interviewer', '张院长 1 interviewee']);
    expect(await speakers(lines('Lin (interviewer): Hello.', 'Hu: Hello?', 'Lin (interviewer): So.', 'Hu: Yes.'))).toEqual(['Lin (interviewer) 2 interviewer', 'Hu 2 interviewee']);
  });
  test('consecutive turns of one speaker stay apart', async () => {
    expect(shown(await read(lines('Ana: one', 'Ana: two', 'Ben: three', 'Ben: four')))).toEqual(['Ana|one', 'Ana|two', 'Ben|three', 'Ben|four']);
  });
  test('emphasis, brackets and annotations inside a turn stay', async () => {
    expect(shown(await read(lines('**Ana:** it was *so* **good** (laughs)', '', '**Ben:** [inaudible 00:12:03] (3s) ...', '', '**Ana:** # not a heading')))).toEqual(['Ana|it was *so* **good** (laughs)', 'Ben|[inaudible 00:12:03] (3s) ...', 'Ana|# not a heading']);
  });
  test('rare characters in front of a passage keep their places', async () => {
    const { text, turns } = await read(lines('林：𠮷野家和𡃁仔👩‍⚕️都在', '院长（代）：好', '林：再见', '院长（代）：好'));
    expect(text.slice(turns[0]!.start, turns[0]!.end)).toBe('𠮷野家和𡃁仔👩‍⚕️都在');
    expect(turns.map((turn) => turn.label)).toEqual(['林', '院长（代）', '林', '院长（代）']);
  });
  test('a question that ends in a time, an address and a smile is no label', async () => {
    expect(shown(await read(lines('Ana: When?', 'Ben: at 12:30', 'https://example.org', 'https://example.com', 'Thanks :)', 'Thanks :)', 'Ana: ok', 'Ben: bye')))).toEqual(['Ana|When?', 'Ben|at 12:30\nhttps://example.org\nhttps://example.com\nThanks :)\nThanks :)', 'Ana|ok', 'Ben|bye']);
  });
});

describe('text without speakers', () => {
  test('stays verbatim, a turn a line', async () => {
    const text = lines('This is a text about work.', 'He said: no. Then he left.', 'He said: yes.', 'Note: this matters.', '', '他说：不。', '他说：好。', '时间：三点', '注：如下：');
    const reading = await read(text);
    expect(reading.text).toBe(text);
    expect(reading.pattern).toBe('none');
    expect(reading.turns.map((turn) => turn.label)).toEqual(Array(8).fill(''));
    expect(reading.notes).toEqual([{ code: 'no-speakers', values: {} }]);
  });
  test('a paper with headings that recur is not a talk', async () => {
    const section = (n: number) => [`Finding ${n}. What was seen in the wards during the second period.`, 'The staff worked long hours and said so.', 'Many left: it was too much.', 'Result: fewer nurses.', 'Others stayed on for the money.', 'That was not what was planned.', ''];
    expect((await read(lines(...[1, 2, 3, 4].flatMap(section)))).pattern).toBe('none');
  });
  test('moments and titles in a dump of comments are no speakers', async () => {
    const comments = Array.from({ length: 120 }, (_, index) => lines(`Vaccination${index % 4 ? '' : ': yes or no'}`, `2021-10-30T08:${10 + (index % 7)}:00Z`, `@somebody${index % 9}`, 'What now?', 'I like it', `${index % 3}`));
    const reading = await read(lines(...comments));
    expect(reading.text).toBe(lines(...comments));
    expect(reading.labels).toEqual([{ label: 'Vaccination', turns: 30, role: 'interviewee', generic: false, speaker: false }]);
  });
  test('letters, lists, stories and numbered questions are no talk', async () => {
    for (const text of [lines('From: ana@example.org', 'To: ben@example.org', 'Subject: Interview', 'Date: 3 May', '', 'Dear Ben,', 'thanks.'), lines('Findings:', '- Cost: high', '- Time: long', '- Cost: rising', 'Conclusion: hard'),
      lines('1. Where did you grow up?', 'In the north.', '2. And then?', 'We moved.'), lines('Q1: Where did you grow up?', 'In the north.', 'Q2: And then?', 'We moved.'),
      lines('改革以来，卫生院的变化：收入多了。', '主要问题：一是人员少；二是钱少。', '主要原因：编制不够。', '他说：没有办法。', '主要问题：还有药品。'), lines('"Come in," he said.', 'She looked up: no one.', 'He said: come in.', 'He said: yes.')])
      expect((await read(text)).text).toBe(text);
  });
  test('"小结" is a speaker as soon as somebody says so', async () => {
    const text = lines('林：收入？', '院长：多了。', '林：谈过吗？', '院长：谈过。', '小结：谈了收入。');
    expect(shown(await read(text)).at(-1)).toBe('院长|谈过。\n小结：谈了收入。');
    expect(shown(await read(text, { speakers: ['小结'] })).at(-1)).toBe('小结|谈了收入。');
  });
  test('a label named by a person makes a talk of a text in which none was found', async () => {
    expect(shown(await read(lines('He came in.', 'Note: this matters.', 'Then it rained.', 'And rained.', 'And stopped.'), { speakers: ['note'] }))).toEqual(['He came in.', 'Note|this matters.\nThen it rained.\nAnd rained.\nAnd stopped.']);
  });
});

describe('times', () => {
  test('of a clock are counted from the first, past midnight too', async () => {
    const reading = await read(lines('[23:59:50] Ana: one', '[23:59:58] Ben: two', '[00:00:10] Ana: three'));
    expect(reading.turns.map((turn) => turn.time)).toEqual([0, 8000, 20_000]);
    expect(reading.notes).toEqual([{ code: 'times-clock', values: {} }]);
  });
  test('that run backwards all the time mean nothing; those of a second recording do', async () => {
    const jumping = await read(lines('Ana (05:00): a', 'Ben (03:00): b', 'Ana (09:00): c', 'Ben (01:00): d', 'Ana (08:00): e', 'Ben (00:30): f'));
    expect(jumping.turns.map((turn) => turn.time)).toEqual(Array(6).fill(null));
    expect(jumping.notes).toEqual([{ code: 'times-backwards', values: {} }]);
    expect((await read(lines('Ana (05:00): a', 'Ben (06:00): b', 'Ana (00:10): c', 'Ben (01:00): d'))).turns.map((turn) => turn.time)).toEqual([300_000, 360_000, 10_000, 60_000]);
  });
});
