import { AllowedMentionsTypes, type APIAllowedMentions, ComponentType } from 'discord.js';
import type { MessageBody } from '../wire/message-body.ts';

/** Calls one role at the top of a message, and nobody else. The role that everyone has bears the server's own id. */
export function calling(body: MessageBody, roleId: string, guildId: string): MessageBody {
  const isEveryone = roleId === guildId;
  const content = isEveryone ? '@everyone' : `<@&${roleId}>`;
  const allowed: APIAllowedMentions = isEveryone
    ? { parse: [AllowedMentionsTypes.Everyone] }
    : { parse: [], roles: [roleId] };
  return {
    ...body,
    json: {
      ...body.json,
      components: [{ type: ComponentType.TextDisplay, content }, ...body.json.components],
      allowed_mentions: allowed,
    },
  };
}
