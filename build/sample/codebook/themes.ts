import { both, type CodeEntry } from './entry.ts';

const causes: CodeEntry = {
  name: both('Causes', '原因'),
  definition: both('Why a conflict arises, in the words of those who are in it. Use a child where one fits.', '当事人自己说的冲突起因。有合适的下级编码就用下级。'),
  exclude: both('A cause that only the interviewer names.', '只是访谈者自己说的原因。'),
  example: both('It depends on who you shared a flat with.', '得看你跟谁当过室友。'),
  children: [
    {
      name: both('Pay follows the bed', '钱跟着床位走'),
      definition: both('Money is earned by keeping patients in beds or by the visit, not by keeping them well.', '收入来自住院和就诊次数，而不是把人管好。'),
      include: both('Bonus by attendance or by occupied bed; day rates.', '按人次、按床位发奖金；按床日付费。'),
      exclude: both('How the bundle is split: use Savings stay at the hospital.', '打包的结余怎么分：用“结余留在医院”。'),
      example: both('An empty bed is a hole in the budget.', '空一张床就是账上一个洞。'),
    },
    {
      name: both('Nobody\'s job', '没人管的事'),
      definition: both('No rule or no person says whose task it is.', '没有规定、也没有人说清这件事该谁做。'),
      include: both('Two offices that wait for each other.', '两个部门互相等。'),
      exclude: both('A rule that exists and is disliked: use the conflict Rules made without us.', '有规定但不合理：用冲突“定规矩没问过我们”。'),
      example: both('The rule says jointly, and there it ends.', '规定写了“共同”，就没下文了。'),
    },
    {
      name: both('Too few staff', '人手不够'),
      definition: both('Posts, hours or hands are missing.', '缺编制、缺时间、缺人手。'),
      exclude: both('Staff lost to the hospital: add Staff drawn upwards.', '人是被医院抽走的：另加“人被往上抽”。'),
      example: both('Four doctors on paper, two and a half in the building.', '名册上四个医生，楼里两个半。'),
    },
    {
      name: both('Systems that do not talk', '系统不互通'),
      definition: both('Software, forms or numbers of the two sides do not fit each other.', '两边的软件、表格或编号对不上。'),
      include: both('What people use instead: notebooks, plastic bags, a neighbour.', '人们拿来代替的东西：本子、塑料袋、邻居。'),
      example: both('One system knows him by his card, the other by his name.', '一个系统认卡号，一个系统认名字。'),
    },
    {
      name: both('Habit and reputation', '习惯与名声'),
      definition: both('People go where they have always gone, or where the name is big.', '人们去惯了的地方，或名气大的地方。'),
      include: both('The big name, the machine, the way of the family.', '名气、机器、家里人一向的做法。'),
      exclude: both('A judgement about a certain doctor: use Trust.', '对某个医生的评价：用“信任”。'),
      example: both('My mother died there and they were good to her, so I go there.', '看病嘛，还是认那块牌子。'),
    },
  ],
};
const consequences: CodeEntry = {
  name: both('Consequences', '后果'),
  definition: both('What follows from a conflict or from the way the pilot is run. Use a child where one fits.', '冲突或试点做法带来的结果。有合适的下级编码就用下级。'),
  exclude: both('What somebody fears will come, without having seen it.', '只是担心、还没发生的事。'),
  example: both('The ward is quieter and nobody likes it.', '病房清静了，反倒谁也不高兴。'),
  children: [
    {
      name: both('Duplicate tests', '重复检查'),
      definition: both('The same test is done again because the first is not seen or not believed.', '前一次的结果看不到或不被承认，只好再做一遍。'),
      exclude: both('A test repeated because the illness has changed.', '病情变了才重做的检查。'),
      example: both('Two scans in nine days, same knee.', '九天拍两次片，同一个膝盖。'),
    },
    {
      name: both('Follow-up breaks off', '随访中断'),
      definition: both('After discharge nobody calls, visits or knows.', '出院后没人打电话、没人上门、没人知道。'),
      include: both('Letters that come too late or lie unopened.', '来得太晚或没人拆的信。'),
      example: both('Nine days, a paper bag, and then nothing.', '住了九天，给了一袋药，往后就没信了。'),
    },
    {
      name: both('Queues move, not shrink', '队伍只挪不短'),
      definition: both('The waiting is shifted to another door or another day.', '等候换了个地方、换了个日子，并没有变短。'),
      example: both('They took away my bench and gave me a number.', '板凳撤了，改发号了。'),
    },
    {
      name: both('Staff leave', '人走了'),
      definition: both('People resign, retire early or change to another post because of it.', '有人因此辞职、提前退休或调走。'),
      include: both('Saying that one thinks of it.', '说自己想过要走。'),
      exclude: both('Being taken by the hospital: use Staff drawn upwards.', '被医院要走的：用“人被往上抽”。'),
      example: both('She handed in her notice on the day of the award.', '发奖状那天，她交的辞职信。'),
    },
    {
      name: both('Figures made to fit', '数字凑出来'),
      definition: both('Numbers are filled in, moved or cleaned so that a target is met.', '为了达标填数、挪数、“处理”数字。'),
      include: both('Telling the true figure next to the reported one.', '把真数和上报的数一起说出来。'),
      exclude: both('Signing people up as such: use the conflict Signing for the target.', '签约这件事本身：用冲突“为指标签约”。'),
      example: both('On the thirtieth everybody has been followed up.', '到了三十号，个个都随访过了。'),
    },
  ],
};
const countermeasures: CodeEntry = {
  name: both('Countermeasures', '对策'),
  definition: both('What people do about it, or say should be done. Use a child where one fits.', '人们已经在做或认为应该做的事。有合适的下级编码就用下级。'),
  exclude: both('A complaint that names no remedy.', '只抱怨、没说办法。'),
  example: both('Half of this could be solved with a van.', '有辆车，一半的事就解决了。'),
  children: [
    {
      name: both('For patients', '患者层面'),
      definition: both('Measures that reach the patient directly.', '直接面向患者的办法。'),
      example: both('Let people choose how much company they want.', '要人陪的有人陪，不要人陪的别烦他。'),
      children: [
        {
          name: both('Explain at the bedside', '床边讲清楚'),
          definition: both('Somebody explains in the ward, in plain words, what happens after discharge.', '在病房里用大白话讲清出院以后怎么办。'),
          include: both('A drawing, large print, a sheet on the fridge.', '画张图、字写大、贴在冰箱上。'),
          exclude: both('Explaining to colleagues: use Skills and training.', '给同行讲：用“能力与培训”。'),
          example: both('She sat down to say it.', '她是坐下来讲的。'),
        },
        {
          name: both('Lower fee through the centre', '走社区少交钱'),
          definition: both('It costs the patient less to go through the centre.', '先到社区、经社区转诊，患者自付更少。'),
          include: both('Wishing for it where it does not exist.', '还没有、但希望有的。'),
          exclude: both('The sum as such: use Access and cost.', '只说多少钱：用“可及与费用”。'),
          example: both('Make the near door the cheap door.', '近的门便宜，人就走近的门。'),
        },
      ],
    },
    {
      name: both('In institutions', '机构层面'),
      definition: both('Measures within or between hospital and centres.', '医院内部、中心内部或两者之间的办法。'),
      example: both('Put the two of them on one scooter.', '让她俩骑一辆车去。'),
      children: [
        {
          name: both('Specialist sits in the centre', '专家到社区坐诊'),
          definition: both('A hospital doctor sees patients together with the GP, in the centre.', '医院医生到中心和全科医生一起看病人。'),
          include: both('What keeps them coming: hours, pay, a chair beside the GP.', '靠什么坚持得下来：工时、报酬、并排的一把椅子。'),
          exclude: both('Telephone advice: use One named person for handover.', '电话指导：用“转接有专人”。'),
          example: both('He comes to us, so we dare more.', '他下来坐着，我们胆子就大了。'),
        },
        {
          name: both('One named person for handover', '转接有专人'),
          definition: both('One person with a name and a telephone is answerable for each patient sent up or down.', '每个上转下转的病人都有一个叫得出名字、打得通电话的人负责。'),
          include: both('Numbers that were exchanged in private.', '私下互留的号码。'),
          exclude: both('An office, a hotline or a form.', '只有部门、热线或表格。'),
          example: both('I do not ring the hospital, I ring Pilar.', '我不是打给医院，我是打给她。'),
        },
        {
          name: both('Protected time for calls', '留出打电话的时间'),
          definition: both('Hours in the roster for calls, notes and visits, with nobody in the waiting room.', '排班里专门留出打电话、写记录、上门的时间。'),
          exclude: both('Calls in one\'s own time: use Work moved down without pay.', '用自己的时间打：用“活下来了钱没下来”。'),
          example: both('From two to three the door is shut.', '两点到三点，关门打电话。'),
        },
      ],
    },
    {
      name: both('By government', '政府层面'),
      definition: both('Measures of the city: money, rules, lists, posts.', '市里的办法：钱、规则、目录、编制。'),
      example: both('Start with three hundred people and no percentage.', '先做三百个人，别定百分比。'),
      children: [
        {
          name: both('Publish the split', '公开分账'),
          definition: both('The sums of the bundle and the way the surplus is divided are open to all partners.', '打包的账和结余分法对各方公开。'),
          include: both('Saying that one would accept less if one could see it.', '说只要看得见账，少分也认。'),
          exclude: both('The quarrel over the shares: use Savings stay at the hospital.', '争分成本身：用“结余留在医院”。'),
          example: both('Hang it beside the bus times.', '跟公交时刻表贴一块儿。'),
        },
        {
          name: both('One medicine list', '统一药品目录'),
          definition: both('Hospital and centre prescribe from the same list, at least for long illnesses.', '医院和社区用同一份目录，至少慢性病用药统一。'),
          include: both('What people do until there is one.', '没有统一以前各人想的办法。'),
          exclude: both('The trouble without one: use the conflict Medicine lists differ.', '不统一带来的麻烦：用冲突“药品目录不一致”。'),
          example: both('One list, at least for the old ones.', '起码老年病的药，用一张单子。'),
        },
        {
          name: both('Pay for the social workers for good', '社工经费常态化'),
          definition: both('Posts instead of a grant that ends.', '用编制或固定经费代替到期的项目资金。'),
          include: both('Contracts by the year; looking for other work.', '一年一签；在找别的工作。'),
          exclude: both('What social workers achieve: use Extent of impact.', '社工做成的事：用“受影响程度”。'),
          example: both('Take down the poster and keep the girl.', '海报撤了，人留下。'),
        },
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
    include: both('A remark in passing, where the difference matters.', '顺口一提、但能看出差别的也算。'),
    exclude: both('The district without a pilot: use Looking across at the pilot.', '非试点区的情况：用“看隔壁区的试点”。'),
    example: both('In those days they left with a suitcase and no address.', '那会儿出院，拎个箱子就不知道往哪儿去了。'),
  },
  {
    name: both('Looking across at the pilot', '看隔壁区的试点'),
    definition: both('People of the district without the pilot about the other one: envy, fear, rumour.', '非试点区的人怎么看试点区：羡慕、担心、传闻。'),
    include: both('Visits, newsletters, cousins.', '参观、简报、亲戚的见闻。'),
    exclude: both('People of the pilot district about the other one.', '试点区的人说非试点区。'),
    example: both('Four stops by tram, and another world.', '才四站路，像两个地方。'),
  },
  {
    name: both('Small wins', '小成功'),
    definition: both('A single case in which it worked.', '一次做成了的具体事情。'),
    include: both('Told by any side, however small.', '不管谁讲的、多小都算。'),
    exclude: both('A general praise of the pilot: use Extent of impact.', '笼统夸试点：用“受影响程度”。'),
    example: both('We caught it on the telephone.', '一个电话就发现了。'),
  },
  {
    name: both('Sayings', '俗语与比方'),
    definition: both('Images, proverbs and turns of phrase worth quoting as they stand.', '值得原样引用的比方、俗语和顺口溜。'),
    exclude: both('A joke that carries nothing.', '没有意思的玩笑。'),
    example: both('A bridge with a gate at one end.', '桥修好了，一头还锁着门。'),
  },
];
