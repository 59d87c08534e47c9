import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Form } from '../../../app/reply.ts';
import type { Language } from '../../../core/question/language.ts';
import { limits, shorten } from '../limits.ts';
import { escapeText } from '../render/escape.ts';
import { words } from '../words.ts';

/** Longest question repeated above the input; on a phone more would push the input off the screen. */
const aboutLength = 600;

/** The window in which a form is filled in, with what was written there before. */
export function toModal(
  form: Form,
  customId: string,
  draft: string | undefined,
  language: Language,
): APIModalInteractionResponseCallbackData {
  const { label, placeholder, about } = form;
  const maxLength = Math.min(form.maxLength, limits.inputText);
  const value = draft?.slice(0, maxLength);
  return {
    custom_id: customId,
    title: shorten(label, limits.modalTitle),
    components: [
      ...(about === undefined
        ? []
        : [{ type: ComponentType.TextDisplay, content: escapeText(shorten(about, aboutLength)) } as const]),
      {
        type: ComponentType.Label,
        label: shorten(about === undefined ? label : words[language].form.hint, limits.inputLabel),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'text',
          style: TextInputStyle.Paragraph,
          placeholder: shorten(placeholder, limits.inputPlaceholder),
          max_length: maxLength,
          required: true,
          ...(value !== undefined && value !== '' && { value }),
        },
      },
    ],
  };
}

/** What was written. */
export function writtenIn({ components }: APIModalSubmission): string {
  for (const each of components) {
    if (each.type === ComponentType.Label && each.component.type === ComponentType.TextInput) {
      return each.component.value;
    }
  }
  return '';
}
