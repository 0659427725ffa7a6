/** 修改访谈稿时所说的话。 */
export const correct = {
  replace: {
    stretches_other: '有 {{number}} 处不同', fate: { lost: '没有位置', changed: '有改动', moved: '换了位置' }, uncoded: '没有编码，附有备忘', done: '已替换“{{document}}”。{{passages}} 个片段中 {{same}} 个文字不变，略去 {{leftOut}} 个。', doneNothing: '没有替换：文字和话轮都相同。', cliCounts: '不变 {{same}} 个，仅写法不同 {{form}} 个，有改动 {{changed}} 个，换了位置 {{moved}} 个，没有位置 {{lost}} 个。', cliDry: '没有写入任何内容。',
  },
};
