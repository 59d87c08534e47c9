import { functionCharacters, functionWords } from '../../../src/core/grading/text/function-words.ts';
import { readUnits } from '../../../src/core/grading/text/read-units.ts';
import { stemWord } from '../../../src/core/grading/text/stem-word.ts';
import type { BenchAnswer, BenchQuestion } from './answer-set.ts';

/** A rival grader: a score for an answer; only its order counts. */
export interface Baseline {
  readonly name: string;
  readonly score: (answer: BenchAnswer) => number;
}

/** The three graders that every better one has to beat; they know the questions and references, never the answers. */
export function createBaselines(questions: readonly BenchQuestion[]): readonly Baseline[] {
  return [
    { name: 'length', score: ({ text }) => readUnits(text).length },
    overlapRecall(questions),
    softCoverage(questions),
  ];
}

/** Content words as stems, Chinese as single characters and pairs. */
function contentTerms(text: string): ReadonlySet<string> {
  const units = readUnits(text);
  const terms = new Set<string>();
  units.forEach(({ kind, key }, at) => {
    const next = units[at + 1];
    if (kind === 'han') {
      if (!functionCharacters.has(key)) terms.add(key);
      if (next?.kind === 'han' && next.gap === 0) terms.add(key + next.key);
    } else if (!functionWords.has(key)) terms.add(kind === 'word' ? stemWord(key) : key);
  });
  return terms;
}

function overlapRecall(questions: readonly BenchQuestion[]): Baseline {
  const references = new Map(questions.map(({ qid, reference }) => [qid, reference.map(contentTerms)]));
  return {
    name: 'overlap recall',
    score: ({ question, text }) => {
      const said = contentTerms(text);
      const shares = (references.get(question.qid) ?? []).map(
        (terms) => [...terms].filter((term) => said.has(term)).length / Math.max(1, terms.size),
      );
      return Math.max(0, ...shares);
    },
  };
}

const questionWordWeight = 0.25;
const totalExponent = 0.8;
const leastSimilarity = 0.5;

/** Terms weighted by rarity, found by their letters in threes, the question's at a quarter, divided by total^0.8. */
function softCoverage(questions: readonly BenchQuestion[]): Baseline {
  const rarity = rarityOf(questions);
  const weighted = new Map(
    questions.map(({ qid, question, reference }) => {
      const asked = contentTerms(question);
      const weigh = (term: string) => rarity(term) * (asked.has(term) ? questionWordWeight : 1);
      return [
        qid,
        reference.map((text) => [...contentTerms(text)].map((term) => ({ term, weight: weigh(term) }))),
      ];
    }),
  );
  return {
    name: 'soft coverage',
    score: ({ question, text }) => {
      const said = contentTerms(text);
      const scores = (weighted.get(question.qid) ?? []).map((terms) => {
        const total = terms.reduce((sum, { weight }) => sum + weight, 0);
        const got = terms.reduce((sum, { term, weight }) => sum + weight * nearness(term, said), 0);
        return total === 0 ? 0 : got / total ** totalExponent;
      });
      return Math.max(0, ...scores);
    },
  };
}

function rarityOf(questions: readonly BenchQuestion[]): (term: string) => number {
  const frequency = new Map<string, number>();
  for (const { question, reference } of questions) {
    for (const term of contentTerms([question, ...reference].join('\n'))) {
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
    }
  }
  return (term) => Math.log(1 + (questions.length + 1) / ((frequency.get(term) ?? 0) + 0.5));
}

function nearness(term: string, said: ReadonlySet<string>): number {
  if (said.has(term)) return 1;
  if (!/^[a-z]{4,}$/.test(term)) return 0;
  const similarities = [...said]
    .filter((word) => /^[a-z]{4,}$/.test(word))
    .map((word) => similarity(term, word));
  const best = Math.max(0, ...similarities);
  return best >= leastSimilarity ? best : 0;
}

const trigramsOfWord = new Map<string, ReadonlySet<string>>();

function trigrams(word: string): ReadonlySet<string> {
  const known = trigramsOfWord.get(word);
  if (known !== undefined) return known;
  const marked = `^${word}$`;
  const made = new Set(Array.from({ length: marked.length - 2 }, (_, at) => marked.slice(at, at + 3)));
  trigramsOfWord.set(word, made);
  return made;
}

function similarity(a: string, b: string): number {
  const [first, second] = [trigrams(a), trigrams(b)];
  let shared = 0;
  for (const trigram of first) if (second.has(trigram)) shared += 1;
  return (2 * shared) / (first.size + second.size);
}
