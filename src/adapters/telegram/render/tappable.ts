import { toMenuName } from '../hearing/read-command.ts';

/** Commands in a text as Telegram makes them tappable: `/follow-up` would only be `/follow`. */
export function tappable(text: string): string {
  return text.replace(/(?<![\w/])\/[a-z]+(?:-[a-z]+)+/g, toMenuName);
}
