import type { Network } from './settings.ts';

/** The same network without the remedy it has, or with one where it has none. */
export function contrast(network: Network): Network {
  const { activation, norm, skip } = network;
  if (skip !== 'none') return { ...network, skip: 'none' };
  if (activation === 'relu')
    return norm === 'batch' ? { ...network, skip: 'resnet-v2' } : { ...network, norm: 'batch' };
  return norm === 'batch' ? { ...network, norm: 'none' } : { ...network, skip: 'highway' };
}
