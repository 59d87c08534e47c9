import type { Block } from '../../../../app/reply.ts';
import type { Scope } from './scope.ts';

/** What the component of one kind of block is given. */
export interface OfKind<Kind extends Block['kind']> {
  readonly block: Extract<Block, { kind: Kind }>;
  readonly scope: Scope;
}
