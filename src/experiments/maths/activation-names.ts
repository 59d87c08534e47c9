/** Names of the nonlinearities every experiment knows; apart from the arithmetic, so that manifests can list them. */
export const activationNames = [
  'sigmoid',
  'tanh',
  'relu',
  'leaky-relu',
  'prelu',
  'rrelu',
  'elu',
  'selu',
  'linear',
] as const;

/** One of {@link activationNames}. */
export type ActivationName = (typeof activationNames)[number];
