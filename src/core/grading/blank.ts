import { findTerms, plainLattice } from './match/find-terms.ts';
import { compileAlias } from './match/pattern.ts';
import { buildTrie } from './match/term-trie.ts';
import { fillers } from './text/function-words.ts';
import type { Unit } from './text/unit.ts';

const phrases = `
  i do not know, do not know, idk, no idea, no clue, not sure, unsure, i am not sure, i have no idea, no answer
  have no answer, pass, skip, next, sorry, i forgot, forgot, can not answer, can not remember, do not remember
  never learned, have not learned, have not learnt, not studied, n a, no submission, empty submission, no comment
  not answered, unanswered, no response, left blank, give up, i give up, beats me, dunno, help, hm, hmm, um, uh, ok, test
  不知道, 不清楚, 我不会, 不懂, 不太清楚, 不太懂, 不太会, 没学过, 没有学过, 忘了, 忘记了, 不记得, 记不清, 不确定, 跳过, 略, 没有答案
  暂无, 抱歉, 对不起, 不了解, 不太了解, 没思路, 没有思路, 没想法, 没有想法, 放弃, 下一题, 答不上来, 不会做, 不晓得, 没听过, 没听说过, 哈哈, 呵呵
  未作答, 没有作答, 未回答, 没有回答, 嗯, 啊, 空, 不知, 没印象, 没头绪, 想不起来
`;

const trie = buildTrie(
  phrases
    .trim()
    .split(/,|\n/)
    .flatMap((phrase, term) =>
      compileAlias(phrase.trim(), (word) => word).patterns.map((pattern) => ({ term, pattern })),
    ),
);

/** Words that only frame an excuse. */
const framing = new Set([
  ...fillers,
  ...'i me my we you question answer one about honestly honest please maybe think yet right now 我 这 个 题 道 真 完 全 实 这 问 答 案 吧 啦 呀 哦 呢 吗 说 有 点 对 于 一 请 给 提 示'.split(
    ' ',
  ),
]);

/** A longer answer says something, whatever it begins with. */
const longestExcuseUnits = 24;

/** Whether an answer says nothing: no words at all, or only that one does not know. */
export function isBlank(units: readonly Unit[]): boolean {
  if (units.length === 0) return true;
  if (units.length > longestExcuseUnits) return false;
  const matches = findTerms(trie, plainLattice(trie, units, 'key'));
  const excused = units.map(({ key }) => framing.has(key));
  for (const { from, to } of matches) excused.fill(true, from, to);
  return matches.length > 0 && excused.every(Boolean);
}
