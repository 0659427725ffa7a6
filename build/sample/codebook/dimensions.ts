import { both, type CodeEntry, type Words } from './entry.ts';

/** Five steps from -2 to +2 with words for the ends and the middle. */
const scale = (lowest: Words, middle: Words, highest: Words) =>
  [lowest, both('', ''), middle, both('', ''), highest].map((anchor, index) => ({ value: index - 2, anchor }));
const impact = scale(both('bears hard on them', '很不利'), both('neither good nor bad', '不好不坏'), both('does them much good', '很有利'));

/** What is said about a stakeholder, rated from -2 to +2. */
export const dimensions: readonly CodeEntry[] = [
  {
    name: both('Degree of interest', '关注程度'),
    definition: both('How much the stakeholder cares about the pilot and follows what happens to it.', '该方对试点有多上心，是否关心它的进展。'),
    include: both('Reading or not reading circulars, asking, turning up, not knowing that it exists.', '看不看文件、打听不打听、到不到场、知不知道有这回事。'),
    exclude: both('What the stakeholder would do: use Willingness to implement.', '愿不愿意去做：用“执行意愿”。'),
    example: both('They come to every meeting and bring their own figures.', '每次开会他们都来，还自己带数据。'),
    scale: scale(both('does not care', '毫不关心'), both('takes note', '知道而已'), both('follows every step', '步步关注')),
  },
  {
    name: both('Willingness to implement', '执行意愿'),
    definition: both('Whether the stakeholder would carry the pilot out, go along with it, or hold it up.', '该方是主动去做、跟着走，还是拖着不办。'),
    include: both('Deeds that show it: sending or keeping patients, opening or locking a record.', '能看出意愿的做法：放不放病人、开不开放病历。'),
    exclude: both('Whether the stakeholder could bring it about: use Influence on implementation.', '有没有能力促成：用“影响力”。'),
    example: both('Pay me or do not pay me, I would still sign them up.', '给不给钱我都签。'),
    scale: scale(both('refuses', '抵制'), both('waits and sees', '观望'), both('pushes it forward', '主动推动')),
  },
  {
    name: both('Extent of impact', '受影响程度'),
    definition: both('What the pilot, or going on without it, does to the stakeholder on the whole.', '试点（或没有试点的现状）对该方的总体影响。'),
    include: both('Where no child fits, or several are meant at once. What was before the pilot also gets the theme Before the pilot.', '没有合适的下级编码，或同时涉及几个方面时才用。讲试点以前的，另加主题“试点之前”。'),
    example: both('It turned my week upside down.', '我这一周的日子全变了样。'),
    scale: impact,
    children: [
      {
        name: both('Workload', '工作负担'),
        definition: both('Hours, forms, calls and patients that come on top or are taken away.', '增加或减少的工时、表格、电话和接诊量。'),
        include: both('Being on the telephone at night and at weekends.', '夜里和周末接电话。'),
        exclude: both('Being paid for it: use Income and bonus.', '有没有报酬：用“收入与奖金”。'),
        example: both('Twenty-three boxes for one old man.', '一个老人要填二十三格。'),
        scale: impact,
      },
      {
        name: both('Income and bonus', '收入与奖金'),
        definition: both('Money that a stakeholder earns, loses or fears to lose.', '该方多得、少得或担心少得的钱。'),
        include: both('The budget of an institution as well as the pay of a person.', '个人收入和机构收支都算。'),
        exclude: both('What patients pay: use Access and cost.', '患者自付的钱：用“可及与费用”。'),
        example: both('The bonus came to eleven dollars a week.', '奖金摊下来一周十一块。'),
        scale: impact,
      },
      {
        name: both('Recognition', '认可与尊重'),
        definition: both('Being asked, named, thanked or looked down on.', '被征求意见、被提到、被感谢，或被看不起。'),
        include: both('Posters, photographs and forms of address, where they stand for esteem.', '海报、合影、称呼，只要说的是看不看得起。'),
        exclude: both('Being able to decide something: use Influence on implementation.', '能不能定事：用“影响力”。'),
        example: both('For the first time the consultant used my name.', '专家头一回叫出了我的名字。'),
        scale: impact,
      },
      {
        name: both('Patient flow', '患者流向'),
        definition: both('Where patients go, wait and stay; beds, clinics and queues filling or emptying.', '病人往哪儿走、在哪儿等、在哪儿住，床位和门诊的松紧。'),
        include: both('Staff where they move with the patients; people passing the centre on their way up.', '随病人流动的人手；路过社区直接去医院的人。'),
        exclude: both('How far and how dear it is for the patient: use Access and cost.', '患者路远、钱多：用“可及与费用”。'),
        example: both('Tuesdays are quiet now and Saturdays are a market.', '现在周二清静，周六跟赶集一样。'),
        scale: impact,
      },
      {
        name: both('Skills and training', '能力与培训'),
        definition: both('What people learn, may do themselves or are no longer sure of.', '学到的、敢自己处理的，或心里没底的本事。'),
        include: both('Learning from each other in a shared clinic.', '一起坐诊时互相学到的。'),
        exclude: both('Equipment that is missing.', '缺设备。'),
        example: both('I had never adjusted insulin on my own before.', '以前我自己从没调过胰岛素。'),
        scale: impact,
      },
      {
        name: both('Trust', '信任'),
        definition: both('Confidence in a person or an institution, gained or lost.', '对某人或某机构的信任，增加或减少。'),
        include: both('Between professionals as well as between patient and doctor.', '医患之间和同行之间都算。'),
        exclude: both('Choosing the hospital out of habit, with nobody judged: use Habit and reputation.', '只是去惯了大医院，没有评价谁：用“习惯与名声”。'),
        example: both('If she says it can wait, it can wait.', '她说不要紧，那就是不要紧。'),
        scale: impact,
      },
      {
        name: both('Access and cost', '可及与费用'),
        definition: both('How far, how long and how dear it is for patients to be treated.', '患者看病要走多远、等多久、花多少钱。'),
        include: both('Earnings lost while waiting; travel; opening hours.', '误工、路费、开门时间。'),
        exclude: both('Pay and budgets of those who treat: use Income and bonus.', '医护和机构的收支：用“收入与奖金”。'),
        example: both('Twelve dollars instead of forty-five, and no bus.', '四十五变十二，还省了趟车。'),
        scale: impact,
      },
      {
        name: both('Records and information', '病历与信息'),
        definition: both('Whether what one side knows reaches the other: the shared record, notes, calls.', '一方知道的事另一方能不能知道：共享病历、小结、电话。'),
        include: both('Not being told that somebody was discharged.', '病人出院了没人告知。'),
        exclude: both('The reason in the software: add the theme Systems that do not talk.', '原因在软件：另加主题“系统不互通”。'),
        example: both('I read the discharge note before she had taken her coat off.', '人还没坐下，出院小结我已经看到了。'),
        scale: impact,
      },
    ],
  },
  {
    name: both('Influence on implementation', '影响力'),
    definition: both('How far the stakeholder can make the pilot happen, shape it or stop it.', '该方能在多大程度上促成、改变或阻止试点。'),
    include: both('Having a vote, signing the money, being able to wait it out; having no say.', '有没有表决权、签不签字拨钱、拖不拖得起，以及说不上话。'),
    exclude: both('Wanting to: use Willingness to implement.', '想不想做：用“执行意愿”。'),
    example: both('Nothing moves until finance has initialled it.', '财务不签字，什么都动不了。'),
    scale: scale(both('no say', '说不上话'), both('is heard', '有人听'), both('decides', '说了算')),
  },
];
