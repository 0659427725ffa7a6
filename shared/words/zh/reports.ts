export const exhibit = {
  kinds: { portrait: '文档画像', survey: '问卷题目', joint: '问卷与访谈',
    agreement: '编码员一致性', agreementDocuments: '逐份文档的一致性', agreementCoders: '编码员之间的一致性', agreementRounds: '一致性的变化', disagreements: '编码员的分歧',
    table: '编码与分组表', quotations: '引文', codebook: '编码本',
    conflictMatrix: '谁与谁有冲突',
    conflictRegister: '冲突登记册',
    ratings: '利益相关者与维度表', perception: '谁怎样看谁', grid: '利益相关者位置图',
    words: '各组词语', keyness: '各组的特征词', kwic: '词语上下文',
  },
  quotationsOf: '引文：{{what}}', quotationsShown: '共 {{all}} 个片段，列出 {{shown}} 个，说话人 {{people}}。',
  portraitSubtitle: '各编码在文本中的位置。{{n}}；{{speakers}}。', firstAt: '首次位置 %', lastAt: '末次位置 %', ofText: '占文本 %', placesNote: '位置以距文本开头的百分比表示。',
  followed: '“{{was}}”已并入“{{into}}”，或是它的别名。', gone: '“{{name}}”已不在研究中，按它查询不会有结果。',
  title: '标题', of: '所属', note: '注', quotations: '引文', goesOn: '{{title}}（续）', emptyCell: '空白', unasked: '{{sign}}：无人受访或未被问到，不等于零。', smallBase: 'n 小于 {{n}} 时不计算百分比。',
  oneSided: '主要出自一人：{{of}}：{{all}} 条引文中有 {{said}} 条出自 {{person}}。', oneSidedAll: '主要出自一人：{{all}} 条引文中有 {{said}} 条出自 {{person}}。',
  oneSidedMore_other: '另有 {{number}} 个单元格也是如此（仅计引文不少于 {{least}} 条的单元格）。',
  quotationsCut_other: '仅列前 {{shown}} 条引文，另有 {{number}} 条未列出。',
};
export const picture = {
  kinds: { points: '位置图', bars: '条形图', stacked: '堆积条形图', heatmap: '热力图', cloud: '词云', network: '网络图', causes: '原因与后果图', portrait: '画像', agreement: '一致性量尺图' },
  noPng: '如果图形显示为纯色区域，说明当前程序不支持 SVG，而保存文件的电脑也无法以其他方式绘出（缺少相应文字的字体，或没有适合该电脑的绘图组件）。保存为网页（HTML）则含有该图形。',
  unplaced: '没有位置：{{who}}。', tooFew: '人数不足 {{n}} 人、未绘出：{{who}}。',
};
export const report = {
  changedSince: '与上次生成时（{{when}}）相比：', unchanged: '自上次生成（{{when}}）以来数字没有变化。', changedNumbers_other: '{{all}} 个数字中有 {{number}} 个变化：', cameRows: '新增：{{rows}}', wentRows: '不再出现：{{rows}}',
  parts: { heading: '标题', text: '正文', exhibit: '分析' }, formats: { docx: 'Word 文档', html: '网页（HTML）' },
  emptyTitle: '把发现汇集起来。', emptyText: '报告按您的顺序收入标题、正文、表格、图形和引文。每次打开或保存时数字都会重新统计，因此重新编码后可以随时再次生成。', make: '新建报告', untitled: '报告', newReport: '新报告',
  putInto: '放入报告', put: '已放入“{{report}}”。', add: '添加部分', saved: '已保存的分析', kinds: '分析', save: '保存报告', more: '更多操作', duplicate: '复制这份报告', remove: '删除这份报告', name: '报告标题',
  live: '{{study}}。统计日期：{{when}}；数字随研究更新。', strange_other: '有 {{number}} 个部分由更新版本的 Concord 写入，予以保留，但无法在此显示。', noParts: '添加标题、正文或任何分析。表格、词表和冲突也可以从各自的视图放入。',
  partTools: '移动或移除：{{part}}', drag: '拖到其他位置', up: '上移', down: '下移', take: '从报告中移除', write: '在此书写，空一行另起一段。',
  textHint: '空一行另起一段。离开时自动保存。', level: '级别', chapter: '章', section: '节', title: '标题', quotations: '引文', noQuotations: '无', perCell_other: '每个单元格或组 {{number}} 条',
  picture: '图形', noPicture: '无', withTable: '同时列出表格', copy: '复制图形', copied: '图形已复制。', kind: '分析', quoted: '引文来源', most: '最多',
  partCount_other: '{{number}} 个部分', contents: '目录', counted: '{{study}}。统计时间：{{when}}。编码本：{{version}}。', failed: '这一部分无法生成。',
};
export const cliReports = {
  report: '生成报告，所有数字当场重新统计：NAME --format docx 或 html，-o FILE；--list：列出研究中的报告；NAME --from PARTS.json：用这些部分新建报告',
  exhibit: '把任一分析存为文件：KIND --asked FILE.json（所问内容，省略则用常用设置），或 --saved NAME；--quotations NUMBER 每个单元格的引文数；--picture bars、stacked、heatmap、points、cloud、network、causes、portrait 或 agreement；--format csv、xlsx、docx、html、md、svg、png 或 json，-o FILE；不指定 KIND：列出全部种类',
  reportNone: '还没有报告。',
};
export const doneReports = {
  report: { made: '记下报告“{{report}}”生成时的数字', create: '新建报告“{{report}}”', rename: '报告改名为“{{report}}”', duplicate: '复制报告为“{{report}}”', remove: '删除报告“{{report}}”', add: '为“{{report}}”添加一部分', change: '修改“{{report}}”的一部分', move: '移动“{{report}}”的一部分', take: '从“{{report}}”中移除一部分' },
  savedTable: { save: '保存“{{table}}”', rename: '重命名为“{{table}}”', remove: '删除“{{table}}”' },
};
export const problemReports = {
  'no-bitmap': { what: '这台电脑无法把图形绘成 PNG：缺少相应文字的字体，或没有适合该电脑的绘图组件。', way: '请保存为 SVG，或安装字体（中文可用 Noto Sans CJK）。' },
  'no-such-picture': { what: '这些数字不能这样绘图（“{{picture}}”）。', way: '适合的图形：{{known}}。' },
  'no-such-report': { what: '这项研究中没有名为“{{report}}”的报告。', way: '现有的报告：{{known}}。' },
  'no-such-exhibit': { what: '这里没有名为“{{kind}}”的分析。', way: '现有的分析：{{known}}。如果它来自更新版本的 Concord，请先更新。' },
};
