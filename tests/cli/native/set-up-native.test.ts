import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { checkSum } from '../../../src/cli/native/get-wheel.ts';
import { type Ended, type RunCommand, reasonIn } from '../../../src/cli/native/run-command.ts';
import { removeNative, setUpNative } from '../../../src/cli/native/set-up-native.ts';

let root: string;
let said: string[];
let commands: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gradcoach-native-test-'));
  said = [];
  commands = [];
  await put('package-lock.json', '{"packages":{"node_modules/@tensorflow/tfjs-node":{"version":"4.22.0"}}}');
  await put(`${home}/binding/tfjs_binding.cc`, 'int main;');
  await put(`${home}/scripts/install.js`, '');
});
afterEach(() => rm(root, { recursive: true }));

const home = 'node_modules/@tensorflow/tfjs-node';
const at = (path: string) => join(root, path);

async function put(path: string, text: string): Promise<string> {
  await mkdir(dirname(at(path)), { recursive: true });
  await writeFile(at(path), text);
  return at(path);
}

const ok: Ended = { code: 0, signal: undefined, tail: '' };
const failed = (tail: string): Ended => ({ code: 1, signal: undefined, tail });

type Rule = readonly [pattern: RegExp, ended: Ended];

/** A machine on which each command of these ends so, the first pattern that fits deciding; all others succeed. */
function machine(...rules: readonly Rule[]): RunCommand {
  return async (command, parameters, options) => {
    const line = [command, ...parameters].join(' ');
    commands.push(line);
    const ended = rules.find(([pattern]) => pattern.test(line))?.[1] ?? ok;
    // A compiler writes what it was told to.
    const output = parameters[parameters.indexOf('-o') + 1];
    if (parameters.includes('-o') && ended.code === 0 && output !== undefined)
      await writeFile(output, 'built');
    expect(options?.cwd ?? root).toContain(root);
    return ended;
  };
}

const world = (run: RunCommand, answer: typeof fetch = () => Promise.reject(new Error('no network'))) => ({
  root,
  run,
  fetch: answer,
  nodeApiHeaders: '/headers',
  system: 'linux',
  processor: 'x64',
  say: (text: string) => said.push(text),
});

const ownInstallerFails = [
  /scripts\/install\.js/,
  failed('Error: getaddrinfo ENOTFOUND some.host\n    at x (y:1)'),
] as const;

/** A wheel with the entries given. */
async function wheel(entries: Readonly<Record<string, string>>): Promise<string> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(entries)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const bytes: Buffer[] = [];
  for await (const chunk of zip.outputStream) bytes.push(Buffer.from(chunk));
  const path = at('some.whl');
  await writeFile(path, Buffer.concat(bytes));
  return path;
}

const wholeWheel = {
  'tensorflow/libtensorflow_cc.so.2': 'cc',
  'tensorflow/libtensorflow_framework.so.2': 'framework',
  'tensorflow/include/tensorflow/c/c_api.h': 'api',
  'tensorflow/include/tensorflow/tsl/platform/status.h': 'status',
  'tensorflow/python/huge.so': 'never unpacked',
};

/** Nothing but the package as it was. */
async function expectUntouched(): Promise<void> {
  expect(existsSync(at(`${home}/lib`))).toBe(false);
  expect(existsSync(at(`${home}/deps`))).toBe(false);
  expect(await readdir(at('node_modules/@tensorflow'))).toEqual(['tfjs-node']);
}

