import { Command, CommanderError } from 'commander';
import { CoachError } from './app/coach-error.ts';
import { addBackup } from './cli/backup.ts';
import { addChat } from './cli/chat.ts';
import { addCheck } from './cli/check.ts';
import { addDemo } from './cli/demo.ts';
import { addDiscord } from './cli/discord.ts';
import { addDoctor } from './cli/doctor.ts';
import { addDraftRubric } from './cli/draft-rubric.ts';
import { addGrade } from './cli/grade.ts';
import { addQuestions } from './cli/questions.ts';
import { addRehearse } from './cli/rehearse.ts';
import { addSetupNative } from './cli/setup-native.ts';
import { readVersion } from './compose.ts';

/** Exit code of a command line that cannot be understood, as in other tools; a command that fails exits with 1. */
const usageError = 2;

const program = new Command('coach')
  .description('GradCoach 梯度教练 on the command line')
  .version(readVersion())
  .showHelpAfterError('(--help shows how)')
  .exitOverride()
  .configureHelp({ sortSubcommands: true });

for (const add of [
  addQuestions,
  addGrade,
  addDraftRubric,
  addDemo,
  addChat,
  addCheck,
  addDoctor,
  addBackup,
  addSetupNative,
  addDiscord,
  addRehearse,
]) {
  add(program);
}

// Whoever reads only the beginning, as `head` does, has had enough; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (fault) {
  process.exitCode = report(fault);
}

function report(fault: unknown): number {
  // Commander has already printed its own message; asking for help or the version is no error.
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : usageError;
  if (!(fault instanceof CoachError)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  return fault.code === 'usage' ? usageError : 1;
}
