import type { Invocation } from './invocation.ts';
import type { Choice } from './reply.ts';

/** A choice from a simple command line: `/name [subcommand]` with options apart, so no value needs quoting. */
export function toChoice(
  label: string,
  path: `/${string}`,
  style: Choice['style'] = 'plain',
  options: Invocation['options'] = {},
): Choice {
  return { label, style, invocation: toInvocation(path, options) };
}

/** The invocation of a path such as `/quiz next`. */
export function toInvocation(path: `/${string}`, options: Invocation['options'] = {}, text = ''): Invocation {
  const [command = '', subcommand] = path.slice(1).split(' ');
  return { command, ...(subcommand !== undefined && { subcommand }), options, text };
}
