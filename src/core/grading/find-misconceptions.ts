import { evidenceOf } from './evidence.ts';
import type { Hit } from './find-hits.ts';
import type { FoundMisconception } from './grade.ts';
import { sentenceAround, signals, toSignals } from './match/sentence.ts';
import type { PreparedMisconception, PreparedTerm } from './prepared-rubric.ts';
import type { ReadAnswer } from './read-answer.ts';
import { type ClaimReading, readClaim } from './read-claim.ts';
import type { Unit } from './text/unit.ts';

/**
 * Whether the answer makes a wrong claim: every slot of it in one sentence, each as the misconception means it, found
 * as written and not merely by its scattered words, for a false accusation is worse than a missed one.
 */
export function findMisconception(
  misconception: PreparedMisconception,
  hits: readonly Hit[],
  answer: ReadAnswer,
  terms: readonly PreparedTerm[],
): FoundMisconception | undefined {
  if (hits.length < misconception.slots.length) return undefined;
  const strict = hits.filter(({ loose }) => !loose);
  const reading = readClaim(misconception.slots, strict);
  const claim = claimIn(reading, answer);
  if (claim === undefined) return undefined;
  const evidence = claim
    .map((hit) => evidenceOf(hit, answer, terms))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  return { id: misconception.id, cap: misconception.cap, evidence };
}

/** For the first sentence that holds all slots and supposes none of them: a hit for each. */
function claimIn(reading: ClaimReading, { units }: ReadAnswer): readonly Hit[] | undefined {
  const bySentence = new Map<number, Hit[]>();
  reading.for.forEach((hits) => {
    const seen = new Set<number>();
    for (const hit of hits) {
      const sentence = units[hit.from]?.sentence ?? 0;
      if (seen.has(sentence)) continue;
      seen.add(sentence);
      bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), hit]);
    }
  });
  const complete = [...bySentence].filter(([, hits]) => hits.length === reading.slots.length);
  const claimed = complete.filter(
    ([, hits]) => !isSupposed(units, Math.max(...hits.map(({ from }) => from))),
  );
  return claimed.toSorted(([a], [b]) => a - b)[0]?.[1];
}

const suppositions = toSignals(
  'if would could were suppose supposing imagine hypothetically swapping swapped swap exchanging exchanged exchange replacing replaced',
  '如果 假如 假设 倘若 要是 换成 改成 改用 互换 交换 对调 颠倒',
);

/** What a sentence says after it begins to suppose something is no claim ("with a sigmoid there it would …"). */
function isSupposed(units: readonly Unit[], at: number): boolean {
  const [from] = sentenceAround(units, at);
  return signals(suppositions, units, from, at);
}
