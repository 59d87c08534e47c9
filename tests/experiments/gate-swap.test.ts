import { describe, expect, it } from 'vitest';
import { drawCell, readSequences, units } from '../../src/experiments/gate-swap/cells.ts';
import { describeChart } from '../../src/experiments/gate-swap/chart.ts';
import { gateSwap } from '../../src/experiments/gate-swap/manifest.ts';
import type { CellName } from '../../src/experiments/gate-swap/settings.ts';
import { cellLoss, trainCell } from '../../src/experiments/gate-swap/training.ts';
import { plainSgd } from '../../src/experiments/maths/plain/descent.ts';
import { createPlainLearner } from '../../src/experiments/maths/plain/learner.ts';
import { createTape } from '../../src/experiments/maths/plain/tape.ts';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { drawSignSequences } from '../../src/experiments/maths/sign-sequences.ts';
import { expectGradientOf } from './maths/plain/expect-gradient.ts';

const cells: readonly CellName[] = ['lstm', 'gru', 'sigmoid-content', 'tanh-gates'];
const bench = { seed: 1, checkpoint: () => undefined };

describe('cells', () => {
  it.each(cells)('have the gradient of finite differences in every weight: %s', (cell) => {
    const sequences = drawSignSequences(createRandom(1, 'sequences'), 6, 8);
    expectGradientOf(drawCell(cell, 1, 1), (tape, weights) =>
      cellLoss(tape, readSequences(cell, sequences, weights, tape).logits, sequences),
    );
  });

  it('add to the state what a half open gate lets in, when nothing comes in and no weight speaks', () => {
    const silent = drawCell('sigmoid-content', 1, 1).map(({ values, shape }, at) => ({
      shape,
      // Only the biases are left, of which the forget gate's opens it.
      values: at % 3 === 1 ? values : values.map(() => 0),
    }));
    const nothing = { inputs: new Float32Array(3), signs: new Float32Array(1) };
    const { weights } = createPlainLearner(silent, () => plainSgd(0));
    const { states } = readSequences('sigmoid-content', nothing, weights, createTape());
    const kept = 1 / (1 + Math.exp(-1));
    const expected = [0.25, 0.25 * (1 + kept), 0.25 * (1 + kept + kept ** 2)];
    expect(states.map(({ values }) => values[units - 1])).toEqual(
      expected.map((value) => expect.closeTo(value, 12)),
    );
  });

  it('see the same sequences and grow from the same weights where they have the same blocks', () => {
    expect(drawCell('tanh-gates', 1, 3)).toEqual(drawCell('lstm', 1, 3));
    expect(drawCell('lstm', 1, 4)).not.toEqual(drawCell('lstm', 1, 3));
  });
});

describe('trainCell', () => {
  const few = { gateBias: 1, length: 6, steps: 2 };

  it('fills the state of a sigmoid cell only upwards, and leaves that of a tanh cell near 0', () => {
    const { means } = trainCell('sigmoid-content', { ...few, length: 25 }, bench);
    expect(means).toHaveLength(25);
    means.slice(1).forEach((mean, step) => {
      expect(mean).toBeGreaterThan((means[step] ?? 0) - 0.02);
    });
    const signed = trainCell('lstm', { ...few, length: 25 }, bench).means;
    for (const mean of signed) expect(Math.abs(mean)).toBeLessThan(0.2);
  });
});

describe('gate-swap', () => {
  it('still guesses after three times as much training', () => {
    const values = {
      cell: 'sigmoid-content',
      gateBias: 1,
      length: 25,
      steps: 120,
      picture: 'training',
    } as const;
    const { accuracies } = trainCell(values.cell, values, bench);
    const accuracy = accuracies.slice(-10).reduce((sum, share) => sum + share / 10, 0);
    expect(accuracy).toBeLessThan(0.65);
    expect(gateSwap.expect(values)).toContainEqual(
      expect.objectContaining({ measure: 'accuracy', high: 0.65 }),
    );
  }, 30_000);

  it('expects nothing of the accuracy after too few steps, or at another length or bias', () => {
    const usual = { cell: 'gru', gateBias: 1, length: 25, steps: 60, picture: 'training' };
    const measuresAt = (change: object) =>
      gateSwap.expect({ ...usual, ...change }).map(({ measure }) => measure);
    expect(measuresAt({})).toContain('accuracy');
    expect(measuresAt({ steps: 59 })).toEqual(['otherAccuracy', 'gruShare']);
    for (const change of [{ length: 26 }, { gateBias: 2 }]) expect(measuresAt(change)).toEqual(['gruShare']);
  });

  it('names the cell that guesses and the one that does not', () => {
    const trained = (cell: CellName, share: number) => ({
      cell,
      means: [0.1, 0.2],
      accuracies: Array.from({ length: 20 }, () => share),
    });
    const values = { cell: 'tanh-gates', gateBias: 1, length: 25, steps: 20, picture: 'training' } as const;
    const trace = { values, subject: trained('tanh-gates', 0.5), other: trained('lstm', 1) };
    expect(describeChart(trace, 'en').title).toBe(
      'LSTM with tanh gates only guesses after 25 steps: 50% right; LSTM: 100%',
    );
    expect(describeChart({ ...trace, values: { ...values, picture: 'state' } }, 'zh').title).toContain(
      '状态均值 0.2',
    );
  });
});