describe('setting up the native backend', () => {
  it("is content with what tfjs-node's own installer gives", async () => {
    const run: RunCommand = async (command, parameters, options) => {
      if (parameters[0] === 'scripts/install.js') {
        const folder = options?.cwd ?? '';
        await mkdir(join(folder, 'lib/napi-v8'), { recursive: true });
        await mkdir(join(folder, 'deps'), { recursive: true });
        await writeFile(join(folder, 'lib/napi-v8/tfjs_binding.node'), 'downloaded');
      }
      return machine()(command, parameters, options);
    };
    await setUpNative(world(run));
    expect(readFileSync(at(`${home}/lib/napi-v8/tfjs_binding.node`), 'utf8')).toBe('downloaded');
    expect(said.at(-1)).toMatch(/^Done/);
    expect(await readdir(at('node_modules/@tensorflow'))).toEqual(['tfjs-node']);
  });

  it('builds against a wheel that is here, unpacking only what it needs', async () => {
    await setUpNative(world(machine()), await wheel(wholeWheel));
    expect(readFileSync(at(`${home}/lib/napi-v8/tfjs_binding.node`), 'utf8')).toBe('built');
    expect(readFileSync(at(`${home}/deps/lib/libtensorflow_cc.so.2`), 'utf8')).toBe('cc');
    expect(readFileSync(at(`${home}/deps/include/tensorflow/c/c_api.h`), 'utf8')).toBe('api');
    expect(await readlink(at(`${home}/deps/lib/libtensorflow.so`))).toBe('libtensorflow_cc.so.2');
    expect((await readdir(at(`${home}/deps`))).sort()).toEqual(['include', 'lib']);
    expect(commands.some((line) => line.includes('scripts/install.js'))).toBe(false);
  });

  it('builds against an unpacked libtensorflow, and against an installed tensorflow package', async () => {
    await put('archive/lib/libtensorflow.so.2', 'lib');
    await put('archive/lib/libtensorflow_framework.so.2', 'framework');
    await put('archive/include/tensorflow/c/c_api.h', 'api');
    await setUpNative(world(machine()), at('archive'));
    expect(await readlink(at(`${home}/deps/lib/libtensorflow.so`))).toBe('libtensorflow.so.2');
    await put('site-packages/tensorflow/libtensorflow_cc.so.2', 'cc');
    await put('site-packages/tensorflow/libtensorflow_framework.so.2', 'framework');
    await put('site-packages/tensorflow/include/tensorflow/c/c_api.h', 'api');
    await setUpNative(world(machine()), at('site-packages'));
    expect(await readlink(at(`${home}/deps/lib/libtensorflow.so`))).toBe('libtensorflow_cc.so.2');
  });

  it('does nothing the second time, and takes everything away again when asked', async () => {
    await setUpNative(world(machine()), await wheel(wholeWheel));
    commands = [];
    await setUpNative(world(machine()));
    expect(said.at(-1)).toBe('tfjs-node computes here already; nothing to do.');
    expect(commands).toHaveLength(1);
    await removeNative(world(machine()));
    expect(said.at(-1)).toBe('Removed. The coach computes with wasm.');
    await expectUntouched();
    await removeNative(world(machine()));
    expect(said.at(-1)).toMatch(/^There was nothing to remove/);
  });

  it('fetches the package that npm left out', async () => {
    await rm(at(home), { recursive: true });
    const run: RunCommand = async (command, parameters, options) => {
      if (command === 'npm') await put(`${home}/binding/tfjs_binding.cc`, '');
      return machine()(command, parameters, options);
    };
    await setUpNative(world(run), await wheel(wholeWheel));
    expect(commands.find((line) => line.startsWith('npm'))).toContain('--ignore-scripts');
    expect(existsSync(at(`${home}/lib/napi-v8/tfjs_binding.node`))).toBe(true);
  });
});

