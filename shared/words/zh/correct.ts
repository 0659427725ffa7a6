/** 修改访谈稿时所说的话。 */
export const correct = {
  replace: {
    show: '显示', version: '修订版', showAll_other: '显示全部 {{number}} 个', command: '用修订版替换…', title: '用修订版替换“{{document}}”', hint: '尚未改动任何内容。编码、备忘和评分都随片段保留。', reading: '正在读取并比较', another: '换一个文件…',
    same: '文字和话轮都没有变化，无需替换。', sameText: '文字没有变化；话轮以文件为准。', stretches_other: '有 {{number}} 处不同', more_other: '还有 {{number}} 处', words: '原有 {{before}} 字，现为 {{after}} 字',
    passages: '已编码的片段', text: '正文', noPassages: '本文档还没有编码。', allSame_other: '全部 {{number}} 个已编码的片段文字不变。',
    stay_other: '{{number}} 个片段文字不变', fate: { lost: '没有位置', changed: '有改动', moved: '换了位置', form: '仅写法不同' },
    fateHint: { lost: '修订版中找不到这些文字，请说明每一个如何处理。', changed: '其中的文字有更正、删去或加入。', moved: '文字相同，位置不同。', form: '文字相同，只是标点、空格或大小写不同。' },
    before: '原文', after: '现文', near: '最近的位置', gone: '附近没有文字。', decision: '如何处理', leaveOut: '略去', keep: '保留', keepNearest: '放在最近的位置', elsewhere: '另选位置…', chosen: '所选位置',
    find: '在新文本中查找', meant: '可能的位置', notFound: '没有找到，请在文本中选取。', newText: '新文本', pick: '用鼠标或 Shift 加方向键选取文字，按回车放到这里。', put: '放到这里', nothingPicked: '没有选取文字。',
    allLeaveOut: '没有位置的全部略去', allNearest: '全部放在最近的位置', uncoded: '没有编码，附有备忘', memos_other: '{{number}} 条备忘',
    open_other: '还有 {{number}} 个片段需要决定。', leftOut_other: '将略去 {{number}} 个片段，撤销即可恢复。', ready: '一步完成，撤销即可全部恢复。', run: '替换正文', turns: '话轮与说话人', turnsFile: '以文件为准', turnsKept: '保持不变',
    done: '已替换“{{document}}”。{{passages}} 个片段中 {{same}} 个文字不变，略去 {{leftOut}} 个。', doneNothing: '没有替换：文字和话轮都相同。',
    cliCounts: '不变 {{same}} 个，仅写法不同 {{form}} 个，有改动 {{changed}} 个，换了位置 {{moved}} 个，没有位置 {{lost}} 个。', cliDry: '没有写入任何内容。',
  },
  turn: {
    who: '这里是谁在说话？', where: '范围', this: '只此话轮', all_other: '全部 {{number}} 个“{{label}}”', allPlain_other: '全部 {{number}} 个没有标签的话轮',
    split: '在此拆分话轮', join: '与上一个话轮合并', joinNext: '与下一个话轮合并',
  },
  people: {
    into: '与另一人合并…', title: '把“{{name}}”并入另一人', find: '与谁是同一个人？', nobody: '研究中没有其他人。', run: '合并',
    turns_other: '{{number}} 个话轮归到“{{into}}”。', noTurns: '没有话轮。', taken_other: '补入 {{number}} 个值。', memos_other: '{{number}} 条备忘会保留。',
    referred_other: '由“{{name}}”引荐的 {{number}} 人改为由“{{into}}”引荐。', roles: '“{{into}}”仍为{{mine}}；“{{name}}”原为{{theirs}}。', differ: '两人都有值，保留哪一个？', left: '没有保留的写入备忘。',
  },
  going: {
    half_other: '{{number}} 条编码只保留未剪切的文字：', halfHidden_other: '其他编码者的 {{number}} 条编码（您看不到）只保留未剪切的文字。',
    would_other: '若删去这些文字，将失去 {{number}} 条编码：', gone_other: '{{number}} 条编码随文字一起删去：', cut_other: '{{number}} 条编码随文字一起剪切，粘贴时会一并带回：',
    wouldHidden_other: '若删去这些文字，其他编码者的 {{number}} 条编码（您看不到）也会失去。', goneHidden_other: '其他编码者的 {{number}} 条编码（您看不到）随文字一起删去。', cutHidden_other: '其他编码者的 {{number}} 条编码（您看不到）随文字一起剪切，粘贴时会一并带回。', andHidden_other: '另有其他编码者的 {{number}} 条（您看不到）',
    more_other: '等，另有 {{number}} 个', later: '逐步撤销即可恢复。', keep: '继续输入',
  },
};
