import type { ExperimentMatch } from '../../app/ports/laboratory.ts';
import type { Experiment } from '../experiment.ts';

/**
 * Experiments a search names, best first. A name said in full comes before one that merely begins with the search,
 * and that before one that contains it; among equals the order of the course decides.
 */
export function findExperiments(experiments: readonly Experiment[], search: string): ExperimentMatch[] {
  const wanted = fold(search);
  if (wanted === '') return [];
  const matches = experiments.flatMap((experiment) => {
    const best = namesOf(experiment)
      .map((candidate) => ({ ...candidate, rank: rank(fold(candidate.matched), wanted) }))
      .filter((candidate) => candidate.rank < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.rank - b.rank)[0];
    return best === undefined ? [] : [best];
  });
  return matches.sort((a, b) => a.rank - b.rank).map(({ rank: _, ...match }) => match);
}

/** Everything an experiment may be called, with the settings that show it. */
function namesOf({ id, title, systems, parameters }: Experiment): ExperimentMatch[] {
  const defaults = Object.fromEntries(
    Object.entries(parameters).map(([name, { default: initial }]) => [name, initial]),
  );
  const own = [id, title.zh, title.en].map((matched) => ({ experiment: id, parameters: defaults, matched }));
  const shown = systems.flatMap(({ names, parameters: settings }) =>
    names.map((matched) => ({ experiment: id, parameters: settings, matched })),
  );
  return [...own, ...shown];
}

/** Case, width, spaces and hyphens do not matter: "wgan gp" is WGAN-GP. */
const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_·/]/g, '');

/** Below this many characters only a whole name counts: "he" must not find every "the". */
const shortestPart = 2;

function rank(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (wanted.length < shortestPart) return Number.POSITIVE_INFINITY;
  if (name.startsWith(wanted)) return 1;
  return name.includes(wanted) ? 2 : Number.POSITIVE_INFINITY;
}
