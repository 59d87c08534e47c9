import type { Bilingual } from '../../core/question/language.ts';
import { type Cost, free, type Layer, sum, type Volume } from './layers.ts';

/** A published network, as far as counting needs it. */
export interface Network {
  readonly name: string;
  readonly input: Volume;
  readonly stages: readonly Stage[];
  /** Another way to treat the same input, to hold the network against; not counted with it. */
  readonly beside?: Stage;
}

/** A part of a network with a name of its own. */
export interface Stage {
  readonly name: Bilingual;
  readonly layer: Layer;
  /** Fully connected stages are told apart: the question is always how much sits there. */
  readonly isDense?: boolean;
  /** Works on what comes in like its neighbour, but hands nothing on: an auxiliary classifier. */
  readonly isAside?: boolean;
}

/** What the stages of a network cost, one by one. */
export interface StageCost {
  readonly name: Bilingual;
  readonly cost: Cost;
  readonly isDense: boolean;
}

/** Walks through a network and counts; stages of the same name are told as one, where the first of them stands. */
export function countStages({ input, stages }: Network): StageCost[] {
  let volume = input;
  const counted = new Map<string, StageCost>();
  for (const { name, layer, isDense = false, isAside = false } of stages) {
    const { output, cost } = layer(volume);
    if (!isAside) volume = output;
    const before = counted.get(name.en)?.cost ?? free;
    counted.set(name.en, { name, cost: sum(before, cost), isDense });
  }
  return [...counted.values()];
}

/** Costs of all stages together. */
export function total(stages: readonly StageCost[]): Cost {
  return stages.reduce((cost, stage) => sum(cost, stage.cost), free);
}

/** Numbered stages of convolutions are called alike in every network. */
export function convStage(number: number | string, layer: Layer): Stage {
  return { name: { zh: `卷积 ${number}`, en: `conv ${number}` }, layer };
}

/** The fully connected layers at the end. */
export function denseStage(layer: Layer, name: Bilingual = { zh: '全连接', en: 'fully connected' }): Stage {
  return { name, layer, isDense: true };
}
