/**
 * Standard normals by the ziggurat of Marsaglia & Tsang (2000): the bell is covered by `layers` shapes of equal area,
 * so that nearly every draw is one table look-up and one product. Index and value take different bits of the word
 * (Doornik 2005); the original let them overlap.
 */
const layers = 256;
/** Where the tail begins, and the area of every layer. */
const tail = 3.654152885361009;
const area = 4.92867323399e-3;
/** The value takes the 24 bits, sign included, above the eight of the index. */
const valueScale = 2 ** 23;

/** Right edges of the layers, the lowest first; that one is as wide as its rectangle and the tail together. */
const edges = layerEdges();
/** A word's value times this is the drawn number. */
const widths = edges.map((edge) => edge / valueScale);
/** Values below this lie under the bell for certain: inside the next, narrower layer. */
const certain = edges.map((edge, layer) => Math.floor((valueScale * (edges[layer + 1] ?? 0)) / edge));
const heights = edges.map(density);

/** A standard normal from 32 random bits; in one of 80 draws it takes more from `next`. */
export function normalFromBits(bits: number, next: () => number): number {
  const layer = bits & (layers - 1);
  const value = bits >> 8;
  const x = value * (widths[layer] ?? 0);
  return Math.abs(value) < (certain[layer] ?? 0) ? x : uncertain(layer, x, next);
}

/** A draw near the edge of its layer: accept it under the bell, else draw again. */
function uncertain(layer: number, x: number, next: () => number): number {
  if (layer === 0) return fromTail(x < 0 ? -1 : 1, next);
  const [low = 0, high = 0] = [heights[layer], heights[layer + 1]];
  return low + uniform(next) * (high - low) < density(x) ? x : normalFromBits(next(), next);
}

/** Beyond `tail` (Marsaglia 1964). */
function fromTail(sign: number, next: () => number): number {
  for (;;) {
    const x = -Math.log(1 - uniform(next)) / tail;
    const y = -Math.log(1 - uniform(next));
    if (2 * y > x * x) return sign * (tail + x);
  }
}

function uniform(next: () => number): number {
  return (next() >>> 0) / 2 ** 32;
}

function density(x: number): number {
  return Math.exp(-(x ** 2) / 2);
}

function layerEdges(): Float64Array {
  const found = new Float64Array(layers + 1);
  found[0] = area / density(tail);
  found[1] = tail;
  for (let layer = 2; layer < layers; layer++) {
    const below = found[layer - 1] ?? 0;
    found[layer] = Math.sqrt(-2 * Math.log(area / below + density(below)));
  }
  return found;
}
