import { constantVector, drawMatrix } from '../maths/dense.ts';
import type { InitialWeights } from '../maths/learn.ts';
import type { Descent } from '../maths/plain/descent.ts';
import { createPlainLearner, type MatricesOf } from '../maths/plain/learner.ts';
import { lookUp } from '../maths/plain/look-up.ts';
import { binaryCrossEntropy } from '../maths/plain/losses.ts';
import { relu, through } from '../maths/plain/nonlinearities.ts';
import { add, addRow, multiply, sumOfRows, times } from '../maths/plain/operations.ts';
import { createTape, type Tape, type Variable } from '../maths/plain/tape.ts';
import type { Random } from '../maths/random.ts';
import { ads, type Clicks, users } from './clicks.ts';
import type { ModelName } from './settings.ts';

const hiddenUnits = 32;

/** Weights of three models of a click. */
export function drawModels(random: Random, dimension: number) {
  const table = (rows: number, deviation: number): InitialWeights => ({
    values: random.normals(rows * dimension, deviation),
    shape: [rows, dimension],
  });
  const biases = () => [zeros(users), zeros(ads), constantVector(1)] as const;
  return {
    // A coefficient for every person and every ad.
    logistic: [...biases()],
    // The same, plus the product of their embeddings: a factorisation machine (Rendle 2010).
    factorised: [...biases(), table(users, 0.1), table(ads, 0.1)],
    // The embeddings side by side into a network: the first layer has a matrix for each of the two.
    deep: [
      table(users, 0.3),
      table(ads, 0.3),
      ...firstLayer(random, dimension),
      drawMatrix(random, 'he', hiddenUnits, 1),
      constantVector(1),
    ],
  } as const;
}

function firstLayer(random: Random, dimension: number) {
  const { values } = drawMatrix(random, 'he', 2 * dimension, hiddenUnits);
  const half = values.length / 2;
  const shape = [dimension, hiddenUnits];
  return [
    { values: values.slice(0, half), shape },
    { values: values.slice(half), shape },
    constantVector(hiddenUnits),
  ] as const;
}

/** A model of a click that learns. */
export interface ClickModel<W extends readonly InitialWeights[] = readonly InitialWeights[]> {
  readonly weights: MatricesOf<W>;
  /** One step down its mean cross-entropy; returns what it was before. */
  learn(clicks: Clicks): number;
  /** A logit per row. */
  predict(clicks: Clicks): Float64Array;
}

/** The three models, each to learn by a rule of its own. */
export function createModels(random: Random, dimension: number, ruleFor: (size: number) => Descent) {
  const { logistic, factorised, deep } = drawModels(random, dimension);
  return {
    logistic: modelOf(logistic, predictLinear, ruleFor),
    factorised: modelOf(factorised, predictFactorised, ruleFor),
    deep: modelOf(deep, predictDeep, ruleFor),
  } satisfies Record<ModelName, unknown>;
}

function modelOf<const W extends readonly InitialWeights[]>(
  initial: W,
  predict: (tape: Tape, weights: MatricesOf<W>, clicks: Clicks) => Variable,
  ruleFor: (size: number) => Descent,
): ClickModel<W> {
  const { weights, descend } = createPlainLearner(initial, ruleFor);
  return {
    weights,
    learn: (clicks) =>
      descend((tape) => binaryCrossEntropy(tape, predict(tape, weights, clicks), clicks.isClicked)),
    predict: (clicks) => predict(createTape(), weights, clicks).values,
  };
}

type Drawn = ReturnType<typeof drawModels>;

/** Logits of one-hot logistic regression. */
export function predictLinear(
  tape: Tape,
  [byUser, byAd, bias]: MatricesOf<Drawn['logistic']>,
  clicks: Clicks,
): Variable {
  const coefficients = add(tape, lookUp(tape, byUser, clicks.users), lookUp(tape, byAd, clicks.ads));
  return addRow(tape, coefficients, bias);
}

/** Logits of the factorisation machine. */
export function predictFactorised(
  tape: Tape,
  [byUser, byAd, bias, tastes, appeals]: MatricesOf<Drawn['factorised']>,
  clicks: Clicks,
): Variable {
  const match = times(tape, lookUp(tape, tastes, clicks.users), lookUp(tape, appeals, clicks.ads));
  return add(tape, predictLinear(tape, [byUser, byAd, bias], clicks), sumOfRows(tape, match));
}

/** Logits of the network over embeddings. */
export function predictDeep(
  tape: Tape,
  [people, ads, fromPerson, fromAd, shift, output, offset]: MatricesOf<Drawn['deep']>,
  clicks: Clicks,
): Variable {
  const seen = add(
    tape,
    multiply(tape, lookUp(tape, people, clicks.users), fromPerson),
    multiply(tape, lookUp(tape, ads, clicks.ads), fromAd),
  );
  const hidden = through(tape, relu, addRow(tape, seen, shift));
  return addRow(tape, multiply(tape, hidden, output), offset);
}

function zeros(rows: number): InitialWeights {
  return { values: new Float32Array(rows), shape: [rows, 1] };
}
