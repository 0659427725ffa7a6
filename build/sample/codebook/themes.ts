import { both, type CodeEntry } from './entry.ts';

const causes: CodeEntry = {
  name: both('Causes', '原因'),
  definition: both('Why a conflict arises, in the words of those who are in it. Use a child where one fits.', '当事人自己说的冲突起因。有合适的下级编码就用下级。'),
  children: [
    {
      name: both('Pay follows the bed', '钱跟着床位走'),
      definition: both('Money is earned by keeping patients in beds or by the visit, not by keeping them well.', '收入来自住院和就诊次数，而不是把人管好。'),
      example: both('An empty bed is a hole in the budget.', '空一张床就是账上一个洞。'),
    },
    {
      name: both('Nobody\'s job', '没人管的事'),
      definition: both('No rule or no person says whose task it is.', '没有规定、也没有人说清这件事该谁做。'),
      exclude: both('A rule that exists and is disliked: use the conflict Rules made without us.', '有规定但不合理：用冲突“定规矩没问过我们”。'),
    },
    {
      name: both('Too few staff', '人手不够'),
      definition: both('Posts, hours or hands are missing.', '缺编制、缺时间、缺人手。'),
      example: both('Four doctors on paper, two and a half in the building.', '名册上四个医生，楼里两个半。'),
    },
    {
      name: both('Systems that do not talk', '系统不互通'),
      definition: both('Software, forms or numbers of the two sides do not fit each other.', '两边的软件、表格或编号对不上。'),
      example: both('One system knows him by his card, the other by his name.', '一个系统认卡号，一个系统认名字。'),
    },
    {
      name: both('Habit and reputation', '习惯与名声'),
      definition: both('People go where they have always gone, or where the name is big.', '人们去惯了的地方，或名气大的地方。'),
      example: both('My mother died there and they were good to her, so I go there.', '看病嘛，还是认那块牌子。'),
    },
  ],
};
const consequences: CodeEntry = {
  name: both('Consequences', '后果'),
  definition: both('What follows from a conflict or from the way the pilot is run. Use a child where one fits.', '冲突或试点做法带来的结果。有合适的下级编码就用下级。'),
  children: [
    {
      name: both('Duplicate tests', '重复检查'),
      definition: both('The same test is done again because the first is not seen or not believed.', '前一次的结果看不到或不被承认，只好再做一遍。'),
      example: both('Two scans in nine days, same knee.', '九天拍两次片，同一个膝盖。'),
    },
    {
      name: both('Follow-up breaks off', '随访中断'),
      definition: both('After discharge nobody calls, visits or knows.', '出院后没人打电话、没人上门、没人知道。'),
    },
    {
      name: both('Queues move, not shrink', '队伍只挪不短'),
      definition: both('The waiting is shifted to another door or another day.', '等候换了个地方、换了个日子，并没有变短。'),
    },
    {
      name: both('Staff leave', '人走了'),
      definition: both('People resign, retire early or change to another post because of it.', '有人因此辞职、提前退休或调走。'),
    },
    {
      name: both('Figures made to fit', '数字凑出来'),
      definition: both('Numbers are filled in, moved or cleaned so that a target is met.', '为了达标填数、挪数、“处理”数字。'),
      example: both('On the thirtieth everybody has been followed up.', '到了三十号，个个都随访过了。'),
    },
  ],
};
const countermeasures: CodeEntry = {
  name: both('Countermeasures', '对策'),
  definition: both('What people do about it, or say should be done. Use a child where one fits.', '人们已经在做或认为应该做的事。有合适的下级编码就用下级。'),
  children: [
    {
      name: both('For patients', '患者层面'),
      definition: both('Measures that reach the patient directly.', '直接面向患者的办法。'),
      children: [
        { name: both('Explain at the bedside', '床边讲清楚'), definition: both('Somebody explains in the ward, in plain words, what happens after discharge.', '在病房里用大白话讲清出院以后怎么办。') },
        { name: both('Lower fee through the centre', '走社区少交钱'), definition: both('It costs the patient less to go through the centre.', '先到社区、经社区转诊，患者自付更少。') },
      ],
    },
    {
      name: both('In institutions', '机构层面'),
      definition: both('Measures within or between hospital and centres.', '医院内部、中心内部或两者之间的办法。'),
      children: [
        { name: both('Specialist sits in the centre', '专家到社区坐诊'), definition: both('A hospital doctor sees patients together with the GP, in the centre.', '医院医生到中心和全科医生一起看病人。') },
        { name: both('One named person for handover', '转接有专人'), definition: both('One person with a name and a telephone is answerable for each patient sent up or down.', '每个上转下转的病人都有一个叫得出名字、打得通电话的人负责。') },
        { name: both('Protected time for calls', '留出打电话的时间'), definition: both('Hours in the roster for calls, notes and visits, with nobody in the waiting room.', '排班里专门留出打电话、写记录、上门的时间。') },
      ],
    },
    {
      name: both('By government', '政府层面'),
      definition: both('Measures of the city: money, rules, lists, posts.', '市里的办法：钱、规则、目录、编制。'),
      children: [
        { name: both('Publish the split', '公开分账'), definition: both('The sums of the bundle and the way the surplus is divided are open to all partners.', '打包的账和结余分法对各方公开。') },
        { name: both('One medicine list', '统一药品目录'), definition: both('Hospital and centre prescribe from the same list, at least for long illnesses.', '医院和社区用同一份目录，至少慢性病用药统一。') },
        { name: both('Pay for the social workers for good', '社工经费常态化'), definition: both('Posts instead of a grant that ends.', '用编制或固定经费代替到期的项目资金。') },
      ],
    },
  ],
};

/** Everything that belongs to none of the three facets. */
export const themes: readonly CodeEntry[] = [
  causes,
  consequences,
  countermeasures,
  {
    name: both('Before the pilot', '试点之前'),
    definition: both('How it was before January 2025, told as a comparison.', '拿 2025 年 1 月试点以前的情况来对比。'),
    exclude: both('The district without a pilot: use Looking across at the pilot.', '非试点区的情况：用“看隔壁区的试点”。'),
  },
  {
    name: both('Looking across at the pilot', '看隔壁区的试点'),
    definition: both('People of the district without the pilot about the other one: envy, fear, rumour.', '非试点区的人怎么看试点区：羡慕、担心、传闻。'),
  },
  {
    name: both('Small wins', '小成功'),
    definition: both('A single case in which it worked.', '一次做成了的具体事情。'),
    example: both('We caught it on the telephone.', '一个电话就发现了。'),
  },
  {
    name: both('Sayings', '俗语与比方'),
    definition: both('Images, proverbs and turns of phrase worth quoting as they stand.', '值得原样引用的比方、俗语和顺口溜。'),
    example: both('A bridge with a gate at one end.', '桥修好了，一头还锁着门。'),
  },
];
