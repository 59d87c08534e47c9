import type { Bilingual } from '../../core/question/language.ts';

/** What Telegram itself needs said; what the coach says comes from the coach. */
const en = {
  howToAnswer: (label: string) => `${label}: reply to this message, or press a button.`,
  answerHere: '✍️ Answer here',
  answerInPrivate: '🔒 Answer in private',
  write: (label: string) => `✍️ ${label}`,
  /** After the name of the one who is called. */
  prompt: (label: string) => `, reply to this message. ${label}:`,
  promptInPrivate: (label: string) => `${label}: write it as your next message.`,
  bonus: ' (bonus)',
  colon: ': ',
  marks: { credit: 'credit', contradicted: 'said the opposite', misconception: 'misconception' },
  onlyForYou: (name: string) => `${name}, my answer is for you alone. Read it in our private chat.`,
  readInPrivate: '🔒 Read it',
  sentInPrivate: (name: string) => `${name}, I have written to you in private.`,
  sentInPrivateToast: 'I have written to you in private.',
  details: '🔒 Details',
  notYours: 'That is for someone else. Press your own, or type the command.',
  tooOld: 'That button is too old. Please ask for it again.',
  tooOldLink: 'That link is too old, or not one of mine. Ask in the group again, or try /quiz here.',
  readByModerators: 'That is for the moderators of the group.',
  noLonger: 'I can no longer find what that was about.',
  textOnly: 'I can only read text. Please write it out.',
  editedTooLate: 'The first version counts; I have not graded the edit.',
  facelessAnswer:
    'You are writing as a group or a channel, so I cannot tell whose answer that is. Write as yourself, or press “Answer in private”.',
  facelessCommand:
    'You are writing as a group or a channel, and what you ask for is one person’s. Write as yourself, please.',
  moderatorsUnknown: 'I could not ask Telegram who moderates this group. Please try again in a moment.',
  topicGone: (line: string) =>
    `The topic I used to post in is gone, so I post here now. To move me, type this in another topic: ${line}`,
  topicClosed: 'the topic is closed; open it, or move me with /daily set place:here',
  noRightToWrite: 'the right to send messages in this group',
  groupGone: 'the group is no longer there',
};

const zh: typeof en = {
  howToAnswer: (label: string) => `${label}：回复这条消息，或者按下面的按钮。`,
  answerHere: '✍️ 在这里答',
  answerInPrivate: '🔒 私聊作答',
  write: (label: string) => `✍️ ${label}`,
  prompt: (label: string) => `，请回复这条消息。${label}：`,
  promptInPrivate: (label: string) => `${label}：请写在下一条消息里。`,
  bonus: '（加分）',
  colon: '：',
  marks: { credit: '得分', contradicted: '说反了', misconception: '误区' },
  onlyForYou: (name: string) => `${name}，这段话只给你看，请到私聊里读。`,
  readInPrivate: '🔒 去看',
  sentInPrivate: (name: string) => `${name}，我已经私聊回复你了。`,
  sentInPrivateToast: '已经私聊回复你了。',
  details: '🔒 详情',
  notYours: '这是给别人的。请按自己的按钮，或者直接输入命令。',
  tooOld: '这个按钮太旧了，请重新要一次。',
  tooOldLink: '这个链接太旧了，或者不是我发的。请回群里再要一次，也可以直接在这里 /quiz。',
  readByModerators: '这是给本群管理员看的。',
  noLonger: '我已经找不到它说的是什么了。',
  textOnly: '我只看得懂文字，请写出来。',
  editedTooLate: '以第一次发的为准，修改后的内容没有评分。',
  facelessAnswer: '你是以群或频道的身份发言的，我分不清是谁的回答。请用自己的身份发，或者按“私聊作答”。',
  facelessCommand: '你是以群或频道的身份发言的，而这件事是个人的。请用自己的身份再发一次。',
  moderatorsUnknown: '我没能向 Telegram 问到本群的管理员是谁，请稍后再试。',
  topicGone: (line: string) => `原来发题的话题不在了，以后我发在这里。想换地方，请在别的话题里输入：${line}`,
  topicClosed: '该话题已关闭；请打开它，或用 /daily set place:here 换个话题',
  noRightToWrite: '在本群发消息的权限',
  groupGone: '这个群已经不在了',
};

/** One language's words. */
export type Words = typeof en;

export const words: Bilingual<Words> = { zh, en };
