// Kills the real program with SIGKILL at random moments of a scripted quiz, starts it again, and goes on as people's pages would.
// In the end everything acknowledged must be there once, and nothing scored twice. `npm run test:crash -- --kills 50 --seed 1`
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import SqliteDatabase from 'better-sqlite3';
import { createRandom } from '../../src/experiments/maths/random.ts';
import { insist, type RoomMessage, readHistory } from '../support/room-client.ts';
import { type Program, startProgram } from '../support/start-program.ts';

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const kills = Number(values.kills ?? 50);
const seed = Number(values.seed ?? 1);
const random = createRandom(seed, 'kills');
const people = ['Ada', 'Bo', 'Cy'];
/** A page sends the next message this soon after the last was acknowledged. */
const pauseMs = 15;

const folder = await mkdtemp(join(tmpdir(), 'gradcoach-crash-'));
const database = join(folder, 'coach.db');
let program = await startProgram(database);
const { port } = program;
/** Fewer than the bank has questions. */
const mostAdvances = 15;
let isDone = false;
let sent = 0;
let advances = 0;
const answers: RoomMessage[] = [];

/** One person's page: answers, and now and then goes on to the next question, always insisting until acknowledged. */
async function takePart(name: string): Promise<void> {
  for (let turn = 0; !isDone; turn += 1) {
    sent += 1;
    const isAnswer = turn % 3 !== 0;
    const message = {
      id: `${name}-${String(sent).padStart(6, '0')}`,
      name,
      text: isAnswer ? `answer ${sent}: the gradient vanishes because sigmoid saturates` : nextQuestion(name),
    };
    await insist(() => program.url, message);
    if (isAnswer) answers.push(message);
    await wait(pauseMs);
  }
}

/** Only the first person goes on, and never past the last question: an answer to a quiz that is over is none to store. */
function nextQuestion(name: string): string {
  if (name !== people[0] || advances === mostAdvances) return '/board';
  advances += 1;
  return '/quiz next';
}

async function restart(killed: Program): Promise<Program> {
  await killed.kill();
  return startProgram(database, port);
}

await insist(() => program.url, { id: 'start-000000', name: 'Ada', text: '/quiz count:50' });
const pages = people.map(takePart);
for (let kill = 0; kill < kills; kill += 1) {
  // Most kills fall among answers under way; some fall on a program that has hardly started.
  const mustAnswerFirst = random.uniform() < 0.8;
  const before = answers.length;
  while (mustAnswerFirst && answers.length === before) await wait(5);
  await wait(random.uniform() * 300);
  program = await restart(program);
  process.stdout.write('.');
}
isDone = true;
await Promise.all(pages);
const history = await readHistory(program.url, 'Ada');
await program.stop();
report(history.length);
await rm(folder, { recursive: true });

function report(seen: number): void {
  const db = new SqliteDatabase(database, { readonly: true });
  // One row, one column, both named here.
  const count = (sql: string) => (db.prepare(sql).get() as { n: number }).n;
  const stored = count('select count(*) n from attempts');
  const lost = answers.filter(
    ({ text }) => count(`select count(*) n from attempts where answer = '${text}'`) === 0,
  ).length;
  const twice = count('select count(*) n from (select 1 from attempts group by answer having count(*) > 1)');
  const unscored = count(
    'select count(*) n from attempts where id not in (select attempt_id from score_events)',
  );
  db.close();
  const figures = { kills, seed, acknowledged: answers.length, stored, lost, twice, unscored, seen };
  process.stdout.write(`\n${JSON.stringify(figures)}\n`);
  const isRight = lost === 0 && twice === 0 && unscored === 0 && stored === answers.length && seen > 0;
  process.stdout.write(isRight ? 'nothing lost, nothing scored twice\n' : 'NOT RIGHT\n');
  process.exitCode = isRight ? 0 : 1;
}
