import { wordsOf } from '../reading.ts';
import type { Stage } from './stage.ts';

/** The board, one's own progress, and an experiment. */
export async function learning(stage: Stage): Promise<void> {
  await standings(stage);
  await experimenting(stage);
}

async function standings({ record, people, channel, shows }: Stage): Promise<void> {
  record.scene('The board');
  const hall = channel('大厅');
  const [, first, second] = people;
  if (first === undefined || second === undefined) return;
  await first.slash(hall, 'board');
  record.say(first.user.name, '/board');
  const board = shows(second, hall);
  record.check('one’s own place stands below the page', board.includes('你：第'), board);
  const raw = JSON.stringify(hall.messages.at(-1)?.api.components);
  record.check(
    'no name calls anybody or becomes markup',
    !raw.includes('@everyone') && !/[^\\]\*\*Max/.test(raw),
  );
  const messages = hall.messages.length;
  await first.press(hall.messages.at(-1), '更多');
  record.check('pages are turned in place', hall.messages.length === messages);
  shows(second, hall);
  await first.slash(hall, 'me show');
  record.check('progress is for oneself', !second.reads(hall).includes(shows(first, hall)));
}

async function experimenting({ record, people, channel, shows, local, composition }: Stage): Promise<void> {
  record.scene('An experiment: predict first');
  const hall = channel('大厅');
  const [, person] = people;
  if (person === undefined) return;
  const found = await person.complete(hall, 'demo run', { experiment: '残差' }, 'experiment');
  record.check(
    'a search finds the experiment that shows it',
    found.some(({ value }) => value === '残差'),
    JSON.stringify(found),
  );
  const filled = { experiment: 'depth-flow', parameters: 'activation=sig' };
  const values = await person.complete(hall, 'demo run', filled, 'parameters');
  record.check(
    'its parameters are completed',
    values.some(({ value }) => value === 'activation=sigmoid'),
    JSON.stringify(values),
  );
  record.say(person.user.name, '/demo run experiment:depth-flow parameters:activation=sigmoid');
  await person.slash(hall, 'demo run', { experiment: 'depth-flow', parameters: 'activation=sigmoid' });
  shows(person, hall);
  const message = hall.messages.at(-1);
  if (message === undefined) return;
  const { catalogue } = composition.laboratory;
  const [guess] = catalogue.find(({ id }) => id === 'depth-flow')?.prediction.options ?? [];
  await person.press(message, guess?.text.zh ?? '');
  await local.until('a chart', () => message.api.attachments.length > 0);
  await local.quiet();
  record.say('Coach', wordsOf(message));
  const [chart] = message.api.attachments;
  const upload = [...local.world.uploads.values()].at(-1);
  const isPng = upload !== undefined && Buffer.from(upload.subarray(1, 4)).toString() === 'PNG';
  record.check('the chart is a PNG in the place of the question', isPng, `${chart?.size ?? 0} bytes`);
  record.check('it says in words what it shows', (chart?.description ?? '').length > 20, chart?.description);
  record.check('the measured numbers stand below it', /每层的倍数：0\.\d/.test(wordsOf(message)));
}
