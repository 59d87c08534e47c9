/** How a cue bears on what stands around it. */
export type CueKind =
  /** Negates what follows in the clause, up to "and": "does not saturate and is cheap". */
  | 'negator'
  /** Negates a whole enumeration that follows: "without exponentials and divisions". */
  | 'list-negator'
  /** Negates the rest of the sentence, however long: "it is not true that …". */
  | 'wide'
  /** Says that something is kept from happening; counts only where the rubric's own model answers do not say so. */
  | 'soft'
  /** Negates what stands before it when the clause ends here: "saturation does not occur"; else what follows. */
  | 'after'
  /** Looks like a negation and is none: "not only", 非线性. */
  | 'pseudo'
  /** Begins a new thought, so no earlier cue reaches beyond it. */
  | 'terminator'
  /** Ends a list-negator's enumeration only for a plain negator. */
  | 'and'
  /** Begins a new thought unless a cue stands right before it: "does not lead to". */
  | 'causative';

/** Every word of the one list before every word of the other; lists are parted by commas. */
const everyPair = (firsts: string, seconds: string) =>
  firsts.split(', ').flatMap((first) => seconds.split(', ').map((second) => `${first} ${second}`));

/**
 * The cue words of both languages, several to a line, parted by commas.
 * After NegEx (Chapman et al. 2001), cut down to what interview answers say and widened by Chinese.
 */
export const cueLists: Readonly<Record<CueKind, readonly string[]>> = {
  negator: [
    'not, never, hardly, barely, rarely, seldom, nothing, no longer, fails to, fail to, failed to, failing to',
    'unable to, incapable of, far from, unlikely to, anything but, by no means, instead of, rather than',
    'as opposed to, except for',
    '不, 不会, 不能, 不是, 不再, 不必, 不用, 不需要, 无需, 无须, 并不, 并不会, 并不是, 并非, 未, 未能, 没, 无法, 难以, 不可, 不足以',
    '不可能, 从不, 从来不, 从未, 从来没有, 谈不上, 绝不, 决不, 而不是, 而并非, 而非, 不像, 不具有, 不具备, 不存在, 不依赖, 不要',
  ],
  'list-negator': [
    'no, without, neither, nor, none of, non, lack, lacks, lacking, lacked, lack of, absence of, free of, free from',
    '没有, 无, 非, 缺乏, 缺少, 并没有, 并无, 毫无',
  ],
  wide: [
    'not true that, not the case that, not correct that, not right that, false that, wrong that, incorrect that',
    'untrue that, not believe that, not think that, not mean that, not mean, not imply, not believe, not think',
    'no evidence that, misconception that, myth that, misconception is that, myth is that, wrongly, mistakenly',
    'wrong to say, false to say, incorrect to say, not correct to say, not true to say, not agree, disagree',
    '并不意味着, 不意味着, 不代表, 并不代表, 不等于说, 不能说, 不能认为, 误以为, 误认为, 错误地认为, 错误认为, 错误地以为, 不认为',
    '不认同, 不同意, 误解是, 误区是, 并不是说, 不是说, 误解',
  ],
  soft: [
    'prevent, prevents, preventing, prevented, avoid, avoids, avoiding, avoided, eliminate, eliminates, eliminating',
    'alleviate, alleviates, alleviating, mitigate, mitigates, mitigating, suppress, suppresses, overcome, overcomes',
    'solve, solves, solving, fix, fixes, fixing, cure, cures, stop, stops, remove, removes, counter, counters',
    '避免, 防止, 缓解, 抑制, 消除, 阻止, 解决, 克服, 减轻, 杜绝, 免于, 摆脱, 预防',
  ],
  after: [
    ...everyPair(
      'does not, do not, did not, will not, would not, can not, could not, never, no longer',
      'occur, occurs, happen, happens, exist, exists, arise, arises, appear, appears, hold, holds, apply, applies',
    ),
    ...everyPair(
      'does not, do not, did not, will not, would not, can not, could not, never, no longer',
      'help, helps, matter, matters, work, works',
    ),
    ...everyPair(
      'is, are, was, were',
      'false, wrong, incorrect, untrue, not true, not correct, not right, not the case, impossible, unlikely, absent',
    ),
    ...everyPair(
      'is, are, was, were',
      'a myth, a misconception, useless, pointless, of no use, irrelevant, not a problem, no problem, not an issue, no issue',
    ),
    ...everyPair('has, have', 'no effect, no influence, nothing to do with it'),
    'does nothing, do nothing, plays no role, play no role, makes no difference, make no difference',
    '不会发生, 不发生, 不会出现, 不出现, 没有发生, 没有出现, 不成立, 是错的, 是错误的, 错误, 不正确, 是不正确的, 不对, 是不对的',
    '不是真的, 是假的, 是误解, 是不可能的, 不会有, 没有用, 没用, 无用, 无效, 不起作用, 没有作用, 没有帮助, 没有效果',
    '没有任何用, 没有任何用处, 没有任何作用, 没有任何帮助, 没有任何效果, 没有任何影响, 毫无用处, 毫无作用, 毫无帮助',
    '不管用, 没有影响, 不重要, 无所谓, 无关紧要, 帮不上忙',
  ],
  pseudo: [
    'nothing more than, nothing less than, nothing else than, nothing other than, no other than, not other than',
    'not only, not just, not merely, not simply, not necessarily, no matter, not but, nothing but, not until',
    'without loss of generality, no doubt, without doubt, not to mention, no more than, not more than, whether or not',
    'no greater than, not greater than, no larger than, not larger than, no less than, no fewer than, not exceed',
    'not exceeds, not exceeding, never exceeds, never exceed, or not, why not, if not, not surprisingly, not help but',
    'not false that, not wrong that, not incorrect that, not untrue that, not unlike, no wonder, not least',
    '不仅, 不仅仅, 不但, 不只, 不只是, 不光, 不单, 不论, 不管, 不得不, 无论, 无非, 不断, 不同, 不同于, 非线性, 非凸, 非负, 非参数',
    '无监督, 无偏, 不变性, 不变, 未知, 未来, 非常, 无穷, 无限, 无数, 无疑, 毫无疑问, 不可避免, 不可或缺, 不失一般性, 不等式, 不动点',
    '不超过, 不大于, 不小于, 不高于, 不低于, 不外乎, 分别, 类别, 级别, 识别, 区别, 差别, 特别, 性别, 鉴别, 判别, 个别, 辨别, 别的',
    '是不是, 能不能, 会不会, 要不要, 不妨, 不免, 不禁, 不错, 没错, 无向, 淹没, 不然, 不无, 不止, 非极大值',
    '使用, 正则, 法则, 规则, 原则, 时间, 时刻, 时序, 实时, 及时, 暂时, 并行, 合并, 后验, 后向, 后面, 还原, 也许, 无关, 不足',
    '没问题, 莫非, 除非, 是非, 不少, 不平衡, 无损',
  ],
  terminator: [
    'but, however, although, though, unless, while, whereas, because, since, so, therefore, thus, hence, which, who',
    'then, yet, when, if, where, due to, in contrast, instead, still',
    '但, 但是, 而, 而是, 然而, 却, 所以, 因此, 因而, 因为, 由于, 从而, 进而, 于是, 则, 并且, 而且, 且, 并, 同时, 还, 也, 只是, 反而, 时',
    '后, 的话, 那么, 不过, 只, 仍, 仍然, 又',
  ],
  and: ['and'],
  causative: [
    'leads to, lead to, leading to, causes, cause, causing, makes, make, making, results in, result in, resulting in',
    '使, 使得, 让, 令, 导致, 造成, 引起, 带来, 引发',
  ],
};
