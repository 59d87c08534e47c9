const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Units that may stand between the words of an alias without breaking it ("the norm of the gradient"); inside an
 * alias they are optional too. No negation is among them.
 */
export const fillers: ReadonlySet<string> = set(`
  a an the this that these those its their our your it they of to and in at for by with from on as
  is are was were be been being am will would can could may might must shall should do does did have has had
  very also quite really then just so thus there such
  的 了 着 地 得 会 将 就 都 也 很 是 在 和 与 为
`);

/** Articles that open an alias say nothing. */
export const articles: ReadonlySet<string> = set('a an the');

/** Words that hold English sentences together; a text without them is a list of keywords. */
export const functionWords: ReadonlySet<string> = set(`
  a an the this that these those it its they them their we us our you your i my me
  of to in on at by for from with without into onto over under between within through during across per via as than
  and or but nor so yet because since while whereas although though if when where which who whom whose what how why
  is are was were be been being am do does did done have has had will would can could may might must shall should
  not no never also only just then thus hence therefore however too very more most less least much many some any all
  each every both either neither same such other another there here about up down out off after before again until
  get gets make makes let lets become becomes
`);

/** Characters that hold Chinese sentences together. */
export const functionCharacters: ReadonlySet<string> = set(`
  的 了 着 过 地 得 是 有 在 和 与 及 或 也 都 就 才 会 能 可 要 应 将 把 被 让 使 给 对 向 从 到 于 以 为 因 由 所 而 但
  若 如 则 并 且 虽 然 不 没 无 非 未 这 那 其 此 它 他 她 我 你 们 个 些 种 每 各 很 更 最 太 较 还 又 再 只 时 后 前
  里 之 者 什 么 怎 样 吗 呢 吧 啊 即 当 比 跟 用
`);

/** Characters of {@link functionCharacters} that keywords hold as well: 无参数, 不变性, 最大池化. */
export const keywordCharacters: ReadonlySet<string> = set('不 无 非 未 最');

/** Characters that say nothing about a topic: function characters, and those that only place or count things. */
export const contentlessCharacters: ReadonlySet<string> = new Set([
  ...functionCharacters,
  ...'上下中内外等通经'.split(''),
]);
