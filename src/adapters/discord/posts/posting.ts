import type { Client } from 'discord.js';
import type { Log } from '../../../app/ports/log.ts';
import type { RoundMessages } from '../show/round-messages.ts';
import type { Writer } from '../show/writer.ts';
import type { Api } from '../wire/api.ts';
import type { PostMarks } from './post-marks.ts';

/** What posting needs of the world. */
export interface Posting {
  readonly client: () => Client;
  readonly api: Api;
  readonly writer: Writer;
  readonly rounds: RoundMessages;
  readonly marks: PostMarks;
  readonly log: Log;
}
