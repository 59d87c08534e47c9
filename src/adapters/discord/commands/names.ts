import type { ActionPath, OptionName } from '../../../app/messages/names.ts';
import type { Bilingual } from '../../../core/question/language.ts';
import type { parametersOption } from '../interactions/read-command.ts';

/** A word of a command's path: `quiz`, `hint`. */
type PathWord<Path extends string = ActionPath> = Path extends `${infer First} ${infer Second}`
  ? First | Second
  : Path;

/** What commands, subcommands and options are called in Discord's Chinese menus; typed by the one list, so none is missing. */
export const pathNames: Readonly<Record<PathWord, string>> = {
  help: '帮助',
  quiz: '测验',
  start: '开始',
  next: '下一题',
  hint: '提示',
  skip: '跳过',
  stop: '结束',
  answer: '回答',
  explain: '讲解',
  'follow-up': '追问',
  appeal: '申诉',
  appeals: '申诉裁定',
  list: '列表',
  accept: '接受',
  reject: '驳回',
  undo: '撤销',
  log: '记录',
  export: '导出',
  daily: '每日一题',
  show: '查看',
  set: '设定',
  pause: '暂停',
  resume: '恢复',
  preview: '预览',
  board: '排行榜',
  me: '我',
  language: '语言',
  demo: '实验',
  run: '运行',
  settings: '设置',
  topics: '主题',
  zone: '时区',
  about: '关于',
};

export const optionNames: Readonly<Record<OptionName | typeof parametersOption, string>> = {
  command: '命令',
  topic: '主题',
  level: '难度',
  count: '题数',
  round: '题目',
  text: '内容',
  id: '编号',
  point: '要点',
  time: '时间',
  zone: '时区',
  days: '星期',
  place: '频道',
  thread: '子区',
  mention: '提醒',
  window: '时段',
  page: '页码',
  experiment: '实验',
  seed: '种子',
  guess: '预测',
  language: '语言',
  show: '显示',
  parameters: '参数',
};

/** Values to choose from that do not speak for themselves. */
export const choiceNames: Readonly<Record<string, Bilingual>> = {
  on: { en: 'on', zh: '开' },
  off: { en: 'off', zh: '关' },
  zh: { en: '中文', zh: '中文' },
  en: { en: 'English', zh: 'English' },
  day: { en: 'today', zh: '今天' },
  week: { en: 'this week', zh: '本周' },
  month: { en: 'this month', zh: '本月' },
  season: { en: 'this season', zh: '本季' },
  all: { en: 'all time', zh: '全部' },
};

/** What the option for an experiment's parameters takes. */
export const parametersAbout: Bilingual = {
  en: 'its settings, such as depth=20 activation=relu',
  zh: '实验的设置，如 depth=20 activation=relu',
};
