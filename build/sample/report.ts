import type { NewPart } from '../../shared/model/report.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { attributes } from './attributes.ts';
import { codebook } from './codebook.ts';
import { both, type Words } from './codebook/entry.ts';

const codeNamed = (name: string): Words => codebook.find((code) => code.name.en === name)!.name;
const group = (say: (words: Words) => string): string => `participants:${say(attributes.group.name)}`;
const heading = (words: string): NewPart => ({ type: 'heading', text: words });
const text = (words: string): NewPart => ({ type: 'text', text: words });

/** The sample's report: what the groups care about, where they clash, how they stand to the pilot. It names no number: those are counted. */
export function reportOf(say: (words: Words) => string): NonNullable<Snapshot['reports']>[number] {
  const interest = say(codeNamed('Degree of interest'));
  const influence = say(codeNamed('Influence on implementation'));
  const parts: NewPart[] = [
    heading(say(both('Who cares about what', '各方关心什么'))),
    text(say(both('People of seven groups were asked in two districts about integrated community care. The table counts people, not passages: whoever speaks of a matter for an hour counts as once. Where a group is small, no per cent is given.\n\nBelow the table stand those cells in which one person gives most of the quotations: what looks like the view of a group is then that of one voice.', '在两个城区就社区整合照护访谈了七类人员。表中统计的是人数而非片段数：一个人谈得再久，也只计一次。人数少的组不给出百分比。\n\n表下列出引文主要出自一人的单元格：看似一组人的看法，其实只是一个人的声音。'))),
    { type: 'exhibit', kind: 'table', asked: { columns: group(say), count: 'participants', rows: 'facet:dimension' }, picture: 'heatmap' },
    heading(say(both('Where they clash', '冲突在哪里'))),
    text(say(both('A row says, a column is meant. The matrix is not symmetrical: those who are spoken of do not always answer.', '行是说话的一方，列是所指的一方。矩阵并不对称：被提到的一方未必作出回应。'))),
    { type: 'exhibit', kind: 'conflictMatrix', asked: {}, picture: 'heatmap' },
    { type: 'exhibit', kind: 'quotations', asked: { code: say(codeNamed('Savings stay at the hospital')), most: 6 } },
    heading(say(both('Interest and influence', '关注与影响力'))),
    text(say(both('How much each stakeholder cares, and how much it can bring about, as others and they themselves tell it. Who is not rated in both has no place in the picture and is named below it.', '各方有多关注、能促成多少，依据他人和本人的说法。两项未都得到评分的，在图中没有位置，列在图下。'))),
    { type: 'exhibit', kind: 'grid', asked: { x: interest, y: influence }, picture: 'points' },
    { type: 'exhibit', kind: 'codebook', asked: { facet: 'dimension' }, title: say(both('Dimensions as they were coded', '维度编码的定义')) },
  ];
  return { name: say(both('What the groups care about, and where they clash', '各方关心什么，冲突在哪里')), parts: parts.map((part, index) => ({ id: index + 1, ...part })) };
}
