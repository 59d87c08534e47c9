import { fullTime } from '../times.ts';
import type { OfKind } from './of-kind.ts';

/** Instants in the reader's own zone; in the group's zone for the pointer that rests on one. */
export function TimesBlock({ block: { times }, scope: { language } }: OfKind<'times'>) {
  return (
    <ul class="plain-list times">
      {times.map(({ atMs, text }) => (
        <li key={atMs}>
          <time dateTime={new Date(atMs).toISOString()} title={text}>
            {fullTime(atMs, language)}
          </time>
        </li>
      ))}
    </ul>
  );
}
