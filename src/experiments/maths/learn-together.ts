import * as tf from '@tensorflow/tfjs';
import { type InitialWeights, learn, type WeightsOf } from './learn.ts';
import type { UpdateRule } from './update-rules.ts';

/** Weights of several networks before the first step, by network. */
export type InitialNetworks = Readonly<Record<string, readonly InitialWeights[]>>;

/** Their tensors, in the same places. */
export type NetworksOf<N extends InitialNetworks> = { readonly [K in keyof N]: WeightsOf<N[K]> };

/** Networks that learn side by side. */
export interface Learners<N extends InitialNetworks> {
  /** The weights as they are now; the next step replaces them. */
  weights(): NetworksOf<N>;
  /** One step of each network down its own loss. The function must not throw, like every `Loss`. */
  descend(losses: (networks: NetworksOf<N>) => Readonly<Record<keyof N & string, tf.Scalar>>): void;
  /** What the losses were before each step since the last reading. */
  readLosses(): Readonly<Record<keyof N & string, readonly number[]>>;
}

/**
 * Lends the weights of several networks, as `learn` does for one. They learn the sum of their losses, so none touches
 * another as long as the rule goes weight by weight, as SGD and Adam do; one update for all costs a fraction of one each.
 */
export function learnTogether<const N extends InitialNetworks, R>(
  initial: N,
  rule: UpdateRule,
  body: (learners: Learners<N>) => R,
): R {
  const names: readonly (keyof N & string)[] = Object.keys(initial);
  const all = names.flatMap((name) => initial[name] ?? []);
  return learn(all, rule, ({ weights, descend, readLosses, readNotes }) =>
    body({
      weights: () => byNetwork(weights(), initial),
      descend: (lossesOf) =>
        descend((tensors, note) => {
          const losses = lossesOf(byNetwork(tensors, initial));
          const inOrder = names.map((name) => losses[name]);
          inOrder.forEach(note);
          return inOrder.reduce((sum, loss) => tf.add<tf.Scalar>(sum, loss));
        }),
      readLosses: () => {
        readLosses();
        const notes = readNotes();
        // Every step notes one loss for each network, in order.
        const lossesOf = (place: number) => notes.filter((_, at) => at % names.length === place);
        return record(names, (_, place) => lossesOf(place));
      },
    }),
  );
}

function byNetwork<N extends InitialNetworks>(tensors: readonly tf.Tensor[], initial: N): NetworksOf<N> {
  let next = 0;
  // Slices as long as each network's list, so each has its shape.
  return record(Object.keys(initial), (name) => {
    const from = next;
    next += initial[name]?.length ?? 0;
    return tensors.slice(from, next);
  }) as NetworksOf<N>;
}

function record<K extends string, V>(keys: readonly K[], make: (key: K, place: number) => V): Record<K, V> {
  // Every key is given a value.
  return Object.fromEntries(keys.map((key, place) => [key, make(key, place)])) as Record<K, V>;
}
