import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CoachError } from '../../app/coach-error.ts';
import { type RunCommand, reasonIn } from './run-command.ts';

/** Where tfjs-node looks for its binding, within its package. */
export const bindingIn = (packageFolder: string) => join(packageFolder, 'lib/napi-v8/tfjs_binding.node');

/**
 * Compiles tfjs-node's binding, two C++ files that need only TensorFlow's C API and Node-API, against the `deps` of the same
 * package. The compiler is called directly: node-gyp would want Python and a download from nodejs.org, while Node-API is the
 * same for every Node, so one build serves 20, 22 and 24. Faults when there is no compiler or it refuses.
 */
export async function buildBinding(
  packageFolder: string,
  nodeApiHeaders: string,
  system: string,
  run: RunCommand,
): Promise<void> {
  const binding = bindingIn(packageFolder);
  await mkdir(dirname(binding), { recursive: true });
  const compiler = await findCompiler(run);
  const parameters = [
    ...['-shared', '-fPIC', '-O2', '-std=c++17', '-DNAPI_VERSION=8', '-DNODE_GYP_MODULE_NAME=tfjs_binding'],
    ...['-DBUILDING_NODE_EXTENSION', `-I${nodeApiHeaders}`, '-Ideps/include', '-I..'],
    ...['binding/tfjs_backend.cc', 'binding/tfjs_binding.cc', '-Ldeps/lib'],
    ...['-ltensorflow', '-ltensorflow_framework', ...linking(system), '-o', binding],
  ];
  const { code, tail } = await run(compiler, parameters, { cwd: packageFolder });
  if (code === 0) return;
  throw new CoachError(
    'binding-not-compiled',
    `The binding could not be compiled with ${compiler}: ${reasonIn(tail)}`,
  );
}

/** The binding finds its library beside itself, wherever the project lies. */
const linking = (system: string) =>
  system === 'darwin'
    ? ['-undefined', 'dynamic_lookup', '-Wl,-rpath,@loader_path/../../deps/lib']
    : ['-Wl,-rpath,$ORIGIN/../../deps/lib'];

async function findCompiler(run: RunCommand): Promise<string> {
  for (const compiler of ['c++', 'g++', 'clang++']) {
    if ((await run(compiler, ['--version'])).code === 0) return compiler;
  }
  throw new CoachError(
    'no-compiler',
    'There is no C++ compiler here. Install one (Debian: apt-get install g++; macOS: xcode-select --install) and run this again.',
  );
}
