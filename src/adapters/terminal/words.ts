import type { Bilingual } from '../../core/question/language.ts';

/** What the terminal itself says; what the coach says comes from the coach. */
const zh = {
  greeting: (name: string) => `你好，${name}。直接写就是作答，/help 看命令；行末加 \\ 换行，Ctrl + D 离开。`,
  prompt: '你 › ',
  more: '… › ',
  writing: (label: string) => `${label}（写好后回车；行末加 \\ 换行）`,
  states: { met: '答到', partly: '部分答到', missed: '漏掉', contradicted: '说反了' },
  bonus: '（加分）',
  colon: '：',
  marks: { credit: '得分', contradicted: '说反了', misconception: '误区' },
  source: '出处',
  picture: '图',
  pick: '输入编号选择：',
  reveal: '输入编号查看',
  reader: '你',
};

const en: typeof zh = {
  greeting: (name: string) =>
    `Hello, ${name}. Whatever you write is an answer, /help lists commands; \\ at the end continues a line, Ctrl + D leaves.`,
  prompt: 'you › ',
  more: '  … › ',
  writing: (label: string) => `${label} (Enter sends; \\ at the end continues)`,
  states: { met: 'met', partly: 'partly met', missed: 'missed', contradicted: 'said the opposite' },
  bonus: ' (bonus)',
  colon: ': ',
  marks: { credit: 'credit', contradicted: 'said the opposite', misconception: 'misconception' },
  source: 'Source',
  picture: 'Picture',
  pick: 'Pick by number:',
  reveal: 'type the number to read',
  reader: 'you',
};

/** One language's words. */
export type Words = typeof zh;

export const words: Bilingual<Words> = { zh, en };
