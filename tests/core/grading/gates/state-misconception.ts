import type { Language } from '../../../../src/core/question/language.ts';
import type { Misconception, Slot } from '../../../../src/core/question/rubric.ts';

const not: Readonly<Record<Language, string>> = { en: 'not ', zh: '不' };

/** A sentence that makes a misconception's claim, from the first words its rubric lists in a language. */
export function stateMisconception({ slots }: Misconception, language: Language): string {
  const words = slots.map(
    (slot) => (slot.polarity === 'negated' ? not[language] : '') + wordsFor(slot, language),
  );
  return language === 'zh' ? `${words.join('')}。` : `${words.join(' ')}.`;
}

/** A name without a Chinese form, such as LeNet, is the same in both languages. */
function wordsFor({ aliases }: Slot, language: Language): string {
  const inLanguage = aliases.find(({ text }) => /\p{Script=Han}/u.test(text) === (language === 'zh'));
  return (inLanguage ?? aliases[0])?.text ?? '';
}
