import { both, type CodeEntry } from './entry.ts';

/** What two stakeholders are at odds about. A coding says who against whom; the first is the side that complains. */
export const conflicts: readonly CodeEntry[] = [
  {
    name: both('Patients not sent back', '病人不下转'),
    definition: both('Patients who could be cared for in the centre are kept in the hospital, or come back unannounced.', '可以回社区的病人被医院留住，或回来了社区却不知道。'),
    include: both('The answer of the hospital: nobody below can take them.', '医院一方的说法：下面接不住。'),
    exclude: both('Patients who ask to stay: use Going round the centre.', '患者自己要留：用“绕过社区”。'),
    example: both('They go up and I see them again at the funeral.', '送上去的，再见面就是吃白席了。'),
  },
  {
    name: both('Who pays after discharge', '出院后谁出钱'),
    definition: both('The cost of treatment after a patient has been sent down: dressings, drugs, readmission.', '病人下转以后换药、用药、再入院的费用由谁承担。'),
    include: both('Proposals for how long the hospital goes on paying.', '关于医院该付到哪天的提议。'),
    exclude: both('What the patient pays: use Access and cost.', '患者自付：用“可及与费用”。'),
    example: both('The patient is ours, the bill is theirs, says everybody.', '都说病人是我的，账是他的。'),
  },
  {
    name: both('Savings stay at the hospital', '结余留在医院'),
    definition: both('How the surplus of the bundle is split, and when it is paid.', '打包付费的结余怎么分、什么时候到账。'),
    include: both('Demands to see the sums.', '要求公开账目。'),
    exclude: both('Pay for added tasks: use Work moved down without pay.', '新增任务没有报酬：用“活下来了钱没下来”。'),
    example: both('Sixty to twenty-five, and who held the pen?', '六十比二十五，谁拿的笔？'),
  },
  {
    name: both('Work moved down without pay', '活下来了钱没下来'),
    definition: both('Tasks are handed to the centre or to doctors without money or posts for them.', '任务交给社区或医生，却没有相应的钱和编制。'),
    include: both('Calls and visits made in one\'s own time.', '用自己的时间打电话、上门。'),
    exclude: both('Work that is merely heavy, with nobody blamed: use Workload.', '只是累、没有怪谁：用“工作负担”。'),
    example: both('The work came down in January; the pay is still on the stairs.', '活一月份就下来了，钱还在楼梯上。'),
  },
  {
    name: both('Records open one way', '病历单向开放'),
    definition: both('One side can read what the other writes, but not the other way round, or too late.', '一方能看另一方的病历，反过来看不到，或看到时已经晚了。'),
    include: both('People who work in the house but have no access of their own.', '在里面干活却没有账号的人。'),
    exclude: both('Both sides see nothing because systems differ: use Systems that do not talk.', '系统不同、两边都看不到：用“系统不互通”。'),
    example: both('They see my notes. I see a date and a grey box.', '我写的他们都能看，我只能看到个日期。'),
  },
  {
    name: both('Medicine lists differ', '药品目录不一致'),
    definition: both('What the hospital prescribes cannot be had at the centre.', '医院开的药社区配不到。'),
    include: both('Changes of brand that a patient does not trust.', '换了牌子患者不放心的情况。'),
    exclude: both('Two drugs taken at once because nobody explained: add Records and information.', '没人讲清楚而重复吃药：另加“病历与信息”。'),
    example: both('Right drug, wrong building.', '药没错，地方不对。'),
  },
  {
    name: both('Who answers for mistakes', '出了事谁负责'),
    definition: both('Whose licence, whose insurance and whose name it is when a shared patient comes to harm.', '共管的病人出了问题，算谁的责任、用谁的保险、签谁的名。'),
    include: both('Holding on to a patient, or repeating a test, for fear of being blamed.', '怕担责而留人、而重做检查。'),
    example: both('Two signatures means none.', '两个人签字等于没人签字。'),
  },
  {
    name: both('Going round the centre', '绕过社区'),
    definition: both('Patients go straight to the hospital, and the centre is blamed or feels passed over.', '患者直接去大医院，社区被埋怨或觉得被绕开。'),
    include: both('The patient\'s own reasons for doing so.', '患者自己说的理由。'),
    exclude: both('The hospital keeping them: use Patients not sent back.', '医院留人：用“病人不下转”。'),
    example: both('They come to me for the slip, not for me.', '他们来找我，是来拿单子的。'),
  },
  {
    name: both('Signing for the target', '为指标签约'),
    definition: both('Contracts are signed to reach a number; the person signed gains or knows nothing.', '为完成签约率而签，签的人不知情或没得到服务。'),
    include: both('Gifts for a signature; rates that nobody believes.', '签约送礼；谁也不信的签约率。'),
    exclude: both('Figures that are made up after signing: add Figures made to fit.', '签约以后编数：另加“数字凑出来”。'),
    example: both('I found out at the pharmacy that I had a family doctor.', '去配药才知道自己有个家庭医生。'),
  },
  {
    name: both('Staff drawn upwards', '人被往上抽'),
    definition: both('The hospital takes nurses and doctors from the centre, on loan or for good.', '医院把社区的护士、医生借走或挖走。'),
    include: both('The answer of the hospital: nurses go down too.', '医院一方的说法：护士也往下走。'),
    exclude: both('People who leave for elsewhere: use Staff leave.', '去了别处的：用“人走了”。'),
    example: both('Borrowed in March. It is a long March.', '三月份借的，这个三月真长。'),
  },
  {
    name: both('Whose job is the social work', '社工的活归谁'),
    definition: both('Doctors, nurses and social workers disagree about who does what for a patient\'s life at home.', '医生、护士和社工对谁来管病人家里的事意见不一。'),
    include: both('Being introduced as less than one is.', '被介绍得不像个专业的人。'),
    exclude: both('Short contracts: use Pay for the social workers for good.', '合同太短：用“社工经费常态化”。'),
    example: both('She rang my patient before I had.', '我还没打，她先给我病人打了。'),
  },
  {
    name: both('Rules made without us', '定规矩没问过我们'),
    definition: both('Rules, forms and targets are set by people who do not have to work with them.', '规则、表格和指标由不用它们的人来定。'),
    include: both('Consultations that were for show.', '走过场的征求意见。'),
    exclude: both('A rule that is missing: use Nobody\'s job.', '根本没有规定：用“没人管的事”。'),
    example: both('The form arrived finished.', '表发下来的时候已经定好了。'),
  },
];
