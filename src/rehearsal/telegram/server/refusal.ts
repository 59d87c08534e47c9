/** What Telegram answers when it does not do something; the texts are Telegram's own. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: { readonly retry_after?: number; readonly migrate_to_chat_id?: number } | undefined;

  constructor(code: number, description: string, parameters?: Refusal['parameters']) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** A request that makes no sense. */
export function badRequest(what: string): Refusal {
  return new Refusal(400, `Bad Request: ${what}`);
}

/** A request for something the bot may not do. */
export function forbidden(what: string): Refusal {
  return new Refusal(403, `Forbidden: ${what}`);
}
