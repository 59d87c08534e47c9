import type { Invocation } from '../../../app/invocation.ts';
import type { Spot } from '../places.ts';
import type { Servers } from '../servers.ts';

/** A role by its id, however it was named; undefined when the server has no such role. */
export function withRole(invocation: Invocation, servers: Servers, spot: Spot): Invocation | undefined {
  const { mention } = invocation.options;
  if (mention === undefined || mention === 'off' || spot.kind !== 'channel') return invocation;
  const name = mention.replace(/^(?:<@&(\d+)>|@)/, '$1').toLowerCase();
  const role = servers
    .roles(spot.guildId)
    .find((each) => each.id === name || each.name.replace(/^@/, '').toLowerCase() === name);
  return role && { ...invocation, options: { ...invocation.options, mention: role.id } };
}
