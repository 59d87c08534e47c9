/** Ids of registered commands by what one types: `quiz start`, `board`; and by a command's name alone, its first subcommand. */
export type CommandLinks = ReadonlyMap<string, CommandLink>;

/** What Discord needs to show a command as something to press, under its name in the reader's language. */
export interface CommandLink {
  readonly path: string;
  readonly id: string;
}

/** No command is known: they are shown as the text that one types. */
export const noCommandLinks: CommandLinks = new Map();

/** A slash and one or two words, where a sentence or a line may hold a command. */
const typed = /(?<=^|[\s（(“‘：:])\/([a-z][a-z-]*)(?: ([a-z][a-z-]*))?(?=$|[\s:：,.;，。；）)”’])/gm;

/** Commands in a text as links: pressing one fills it in. */
export function linkCommands(escaped: string, links: CommandLinks): string {
  if (links.size === 0) return escaped;
  return escaped.replace(typed, (whole, name: string, word: string | undefined) => {
    const exact = word === undefined ? undefined : links.get(`${name} ${word}`);
    if (exact !== undefined) return `</${exact.path}:${exact.id}>`;
    const alone = links.get(name);
    if (alone === undefined) return whole;
    return `</${alone.path}:${alone.id}>${word === undefined ? '' : ` ${word}`}`;
  });
}

/** The links of commands as Discord lists them. */
export function toCommandLinks(
  commands: readonly {
    readonly id: string;
    readonly name: string;
    readonly options?: readonly { readonly type: number; readonly name: string }[];
  }[],
): CommandLinks {
  const links = new Map<string, CommandLink>();
  for (const { id, name, options = [] } of commands) {
    const [first, ...others] = options.filter(({ type }) => type === subcommand).map((option) => option.name);
    links.set(name, { path: first === undefined ? name : `${name} ${first}`, id });
    for (const each of first === undefined ? [] : [first, ...others]) {
      links.set(`${name} ${each}`, { path: `${name} ${each}`, id });
    }
  }
  return links;
}

/** Discord's number for an option that is a subcommand. */
const subcommand = 1;
