import { Command } from 'commander';
import { afterEach, vi } from 'vitest';

/** What a command printed, and how it ended. */
export interface Printed {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Runs one command of the command line in this process. */
export async function runCommand(
  add: (program: Command) => void,
  ...line: readonly string[]
): Promise<Printed> {
  const printed = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed.out += String(chunk);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    printed.err += String(chunk);
    return true;
  });
  const program = new Command('coach').exitOverride();
  add(program);
  await program.parseAsync(line, { from: 'user' });
  vi.restoreAllMocks();
  return { ...printed, exitCode: Number(process.exitCode ?? 0) };
}
