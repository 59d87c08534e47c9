import { type APIMessage, ComponentType } from 'discord.js';
import { readMarkdown } from './read-markdown.ts';
import { withInner } from './rules/components.ts';
import { fields, items, type Json, text } from './rules/json.ts';
import type { Channel, Message } from './world.ts';

/** A message as a reader sees it, in words: texts without their markup, words of pictures, labels of what can be pressed. */
export function wordsOf({ api, isLoading }: Message): string {
  if (isLoading) return '…';
  const components = items(api.components);
  const said = [readMarkdown(api.content), ...components.flatMap(componentWords)];
  return said.filter((each) => each !== '').join('\n');
}

/** What someone sees in a channel, oldest first. */
export function seenBy(userId: string, { messages }: Channel): readonly Message[] {
  return messages.filter(({ audienceId }) => audienceId === undefined || audienceId === userId);
}

/** Something that can be pressed or chosen, by the words on it. */
export interface Control {
  readonly label: string;
  readonly customId: string;
  /** Of a menu: what is chosen. */
  readonly value?: string;
}

/** Everything on a message that can be pressed or chosen. */
export function controlsOf({ components }: APIMessage): readonly Control[] {
  return items(components)
    .flatMap(withInner)
    .flatMap((component): readonly Control[] => {
      const customId = text(component.custom_id);
      if (component.type === ComponentType.Button) return [{ label: text(component.label), customId }];
      if (component.type !== ComponentType.StringSelect) return [];
      return items(component.options).map(({ label, value }) => ({
        label: text(label),
        customId,
        value: text(value),
      }));
    });
}

function componentWords(component: Json): readonly string[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return [readMarkdown(text(component.content))];
    case ComponentType.MediaGallery:
      return items(component.items).map(({ description }) => `(${text(description)})`);
    case ComponentType.Button:
      return [`[${text(component.label)}]`];
    case ComponentType.StringSelect:
      return [
        `[${text(component.placeholder)} ▾ ${items(component.options)
          .map(({ label }) => text(label))
          .join(' | ')}]`,
      ];
    case ComponentType.ActionRow:
      return [items(component.components).flatMap(componentWords).join(' ')];
    case ComponentType.Container:
      return coveredOr(component, items(component.components).flatMap(componentWords));
    default:
      return items(fields(component).components).flatMap(componentWords);
  }
}

function coveredOr({ spoiler }: Json, words: readonly string[]): readonly string[] {
  return spoiler === true ? [`▒ ${words.join('\n')} ▒`] : words;
}
