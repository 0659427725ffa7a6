/** 合并编码本。 */
export const problemBooks = {
  'codebook-undecided': { what: '“{{file}}”中有 {{count}} 处与这里不同，尚未决定以哪一方为准。', way: '请逐一决定，或为全部指定以哪一方为准；编码本没有改动。' },
} as const;
export const doneBooks = { merge_other: '并入“{{file}}”的编码本（{{number}} 个编码）' };
export const cliBooks = {
  merged: '编码：新增 {{added}} 个，更改 {{changed}} 个，删除 {{gone}} 个，合并 {{merged}} 个。', pushed: '{{file}}：新增编码 {{added}} 个，更改 {{changed}} 个，删除 {{gone}} 个。', kept: '{{file}} 中因仍被使用而保留：{{list}}。',
  pushFailed: '{{file}}：{{why}}', nothing: '没有可并入的内容：两个编码本一致。', undecided_other: '有 {{number}} 处差异需要决定。', ourselves: '{{file}} 就是本研究。',
};
export const books = {
  since: '直到 {{when}}（{{who}}）两者相同', sinceFile: '以前导入过', noBase: '没有已知的共同起点', codes_other: '{{number}} 个编码', ours: '本编码本', base: '原来', theirs: '对方', nothingThere: '无', code: '编码', codingsBefore: '合并前编码次数', codingsAfter: '合并后',
  kind: { alike: '可能是同一编码', added: '对方新增', goneHere: '这里已删除，对方仍有', gone: '对方已删除', merged: '对方已并入另一编码', renamed: '改名', moved: '移动', redefined: '描述不同', scale: '量表不同', aliases: '别名不同' },
  reason: { name: '名称相同，写法不同', alias: '一方是另一方的别名', words: '用词相同，次序不同', spelling: '拼写几乎相同', passages: '覆盖相同的片段' },
  state: { new: '新增', changed: '更改', gone: '删除', merged: '并入', same: '–' },
};
