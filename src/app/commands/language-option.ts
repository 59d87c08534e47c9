import type { Language } from '../../core/question/language.ts';
import { messages } from '../messages/index.ts';
import type { OptionSpec, Voice } from './command.ts';

/** The option that chooses a language. */
export const languageOption = {
  name: 'language',
  isRequired: true,
  kind: { kind: 'choice', choices: ['zh', 'en'] },
} as const satisfies OptionSpec;

/** The voice of a chosen language; `readOptions` let only the two through. */
export function voiceOf(chosen: string | undefined): Voice {
  const language: Language = chosen === 'zh' ? 'zh' : 'en';
  return { language, words: messages[language] };
}
