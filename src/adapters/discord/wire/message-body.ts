import {
  type APIAllowedMentions,
  type APIMessageTopLevelComponent,
  MessageFlags,
  type RawFile,
} from 'discord.js';
import { limits, shorten } from '../limits.ts';
import { imageName, type RenderedMessage } from '../render/lay-out.ts';

/** A message as it goes over the wire. */
export interface MessageBody {
  readonly json: MessageJson;
  readonly files: RawFile[];
}

/** The JSON part; the same shape for interactions, channels and edits. */
export interface MessageJson {
  readonly flags: number;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly allowed_mentions: APIAllowedMentions;
  readonly attachments?: readonly {
    readonly id: string;
    readonly filename: string;
    readonly description: string;
  }[];
}

/** Pictures by their key. */
export type Charts = ReadonlyMap<string, Uint8Array>;

/** Nobody is called, whatever a text holds. */
const callsNobody: APIAllowedMentions = { parse: [] };

/** A message that did not exist before. */
export function newMessage(message: RenderedMessage, charts: Charts, isForPerson = false): MessageBody {
  const { json, files } = edited(message, charts);
  const { attachments, ...rest } = json;
  return {
    json: {
      ...rest,
      flags: isForPerson ? rest.flags | MessageFlags.Ephemeral : rest.flags,
      ...(files.length > 0 && attachments !== undefined && { attachments }),
    },
    files,
  };
}

/** A message in the place of another; pictures of the old one go with it. */
export function edited({ cards, images }: RenderedMessage, charts: Charts): MessageBody {
  const shown = images.flatMap((image) => {
    const png = charts.get(image.key);
    return png === undefined ? [] : [{ image, png }];
  });
  return {
    json: {
      flags: MessageFlags.IsComponentsV2,
      components: cards,
      allowed_mentions: callsNobody,
      attachments: shown.map(({ image }, index) => ({
        id: String(index),
        filename: imageName(image),
        description: shorten(image.alt, limits.altText),
      })),
    },
    files: shown.map(({ image, png }) => ({
      name: imageName(image),
      data: Buffer.from(png),
      contentType: 'image/png',
    })),
  };
}
