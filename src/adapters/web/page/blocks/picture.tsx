import type { Image } from '../../../../app/reply.ts';
import type { Scope } from './scope.ts';

/** A chart, with its words for everyone who wants them. */
export function PictureBlock({ image, scope }: { image: Image; scope: Scope }) {
  const address = `/charts/${encodeURIComponent(image.key)}`;
  return (
    <figure class="picture">
      <a href={address} target="_blank" rel="noopener" title={scope.words.enlarge}>
        <img src={address} alt={image.alt} width={image.widthPx} height={image.heightPx} decoding="async" />
      </a>
      <figcaption>
        <details>
          <summary>{scope.words.imageWords}</summary>
          <p class="prose">{image.alt}</p>
        </details>
      </figcaption>
    </figure>
  );
}
