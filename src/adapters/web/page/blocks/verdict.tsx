import type { OfKind } from './of-kind.ts';

/** The verdict: the band as a word, the score as a bar that does not pretend to be exact. */
export function VerdictBlock({ block: { band, score, text }, scope: { words } }: OfKind<'verdict'>) {
  return (
    <section class={`verdict ${band}`}>
      <p class="verdict-text">
        <span class="band">{words.bands[band]}</span> {text}
      </p>
      <meter min={0} max={1} low={0.4} high={0.75} optimum={1} value={score} aria-label={words.score} />
    </section>
  );
}
