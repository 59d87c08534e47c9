import { createHash } from 'node:crypto';
import type { RunRequest } from '../../app/ports/laboratory.ts';

/** Raised when every chart looks different: theme, fonts, layout. */
const chartVersion = 2;

/** Where a run is kept; equal exactly for runs with the same numbers and the same picture. Safe in a URL and a file name. */
export function cacheKey(
  { experiment, parameters, seed, language, theme }: RunRequest,
  experimentVersion: number,
): string {
  const settings = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  const identity = JSON.stringify([experimentVersion, chartVersion, settings, seed, language, theme]);
  const digest = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  return `${experiment}-${digest}`;
}
