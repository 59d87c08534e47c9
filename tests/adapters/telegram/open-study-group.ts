import type { TelegramAdapterOptions } from '../../../src/adapters/telegram/options.ts';
import type { Services } from '../../../src/app/commands/command.ts';
import type { QuestionBank } from '../../../src/core/question/bank.ts';
import type { Question } from '../../../src/core/question/question.ts';
import type { Actor } from '../../../src/rehearsal/telegram/people/actor.ts';
import type { GroupKind } from '../../../src/rehearsal/telegram/people/cast.ts';
import { readMessage } from '../../../src/rehearsal/telegram/people/seen.ts';
import type { Chat, StoredMessage } from '../../../src/rehearsal/telegram/server/world.ts';
import { openRoom, realBank } from '../../support/room.ts';
import { openTelegram } from './open-telegram.ts';

/** What a test may set; everything else is the real thing. */
export interface StudyGroupOptions {
  readonly kind?: GroupKind;
  readonly laboratory?: Services['laboratory'];
  readonly telegram?: Partial<TelegramAdapterOptions>;
}

let bank: QuestionBank | undefined;

/** A group on Telegram with the real coach, on the bank of this repository: Mod owns it, Ada and Bo are in it. */
export async function openStudyGroup({
  kind = 'supergroup',
  laboratory,
  telegram: more,
}: StudyGroupOptions = {}) {
  bank ??= await realBank();
  const room = await openRoom({ bank, ...(laboratory !== undefined && { laboratory }) });
  const telegram = await openTelegram((incoming) => room.coach.handle(incoming), {
    store: room.store,
    ...more,
  });
  const { cast } = telegram;
  const [mod, ada, bo] = [cast.person('Mod', 'en'), cast.person('Ada', 'en'), cast.person('Bo', 'zh')];
  const group = cast.group('Study group', [mod, ada, bo], kind);
  cast.addBot(group, mod);
  await telegram.settle();
  const questions = bank.questions;

  return {
    ...telegram,
    room,
    mod,
    ada,
    bo,
    group,
    /** Someone says something, and everything that comes of it has arrived. */
    async say(
      actor: Actor,
      text: string,
      chat: Chat = group,
      replyTo?: StoredMessage,
    ): Promise<StoredMessage> {
      const message = actor.say(chat, text, { replyTo });
      await telegram.settle();
      return message;
    },
    async press(actor: Actor, message: StoredMessage | undefined, label: string, chat: Chat = group) {
      const query = actor.press(chat, message, label);
      await telegram.settle();
      return query;
    },
    /** What the bot has said in a chat, newest last. */
    said: (chat: Chat = group): readonly string[] =>
      chat.messages.filter(({ from, isDeleted }) => from.kind === 'bot' && !isDeleted).map(readMessage),
    /** The bot's newest message in a chat. */
    latest(chat: Chat = group): StoredMessage {
      const message = ada.latest(chat);
      if (message === undefined) throw new Error(`the bot has said nothing in ${chat.title ?? chat.id}`);
      return message;
    },
    /** The question that a message asks. */
    questionIn(message: StoredMessage): Question {
      const found = questions.find(({ prompt }) =>
        Object.values(prompt).some((each) => message.text.includes(each)),
      );
      if (found === undefined) throw new Error(`no question in: ${message.text}`);
      return found;
    },
    tick: (iso: string) => tickAt(room, telegram, iso),
  };
}

async function tickAt(
  room: Awaited<ReturnType<typeof openRoom>>,
  telegram: Awaited<ReturnType<typeof openTelegram>>,
  iso: string,
): Promise<void> {
  const { tick } = await import('../../../src/clockwork.ts');
  telegram.time.moveTo(Date.parse(iso));
  await tick({ ...room, clock: telegram.time }, [telegram.adapter]);
  await telegram.settle();
}
