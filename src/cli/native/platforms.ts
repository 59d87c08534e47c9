import { CoachError } from '../../app/coach-error.ts';

/** A TensorFlow wheel that carries the C library tfjs-node's binding is built against. */
export interface WheelPlatform {
  readonly project: string;
  readonly version: string;
  readonly file: string;
  /** As PyPI publishes it. */
  readonly sha256: string;
  /** What pip calls the platform. */
  readonly pipPlatforms: readonly string[];
  readonly megabytes: number;
  /** Within the wheel's `tensorflow/`. */
  readonly libraries: Libraries;
}

/** File names of the C library and of what it stands on. */
export interface Libraries {
  readonly tensorflow: string;
  readonly framework: string;
}

const linux = { tensorflow: 'libtensorflow_cc.so.2', framework: 'libtensorflow_framework.so.2' };

/** By Node's name of system and processor. Pinned, so that a download can be checked. */
const platforms: Readonly<{ [name: string]: WheelPlatform }> = {
  'linux-x64': {
    project: 'tensorflow-cpu',
    version: '2.13.1',
    file: 'tensorflow_cpu-2.13.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
    sha256: '87be6e61314b2c0fa062f71e26e41d6a17e162ffe4da72c820fe8f1fc94d97fe',
    pipPlatforms: ['manylinux_2_17_x86_64', 'manylinux2014_x86_64'],
    megabytes: 187,
    libraries: linux,
  },
  'linux-arm64': {
    project: 'tensorflow-cpu-aws',
    version: '2.13.1',
    file: 'tensorflow_cpu_aws-2.13.1-cp311-cp311-manylinux_2_17_aarch64.manylinux2014_aarch64.whl',
    sha256: '583d982a420df1b9735392a38125785da1dd89e6cd2b3524a831279aad890ff0',
    pipPlatforms: ['manylinux_2_17_aarch64', 'manylinux2014_aarch64'],
    megabytes: 249,
    libraries: linux,
  },
  'darwin-arm64': {
    project: 'tensorflow-macos',
    version: '2.13.1',
    file: 'tensorflow_macos-2.13.1-cp311-cp311-macosx_12_0_arm64.whl',
    sha256: '8f95c332ee60a32691963adab31b6afa29a2302de05fc4cd6009cd96866a6886',
    pipPlatforms: ['macosx_12_0_arm64'],
    megabytes: 189,
    libraries: { tensorflow: 'libtensorflow_cc.2.dylib', framework: 'libtensorflow_framework.2.dylib' },
  },
};

/** The wheel for a system and a processor; faults where there is none. */
export function platformOf(system: string, processor: string): WheelPlatform {
  const found = platforms[`${system}-${processor}`];
  if (found !== undefined) return found;
  throw new CoachError(
    'no-native-library',
    `There is no TensorFlow library to build against on ${system} ${processor}; there is one on ${Object.keys(platforms).join(', ')}. ` +
      'The coach computes with wasm here, which needs nothing.',
  );
}

/** The checksum of a wheel by its file name, if it is one of ours. */
export function publishedSum(file: string): string | undefined {
  return Object.values(platforms).find((platform) => platform.file === file)?.sha256;
}
