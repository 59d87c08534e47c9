import type { OfKind } from './of-kind.ts';

/** Names and their values. */
export function FactsBlock({ block: { facts } }: OfKind<'facts'>) {
  return (
    <dl class="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
