import type { Command } from 'commander';
import { readBank } from '../compose.ts';
import { readConfig } from '../config.ts';
import { languages } from '../core/question/language.ts';

/** `coach questions [--json]`: what is in the bank. */
export function addQuestions(program: Command): void {
  program
    .command('questions')
    .description('list the questions of the bank')
    .option('--json', 'as a JSON array')
    .action(async ({ json }: { json?: boolean }) => {
      const { questions } = await readBank(readConfig().content);
      const rows = questions.map(({ id, topic, level, origin, demo, prompt }) => ({
        id,
        topic,
        level,
        origin,
        demo: demo?.experiment ?? null,
        demoParameters: demo?.parameters ?? {},
        languages: languages.filter((language) => prompt[language] !== ''),
      }));
      const lines = rows.map(({ id, topic, level, origin }) => [id, topic, level, origin].join('\t'));
      process.stdout.write(json === true ? `${JSON.stringify(rows, null, 2)}\n` : `${lines.join('\n')}\n`);
    });
}
