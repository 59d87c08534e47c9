import type { Mark } from '../../../../app/reply.ts';
import type { OfKind } from './of-kind.ts';

/** Signs beside the colours, for those who do not see them. */
const signs = { credit: '✓', contradicted: '✗', misconception: '!' } as const;

/** The learner's own words with the stretches that mattered, each numbered to the line that says why. */
export function AnswerBlock({ block: { text, marks }, scope: { words, reasons } }: OfKind<'answer'>) {
  return (
    <figure class="answer">
      <blockquote class="prose">
        {pieces(text, marks).map(({ words: stretch, mark }, index) =>
          mark === undefined ? (
            stretch
          ) : (
            <mark key={index} class={mark.as} title={`${words.marks[mark.as]} · ${mark.label}`}>
              {stretch}
              <sup>{reasons.numberOf(mark)}</sup>
            </mark>
          ),
        )}
      </blockquote>
      {reasons.untold.length > 0 && (
        <ul class="reasons">
          {reasons.untold.map((reason) => (
            <li key={`${reason.as} ${reason.label}`} class={reason.as}>
              <span class="number">{reasons.numberOf(reason)}</span>
              <span class="sign" aria-hidden="true">
                {signs[reason.as]}
              </span>
              <span class="sr-only">{words.marks[reason.as]} </span>
              {reason.label}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

/** The text cut at the borders of its marks. */
function pieces(text: string, marks: readonly Mark[]) {
  const cut: { words: string; mark?: Mark }[] = [];
  let at = 0;
  for (const mark of [...marks].sort((one, other) => one.start - other.start)) {
    cut.push({ words: text.slice(at, mark.start) }, { words: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  return [...cut, { words: text.slice(at) }].filter(({ words }) => words !== '');
}
