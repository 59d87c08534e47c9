import type { Record } from '../record.ts';
import { dailyQuestion } from './day/daily.ts';
import { farewell } from './day/farewell.ts';
import { learning } from './day/learning.ts';
import { mishaps } from './day/mishaps.ts';
import { quizzing } from './day/quizzing.ts';
import { settingUp } from './day/setting-up.ts';
import { openStage } from './day/stage.ts';

/** A whole day of a server of twenty people, from the first command to the last goodbye. */
export async function rehearseDiscord(record: Record): Promise<void> {
  const stage = await openStage(record);
  try {
    for (const scene of [settingUp, dailyQuestion, quizzing, learning, mishaps, farewell]) await scene(stage);
  } catch (fault) {
    record.check(
      'the day is played to its end',
      false,
      fault instanceof Error ? fault.message : String(fault),
    );
  } finally {
    await stage.close();
  }
}
