/** What people call the columns of a sheet that are no attributes; those in front are looked for first. */
export const sheetColumns = {
  name: ['name', '姓名', 'pseudonym', '化名', 'participant', '受访者', '参与者', 'person', 'respondent', 'speaker', 'participant id', '受访者编号', 'id', '编号', 'code', '代号', '名称'],
  role: ['role', '角色', '身份', 'participant role', '受访者角色'],
  sampling: ['sampling', '抽样方式', 'sampling method', 'sampling strategy', '抽样方法', '抽样', 'recruitment', '招募方式'],
  referredBy: ['referred by', '引荐人', 'referrer', 'referredby', 'referral', 'recruited by', '推荐人', '介绍人', '由谁引荐'],
} as const satisfies Record<string, readonly string[]>;
