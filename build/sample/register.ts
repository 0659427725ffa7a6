import type { PointKind } from '../../shared/model/conflicts.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { codebook } from './codebook.ts';
import { both, type Words } from './codebook/entry.ts';
import { SourceFault } from './fault.ts';

/** What a point rests on: the interview's number, and some words of a passage that is coded there. */
type Rests = readonly (readonly [interview: string, words: string])[];
interface Point { readonly kind: PointKind; readonly name: Words; readonly level?: 'patient' | 'institution' | 'government' | Words; readonly rests: Rests }
/** An entry of the sample's conflict register. Codes by their English names; it rests on every passage that is coded so between these two, in either order. */
interface Entry { readonly code: string; readonly party: string; readonly counterparty: string; readonly direction: 'both' | 'one'; readonly intensity: number; readonly issue: Words; readonly points: readonly Point[] }

const cause = (en: string, zh: string, rests: Rests): Point => ({ kind: 'cause', name: both(en, zh), rests });
const consequence = (en: string, zh: string, rests: Rests): Point => ({ kind: 'consequence', name: both(en, zh), rests });
const countermeasure = (level: NonNullable<Point['level']>, en: string, zh: string, rests: Rests): Point => ({ kind: 'countermeasure', level, name: both(en, zh), rests });
const [centres, hospital, officials, gps, specialists, patients, socialWorkers] = ['Community health centre managers', 'Hospital managers', 'Municipal health officials', 'GPs', 'Specialists', 'Patients', 'Health social workers'] as const;
const district = both('District', '片区');

const entries: readonly Entry[] = [
  {
    code: 'Savings stay at the hospital', party: centres, counterparty: hospital, direction: 'both', intensity: 5,
    issue: both('The surplus of the pilot is split sixty to forty, and only the hospital has seen the whole ledger.', '试点结余六四分成，而完整的账只有医院看过。'),
    points: [
      cause('Only the hospital has the whole ledger', '完整的账只在医院手里', [['CM-01', 'page one of the ledger'], ['HM-01', 'The full ledger has salaries']]),
      cause('The deficit is the hospital’s alone', '亏损只由医院承担', [['HM-01', 'sixty per cent as if']]),
      consequence('Money for the centre comes a year late', '中心的钱晚一年才到', [['CM-01', 'thirty-one thousand']]),
      countermeasure('institution', 'Open the book, and share losses too', '公开账目，亏损也共担', [['CM-01', 'Let him open the book']]),
    ],
  },
  {
    code: 'Patients not sent back', party: centres, counterparty: hospital, direction: 'both', intensity: 4,
    issue: both('The hospital keeps those it is paid for by the day, and sends the others down unannounced. It says that nobody below can take them.', '按天收钱的病人医院留着，其余的不打招呼就送下来；医院则说下面接不住。'),
    points: [
      cause('Nobody at the centre works at night', '中心夜里没有人', [['CM-02', '夜里谁接'], ['HM-02', '周末没人']]),
      cause('A form that reaches nobody', '表格发出去没人收', [['HM-03', 'rang a bell']]),
      consequence('Come home, and nobody knows', '回了家没人知道', [['CM-04', '回来了没人说']]),
      countermeasure('institution', 'A written list of what the centre takes, and who answers at night', '写清中心能接哪些病、夜里谁接电话', [['HM-02', '写清楚哪几个病']]),
    ],
  },
  {
    code: 'Patients not sent back', party: gps, counterparty: hospital, direction: 'one', intensity: 4,
    issue: both('GPs hear of a discharge from the family, the ambulance or the butcher.', '全科医生从家属、救护车甚至肉铺里得知病人出院。'),
    points: [
      cause('The letter comes after the patient', '信比病人晚到', [['GP-07', 'There was no letter']]),
      consequence('Deaths that the GP learns of by chance', '病人去世，医生偶然才知道', [['GP-05', 'a widow'], ['GP-07', 'There was no letter']]),
      consequence('Beds are held that nobody needs', '床位空占着', [['GP-01', 'after day eight']]),
    ],
  },
  {
    code: 'Staff drawn upwards', party: centres, counterparty: hospital, direction: 'both', intensity: 3,
    issue: both('Nurses and technicians go up on loan and stay. The hospital counts those who went down.', '护士和检验员借到上面就不回来了；医院则数着往下走的人。'),
    points: [
      cause('The hospital’s grade is one step above', '医院的级别高一档', [['CM-01', 'two pay scales and a bridge']]),
      cause('No nights at the centre', '中心不上夜班', [['HM-01', 'Six from that floor'], ['HM-02', '冲着不上夜班']]),
      consequence('Afternoon tests stop at the centre', '中心下午的化验停了', [['CM-02', '我下午的化验就停了']]),
      countermeasure(district, 'Loans end on their date', '借调到期就回', [['CM-01', 'on loan for six months']]),
    ],
  },
  {
    code: 'Who answers for mistakes', party: specialists, counterparty: gps, direction: 'both', intensity: 5,
    issue: both('A shared patient has two doctors and no one whose name stands under a change of plan.', '共管的病人有两个医生，方案改了却没有人署名。'),
    points: [
      cause('“Jointly” is nobody’s signature', '“共同负责”等于没人签字', [['SP-01', 'Jointly! You can']]),
      cause('What the centre may do is not written down', '社区能做什么没有写明', [['GP-03', '文件上没写社区能拔']]),
      consequence('Patients are held over a Friday', '礼拜五不敢放人', [['HM-03', 'sign on a Friday']]),
      consequence('Referrals come back with “seen”', '转诊单只回一个“已阅”', [['GP-05', 'a chest physician'], ['SP-04', 'I sent one back']]),
      countermeasure('government', 'Say in writing who answers for a changed plan', '书面写明方案改动由谁负责', [['SP-04', 'Put that in writing first']]),
    ],
  },
  {
    code: 'Signing for the target', party: centres, counterparty: officials, direction: 'one', intensity: 4,
    issue: both('The office wants a rate, and the centres buy signatures with lentils and eggs.', '局里要签约率，中心就拿扁豆和鸡蛋换签名。'),
    points: [
      cause('A wish that became a rate in a meeting', '会上把“争取”改成了指标', [['MH-02', '我写的是“争取”']]),
      consequence('Figures that nobody believes', '谁也不信的数字', [['MH-03', '我心里按两千算'], ['MH-04', 'Never sixty, never forty']]),
      consequence('Signed, without knowing for what', '签了却不知道签的什么', [['CM-03', 'two hundred knew what it was'], ['PT-05', 'for the eggs']]),
      countermeasure('government', 'Count what was done, not who signed', '数做了多少，不数签了多少', [['CM-04', '两个演员']]),
    ],
  },
  {
    code: 'Rules made without us', party: gps, counterparty: officials, direction: 'one', intensity: 3,
    issue: both('Forms with more boxes than patients have illnesses, and feedback that ends on a wall.', '表格的格子比病还多，意见贴在墙上就完了。'),
    points: [
      cause('Doctors are not released for the meetings', '医生抽不出身来开会', [['MH-01', 'half a day a month']]),
      cause('Everybody adds a box and nobody takes one away', '人人加格子，没人减', [['MH-01', 'fourteen final final']]),
      consequence('Doctors who go earlier', '医生提前退休', [['GP-05', 'twenty-three boxes']]),
    ],
  },
  {
    code: 'Whose job is the social work', party: gps, counterparty: socialWorkers, direction: 'both', intensity: 2,
    issue: both('Who goes into whose homes, and who is told of it.', '谁进谁病人的家，又要告诉谁。'),
    points: [
      cause('The pilot paper does not say what a social worker decides', '文件没写社工能决定什么', [['SW-01', 'what a social worker decides']]),
      consequence('Introduced as less than one is', '被介绍得不像专业的人', [['SW-01', 'the girl who does the shopping']]),
      countermeasure('institution', 'A phone call before the first visit', '第一次上门前打个电话', [['GP-04', 'liked a phone call']]),
    ],
  },
  {
    code: 'Going round the centre', party: centres, counterparty: patients, direction: 'both', intensity: 2,
    issue: both('Patients take the bus to the hospital, and the centre watches them go.', '患者坐车去大医院，中心看着他们走。'),
    points: [
      cause('The centre is not where one takes something serious', '大病不会去社区看', [['PT-06', '砖场是坐坐的地方'], ['PT-05', 'take your chest to Brickfield']]),
      consequence('The centre becomes a ticket office', '社区成了售票处', [['CM-02', '我这儿成售票处了']]),
      countermeasure('patient', 'Know what the centre can do', '知道社区能看什么', [['CM-05', 'goes up the hill for her thyroid']]),
    ],
  },
];

