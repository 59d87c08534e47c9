// How fast the coach answers Discord while it computes: `npm run bench:discord`. Run it on a quiet machine.
import { benchDiscord } from './discord/first-response.ts';
import { printFigures } from './whole/percentile.ts';

printFigures(await benchDiscord());
