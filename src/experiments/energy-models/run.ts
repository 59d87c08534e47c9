import type { Bench, Run } from '../experiment.ts';
import { runDbm } from './run-dbm.ts';
import { runDbn } from './run-dbn.ts';
import { runRbm } from './run-rbm.ts';
import type { EnergyMeasure, Values } from './settings.ts';
import type { EnergyTrace } from './trace.ts';

/** Trains one of the models on images it can be judged on exactly. */
export function runEnergyModels(values: Values, bench: Bench): Run<EnergyMeasure, EnergyTrace> {
  switch (values.model) {
    case 'rbm':
      return runRbm(values, bench);
    case 'dbn':
      return runDbn(values, bench);
    case 'dbm':
      return runDbm(values, bench);
  }
}
