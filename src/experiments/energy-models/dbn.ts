import { logProbabilities, mix } from './exact-rbm.ts';
import { hiddenGiven, type Rbm, turnedOver, visibleGiven } from './rbm.ts';
import { productDistribution, type State } from './states.ts';

/** A deep belief network of two layers: an RBM on top, arrows from its visible units down to the pixels. */
export interface Dbn {
  readonly below: Rbm;
  readonly top: Rbm;
}

/** A log-likelihood and the lower bound that training of the top raises, in nats. */
export interface Judgement {
  readonly exact: number;
  readonly bound: number;
}

/** log p(v) exactly, and the bound Σ q(h|v)·[log p_top(h) + log p(v|h) − log q(h|v)] with the lower RBM's posterior as q. */
export function judge({ below, top }: Dbn, states: readonly State[]): Judgement[] {
  const logTop = logProbabilities(top);
  const given = Array.from(logTop, (_, hidden) => productDistribution(visibleGiven(below, hidden)));
  return states.map((state) => {
    const posterior = productDistribution(hiddenGiven(below, state));
    let [probability, bound] = [0, 0];
    for (const [hidden, q] of posterior.entries()) {
      const downwards = given[hidden]?.[state] ?? 0;
      const log = logTop[hidden] ?? 0;
      probability += Math.exp(log) * downwards;
      if (q > 0) bound += q * (log + Math.log(downwards) - Math.log(q));
    }
    return { exact: Math.log(probability), bound };
  });
}

/** What the lower RBM makes of equally likely data: the distribution its hidden units hand to the top as data. */
export function handedUp(below: Rbm, data: readonly State[]): Float64Array {
  const equally = new Float64Array(data.length).fill(1 / data.length);
  return mix(
    equally,
    data.map((state) => productDistribution(hiddenGiven(below, state))),
  );
}

/** The smallest distance of a log-likelihood to its bound; what is below 10⁻⁹ nats is rounding and counts as 0. */
export function smallestGap(judgements: readonly Judgement[]): number {
  const gap = Math.min(...judgements.map(({ exact, bound }) => exact - bound));
  return Math.abs(gap) < 1e-9 ? 0 : gap;
}

/** Largest change of a log-likelihood when an RBM is stacked with itself turned over; 0 up to rounding, in theory. */
export function tiedGap(rbm: Rbm, states: readonly State[]): number {
  const alone = logProbabilities(rbm);
  const stacked = judge({ below: rbm, top: turnedOver(rbm) }, states);
  return Math.max(...states.map((state, i) => Math.abs((stacked[i]?.exact ?? 0) - (alone[state] ?? 0))));
}

/** Mean −log p(v) and mean bound on it, in nats. */
export function meanJudgement(judgements: readonly Judgement[]): {
  readonly nll: number;
  readonly bound: number;
} {
  const mean = (of: (judgement: Judgement) => number) =>
    judgements.reduce((sum, judgement) => sum + of(judgement), 0) / judgements.length;
  return { nll: -mean(({ exact }) => exact), bound: -mean(({ bound }) => bound) };
}
