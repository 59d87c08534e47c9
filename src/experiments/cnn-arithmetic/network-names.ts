/** Networks that can be counted, in the order of their history; apart from their layers, so that the manifest stays light. */
export const networkNames = [
  'one-layer',
  'lenet-5',
  'lenet-5-modern',
  'alexnet',
  'alexnet-one-tower',
  'vgg-16',
  'vgg-16-c',
  'vgg-19',
  'googlenet',
  'googlenet-training',
  'googlenet-library',
  'inception-v3',
  'inception-v3-training',
  'inception-v3-keras',
  'resnet-18',
  'resnet-34',
  'resnet-50',
  'resnet-50-paper',
  'resnet-50-keras',
  'resnet-101',
  'resnet-152',
  'alphago-zero-19',
  'alphago-zero-39',
] as const;

/** One of {@link networkNames}. */
export type NetworkName = (typeof networkNames)[number];
