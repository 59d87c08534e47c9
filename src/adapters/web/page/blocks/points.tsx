import type { OfKind } from './of-kind.ts';

const signs = { met: '✓', partly: '◐', missed: '○', contradicted: '✗' } as const;

/** The points of a rubric; sign, word and colour all tell the state. */
export function PointsBlock({ block: { points }, scope: { words, reasons } }: OfKind<'points'>) {
  return (
    <ul class="points">
      {points.map(({ state, text, bonus, evidence }) => (
        <li key={text} class={state}>
          <span class="sign" aria-hidden="true">
            {signs[state]}
          </span>
          <div>
            <p class="prose">
              <span class="state">{words.states[state]}</span> {text}
              <sup>{reasons.numberOfPoint(text)}</sup>
              {bonus && <span class="tag">{words.bonus}</span>}
            </p>
            {evidence.length > 0 && (
              <p class="evidence">
                {evidence.map((stretch) => (
                  <q key={stretch}>{stretch}</q>
                ))}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
