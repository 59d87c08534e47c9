import type { Block } from '../../../../app/reply.ts';
import { AnswerBlock } from './answer.tsx';
import { ChoicesBlock } from './choices.tsx';
import { FactsBlock } from './facts.tsx';
import { FormBlock } from './form.tsx';
import { PictureBlock } from './picture.tsx';
import { PointsBlock } from './points.tsx';
import type { Scope } from './scope.ts';
import { SourceBlock } from './source.tsx';
import { TableBlock } from './table.tsx';
import { TimesBlock } from './times.tsx';
import { VerdictBlock } from './verdict.tsx';

/** One piece of a reply. Texts go in as text: nothing the coach or a person says is markup. */
export function BlockView({ block, scope }: { block: Block; scope: Scope }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'text':
      return <p class="prose">{block.text}</p>;
    case 'note':
      return <p class="note">{block.text}</p>;
    case 'code':
      return <pre class="code">{block.text}</pre>;
    case 'list':
      return (
        <ul class="plain-list">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'question':
      return (
        <section class="question">
          <h2>{block.title}</h2>
          <p class="question-text prose">{block.text}</p>
          <p class="note">{block.about}</p>
        </section>
      );
    case 'verdict':
      return <VerdictBlock block={block} scope={scope} />;
    case 'answer':
      return <AnswerBlock block={block} scope={scope} />;
    case 'points':
      return <PointsBlock block={block} scope={scope} />;
    case 'quote':
      return (
        <figure class="quote">
          <blockquote class="prose">{block.text}</blockquote>
          {block.by !== undefined && <figcaption>{block.by}</figcaption>}
        </figure>
      );
    case 'spoiler':
      return (
        <details class="spoiler">
          <summary>{block.label}</summary>
          <p class="prose">{block.text}</p>
        </details>
      );
    case 'source':
      return <SourceBlock block={block} scope={scope} />;
    case 'facts':
      return <FactsBlock block={block} scope={scope} />;
    case 'table':
      return <TableBlock block={block} scope={scope} />;
    case 'times':
      return <TimesBlock block={block} scope={scope} />;
    case 'image':
      return <PictureBlock image={block.image} scope={scope} />;
    case 'choices':
      return <ChoicesBlock block={block} scope={scope} />;
    case 'form':
      return <FormBlock form={block.form} scope={scope} />;
  }
}
