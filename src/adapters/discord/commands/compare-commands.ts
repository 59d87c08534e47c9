import type { SlashCommand } from './to-commands.ts';

/** How registered commands differ from what they should be. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly { readonly name: string; readonly what: readonly string[] }[];
  readonly removed: readonly string[];
}

/** Compares commands as Discord has them with those of the list; what Discord adds of its own accord does not count. */
export function compareCommands(registered: readonly object[], wanted: readonly SlashCommand[]): Difference {
  const before = new Map(registered.map((command) => [nameOf(command), flatten(command)]));
  const after = new Map(wanted.map((command) => [command.name, flatten(command)]));
  const changed = [...after].flatMap(([name, lines]) => {
    const earlier = before.get(name);
    const what = earlier === undefined ? [] : differing(earlier, lines);
    return what.length === 0 ? [] : [{ name, what }];
  });
  return {
    added: [...after.keys()].filter((name) => !before.has(name)),
    changed,
    removed: [...before.keys()].filter((name) => !after.has(name)),
  };
}

/** Whether there is anything to do. */
export function isSame({ added, changed, removed }: Difference): boolean {
  return added.length + changed.length + removed.length === 0;
}

/** A difference as one would read it: `+` new, `~` changed and where, `-` gone. */
export function describeDifference({ added, changed, removed }: Difference): readonly string[] {
  return [
    ...added.map((name) => `+ /${name}`),
    ...changed.flatMap(({ name, what }) => [`~ /${name}`, ...what.map((each) => `    ${each}`)]),
    ...removed.map((name) => `- /${name}`),
  ];
}

type Lines = ReadonlyMap<string, string>;

/** Fields that Discord fills in itself. */
const ofDiscord = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'nsfw',
  'handler',
]);

/** A command as paths with their values; options and choices under their names, so that moving them is seen as such. */
function flatten(value: unknown, path = ''): Lines {
  const lines = new Map<string, string>();
  if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) {
      const name = nameOf(inner) === '' ? String(index) : nameOf(inner);
      for (const [key, text] of flatten(inner, `${path} ${name}`)) lines.set(key, text);
      lines.set(`${path} ${name} #`, String(index));
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      const isDefault = inner === null || inner === false || (Array.isArray(inner) && inner.length === 0);
      if (isDefault || (path === '' && ofDiscord.has(name))) continue;
      for (const [key, text] of flatten(inner, path === '' ? name : `${path}.${name}`)) lines.set(key, text);
    }
  } else if (value !== undefined) lines.set(path, String(value));
  return lines;
}

function differing(before: Lines, after: Lines): readonly string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => `${path}: ${before.get(path) ?? '(none)'} → ${after.get(path) ?? '(none)'}`);
}

function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : '';
}
