import { createRandom, type Random } from '../maths/random.ts';

/** People who are shown ads, each with an id of their own, and the ads. */
export const users = 60;
export const ads = 40;
/** Traits in which people differ and ads appeal, of which nobody is told. */
const traits = 4;
/** Standard deviation of how much a person clicks, and of how much an ad is clicked, in logits. */
const biasDeviation = 0.6;

/** Ads shown, and whether they were clicked. */
export interface Clicks {
  readonly count: number;
  readonly users: Int32Array;
  readonly ads: Int32Array;
  readonly isClicked: Float32Array;
  /** Probability of the click as a logit, which no model sees. */
  readonly logits: Float32Array;
}

/** A world of tastes: draws impressions of it. */
export type World = (random: Random, count: number) => Clicks;

/**
 * The logit of a click: how much the person clicks, plus how much the ad is clicked, plus `interaction` times how well
 * the two go together, of rank 4.
 */
export function createWorld(interaction: number, seed: number): World {
  const random = createRandom(seed, 'world');
  const [userBias, adBias] = [random.normals(users, biasDeviation), random.normals(ads, biasDeviation)];
  const [taste, appeal] = [random.normals(users * traits), random.normals(ads * traits)];
  const logit = (user: number, ad: number) => {
    let match = 0;
    for (let k = 0; k < traits; k++)
      match += (taste[user * traits + k] ?? 0) * (appeal[ad * traits + k] ?? 0);
    return (userBias[user] ?? 0) + (adBias[ad] ?? 0) + interaction * match;
  };
  return (chance, count) => {
    const shown = { users: new Int32Array(count), ads: new Int32Array(count) };
    const [isClicked, logits] = [new Float32Array(count), new Float32Array(count)];
    for (let row = 0; row < count; row++) {
      const [user, ad] = [chance.integer(users), chance.integer(ads)];
      shown.users[row] = user;
      shown.ads[row] = ad;
      logits[row] = logit(user, ad);
      isClicked[row] = chance.uniform() < 1 / (1 + Math.exp(-(logits[row] ?? 0))) ? 1 : 0;
    }
    return { count, ...shown, isClicked, logits };
  };
}

/** Some of the rows, drawn with replacement. */
export function drawBatch(random: Random, from: Clicks, count: number): Clicks {
  const rows = Int32Array.from({ length: count }, () => random.integer(from.count));
  const ofRows = (values: Float32Array) => Float32Array.from(rows, (row) => values[row] ?? 0);
  return {
    count,
    users: rows.map((row) => from.users[row] ?? 0),
    ads: rows.map((row) => from.ads[row] ?? 0),
    isClicked: ofRows(from.isClicked),
    logits: ofRows(from.logits),
  };
}
