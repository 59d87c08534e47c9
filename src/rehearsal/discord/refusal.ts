/** What Discord answers when it does not do what was asked. */
export interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  /** What is wrong with a body, field by field; for people to read. */
  readonly problems?: readonly string[];
}

/** Thrown by the routes, and answered by the one place that answers. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.message}`);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

const of = (status: number, code: number, message: string): Refusal => ({ status, code, message });

/** The refusals that the routes know, by Discord's own numbers. */
export const refusals = {
  unauthorized: of(401, 0, '401: Unauthorized'),
  unknownChannel: of(404, 10003, 'Unknown Channel'),
  unknownGuild: of(404, 10004, 'Unknown Guild'),
  unknownMessage: of(404, 10008, 'Unknown Message'),
  unknownWebhook: of(404, 10015, 'Unknown Webhook'),
  unknownInteraction: of(404, 10062, 'Unknown interaction'),
  missingAccess: of(403, 50001, 'Missing Access'),
  notTheAuthor: of(403, 50005, 'Cannot edit a message authored by another user'),
  closedPrivate: of(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: of(403, 50013, 'Missing Permissions'),
  tokenExpired: of(401, 50027, 'Invalid Webhook Token'),
  acknowledged: of(400, 40060, 'Interaction has already been acknowledged.'),
  threadExists: of(400, 160004, 'A thread has already been created for this message'),
  tagRequired: of(400, 40067, 'A tag is required to create a forum post in this channel'),
} as const;

/** A body that Discord does not take. */
export function invalidBody(problems: readonly string[]): Refusal {
  return { status: 400, code: 50035, message: 'Invalid Form Body', problems };
}
