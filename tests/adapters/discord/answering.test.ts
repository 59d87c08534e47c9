import { MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { QuestionBank } from '../../../src/core/question/bank.ts';
import { controlsOf, wordsOf } from '../../../src/rehearsal/discord/reading.ts';
import { realBank } from '../../support/room.ts';
import { answer, latest, openStudy, type Study, type StudyOptions } from './open-study.ts';

let bank: QuestionBank;
beforeAll(async () => {
  bank = await realBank();
});

let open: Study | undefined;
afterEach(() => open?.close());

const moderators = [{ name: 'Moderators', permissions: PermissionFlagsBits.ManageGuild }];

async function study(options: Partial<StudyOptions> = {}) {
  open = await openStudy({ bank, server: { roles: moderators }, ...options });
  const ada = open.local.addPerson('Ada');
  const lin = open.local.addPerson('Lin', 'zh-CN');
  return { ...open, open, local: open.local, general: open.general, ada, lin };
}

/** The question that a message asks, and a full answer to it. */
function modelAnswer(text: string): string {
  return bank.questions.find(({ prompt }) => text.includes(prompt.en))?.modelAnswer.en ?? '';
}

describe('a quiz in a channel', () => {
  it('is answered in a form, graded for one person’s eyes, and shows the others who has answered', async () => {
    const { general, ada, lin } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations', count: 2 });
    const [question] = ada.sees(general).slice(-1);
    expect(wordsOf(question!)).toContain('Question 1 of 2');
    const opened = await ada.press(question, 'Your answer');
    expect(JSON.stringify(opened.modal)).toContain('Why is ReLU usually preferred');
    await ada.submit(opened, modelAnswer(wordsOf(question!)));
    const verdict = ada.sees(general).at(-1)!;
    expect(verdict.api.flags! & MessageFlags.Ephemeral).toBeTruthy();
    expect(wordsOf(verdict)).toContain('Solid.');
    expect(lin.reads(general).join('\n')).not.toContain('Solid.');
    expect(lin.reads(general).at(-1)).toContain('Answered: Ada');
  });

  it('gives hints, goes on, and ends with how it went', async () => {
    const { general, ada, lin, open } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations', count: 2 });
    const first = latest(ada, open);
    await ada.press(first, 'Hint');
    expect(lin.reads(general).at(-1)).toContain('Hint 1 of');
    await answer(lin, first, modelAnswer(wordsOf(first!)));
    await ada.press(first, 'Skip');
    const second = latest(ada, open);
    expect(wordsOf(second!)).toContain('Model answer to the last question');
    expect(wordsOf(second!)).toContain('Question 2 of 2');
    await ada.press(second, 'Stop');
    expect(lin.reads(general).at(-1)).toMatch(/Quiz stopped after[\s\S]*Lin/);
  });

  it('takes a reply to the question, where Discord hands over its words', async () => {
    const { general, ada, lin, open, local } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations' });
    const question = latest(ada, open);
    // What language someone's client speaks is known once they have pressed or chosen anything.
    await lin.slash(general, 'help');
    lin.write(general, modelAnswer(wordsOf(question!)), question);
    await local.until('a line for Lin', () => lin.reads(general).at(-1)?.includes('Lin，') === true);
    await local.quiet();
    const line = latest(lin, open);
    expect(wordsOf(line!)).not.toContain('扎实');
    await ada.press(line, '打开看');
    expect(ada.reads(general).at(-1)).toContain('That button is for someone else.');
    await lin.press(line, '打开看');
    expect(lin.reads(general).at(-1)).toContain('扎实');
    expect(ada.reads(general).join('\n')).not.toContain('扎实');
  });

  it('says once how to answer when a reply comes without its words', async () => {
    const { general, ada, lin, open, local } = await study({ handsOverReplies: false });
    await ada.slash(general, 'quiz start', { topic: 'activations' });
    const question = latest(ada, open);
    for (const words of ['one', 'two']) {
      lin.write(general, words, question);
      await local.quiet();
      await local.quiet();
    }
    const told = ada.reads(general).filter((text) => text.includes('I cannot read that reply'));
    expect(told).toHaveLength(1);
  });

  it('goes on after a restart: its buttons still know what they stand for', async () => {
    const { general, ada, open } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations', count: 2 });
    const question = latest(ada, open);
    await open.restart();
    await answer(ada, question, modelAnswer(wordsOf(question!)));
    expect(ada.reads(general).at(-1)).toContain('Solid.');
    await ada.press(latest(ada, open), 'Next question');
    expect(ada.reads(general).at(-1)).toContain('Question 2 of 2');
  });

  it('refuses what only a moderator may do, to that person alone', async () => {
    const { general, ada, lin } = await study();
    await ada.slash(general, 'daily set', { time: '09:00' });
    expect(ada.reads(general).at(-1)).toContain('Only a moderator');
    expect(lin.reads(general).join('\n')).not.toContain('Only a moderator');
    expect(lin.reads(general).join('\n')).not.toContain('…');
  });
});

describe('a form', () => {
  it('that failed can be opened again with every word in it', async () => {
    const { general, ada, open } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations' });
    const question = latest(ada, open);
    const opened = await ada.press(question, 'Your answer');
    const words = 'Because its slope is one for positive inputs, I think.';
    open.sabotage(async ({ person }) => ({
      replies: [
        {
          audience: 'person',
          language: person.language ?? 'en',
          blocks: [{ kind: 'text', text: 'Something went wrong.' }],
        },
      ],
      isFault: true,
    }));
    await ada.submit(opened, words);
    const again = await ada.press(latest(ada, open), 'Go on writing');
    expect(JSON.stringify(again.modal)).toContain(words);
    await ada.submit(again, words);
    expect(ada.reads(general).at(-1)).toMatch(/Partly there|Not there yet/);
  });

  it('keeps what was written across a restart, for a day', async () => {
    const { general, ada, open } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations' });
    const question = latest(ada, open);
    await answer(ada, question, 'half an answer');
    await open.restart();
    expect(JSON.stringify((await ada.press(question, 'Your answer')).modal)).toContain('half an answer');
    open.wait(25 * 3_600_000);
    await open.tick();
    expect(JSON.stringify((await ada.press(question, 'Your answer')).modal)).not.toContain('half an answer');
  });

  it('whose button was forgotten gives back what was written', async () => {
    const { general, ada, open } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations' });
    const opened = await ada.press(latest(ada, open), 'Your answer');
    await open.store.transaction((tx) => tx.links.prune('token', Number.MAX_SAFE_INTEGER));
    await ada.submit(opened, 'all that I know');
    const said = ada.reads(general).at(-1);
    expect(said).toContain('from too long ago');
    expect(said).toContain('all that I know');
  });

  it('holds four thousand characters, and shows them back as excerpts', async () => {
    const { general, ada, open } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations' });
    const question = latest(ada, open);
    const filler = 'This part says nothing about the matter at hand. '.repeat(70);
    await answer(ada, question, `${modelAnswer(wordsOf(question!))} ${filler}`.slice(0, 4000));
    const verdict = ada.reads(general).at(-1) ?? '';
    expect(verdict).toContain('…');
    expect(verdict.length).toBeLessThan(4000);
  });
});

describe('a button', () => {
  it('whose meaning is forgotten explains itself, and leads on', async () => {
    const { general, ada, open } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations' });
    const question = latest(ada, open);
    await open.store.transaction((tx) => tx.links.prune('token', Number.MAX_SAFE_INTEGER));
    await ada.press(question, 'Your answer');
    expect(ada.reads(general).at(-1)).toContain('That button is from too long ago');
    await ada.press(latest(ada, open), 'See all commands');
    expect(ada.reads(general).at(-1)).toContain('What I can do');
  });

  it('of another version of the coach explains itself', async () => {
    const { general, ada, open } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations' });
    const question = latest(ada, open)!;
    const old = JSON.parse(JSON.stringify(question.api).replaceAll('g1:', 'g0:'));
    question.api.components = old.components;
    await ada.press(question, 'Hint');
    expect(ada.reads(general).at(-1)).toContain('That button is from too long ago');
  });

  it('of an earlier question says that the quiz has gone on', async () => {
    const { general, ada, open } = await study();
    await ada.slash(general, 'quiz start', { topic: 'activations', count: 2 });
    const first = latest(ada, open);
    await ada.press(first, 'Skip');
    await ada.press(first, 'Hint');
    expect(ada.reads(general).at(-1)).toContain('The quiz has gone on');
  });

  it('that turns a page turns it in place', async () => {
    const { general, ada } = await study();
    await ada.slash(general, 'board');
    const board = ada.sees(general).at(-1);
    const messages = general.messages.length;
    await ada.press(board, 'this month');
    expect(general.messages).toHaveLength(messages);
    expect(wordsOf(board!)).toContain('Leaderboard · this month');
  });
});

describe('an appeal', () => {
  it('goes from the verdict to a moderator and back to everyone’s grades', async () => {
    const { general, ada, lin, open } = await study();
    const { guild } = open;
    guild.memberRoles.set(lin.user.id, [guild.roles[2]?.id ?? '']);
    await ada.slash(general, 'quiz start', { topic: 'activations' });
    const words = 'Because the blue flow squeezes the little pipe when the hill goes flat at both shoulders.';
    await answer(ada, latest(ada, open), words);
    await ada.press(latest(ada, open), 'I said this');
    const menu = latest(ada, open);
    await ada.press(menu, controlsOf(menu!.api)[0]?.label ?? '');
    await answer(ada, latest(ada, open), 'the blue flow squeezes the little pipe', 'Your words');
    expect(ada.reads(general).at(-2)).toContain('A moderator will look at it');
    expect(lin.reads(general).at(-1)).toContain('Ada appeals against a grade');
    await lin.press(latest(lin, open), 'Look at appeals');
    await lin.press(latest(lin, open), '接受');
    expect(ada.reads(general).at(-1)).toContain('The appeal of Ada is accepted');
  });
});
