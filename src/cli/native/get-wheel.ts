import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { z } from 'zod';
import { CoachError } from '../../app/coach-error.ts';
import type { WheelPlatform } from './platforms.ts';
import { type RunCommand, reasonIn } from './run-command.ts';

/** What a download needs of the world. */
export interface DownloadWorld {
  readonly run: RunCommand;
  readonly fetch: typeof fetch;
  readonly say: (text: string) => void;
}

const index = 'https://pypi.org/simple';
const indexLimitMs = 30_000;
/** The part of PyPI's answer (PEP 691) that is read. */
const listing = z.object({ files: z.array(z.object({ filename: z.string(), url: z.url() })) });

/**
 * Downloads a platform's wheel into a folder and gives its path. Faults when it cannot be had or is not the published file.
 * pip goes first, because it knows this machine's mirrors and proxies; without it the file comes from PyPI itself.
 */
export async function getWheel(
  platform: WheelPlatform,
  folder: string,
  world: DownloadWorld,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, platform.file);
  const problems: string[] = [];
  for (const [how, get] of [
    ['with pip', withPip],
    ['from pypi.org', fromPyPi],
  ] as const) {
    world.say(`Downloading ${platform.project} ${platform.version} (${platform.megabytes} MB) ${how} …`);
    const problem = await get(platform, folder, world);
    if (problem === undefined && existsSync(path)) {
      await checkSum(path, platform.sha256);
      return path;
    }
    problems.push(`${how}: ${problem ?? 'the file did not come'}`);
  }
  throw new CoachError(
    'wheel-not-downloaded',
    `The TensorFlow wheel could not be downloaded (${problems.join('; ')}). Fetch ${platform.file} from https://pypi.org ` +
      'on a machine that can, bring it here, and run: npm run setup:native -- --libtensorflow <that file>',
  );
}

/** Why it failed; undefined when it did not. */
type Problem = Promise<string | undefined>;

async function withPip(platform: WheelPlatform, folder: string, { run }: DownloadWorld): Problem {
  const { project, version, pipPlatforms } = platform;
  const parameters = [
    ...['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--python-version', '3.11'],
    ...pipPlatforms.flatMap((each) => ['--platform', each]),
    ...['--dest', folder, `${project}==${version}`],
  ];
  let problem = 'there is no Python with pip here';
  for (const python of ['python3', 'python']) {
    if ((await run(python, ['-m', 'pip', '--version'])).code !== 0) continue;
    const { code, tail } = await run(python, parameters, { shows: isProgress });
    if (code === 0) return undefined;
    problem = reasonIn(tail);
  }
  return problem;
}

/** pip's bar, and not its remarks on mirrors. */
const isProgress = (text: string) => /━|[\d.]+ [kMG]B/.test(text);

async function fromPyPi({ project, file }: WheelPlatform, folder: string, world: DownloadWorld): Problem {
  try {
    const answer = await world.fetch(`${index}/${project}/`, {
      headers: { Accept: 'application/vnd.pypi.simple.v1+json' },
      signal: AbortSignal.timeout(indexLimitMs),
    });
    if (!answer.ok) return `the index answered ${answer.status}`;
    const found = listing.parse(await answer.json()).files.find(({ filename }) => filename === file);
    if (found === undefined) return `the index does not list ${file}`;
    const wheel = await world.fetch(found.url);
    if (!wheel.ok || wheel.body === null) return `the download answered ${wheel.status}`;
    const part = join(folder, `${file}.part`);
    await pipeline(
      // The same streams by two names: fetch's types come from the browser's library, the stream's from Node's.
      Readable.fromWeb(wheel.body as ReadableStream<Uint8Array>),
      progress(Number(wheel.headers.get('content-length')), world.say),
      createWriteStream(part),
    );
    await rename(part, join(folder, file));
    return undefined;
  } catch (fault) {
    return describe(fault);
  }
}

function describe(fault: unknown): string {
  if (!(fault instanceof Error)) return 'it failed';
  return fault.cause instanceof Error ? fault.cause.message : fault.message;
}

/** Passes bytes on, and says every ten percent how far they are. */
function progress(total: number, say: (text: string) => void) {
  return async function* passOn(source: AsyncIterable<Uint8Array>) {
    let seen = 0;
    let said = 0;
    for await (const chunk of source) {
      seen += chunk.length;
      const tenths = total > 0 ? Math.floor((10 * seen) / total) : 0;
      if (tenths > said) say(`  ${tenths * 10} %`);
      said = Math.max(said, tenths);
      yield chunk;
    }
  };
}

/** Faults when a file is not the one that was published. */
export async function checkSum(path: string, expected: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const seen = hash.digest('hex');
  if (seen === expected) return;
  throw new CoachError(
    'wheel-damaged',
    `${path} is damaged or not the published file: its SHA-256 is ${seen}, not ${expected}. Delete it and run this again.`,
  );
}
