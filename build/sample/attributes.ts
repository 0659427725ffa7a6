import { stakeholders } from './codebook/stakeholders.ts';
import { both, type Words } from './codebook/entry.ts';

/** A variable of participants or documents. Choices stand in the order in which tables show them. */
export interface AttributeSource {
  readonly name: Words;
  readonly of: 'participants' | 'documents';
  readonly kind: 'choice' | 'number' | 'date';
  readonly choices: readonly Words[];
}

/** The seven groups interviewed bear the names of their stakeholder codes, so that self-view and others' view can be set side by side. */
const groups = stakeholders.slice(0, 7).map((entry) => entry.name);

export const attributes = {
  group: { name: both('Stakeholder group', '利益相关者类别'), of: 'participants', kind: 'choice', choices: groups },
  district: { name: both('District', '城区'), of: 'participants', kind: 'choice', choices: [both('Eastmere', '东湄区'), both('Kilnside', '窑坊区')] },
  pilot: { name: both('Pilot', '是否试点'), of: 'participants', kind: 'choice', choices: [both('Pilot', '试点'), both('Non-pilot', '非试点')] },
  years: { name: both('Years in the job', '从业年限'), of: 'participants', kind: 'number', choices: [] },
  sex: { name: both('Sex', '性别'), of: 'participants', kind: 'choice', choices: [both('Female', '女'), both('Male', '男')] },
  type: { name: both('Interview type', '访谈类型'), of: 'documents', kind: 'choice', choices: [both('Single interview', '个别访谈'), both('Focus group', '焦点小组')] },
  date: { name: both('Date', '日期'), of: 'documents', kind: 'date', choices: [] },
} as const satisfies Record<string, AttributeSource>;
export type AttributeId = keyof typeof attributes;

/** The two who interviewed and coded. */
export const researchers = [both('Lin', '林'), both('Wei', '魏')] as const;
/** What the first line of every interview says, in its own language. */
export const madeUp = both('Made-up interview, written for the Concord sample study.', '虚构访谈，为 Concord 示例研究而写。');
export const study = {
  name: both('Sample: integrated community care in two districts', '示例：两个城区的社区整合照护'),
  description: both(
    'A made-up study to try Concord with. Port Verrin, a port city where people speak English or Chinese, '
      + 'has tried out integrated community care in one of its districts, Eastmere, since January 2025: '
      + 'the tertiary hospital and the health centres share contracted patients, a record, social workers and one bundled payment. Kilnside goes on as before. '
      + 'The 36 interviews were written for this program; no place, person or institution in them exists.',
    '供试用 Concord 的虚构研究。维林港是一座中英文并用的港口城市，自 2025 年 1 月起在东湄区试行社区整合照护：三级医院与社区中心共管签约患者，'
      + '共用病历，配备社工，实行打包付费；窑坊区照旧。36 份访谈均为本软件而写，其中的地点、人物和机构都不存在。',
  ),
};
