/** What a layer hands to the next: maps of numbers; fully connected layers have maps of one. */
export interface Volume {
  readonly maps: number;
  readonly height: number;
  readonly width: number;
}

/** What a layer costs. */
export interface Cost {
  /** Trainable numbers, and moving statistics where a library counts them. */
  readonly parameters: number;
  /** Products of convolutions and fully connected layers, for one image. */
  readonly multiplyAdds: number;
  /** Connections as LeCun et al. count them: every unit with each of its inputs, the bias being one. */
  readonly connections: number;
}

/** A layer, or several, as arithmetic: from what comes in to what goes out, and the cost. */
export type Layer = (input: Volume) => { readonly output: Volume; readonly cost: Cost };

/** Zeros around the input: as many as keep its size (divided by the stride), none, or so many on each side. */
type Padding = 'same' | 'valid' | number;

/** A convolution, as far as counting needs it. */
export interface Convolution {
  readonly maps: number;
  /** Side of a square kernel, or its height and width. */
  readonly size: number | readonly [height: number, width: number];
  readonly stride?: number;
  readonly padding?: Padding;
  /** The input's maps are dealt out to this many groups; a kernel sees those of one. */
  readonly groups?: number;
  readonly hasBias?: boolean;
  /** Numbers the normalisation after it keeps for each map: γ and β make 2. */
  readonly norm?: number;
}

/** Kernels shared by all places; every one has a slice for each input map of its group. */
export function conv({
  maps,
  size,
  stride = 1,
  padding = 'same',
  groups = 1,
  hasBias = true,
  norm = 0,
}: Convolution): Layer {
  const [kernelHeight, kernelWidth] = typeof size === 'number' ? [size, size] : size;
  return (input) => {
    const output = {
      maps,
      height: places(input.height, kernelHeight, stride, padding),
      width: places(input.width, kernelWidth, stride, padding),
    };
    const inputsPerUnit = (kernelHeight * kernelWidth * input.maps) / groups;
    const units = unitsOf(output);
    const bias = hasBias ? 1 : 0;
    return {
      output,
      cost: {
        parameters: maps * (inputsPerUnit + bias + norm),
        multiplyAdds: units * inputsPerUnit,
        connections: units * (inputsPerUnit + bias),
      },
    };
  };
}

/** Maximum or mean over windows; nothing to learn. */
export function pool(size: number, stride: number, padding: Padding = 'valid'): Layer {
  return ({ maps, height, width }) => ({
    output: {
      maps,
      height: places(height, size, stride, padding),
      width: places(width, size, stride, padding),
    },
    cost: free,
  });
}

/** The mean of every map (Lin et al. 2013). */
export const globalPool: Layer = ({ maps }) => ({ output: { maps, height: 1, width: 1 }, cost: free });

/** Every unit with every input, and a bias. */
export function dense(units: number): Layer {
  return (input) => {
    const inputs = unitsOf(input);
    const cost = {
      parameters: units * (inputs + 1),
      multiplyAdds: units * inputs,
      connections: units * (inputs + 1),
    };
    return { output: { maps: units, height: 1, width: 1 }, cost };
  };
}

/** One layer after the other. */
export function sequence(...layers: readonly Layer[]): Layer {
  return (input) =>
    layers.reduce(
      ({ output, cost }, layer) => {
        const next = layer(output);
        return { output: next.output, cost: sum(cost, next.cost) };
      },
      { output: input, cost: free },
    );
}

/** Side by side on the same input, their maps stacked. */
export function branches(...layers: readonly Layer[]): Layer {
  return (input) => {
    const results = layers.map((layer) => layer(input));
    const [first] = results;
    return {
      output: {
        ...(first?.output ?? input),
        maps: results.reduce((maps, { output }) => maps + output.maps, 0),
      },
      cost: results.reduce((cost, result) => sum(cost, result.cost), free),
    };
  };
}

/** A branch added to its input, or to a projection of it where the size changes. */
export function residual(branch: Layer, projection?: Layer): Layer {
  return (input) => {
    const { output, cost } = branch(input);
    return { output, cost: projection === undefined ? cost : sum(cost, projection(input).cost) };
  };
}

/** Costs together. */
export function sum(a: Cost, b: Cost): Cost {
  return {
    parameters: a.parameters + b.parameters,
    multiplyAdds: a.multiplyAdds + b.multiplyAdds,
    connections: a.connections + b.connections,
  };
}

/** No cost at all. */
export const free: Cost = { parameters: 0, multiplyAdds: 0, connections: 0 };

/** Numbers in a volume. */
export function unitsOf({ maps, height, width }: Volume): number {
  return maps * height * width;
}

function places(length: number, kernel: number, stride: number, padding: Padding): number {
  if (padding === 'same') return Math.ceil(length / stride);
  const pad = padding === 'valid' ? 0 : padding;
  return Math.floor((length + 2 * pad - kernel) / stride) + 1;
}
