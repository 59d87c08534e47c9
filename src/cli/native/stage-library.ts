import { createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { CoachError } from '../../app/coach-error.ts';
import type { Libraries } from './platforms.ts';

/** Headers that the binding's sources reach, within a wheel. */
const headers = /^tensorflow\/(include\/(?:tensorflow\/(?:c|core\/platform|tsl)|tsl)\/.*\.h)$/;

/**
 * Takes TensorFlow's C library and its headers out of a wheel into `deps` (`deps/lib`, `deps/include`), under the names that
 * tfjs-node's binding links to. Faults when the file is no wheel or does not hold them.
 */
export async function stageWheel(wheel: string, libraries: Libraries, deps: string): Promise<void> {
  const wanted = new Map(
    [libraries.tensorflow, libraries.framework].map((name) => [
      `tensorflow/${name}`,
      join(deps, 'lib', name),
    ]),
  );
  const zip = await openZip(wheel);
  await forEachEntry(zip, async ({ entry, read }) => {
    const header = headers.exec(entry.fileName)?.[1];
    const target = wanted.get(entry.fileName) ?? (header === undefined ? undefined : join(deps, header));
    if (target === undefined) return;
    await mkdir(dirname(target), { recursive: true });
    await pipeline(await read(), createWriteStream(target));
  });
  const missing = [...wanted].filter(([, target]) => !existsSync(target)).map(([name]) => name);
  if (missing.length > 0) {
    throw new CoachError(
      'no-library-in-wheel',
      `${basename(wheel)} does not hold ${missing.join(', ')}. A TensorFlow wheel of 2.13 or newer for this platform does.`,
    );
  }
  await nameForLinker(libraries, deps);
}

async function openZip(wheel: string): Promise<ZipFile> {
  try {
    return await promisify<string, { lazyEntries: boolean }, ZipFile>(yauzl.open)(wheel, {
      lazyEntries: true,
    });
  } catch (cause) {
    throw new CoachError('not-a-wheel', `${wheel} is no wheel: it cannot be opened as a zip file.`, {
      cause,
    });
  }
}

/** An entry of a zip file and how to read it. */
interface Unpacked {
  readonly entry: Entry;
  readonly read: () => Promise<Readable>;
}

/** Goes through a zip file one entry after another. */
function forEachEntry(zip: ZipFile, take: (each: Unpacked) => Promise<void>): Promise<void> {
  const openEntry = promisify<Entry, Readable>(zip.openReadStream.bind(zip));
  return new Promise((resolve, reject) => {
    const stop = (fault: unknown) => {
      zip.close();
      reject(fault);
    };
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      take({ entry, read: () => openEntry(entry) }).then(() => zip.readEntry(), stop);
    });
    zip.readEntry();
  });
}

/**
 * Takes the library from a folder: an unpacked libtensorflow archive (`lib/`, `include/`), or an installed `tensorflow` package
 * or the folder that holds it. Faults when it is neither.
 */
export async function stageFolder(folder: string, deps: string): Promise<void> {
  const found = await findLibrary(folder);
  if (found === undefined) {
    throw new CoachError(
      'no-library-in-folder',
      `${folder} holds no libtensorflow: neither an unpacked archive with lib/ and include/tensorflow/c/c_api.h, nor an installed tensorflow package.`,
    );
  }
  await mkdir(join(deps, 'lib'), { recursive: true });
  await cp(found.include, join(deps, 'include'), { recursive: true });
  for (const name of [found.libraries.tensorflow, found.libraries.framework]) {
    await cp(join(found.lib, name), join(deps, 'lib', name), { dereference: true });
  }
  await nameForLinker(found.libraries, deps);
}

/** A library on disk. */
interface FoundLibrary {
  readonly lib: string;
  readonly include: string;
  readonly libraries: Libraries;
}

async function findLibrary(folder: string): Promise<FoundLibrary | undefined> {
  const places = [
    { lib: join(folder, 'lib'), include: join(folder, 'include') },
    { lib: folder, include: join(folder, 'include') },
    { lib: join(folder, 'tensorflow'), include: join(folder, 'tensorflow', 'include') },
  ];
  for (const { lib, include } of places) {
    if (!existsSync(join(lib)) || !existsSync(join(include, 'tensorflow/c/c_api.h'))) continue;
    const files = await readdir(lib);
    // The names that programs load, not the ones with a full version behind them.
    const tensorflow = files.find((name) => /^libtensorflow(_cc)?(\.so\.2|\.2\.dylib)$/.test(name));
    const framework = files.find((name) => /^libtensorflow_framework(\.so\.2|\.2\.dylib)$/.test(name));
    if (tensorflow !== undefined && framework !== undefined)
      return { lib, include, libraries: { tensorflow, framework } };
  }
  return undefined;
}

/** The linker asks for `libtensorflow.so`; wheels call it `libtensorflow_cc.so.2`. */
async function nameForLinker({ tensorflow, framework }: Libraries, deps: string): Promise<void> {
  const suffix = tensorflow.endsWith('.dylib') ? 'dylib' : 'so';
  await symlink(tensorflow, join(deps, 'lib', `libtensorflow.${suffix}`));
  await symlink(framework, join(deps, 'lib', `libtensorflow_framework.${suffix}`));
}
