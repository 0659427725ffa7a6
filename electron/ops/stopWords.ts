import { wordKey } from './segmenting.ts';

const english = `
  a about above after again against all almost along already also although always am among an and another any anybody anyone anything anyway are aren't around as ask asked at away
  back be became because become been before began being below between both but by
  came can can't cannot come comes coming could couldn't
  did didn't do does doesn't doing don't done down during
  each either else enough even ever every everybody everyone everything
  far few first for from further
  gave get gets getting give given gives go goes going gone gonna got gotta
  had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself hi him himself his how how's however
  i i'd i'll i'm i've if in indeed instead into is isn't it it'd it'll it's its itself
  just keep kept kind know known knows
  last least less let let's like liked likely lot lots
  made make makes making many may maybe me mean means might mine more most mostly much must my myself
  need needs neither never next no nobody none nor not nothing now
  of off often oh ok okay on once one one's ones only onto or other others our ours ourselves out over own
  per perhaps put
  quite rather really right
  said same saw say saying says see seem seemed seems seen several shall she she'd she'll she's should shouldn't since so some somebody somehow someone something sometimes somewhat soon sort still such sure
  take taken takes taking tell than that that'll that's the their theirs them themselves then there there'd there'll there's therefore these they they'd they'll they're they've thing things think this those though thought
  through thus till to together told too took toward towards tried try trying
  um umm uh uhm er erm hm hmm mm mhm mmm ah eh yeah yep yes
  under until up upon us use used
  very via
  want wanted wants was wasn't way ways we we'd we'll we're we've well went were weren't what what'll what's whatever when when's where where's whether which while who who'd who'll who's whole whom whose why why's will with within without won't would wouldn't
  one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands half
  yet you you'd you'll you're you've your yours yourself yourselves`;
const chinese = `
  的 地 得 了 着 过 吗 呢 吧 啊 呀 哦 噢 嗯 呃 额 唉 哎 诶 欸 哈 哈哈 嘛 啦 喽 咯 哇 喔 哟 嘿 喂 呵 呵呵 唔 恩 对对 对对对 嗯嗯
  我 你 您 他 她 它 咱 我们 你们 您们 他们 她们 它们 咱们 自己 大家 人家 别人 谁 我的 你的 他的 自个 自个儿 本人 各位
  这 那 哪 这个 那个 哪个 这些 那些 哪些 这样 那样 这么 那么 怎么 怎样 怎么样 这里 那里 哪里 这儿 那儿 哪儿 这边 那边 这种 那种 什么 为什么 为何 多少 几 几个 这时 那时 这次 那次 此 该 某 某些 某个 各 各个 每 每个 每次 其 其他 其它 其中 其实 另 另外 另一 另一个 之 之一 所 者
  是 不是 就是 还是 也是 都是 只是 可是 但是 要是 若是 像是 算是 说是 是否 是的 有 没有 没 无 有的 有些 有点 有点儿 有时 有时候 还有 只有 所有 具有 拥有
  在 于 从 自 到 向 往 朝 对 对于 关于 至于 由 由于 把 被 给 让 叫 使 用 以 按 按照 按着 根据 依 依据 据 通过 经过 随着 跟 和 与 同 及 以及 并 并且 而 而且 或 或者 或是 还 又 也 都 就 才 只 仅 仅仅 光 再 再说 先 更 更加 最 很 太 挺 蛮 非常 特别 十分 比较 相当 稍微 稍 越 越来越 几乎 差不多 大概 大约 左右 基本 基本上 一般 一般来说 通常 总 总是 总的来说 一直 已 已经 曾 曾经 正 正在 刚 刚才 刚刚 马上 立刻 将 将要 会 能 能够 可 可以 可能 应 应该 应当 得了 必须 需要 要 想 想要 愿意 肯 敢 不 不会 不能 不可 不要 不用 不得 不过 不同 不仅 不但 不管 不论 不如 别 未 莫 非 勿 否则
  因 因为 因此 因而 所以 于是 那就 结果 从而 以便 为 为了 为着 如 如果 如此 如何 假如 假设 倘若 只要 只能 除非 除了 除 虽 虽然 尽管 即使 哪怕 就算 既 既然 无论 与其 宁可 何况 况且 甚至 甚至于 此外 然后 然而 然 接着 后来 之后 以后 之前 以前 之间 以上 以下 以外 以内 之外 之内 同时 当 当时 当然 当中 时 时候 的时候 的话 之类 等 等等 例如 比如 比如说 譬如 也就是说 也就是 就是说 换句话说 反正 反而 到底 究竟 究竟是 毕竟 确实 的确 实际上 事实上 其次 首先 最后 最终 终于 第一 第二 第三 一 二 三 两 俩 一个 一些 一点 一点儿 一种 一样 一起 一下 一定 一方面 一边 一来 一是 二是 一次 两个 三个 许多 很多 好多 不少 多 少 些 点 个 位 名 种 次 件 项 条 天 年 月 日 号 块 里 里面 里边 中 上 上面 下 下面 内 外 外面 前 前面 后 后面 旁 边 旁边 间 处 方面
  说 讲 说话 觉得 认为 感觉 知道 看 看到 看见 来 来说 来讲 去 做 搞 弄 进行 起来 出来 下来 下去 过来 过去 上来 上去 出去 进来 进去 回来 回去 成 成为 作为 来自 属于 称 叫做 好 好的 对的 行 对吧 是吧 对不对 是不是 好像 好吧 行吧 嗯哪 真 真的 那种 挺好 也许 似乎 仿佛 简直 本来 原来 本 原 目前 现在 今天 明天 昨天 今年 去年 现 如今 至今 随便 随时 到时候 人`;

/** Words that say little by themselves: articles, pronouns, particles, what one says while thinking. By `wordKey`. */
export const usualStopWords: ReadonlySet<string> = new Set(`${english} ${chinese}`.trim().split(/\s+/).map(wordKey));
