import { wordsOf } from '../reading.ts';
import type { Stage } from './stage.ts';

/** The server removes the coach; its data goes after the grace period. */
export async function farewell({
  record,
  local,
  guild,
  people,
  composition,
  until,
  stopCoach,
}: Stage): Promise<void> {
  record.scene('The server removes the coach');
  const groupId = `discord:${guild.id}`;
  const isThere = () =>
    composition.store.transaction(async (tx) => (await tx.groups.find(groupId)) !== undefined);
  local.servers.dismiss(guild);
  await local.quiet();
  await until('2026-03-30T09:00+08:00');
  record.check('for thirty days everything is kept', await isThere());
  await until('2026-04-10T09:00+08:00');
  record.check('then everything of it is deleted', !(await isThere()));

  record.scene('The whole day');
  const refused = local.exchanges.filter(({ problems }) => problems.length > 0);
  record.check(
    'Discord would have taken every body',
    refused.length === 0,
    JSON.stringify(refused[0]?.problems),
  );
  const everything = [...guild.channels].flatMap(({ messages }) => messages);
  record.check(
    'nothing is left "thinking"',
    everything.every((message) => wordsOf(message) !== '…'),
  );
  const waits = [...local.world.interactions.values()].map(
    ({ measuredMs }) => measuredMs ?? Number.POSITIVE_INFINITY,
  );
  const slowest = Math.max(...waits);
  record.say(
    'Discord',
    `${waits.length} interactions of ${people.length} people, ${local.exchanges.length} requests; slowest first response ${slowest.toFixed(0)} ms`,
  );
  record.check(
    'every interaction was acknowledged within three seconds',
    slowest < 3000,
    `${slowest.toFixed(0)} ms`,
  );
  await stopCoach();
  record.check('stopped, it lets go of its connection', local.gateway.connections() === 0);
}
