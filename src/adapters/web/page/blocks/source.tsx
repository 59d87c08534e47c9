import type { OfKind } from './of-kind.ts';

/** Where a statement can be checked. */
export function SourceBlock({ block: { text, url }, scope: { words } }: OfKind<'source'>) {
  return (
    <p class="note source">
      <span class="tag">{words.source}</span>{' '}
      {url !== undefined && isWebAddress(url) ? (
        <a href={url} target="_blank" rel="noreferrer noopener">
          {text}
        </a>
      ) : (
        text
      )}
    </p>
  );
}

/** A `javascript:` address would be markup by another door. */
function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
