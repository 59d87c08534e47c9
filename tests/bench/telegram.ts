import { createTelegramAdapter } from '../../src/adapters/telegram/telegram-adapter.ts';
import { compose } from '../../src/compose.ts';
import { parseConfig } from '../../src/config.ts';
import { createCast } from '../../src/rehearsal/telegram/people/cast.ts';
import { startBotApi } from '../../src/rehearsal/telegram/server/bot-api-server.ts';
import { percentile, printFigures } from './whole/percentile.ts';

/**
 * A hundred updates at once in twenty private chats, one of which runs a slow experiment: how long each chat waits for its
 * first answer, on the real clock, with the pacing on, the real coach and the real laboratory, against the local Bot API.
 */

const clock = { nowMs: () => performance.timeOrigin + performance.now() };
const composition = await compose({
  ...parseConfig({ GRADCOACH_ZONE: 'Asia/Shanghai', GRADCOACH_LOG: 'error' }),
  database: ':memory:',
});
const server = await startBotApi({ clock });
const { store, services, log, coach, laboratory } = composition;
const adapter = createTelegramAdapter({
  token: server.token,
  webhook: undefined,
  apiRoot: server.url,
  store,
  clock,
  log,
  commands: services.commands,
});
await adapter.start((incoming) => coach.handle(incoming));
const cast = createCast(server.world);
const people = Array.from({ length: 20 }, (_, index) =>
  cast.person(`Person ${index}`, index % 2 ? 'zh' : 'en'),
);
const answers = (index: number) =>
  people[index]?.privateChat.messages.filter(({ from }) => from.kind === 'bot') ?? [];

// Each has a quiz open, and the grader has met its question, as in a group that has been at it for a while.
for (const person of people) {
  person.say(person.privateChat, '/quiz');
  person.say(person.privateChat, 'because the gradient vanishes');
}
await server.world.updates.confirmed();
await adapter.settled();
await new Promise((resolve) => setTimeout(resolve, 1500));
const before = people.map((_, index) => answers(index).length);

const startedMs = clock.nowMs();
const [first, ...others] = people;
first?.say(first.privateChat, '/demo depth-flow depth=60 guess:none');
for (let time = 0; time < 4; time++) first?.say(first.privateChat, '/about');
for (const person of others) {
  for (let time = 0; time < 5; time++) {
    person.say(
      person.privateChat,
      'the gradient of sigmoid is at most 0.25, so it vanishes in deep networks',
    );
  }
}
await server.world.updates.confirmed();
const takenMs = clock.nowMs() - startedMs;
const firstAnswers = new Map<number, number>();
while (firstAnswers.size < others.length) {
  for (const index of people.keys()) {
    const answer = answers(index)[before[index] ?? 0];
    if (index > 0 && answer !== undefined) firstAnswers.set(index, answer.atMs - startedMs);
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
}
await adapter.settled();
const doneMs = clock.nowMs() - startedMs;

const waits = [...firstAnswers.values()];
const ms = (value: number) => `${Math.round(value)} ms`;
printFigures([
  { what: 'all 100 updates taken in', value: ms(takenMs), beside: 'from then on Telegram may forget them' },
  { what: 'first answer in the 19 other chats, median', value: ms(percentile(waits, 0.5)), beside: '' },
  { what: 'the longest of them', value: ms(Math.max(...waits)), beside: 'target below 200 ms' },
  { what: 'all answered', value: ms(doneMs), beside: 'at one message a second and chat: 4 s at least' },
  {
    what: 'messages that came too fast',
    value: String(server.made.filter(({ status }) => status === 429).length),
    beside: 'target 0',
  },
]);

await laboratory.close();
await adapter.stop();
await server.close();
await composition.close();
