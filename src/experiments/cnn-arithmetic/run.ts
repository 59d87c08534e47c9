import type { Bench, Run } from '../experiment.ts';
import type { CountTrace } from './chart.ts';
import { countStages, total } from './network.ts';
import { networks } from './networks/index.ts';
import type { CountMeasure, Values } from './settings.ts';

/** Walks through the layers and counts; nothing is drawn or trained. */
export function runCnnArithmetic({ network }: Values, { checkpoint }: Bench): Run<CountMeasure, CountTrace> {
  checkpoint();
  const chosen = networks[network];
  const stages = countStages(chosen);
  const { parameters, multiplyAdds, connections } = total(stages);
  const denseShare = total(stages.filter(({ isDense }) => isDense)).parameters / parameters;
  const { input, beside } = chosen;
  const [besideStage] = beside === undefined ? [] : countStages({ name: '', input, stages: [beside] });
  return {
    measures: { parameters, multiplyAdds, connections, denseShare },
    trace: {
      name: chosen.name,
      stages,
      parameters,
      multiplyAdds,
      denseShare,
      ...(besideStage === undefined ? {} : { beside: besideStage }),
    },
  };
}
