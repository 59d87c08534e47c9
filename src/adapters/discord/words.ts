import type { Bilingual } from '../../core/question/language.ts';
import type { Right } from './rights.ts';

/** What Discord's own surroundings need said; what the coach says comes from the coach. */
const zh = {
  colon: '：',
  bonus: '（加分）',
  marks: { credit: '得分', contradicted: '说反了', misconception: '误区' },
  pick: '请选择',
  form: {
    again: '接着写',
    hint: '用自己的话，中文、英文、混着写都行',
  },
  forYou: (name: string) => `${name}，给你的回复在这里，只有你能打开。`,
  show: '打开看',
  stale: '这个按钮已经过期了。从这里重新开始吧：',
  staleForm: '这道题的按钮已经过期，没能收下你的回答。你写的都在这里，可以复制后再交：',
  notYours: '这个按钮是给别人的。',
  notShown: '已经处理了，但没能显示出来。请再看一次，或用 /help。',
  stopping: '我正在重启，请一分钟后再试。',
  noRole: (name: string) => `没有“${name}”这个身份组，请从列表里选。`,
  nobody: '不提醒任何人',
  days: { daily: '每天', 'mon-fri': '周一至周五', weekends: '周末' },
  questions: (count: number) => `${count} 题`,
  range: (low: number, high: number) => `${low} 到 ${high}`,
  replyUnread: '我读不到这条回复（Discord 没有把内容给我）。请用题目下方的按钮作答。',
  threadNotOpened: (missing: string) => `没能为这道题开子区：${missing}。`,
  tooManyThreads: '这个服务器开着的子区太多了',
  gone: '频道已不存在，或不对我开放',
  notHere: '把我加入这个服务器（现在只是你个人安装了我）',
  refusedBy: (code: number) => `Discord 拒绝了这条消息（代码 ${code}）`,
  closedPrivate: '对方没有开放私信',
  rights: {
    ViewChannel: '查看频道',
    SendMessages: '发送消息',
    EmbedLinks: '嵌入链接',
    AttachFiles: '添加文件',
    ReadMessageHistory: '阅读消息历史记录',
    CreatePublicThreads: '创建公共子区',
    SendMessagesInThreads: '在子区内发送消息',
    MentionEveryone: '提及 @everyone、@here 和所有身份组',
  } satisfies Record<Right, string> as Readonly<Record<Right, string>>,
};

const en: typeof zh = {
  colon: ': ',
  bonus: '(bonus) ',
  marks: { credit: 'credit', contradicted: 'said the opposite', misconception: 'misconception' },
  pick: 'Choose',
  form: {
    again: 'Go on writing',
    hint: 'In your own words, in Chinese, English or both',
  },
  forYou: (name: string) => `${name}, my reply is here. Only you can open it.`,
  show: 'Open it',
  stale: 'That button is from too long ago. Start afresh here:',
  staleForm:
    'That question’s button is from too long ago, so your answer was not taken. Here is what you wrote, to copy and send again:',
  notYours: 'That button is for someone else.',
  notShown: 'I did that, but could not show it here. Please ask for it again.',
  stopping: 'I am restarting. Please try again in a minute.',
  noRole: (name: string) => `There is no role “${name}”. Pick one from the list.`,
  nobody: 'call nobody',
  days: { daily: 'every day', 'mon-fri': 'Monday to Friday', weekends: 'weekends' },
  questions: (count: number) => (count === 1 ? '1 question' : `${count} questions`),
  range: (low: number, high: number) => `${low} to ${high}`,
  replyUnread:
    'I cannot read that reply (Discord did not hand me its words). Please answer with the button under the question.',
  threadNotOpened: (missing: string) => `I could not open a thread for this question: ${missing}.`,
  tooManyThreads: 'too many threads are open in this server',
  gone: 'the channel is gone or closed to me',
  notHere: 'to join this server (so far only you have installed me, for yourself)',
  refusedBy: (code: number) => `Discord refused the message (code ${code})`,
  closedPrivate: 'direct messages are closed',
  rights: {
    ViewChannel: 'View Channel',
    SendMessages: 'Send Messages',
    EmbedLinks: 'Embed Links',
    AttachFiles: 'Attach Files',
    ReadMessageHistory: 'Read Message History',
    CreatePublicThreads: 'Create Public Threads',
    SendMessagesInThreads: 'Send Messages in Threads',
    MentionEveryone: 'Mention @everyone, @here, and All Roles',
  },
};

/** One language's words. */
export type Words = typeof zh;

export const words: Bilingual<Words> = { zh, en };
