import { both, type CodeEntry } from './entry.ts';

/** Who is spoken about. The first seven are also the groups of people interviewed, under the same names. */
export const stakeholders: readonly CodeEntry[] = [
  {
    name: both('Municipal health officials', '市卫生官员'),
    definition: both('Staff of the city health office who plan, fund or inspect the pilot.', '市卫生主管部门中负责试点规划、经费或督查的工作人员。'),
    include: both('District desks; the steering group; "the office", "upstairs".', '片区专员、领导小组，以及“局里”“上面”等说法。'),
    exclude: both('Those who pay: use Insurance bureau.', '管付费的部门：用“医保局”。'),
    example: both('The desk sends a circular on Thursday and wants the numbers on Friday.', '局里周四发通知，周五就要数。'),
  },
  {
    name: both('Hospital managers', '医院管理者'),
    definition: both('Directors and administrators of a tertiary hospital.', '三级医院的院领导和行政管理人员。'),
    include: both('Finance, bed management, discharge office; "the hospital" where a decision is meant.', '财务、床位管理、出院办，以及“医院”作为决策者出现的说法。'),
    exclude: both('Doctors on the ward or in clinic: use Specialists.', '病房和门诊的医生：用“专科医生”。'),
    example: both('The third floor decides who keeps the bed.', '床位给谁，院办三楼说了算。'),
  },
  {
    name: both('Specialists', '专科医生'),
    definition: both('Hospital doctors who treat, refer down or sit in a centre.', '在医院看病、往下转病人或到社区坐诊的专科医生。'),
    include: both('Ward teams, outpatient consultants, the Saturday clinic.', '病房团队、门诊专家、周六坐诊的医生。'),
    exclude: both('Hospital doctors who speak as administrators: use Hospital managers.', '以管理者身份说话的医生：用“医院管理者”。'),
    example: both('The cardiologist did phone, I will give him that.', '心内科那位倒是真打电话来了。'),
  },
  {
    name: both('Community health centre managers', '社区中心管理者'),
    definition: both('Those who run a community health centre: staff, money, targets.', '社区卫生服务中心的负责人，管人、管钱、管指标。'),
    include: both('"The centre" where a decision or a budget is meant.', '“中心”指其决策或预算时。'),
    exclude: both('The doctors of the centre: use GPs.', '中心的医生：用“全科医生”。'),
    example: both('She has four doctors and a list made for seven.', '她手下四个医生，名单却是七个人的量。'),
  },
  {
    name: both('GPs', '全科医生'),
    definition: both('Doctors of a community health centre who hold contracted patients.', '社区中心里与居民签约的全科医生。'),
    include: both('"The family doctor"; the doctor\'s own list of patients.', '“家庭医生”，以及医生自己的签约名单。'),
    exclude: both('Assistants and nurses of the centre: use Nurses.', '中心的护士和助理：用“护士”。'),
    example: both('My GP knows which knee it is.', '我那个家庭医生，知道我坏的是哪条腿。'),
  },
  {
    name: both('Health social workers', '医务社工'),
    definition: both('Social workers hired for the pilot, in a centre or in the hospital.', '为试点聘用、在中心或医院工作的社工。'),
    include: both('Home visits, benefit forms, the discharge lounge.', '上门、帮办补助、出院等候区的工作。'),
    exclude: both('Volunteers and neighbours.', '志愿者和邻居。'),
    example: both('She is the one who found out that he could not read the label.', '是社工发现他看不懂药盒上的字。'),
  },
  {
    name: both('Patients', '患者'),
    definition: both('People who are treated, contracted or not.', '接受诊疗的人，不论是否签约。'),
    include: both('"Residents", "the list", where people are meant.', '“居民”“名单上的人”等指人的说法。'),
    exclude: both('Relatives who care or decide: use Families.', '照顾病人或替病人做主的亲属：用“家属”。'),
    example: both('I just want somebody to look at all of it together.', '我就想有个人把这些毛病放在一块儿看看。'),
  },
  {
    name: both('Families', '家属'),
    definition: both('Relatives who care for a patient, pay for or decide with the patient.', '照顾病人、出钱或一起拿主意的亲属。'),
    include: both('Sons and daughters on the phone; live-in carers who are kin.', '打电话的儿女、住在一起照料的亲人。'),
    exclude: both('Paid carers.', '花钱请的护工。'),
    example: both('The daughter rings from abroad and wants the big hospital.', '女儿从外地打电话来，就要住大医院。'),
  },
  {
    name: both('Insurance bureau', '医保局'),
    definition: both('The city insurer that sets prices, the bundle and what is reimbursed.', '市医保部门，定价格、定打包额度、定报销范围。'),
    include: both('Its auditors, its software, its rules on slips and lists.', '它的稽核、它的系统、它对转诊单和目录的规定。'),
    exclude: both('What a patient pays at the desk: use Access and cost.', '患者在窗口自付的钱：用“可及与费用”。'),
    example: both('The bureau pays by quarter and takes back by the month.', '医保按季度拨，按月扣。'),
  },
  {
    name: both('Nurses', '护士'),
    definition: both('Nurses and assistants of the ward, the clinic or the centre.', '病房、门诊或社区中心的护士与助理。'),
    include: both('Ward sisters; the nurse who calls, visits or dresses wounds; nurses on loan.', '护士长，打电话、上门、换药的护士，借调的护士。'),
    exclude: both('Health social workers, even where they are called "the girl from the centre".', '医务社工，即使别人叫她“中心那个姑娘”。'),
    example: both('The nurse at the desk is the real shared record.', '前台那个护士才是真正的共享病历。'),
  },
  {
    name: both('Software supplier', '软件公司'),
    definition: both('The firm that builds and mends the shared record.', '开发和维护共享病历系统的公司。'),
    include: both('Quotations for changes, tickets, people of the firm who help out.', '改接口的报价、工单，以及公司里帮忙的人。'),
    exclude: both('The record itself and what it shows: use Records and information.', '病历本身能看到什么：用“病历与信息”。'),
    example: both('We wrote to the supplier in March and got a ticket number.', '三月份给软件公司报的修，只回了个工单号。'),
  },
];
