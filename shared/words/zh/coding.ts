import type { coding as english } from '../en/coding.ts';

/** 编码面板，以及访谈稿中的按键。 */
export const coding: typeof english = {
  palette: {
    title: '为所选文字编码', steps: '分面', find: '名称的任何一部分、拼音首字母、简称或数字键', create: '新建{{facet}}编码“{{name}}”', there: '此片段已有', taken: '已选', empty: '还没有{{facet}}编码。输入名称即可新建。',
    choose: '选择或新建', nothing: '尚无', mayStay: '可不填', missing: '还缺：{{facets}}', mayMiss: '缺一项也能应用，片段会标为“未编全”。', between: '、',
    parties: '谁对谁', findConflict: '名称，冒号后可写谁对谁：“转诊：村医，县医院”', next: '选定，下一项', more: '再选一个', rate: '评分', swap: '对调双方', repeat: '重复上次', apply: '应用', leave: '退出', offered: '编码说明', noDefinition: '尚未写定义。', often: '常与它同现', clashes: '迄今的对立双方',
  },
  recode: { title: '换成另一编码', which: '此片段的编码', find: '用哪个编码代替“{{code}}”', none: '没有其他这样的{{facet}}编码。', next: '下一个编码', put: '替换', atCaret: '请先把光标放进已编码的片段。', button: '把“{{code}}”换成另一编码' },
  keys: {
    coding: '为选中的文字编码', palettes: '在编码面板中', atHand: '当前片段', moving: '移动与选择', turns: '话轮', speaker: '这里是谁在说话', splitTurn: '拆分话轮（修改文字时）', joinTurn: '与上一个话轮合并', always: '随时可用', find: '查找快捷键', nothing: '没有这样的快捷键。',
    palette: '打开编码面板', digit: '1 至 9 号编码', repeat: '重复上次的三元组', inVivo: '实境编码：原话成为主题', leave: '退出',
    take: '选定并转到下一分面', back: '回到上一分面', more: '同一分面再选一个', apply: '全部应用到片段', create: '以此名称新建编码', below: '在某编码之下新建：上级 > 名称', rateIt: '评分：量表第 1 至 9 级', rateBehind: '在名称后写评分', swap: '对调冲突双方', pin: '把编码固定在数字键上', giveBack: '退回刚选的编码',
    rate: '评分：量表第 1 至 9 级', memo: '备忘', recode: '替换其中一个编码', uncode: '取消编码', nextPassage: '下一个、上一个片段', half: '只看未编全的片段', passages: '片段列表',
    caret: '移动光标', select: '选择', selectWord: '按词选择', nextDocument: '下一份、上一份文档', edit: '修改文字', shortcuts: '本页',
    hint: '单个按键在焦点位于访谈稿时有效，开着中文输入法也可用；输入文字时不起作用。',
  },
};
