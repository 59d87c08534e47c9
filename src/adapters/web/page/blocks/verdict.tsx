import type { OfKind } from './of-kind.ts';

/** Full, half or empty: the band for those who do not see its colour. */
const signs = { solid: '●', partial: '◐', missed: '○' } as const;

/** The verdict in the coach's words; the score is a bar that does not pretend to be exact. */
export function VerdictBlock({ block: { band, score, text }, scope: { words } }: OfKind<'verdict'>) {
  return (
    <section class={`verdict ${band}`}>
      <p class="verdict-text">
        <span class="sign" aria-hidden="true">
          {signs[band]}
        </span>{' '}
        {text}
      </p>
      <meter min={0} max={1} low={0.4} high={0.75} optimum={1} value={score} aria-label={words.score} />
    </section>
  );
}
