/** Standard deviation of the real points, around 0, and of the fakes, around θ. */
export const deviation = 0.1;

/** Between points of the grid that integrals are summed over; the sum of so smooth a function is exact to many digits. */
const gridStep = deviation / 20;
/** The grid reaches this many deviations beyond both means. */
const reach = 10;

/** Jensen–Shannon divergence in nats of N(0, 0.1²) and N(θ, 0.1²). */
export function jensenShannon(theta: number): number {
  return integrate(theta, (x) => {
    const [real, fake] = [density(x), density(x - theta)];
    const middle = (real + fake) / 2;
    return (information(real, middle) + information(fake, middle)) / 2;
  });
}

/** Their Wasserstein-1 distance: the area between the two distribution functions. */
export function wasserstein(theta: number): number {
  let [real, fake] = [0, 0];
  return integrate(theta, (x) => {
    real += gridStep * density(x);
    fake += gridStep * density(x - theta);
    return Math.abs(real - fake);
  });
}

/** dD/dθ of a distance D. */
export function slopeOf(distance: (theta: number) => number, theta: number): number {
  const step = 0.01;
  return (distance(theta + step) - distance(theta - step)) / (2 * step);
}

function integrate(theta: number, f: (x: number) => number): number {
  const from = Math.min(0, theta) - reach * deviation;
  const points = Math.round((Math.abs(theta) + 2 * reach * deviation) / gridStep);
  let sum = 0;
  for (let i = 0; i <= points; i++) sum += f(from + i * gridStep);
  return sum * gridStep;
}

function density(x: number): number {
  return Math.exp(-((x / deviation) ** 2) / 2) / (deviation * Math.sqrt(2 * Math.PI));
}

/** p·log(p/m), 0 where p is. */
function information(p: number, m: number): number {
  return p > 0 ? p * Math.log(p / m) : 0;
}
