import type { Role } from '../../shared/model/schema.ts';

/** What people and programs call anybody who asks, answers or helps, lower case; a number or a letter may follow. */
const roleWords: Readonly<Record<Role, string>> = {
  interviewer: `interviewer interviewers interv int intv intvr moderator mod facilitator researcher host question interviewerin interviewleiter
    enquêteur enquêtrice entrevistador entrevistadora intervistatore
    访谈者 访谈员 访谈人 采访者 采访人 采访员 提问者 提问人 提问 研究者 研究员 调研员 调查员 主持人 主持 记者 面试官 笔者 访问者 访问员 访员 问
    訪談者 訪談員 訪談人 採訪者 採訪人 訪問者 訪問員 訪員 提問者 提問 研究員 調查員 記者 問 インタビュアー 聞き手 質問者 면접자 질문자`,
  interviewee: `interviewee interviewees participant participants respondent informant answer resp befr befragter befragte befragte interviewpartner interviewpartnerin proband probandin
    entrevistado entrevistada participante enquêté enquêtée répondant intervistato
    受访者 受访人 受访对象 被访者 被访人 被访谈者 被访谈人 被采访者 被采访人 受试者 被试 参与者 参加者 访谈对象 采访对象 研究对象 回答者 回答 答
    受訪者 受訪人 受訪對象 被訪者 被訪人 被訪談者 被採訪者 受試者 參與者 訪談對象 研究對象 インタビュイー 回答者 話し手 응답자 면담자`,
  other: `translator interpreter observer notetaker note-taker assistant unknown unidentified 翻译 译员 口译 记录员 记录者 观察员 助理 助手 旁白 翻譯 譯員 記錄員 觀察員`,
};
/** Words for anybody that do not say on which side they sit. */
const anybodyWords = `speaker speakers spk guest attendee member male female man woman voice person caller everyone everybody all group several me
  说话人 发言人 讲话人 讲者 说话者 发言者 话者 嘉宾 男 女 男声 女声 男士 女士 众人 全体 大家 众 我 甲 乙 丙 丁 戊 己 庚 辛 說話人 發言人 講話人 講者 話者 來賓 眾人 全體 발표자 화자`;

const words = (list: string) => list.split(/\s+/).filter((word) => word !== '');
export const roleOfWord: ReadonlyMap<string, Role> = new Map((Object.keys(roleWords) as Role[]).flatMap((role) => words(roleWords[role]).map((word) => [word, role] as const)));
export const anybody: ReadonlySet<string> = new Set(words(anybodyWords));

/** Keys of the block that stands above a transcript: what follows them is about the interview, not said in it. */
export const metadataKeys: ReadonlySet<string> = new Set(words(`date time place location venue duration length topic subject title project study file filename recording recorded recorder transcript
  transcription transcribed transcriber version language site interview attendees present age gender sex occupation profession datum ort dauer thema fecha lugar lieu durée
  时间 日期 地点 地址 时长 主题 题目 标题 背景 对象 编号 项目 课题 单位 语言 年龄 性别 职业 学历 职务 职称 工龄 录音 录音人 记录 记录人 整理 整理人 转录 转录人 校对 关键词 参会人 参会人员 与会人员 参加人员 出席 场次 方式 形式 文件 文件名 版本 原文
  時間 時長 主題 題目 標題 對象 編號 項目 單位 語言 年齡 性別 職業 學歷 錄音 記錄 記錄人 轉錄 關鍵詞 參會人員 全文概要 章节速览 发言总结`));
/** Compounds of them: 访谈时间, 受访者编号, 第一章. */
export const metadataShape = /(?:时间|日期|地点|编号|时长|主题|背景|方式|单位|人员|概要|速览|時間|地點|編號|時長|主題|單位|人員)$|^第.+[章节節部分题題]$|^(?:interview|participant|respondent|recording|file)\s+(?:no|number|date|id|length|code|name)\.?$/iu;

/** Words before a colon that no speaker is. */
export const notSpeakers: ReadonlySet<string> = new Set([...metadataKeys, ...words(`note notes nb ps re cc bcc fwd from to sent http https ftp mailto file url email e-mail mail tel phone fax eg ie example examples source sources
  summary abstract keywords introduction conclusion results methods discussion background aim aims objective objectives warning attention important remark remarks comment comments page section chapter part table figure
  yes no yeah yep nope okay ok right well so and but or then first second third finally also because that this these those there here exactly sure true false thanks anmerkung hinweis beispiel
  laughs laughter laughing laugh pause silence music inaudible crosstalk noise applause cough coughs sighs sigh unintelligible indistinct background overlapping lachen lacht pause räuspert
  注 备注 附 附注 附录 说明 注释 注意 译注 编者按 按 即 如下 例如 比如 譬如 举例 小结 总结 摘要 提纲 目录 结论 建议 意见 原因 目的 方法 结果 内容 问题 要点 重点 补充 第一 第二 第三 首先 其次 再次 最后 另外 此外 一是 二是 三是 四是 总之 电话 邮箱 来源 网址
  笑 笑声 大笑 沉默 停顿 听不清 掌声 音乐 咳嗽 叹气 鼓掌 哭 點頭 点头 思考 噪音 備註 附註 說明 註 總結 結論 建議 意見 內容 問題 補充 電話 笑聲 聽不清 掌聲 音樂 嘆氣`)]);
/** Ends of Chinese phrases that lead up to something, as labels do not. */
export const leadsUp = /(?:说|道|讲|說|講|认为|認為|表示|觉得|覺得|指出|提到|回答说|包括|如下|例如|比如|就是|原因|方面|情况|情況|措施|举措|优点|缺点|特点|优势|劣势|因素|意思|问题|問題|困难|困難|挑战|变化|變化|影响|建议|建議|做法|经验|目标|任务|表现|体会|感受|看法|观点)$/u;
/** Beginnings of Chinese sentences; 我, 他 alone may still be labels. */
export const beginsSentence = /^(?:我|你|您|他|她|它|咱|这|那|這|其|所以|但|因为|因為|如果|然后|然後|就|还|還|也|都|并|而|有人|人家|自己|大家).+/u;
/** Words that are in sentences and not in names or functions: a label of several words has none of them. */
export const sentenceWords: ReadonlySet<string> = new Set(words(`a an the this that these those it he she they we you i my your his her our their its is are was were be been am do does did don't have has had having
  say says said saying ask asks asked asking tell tells told telling think thinks thought mean means meant know knows knew reply replied answered added continued called like just only
  or so because if when while what why how who whom which where here there not no yes okay ok well but as into about than then very really some any every each more most much many
  er sie es wir ihr ich du sagt sagte sagten fragte ist sind war und aber il elle nous vous dit disait demande el ella dijo dice era es que`));
/** Titles and shortenings that may stand before a point inside a label. */
export const shortenings: ReadonlySet<string> = new Set(words('dr mr mrs ms prof st sr jr int befr interv resp part no nr'));
/** What meeting programs put behind a name; another bracket (participant (F)) may tell two people apart and stays. */
export const nameSuffix = /\s*\((?:guest|host|co-host|external|unverified|me|you|presenter|organi[sz]er|访客|来宾|外部|主持人|我|訪客|外部使用者)\)$/u;
