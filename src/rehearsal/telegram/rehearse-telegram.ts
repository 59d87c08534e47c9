import type { Record } from '../record.ts';
import { type Day, openDay } from './day/open-day.ts';
import type { Cue } from './day/scene.ts';
import { appeal, playQuiz, runDemo } from './day/scenes/evening.ts';
import { answerFourWays, askDaily, setUp } from './day/scenes/morning.ts';
import { lookBack, reveal } from './day/scenes/next-day.ts';
import { askForThings, everyoneAnswers, oddSenders } from './day/scenes/noon.ts';
import { kickedAndBack, migrate, restart, telegramInTrouble } from './day/scenes/trouble.ts';

const chinese = ['林小雨', '阿哲', '陈思', '方圆', '韩梅', '江一', '李雷', '宁静', '潘越', '秦风'];
const english = ['Ada', 'Bo', 'Chen', 'Dana', 'Eve', 'Grace', 'Kim', 'Mia', 'Omar', 'Rui'];

/** A day of a group of twenty on Telegram, from adding the coach to the question being resolved. */
export async function rehearseTelegram(record: Record): Promise<void> {
  const day = await openDay(record, '2026-03-01T12:00Z');
  try {
    const cue = gather(day);
    await setUp(cue);
    await askDaily(cue);
    await answerFourWays(cue);
    await everyoneAnswers(cue);
    await oddSenders(cue);
    await askForThings(cue);
    await playQuiz(cue);
    await runDemo(cue);
    await appeal(cue);
    await telegramInTrouble(cue);
    await restart(cue);
    await migrate(cue);
    await kickedAndBack(cue);
    await reveal(cue);
    lookBack(cue);
  } finally {
    await day.close();
  }
}

function gather(day: Day): Cue {
  const people = [
    ...chinese.map((name) => day.cast.person(name, 'zh')),
    ...english.map((name) => day.cast.person(name, 'en')),
  ];
  return { day, people, group: day.cast.group('深度学习面试小组', people, 'group'), daily: undefined };
}
