import { experiments } from '../../src/experiments/index.ts';
import { experimentContract } from './experiment-contract.ts';

// Every other one: two files run side by side and share the work.
for (const [place, experiment] of experiments.entries()) {
  if (place % 2 === 1) experimentContract(experiment);
}
