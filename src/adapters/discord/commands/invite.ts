import { OAuth2Scopes, PermissionFlagsBits } from 'discord.js';
import { invitedRights } from '../rights.ts';

/** The permissions an invite asks for, as the number that Discord writes. */
export const invitedPermissions = String(
  invitedRights.reduce((all, right) => all | PermissionFlagsBits[right], 0n),
);

/** The link with which someone who manages a server lets the coach in, with everything it needs and nothing more. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: invitedPermissions,
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
