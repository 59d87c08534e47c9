import { ButtonStyle, ComponentType } from 'discord.js';
import type { Reply } from '../../../app/reply.ts';
import { words } from '../words.ts';
import { createIds } from './controls.ts';
import { escapeText } from './escape.ts';
import { layOut } from './lay-out.ts';
import type { RenderedReply } from './render-reply.ts';

/** In the place of a reply for one person's eyes: a line for everyone, and a button that shows it to that person. */
export function renderKeptReply(reply: Reply, personId: string, name: string): RenderedReply {
  const ids = createIds();
  const { forYou, show } = words[reply.language];
  const messages = layOut(
    [
      { kind: 'text', text: escapeText(forYou(name)) },
      {
        kind: 'button',
        button: {
          type: ComponentType.Button,
          style: ButtonStyle.Primary,
          label: show,
          custom_id: ids.give({ kind: 'show', reply }, personId),
        },
      },
    ],
    undefined,
  );
  return { messages, keepsakes: ids.keepsakes };
}