const codeNamed = (name: string) => codebook.find((code) => code.name.en === name)!;
const place = ({ document, start, end }: { document: string; start: number; end: number }) => ({ document, start, end });

/** The register over these codings. Throws a SourceFault where an entry or a point rests on nothing. */
export function registerOf(codings: Snapshot['codings'], texts: ReadonlyMap<string, string>, say: (words: Words) => string): NonNullable<Snapshot['conflicts']> {
  const leaf = (path: readonly string[] | null) => path?.at(-1);
  const twice = new Set(entries.map(({ code }) => code).filter((code, index, all) => all.indexOf(code) !== index));
  return entries.map(({ code, party, counterparty, direction, intensity, issue, points }) => {
    const pair = [party, counterparty].map((name) => say(codeNamed(name).name));
    const named = codeNamed(code);
    const own = codings.filter((coding) => leaf(coding.code) === say(named.name) && pair.includes(leaf(coding.party)!) && pair.includes(leaf(coding.counterparty)!));
    const stop = (said: string): never => { throw new SourceFault('register.ts', 1, `${code}, ${party}: ${said}`); };
    if (own.length === 0) stop('rests on no coding');
    const restsOn = ([interview, words]: Rests[number]) => codings.find((coding) => coding.document.startsWith(interview) && texts.get(coding.document)!.slice(coding.start, coding.end).includes(words)) ?? stop(`nothing is coded in ${interview} that says “${words}”`);
    const rests = points.map((point) => point.rests.map(restsOn));
    const quoted = new Map([...own, ...rests.flat()].map((coding) => [JSON.stringify(place(coding)), place(coding)]));
    const begun = Math.max(...own.map(({ created }) => created));
    return {
      name: say(named.name) + (twice.has(code) ? ` (${pair.join(' – ')})` : ''), description: say(issue), party: [pair[0]!], counterparty: [pair[1]!], direction, intensity, code: { path: named.path.map(say), facet: 'conflict' as const }, created: begun, changed: begun,
      points: points.map(({ kind, name, level = '' }) => ({ kind, name: say(name), level: typeof level === 'string' ? level : say(level), code: null })),
      passages: [...[...quoted.values()].map((each) => ({ ...each, point: null, side: '' as const })), ...rests.flatMap((codingsOfPoint, point) => [...new Map(codingsOfPoint.map((coding) => [JSON.stringify(place(coding)), place(coding)])).values()].map((each) => ({ ...each, point, side: '' as const })))],
    };
  });
}
