import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { invitedPermissions, inviteLink } from '../../src/adapters/discord/commands/invite.ts';
import { invitedRights } from '../../src/adapters/discord/rights.ts';
import { words } from '../../src/adapters/discord/words.ts';

const guide = readFileSync('docs/setup-discord.md', 'utf8');

describe('the Discord guide', () => {
  it('gives the very link that the coach prints', () => {
    const link = inviteLink('YOUR_APPLICATION_ID');
    expect(guide).toContain(link);
    expect(guide).toContain(`\`${invitedPermissions}\``);
  });

  it('explains every permission that the link asks for', () => {
    const [, table = ''] = guide.split('| permission');
    const [rows = ''] = table.split('\n\n');
    const named = [...rows.matchAll(/^\| ([A-Z][A-Za-z ]+?) +\|/gm)].map(([, name]) => name);
    expect(named).toEqual(
      invitedRights.map((right) => (right === 'ViewChannel' ? 'View Channels' : words.en.rights[right])),
    );
  });
});
