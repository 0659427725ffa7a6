/** 合并编码本。 */
export const problemBooks = {
  'codebook-undecided': { what: '“{{file}}”中有 {{count}} 处与这里不同，尚未决定以哪一方为准。', way: '请逐一决定，或为全部指定以哪一方为准；编码本没有改动。' },
  'copy-is-itself': { what: '“{{file}}”就是本研究。', way: '请选择它的副本。' },
  'copy-of-another': { what: '“{{file}}”不是本研究的副本，而是另一个研究。', way: '请打开那个研究并把本编码本并入：那里会显示将有哪些变化。' },
} as const;
export const doneBooks = { merge_other: '并入“{{file}}”的编码本（{{number}} 个编码）' };
export const cliBooks = {
  merged: '编码：新增 {{added}} 个，更改 {{changed}} 个，删除 {{gone}} 个，合并 {{merged}} 个。', pushed: '{{file}}：新增编码 {{added}} 个，更改 {{changed}} 个，删除 {{gone}} 个。', kept: '{{file}} 中因仍被使用而保留：{{list}}。',
  pushFailed: '{{file}}：{{why}}', nothing: '没有可并入的内容：两个编码本一致。', undecided_other: '有 {{number}} 处差异需要决定。', 
};
export const books = {
  title: '合并编码本', firstTitle: '把编码本合在一起。', firstText: '把其他编码本放在本编码本旁边：研究的副本或其他研究、其他程序的编码本（.qdc、.qdpx），或一张表格（CSV、Excel）。您会看到对方新增、删除、改名、移动或定义不同的编码，以及哪些可能是同一编码。合并之前不会写入任何内容，编码记录也不会丢失。',
  choose: '选择编码本…', chooseCopies: '选择研究的副本', add: '添加编码本…', drop: '移除“{{file}}”', list: '其他编码本',
  begun: '尚未完成', begunHint: '您的决定已保留。再次选择相同的文件即可继续。', begunCount_other: '{{number}} 个决定', forget: '放弃对 {{file}} 的决定',
  notYet: '合并之前不会写入任何内容。编码记录不会丢失：仍被使用的编码会保留。', same_other: '{{number}} 个相同', onlyHere_other: '{{number}} 个仅此处有',
  side: '不同之处', differences: '差异', none: '编码本一致，没有可合并的内容。', empty: '其中没有编码。', kindOf: '类别', allKinds: '所有类别', onlyOpen: '仅未决定（{{open}}）', groupAsks: '待决定',
  place: '第 {{place}} 处，共 {{of}} 处', before: '上一处', next: '下一处', whose: '以哪一方为准', inFile: '见于 {{file}}', fromFile: '来自 {{file}}',
  keys: 'J、K 浏览，1 2 3 作决定，加 Shift 则用于同类的全部；N 到下一处未决定的，退格键撤回决定。', keysAlike: '左右方向键在可能的编码之间切换。',
  facetTop: '{{facet}}的顶层', afterwards: '合并之后', tree: '合并后的编码本', codingsThere: '对方：{{file}}', shown: '变化', onlyChanged: '仅显示有变化的', nothingChanges: '没有变化。', counted: '{{before}} → {{after}}',
  candidates: '可能是以下编码之一', otherFacet: '在另一分面：{{facet}}', taken: '已与对方另一编码合为一个', places_other: '{{number}} 处重合', signs_other: '{{number}} 个字符不同', covered: '双方覆盖文字的 {{share}}', codingsOurs_other: '本方 {{number}} 条编码记录', codingsTheirs_other: '对方 {{number}} 条编码记录', noDefinition: '没有定义。',
  count: { new: '新增', changed: '更改', gone: '删除', merged: '并入', alike: '可能相同', asks: '待决定' },
  left_other: '还有 {{number}} 处需要决定。', doubtful_other: '{{number}} 对可能的同义编码尚未决定，将各自保留为两个编码。', ready: '合并在历史中记为一步，可以一次撤销。',
  run: '合并编码本', restMine: '其余保留本方', restTheirs: '其余采用对方', reading: '正在读取编码本…', running: '正在合并…', wholly: '完全以对方为准', whollyHint: '对方已没有的编码将被删除，仍被使用的除外。', allOfKind_other: '还有 {{number}} 处同类差异尚未决定：', merged: '编码本已合并：新增 {{added}} 个，更改 {{changed}} 个。',
  choice: { mine: '保留本方', theirs: '采用对方', both: '两者都保留', same: '同一编码', alias: '仅作别名', apart: '两个编码' },
  choiceOf: { added: { mine: '不采用', theirs: '采用' }, goneHere: { mine: '不采用', theirs: '恢复' }, gone: { mine: '保留', theirs: '删除' }, merged: { mine: '保留两个编码', theirs: '这里也合并' } },
  outcome: {
    alike: { same: '合并双方的定义；对方名称成为本方编码的别名。', alias: '本方编码仅增加对方名称作为别名。', apart: '对方编码作为独立编码加入。' },
    added: { mine: '不加入，其下级编码也不加入。', theirs: '作为新编码加入，不带编码记录。' }, goneHere: { mine: '这里仍保持删除。', theirs: '恢复该编码，不带编码记录。' },
    gone: { mine: '保留该编码及其所有关联内容。', theirs: '这里没有任何内容使用它。' }, merged: { mine: '这里仍是两个编码。', theirs: '编码记录转到另一编码，不会丢失。' },
    renamed: { mine: '保留本方名称。', theirs: '改用对方名称。', both: '保留本方名称，对方名称成为别名。' }, redefined: { mine: '保留本方文字。', theirs: '以对方文字取代本方文字。', both: '双方各行都保留，本方在前。' },
    moved: { mine: '留在原处。', theirs: '移到对方所在的位置。' }, scale: { mine: '保留本方量表。', theirs: '以对方量表取代。' }, aliases: { mine: '别名保持不变。', theirs: '别名随对方增减。' },
    used: '这里仍在使用，因此保留。', bound: '它留在原分面：其编码记录已有评分，或指明了一方。',
  },
  since: '直到 {{when}}（{{who}}）两者相同', sinceFile: '以前导入过', sinceStart: '本研究的副本', noBase: '没有已知的共同起点', codes_other: '{{number}} 个编码', ours: '本编码本', base: '原来', theirs: '对方', nothingThere: '无', code: '编码', codingsBefore: '合并前编码次数', codingsAfter: '合并后', codingsBeforeAfter: '编码记录', notThere: '没有',
  pushTitle: '把本编码本给研究的副本', pushText: '每个副本都会得到与此处相同的编码本：新编码加入，改动生效，已删除的编码在没有被使用时删除。副本中的编码记录全部保留。在每个副本中这是可以撤销的一步。', copies: '副本', addCopy: '添加副本…',
  pushReading: '正在读取副本…', pushNothing: '这些副本没有需要更新的内容。', pushReady: '尚未写入任何内容。', pushing: '正在更新副本…', pushDone: '已完成。各副本的结果见上。', pushLeave: '关闭', push_other: '更新 {{number}} 个副本', pushSame: '已有此编码本', pushCodings_other: '其 {{number}} 条编码记录保留', saveCopy: '保存副本…',
  wouldPush: { added_other: '将新增 {{number}} 个编码', changed_other: '将更改 {{number}} 个编码', gone_other: '将删除 {{number}} 个编码', kept_other: '此处已删除的 {{number}} 个编码因仍被使用而保留' },
  pushed: { added_other: '已新增 {{number}} 个编码', changed_other: '已更改 {{number}} 个编码', gone_other: '已删除 {{number}} 个编码', kept_other: '此处已删除的 {{number}} 个编码因仍被使用而保留' },
  kind: { alike: '可能是同一编码', added: '对方新增', goneHere: '这里已删除，对方仍有', gone: '对方已删除', merged: '对方已并入另一编码', renamed: '改名', moved: '移动', redefined: '描述不同', scale: '量表不同', aliases: '别名不同' },
  reason: { name: '名称相同，写法不同', alias: '一方是另一方的别名', words: '用词相同，次序不同', spelling: '拼写几乎相同', passages: '覆盖相同的片段' },
  state: { new: '新增', changed: '更改', gone: '删除', merged: '并入', same: '–' },
};