describe('a set-up that fails', () => {
  const cases: readonly (readonly [
    name: string,
    rules: readonly Rule[],
    library: () => Promise<string | undefined>,
    says: RegExp,
  ])[] = [
    [
      'names the file to bring when neither pip nor PyPI can be reached',
      [ownInstallerFails, [/pip --version/, failed('')]],
      async () => undefined,
      /could not be downloaded \(with pip: there is no Python with pip here; from pypi\.org: no network\).*--libtensorflow/,
    ],
    [
      'says what pip said',
      [ownInstallerFails, [/pip download/, failed('ERROR: No matching distribution found')]],
      async () => undefined,
      /with pip: ERROR: No matching distribution found/,
    ],
    [
      'names a path that does not exist',
      [],
      async () => '/no/such/wheel.whl',
      /\/no\/such\/wheel\.whl does not exist/,
    ],
    ['tells a file that is no wheel', [], () => put('text.whl', 'hello'), /is no wheel/],
    [
      'tells a wheel without the library',
      [],
      () => wheel({ 'tensorflow/__init__.py': '' }),
      /does not hold tensorflow\/libtensorflow_cc\.so\.2/,
    ],
    ['tells a folder without the library', [], async () => at(home), /holds no libtensorflow/],
    [
      'says how to get a compiler',
      [[/--version/, failed('')]],
      () => wheel(wholeWheel),
      /no C\+\+ compiler here.*apt-get install g\+\+/,
    ],
    [
      'says what the compiler said',
      [[/-shared/, failed('binding/x.cc:3: fatal error: gone.h: No such file')]],
      () => wheel(wholeWheel),
      /could not be compiled with c\+\+: .*gone\.h/,
    ],
    [
      'tells a processor that is too old',
      [[/ -e /, { code: undefined, signal: 'SIGILL', tail: '' }]],
      () => wheel(wholeWheel),
      /does not work here: this processor lacks instructions/,
    ],
    [
      'tells a system that is too old',
      [[/ -e /, failed("Error: /lib/libc.so.6: version `GLIBC_2.34' not found")]],
      () => wheel(wholeWheel),
      /C library is too old/,
    ],
  ];

  it.each(cases)('%s, and leaves nothing behind', async (_, rules, library, says) => {
    await expect(setUpNative(world(machine(...rules)), await library())).rejects.toThrow(says);
    await expectUntouched();
  });

  it('says where the coach stands on a platform without a library', async () => {
    const there = { ...world(machine()), system: 'win32' };
    await expect(setUpNative(there)).rejects.toThrow(/on win32 x64.*computes with wasm/);
    await expectUntouched();
  });

  it('refuses a download that is not the published file', async () => {
    const file = 'tensorflow_cpu-2.13.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl';
    const answers: typeof fetch = async (url) =>
      String(url).endsWith('/tensorflow-cpu/')
        ? Response.json({ files: [{ filename: file, url: 'https://files.example/w' }] })
        : new Response('not the wheel', { headers: { 'content-length': '13' } });
    const run = machine(ownInstallerFails, [/pip --version/, failed('')]);
    await expect(setUpNative(world(run, answers))).rejects.toThrow(/damaged or not the published file/);
    expect(said).toContain('  100 %');
    await expectUntouched();
  });

  it('keeps a binding that worked when a new one does not', async () => {
    await setUpNative(world(machine()), await wheel(wholeWheel));
    const broken = machine([/ -e .*setup/s, failed('Error: undefined symbol: TF_Version')]);
    await expect(setUpNative(world(broken), await wheel(wholeWheel))).rejects.toThrow(/undefined symbol/);
    expect(readFileSync(at(`${home}/lib/napi-v8/tfjs_binding.node`), 'utf8')).toBe('built');
    expect(await readdir(at('node_modules/@tensorflow'))).toEqual(['tfjs-node']);
  });
});

describe('what a failure is put down to', () => {
  it.each([
    [
      'Error: getaddrinfo ENOTFOUND host\n    at GetAddr (node:dns:1)\n\nNode.js v20.20.2',
      'Error: getaddrinfo ENOTFOUND host',
    ],
    ['* Downloading\nhttps://host/x\nHTTP 403: Permission denied', 'HTTP 403: Permission denied'],
    ['', 'it said nothing'],
  ])('reads %j', (tail, reason) => {
    expect(reasonIn(tail)).toBe(reason);
  });

  it('accepts the published checksum', async () => {
    const path = await put('a', 'text');
    await expect(checkSum(path, createHash('sha256').update('text').digest('hex'))).resolves.toBeUndefined();
  });
});
