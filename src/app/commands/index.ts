import { about } from './about.ts';
import { answer } from './answer.ts';
import { appeal } from './appeal.ts';
import { appeals } from './appeals.ts';
import { board } from './board.ts';
import type { Command } from './command.ts';
import { daily } from './daily.ts';
import { demo } from './demo.ts';
import { explain } from './explain.ts';
import { followUp } from './follow-up.ts';
import { help } from './help.ts';
import { me } from './me.ts';
import { quiz } from './quiz.ts';
import { settings } from './settings.ts';
import { topics } from './topics.ts';

/** The one list: help, completion, menus on every platform and the docs derive from it. */
export const commands: readonly Command[] = [
  quiz,
  answer,
  daily,
  demo,
  board,
  me,
  explain,
  followUp,
  appeal,
  appeals,
  topics,
  settings,
  help,
  about,
];
