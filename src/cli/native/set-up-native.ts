import { existsSync, readFileSync, rmSync } from 'node:fs';
import { cp, rename, rm, stat, statfs } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { CoachError } from '../../app/coach-error.ts';
import { buildBinding } from './build-binding.ts';
import { checkSum, type DownloadWorld, getWheel } from './get-wheel.ts';
import { platformOf, publishedSum, type WheelPlatform } from './platforms.ts';
import { reasonIn } from './run-command.ts';
import { stageFolder, stageWheel } from './stage-library.ts';
import { whyNot } from './try-binding.ts';

/** Where a set-up happens, and what it uses of the world. */
export interface NativeSetUp extends DownloadWorld {
  /** The project's folder. */
  readonly root: string;
  /** Folder of `node_api.h`. */
  readonly nodeApiHeaders: string;
  /** Node's name of the operating system and of the processor. */
  readonly system: string;
  readonly processor: string;
}

/** What a set-up adds to the package. */
const parts = ['deps', 'lib'];
/** The wheel, the library unpacked, and room to move. */
const neededBytes = 1.2e9;
const ownInstallerLimitMs = 5 * 60_000;

const homeIn = (root: string) => join(root, 'node_modules/@tensorflow/tfjs-node');
const stagingIn = (root: string) => join(root, 'node_modules/@tensorflow/.tfjs-node-setup');

/**
 * Gives tfjs-node its native binding: by its own installer, or else built against the library of a TensorFlow wheel, or against
 * `library`, a wheel or a folder that is already here. All of it happens in a folder beside the package and is moved into place
 * when it has computed something, so nothing is ever half installed. Faults with a sentence that names the way out.
 */
export async function setUpNative(world: NativeSetUp, library?: string): Promise<void> {
  const { root, run, say } = world;
  const staging = stagingIn(root);
  if (library === undefined && (await whyNot(homeIn(root), run)) === undefined) {
    say('tfjs-node computes here already; nothing to do.');
    return;
  }
  const platform = platformOf(world.system, world.processor);
  await checkRoom(root);
  const removeStaging = () => rmSync(staging, { recursive: true, force: true });
  process.once('exit', removeStaging);
  try {
    await bringPackage(world);
    await stage(root);
    if (library !== undefined) await fromHere(world, resolve(library), platform);
    else if (!(await withOwnInstaller(world))) {
      await stage(root);
      await build(world, await getWheel(platform, join(staging, 'wheel'), world), platform);
    }
    const problem = await whyNot(staging, run);
    if (problem !== undefined)
      throw new CoachError('native-not-working', `The binding was built but does not work here: ${problem}.`);
    await moveIntoPlace(root);
  } finally {
    removeStaging();
    process.off('exit', removeStaging);
  }
  say('Done: the coach can compute with tfjs-node. `npm run -s coach -- doctor` shows it.');
}

/** Takes the binding away again, however it came. */
export async function removeNative({ root, say }: Pick<NativeSetUp, 'root' | 'say'>): Promise<void> {
  const had = parts.some((part) => existsSync(join(homeIn(root), part)));
  for (const part of parts) await rm(join(homeIn(root), part), { recursive: true, force: true });
  say(`${had ? 'Removed.' : 'There was nothing to remove.'} The coach computes with wasm.`);
}

async function checkRoom(root: string): Promise<void> {
  const { bavail, bsize } = await statfs(root);
  const freeBytes = bavail * bsize;
  if (freeBytes >= neededBytes) return;
  const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1);
  throw new CoachError(
    'no-room',
    `This needs ${gigabytes(neededBytes)} GB of disk for a moment, and ${root} has ${gigabytes(freeBytes)} GB left. Free some and run it again.`,
  );
}

/** npm takes an optional dependency away again when its install script fails. */
async function bringPackage({ root, run, say }: NativeSetUp): Promise<void> {
  if (existsSync(join(homeIn(root), 'binding/tfjs_binding.cc'))) return;
  const version = lockedVersion(root);
  say(`Fetching @tensorflow/tfjs-node ${version}, which npm left out …`);
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { code, tail } = await run('npm', ['install', ...options, `@tensorflow/tfjs-node@${version}`], {
    cwd: root,
  });
  if (code === 0) return;
  throw new CoachError('package-not-fetched', `npm could not fetch @tensorflow/tfjs-node: ${reasonIn(tail)}`);
}

function lockedVersion(root: string): string {
  // Our own lock file, whose shape npm documents.
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<{ [place: string]: { readonly version: string } }>;
  };
  const locked = lock.packages['node_modules/@tensorflow/tfjs-node'];
  if (locked === undefined)
    throw new CoachError('package-not-locked', 'package-lock.json does not name @tensorflow/tfjs-node.');
  return locked.version;
}

/** A fresh copy of the package without what an earlier set-up added. */
async function stage(root: string): Promise<void> {
  const home = homeIn(root);
  const added = new Set(parts.map((part) => join(home, part)));
  await rm(stagingIn(root), { recursive: true, force: true });
  await cp(home, stagingIn(root), { recursive: true, filter: (source) => !added.has(source) });
}

/** Runs tfjs-node's own installer in the copy; whether it gave a binding that works. It finds its tools because npm runs us. */
async function withOwnInstaller({ root, run, say }: NativeSetUp): Promise<boolean> {
  say("Trying tfjs-node's own installer …");
  const staging = stagingIn(root);
  const { code, tail } = await run(process.execPath, ['scripts/install.js'], {
    cwd: staging,
    limitMs: ownInstallerLimitMs,
    shows: (text) => text.includes('%'),
  });
  const problem = code === 0 ? await whyNot(staging, run) : reasonIn(tail);
  if (problem === undefined) return true;
  say(`That failed (${problem}). Building the binding against the library of a TensorFlow wheel instead.`);
  return false;
}

async function fromHere(world: NativeSetUp, path: string, platform: WheelPlatform): Promise<void> {
  if (!existsSync(path)) throw new CoachError('no-such-library', `${path} does not exist.`);
  const expected = publishedSum(basename(path));
  if (expected !== undefined) await checkSum(path, expected);
  await build(world, path, platform);
}

async function build(world: NativeSetUp, library: string, platform: WheelPlatform): Promise<void> {
  const { root, run, say, system } = world;
  const staging = stagingIn(root);
  const deps = join(staging, 'deps');
  say('Unpacking the library …');
  if ((await stat(library)).isDirectory()) await stageFolder(library, deps);
  else await stageWheel(library, platform.libraries, deps);
  say('Compiling the binding …');
  await buildBinding(staging, world.nodeApiHeaders, system, run);
}

/** Only renames within one disk are left by now. */
async function moveIntoPlace(root: string): Promise<void> {
  for (const part of parts) {
    await rm(join(homeIn(root), part), { recursive: true, force: true });
    await rename(join(stagingIn(root), part), join(homeIn(root), part));
  }
}
