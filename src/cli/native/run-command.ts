import { spawn } from 'node:child_process';

/** How a command ended. */
export interface Ended {
  /** Absent when it could not be started or a signal ended it. */
  readonly code: number | undefined;
  readonly signal: string | undefined;
  /** The end of what it said on stdout and stderr. */
  readonly tail: string;
}

/** How to run a command. */
export interface RunOptions {
  readonly cwd?: string;
  readonly limitMs?: number;
  /** Which of what it says is shown while it runs; absent: nothing. */
  readonly shows?: (text: string) => boolean;
}

/** Runs a command; never rejects. */
export type RunCommand = (
  command: string,
  parameters: readonly string[],
  options?: RunOptions,
) => Promise<Ended>;

/** Enough of what a command said to explain a failure. */
const tailLength = 4000;

/** Runs a real command, showing on stderr what is worth showing. */
export const runCommand: RunCommand = (command, parameters, { cwd, limitMs, shows } = {}) =>
  new Promise((resolve) => {
    let tail = '';
    const child = spawn(command, parameters, {
      ...(cwd !== undefined && { cwd }),
      ...(limitMs !== undefined && { timeout: limitMs }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (bytes: Buffer) => {
      const text = bytes.toString();
      tail = (tail + text).slice(-tailLength);
      if (shows?.(text) === true) process.stderr.write(text);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', () => resolve({ code: undefined, signal: undefined, tail }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? undefined, signal: signal ?? undefined, tail }),
    );
  });

/** The line of what a command said that most likely tells why it failed. */
export function reasonIn(tail: string): string {
  const lines = tail
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at ') && !/^Node\.js v/.test(line));
  const telling =
    lines.find((line) => /^(\w*Error|ERROR|error|fatal)\b/.test(line)) ??
    lines.findLast((line) => /error|fail|denied|refused|not found|cannot|undefined symbol/i.test(line));
  return (telling ?? lines.at(-1) ?? 'it said nothing').slice(0, 200);
}
