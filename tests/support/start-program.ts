import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The real program, as `npm start` runs it. */
export interface Program {
  readonly url: string;
  readonly port: number;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as a supervisor would; gives the exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built program on a database and a port (0: any), and waits until it says where it is. */
export async function startProgram(
  database: string,
  port = 0,
  settings: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const child = spawn(process.execPath, ['dist/main.js'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      HOST: '127.0.0.1',
      PORT: String(port),
      GRADCOACH_DB: database,
      GRADCOACH_ZONE: 'Asia/Shanghai',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await firstUrl(child);
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    url,
    port: Number(new URL(url).port),
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

function firstUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (bytes: Buffer) => {
      said += bytes.toString();
      const url = /http:\/\/\S+/.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}: ${said}`)));
  });
}
