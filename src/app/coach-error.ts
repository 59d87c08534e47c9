/** A fault with a code for the log and a message that names the way out; `cause` holds what really happened. */
export class CoachError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'CoachError';
    this.code = code;
  }
}
