import { randomBytes } from 'node:crypto';

/** Crockford's letters: none looks like another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten letters of 5 bits each, in two groups: "7K3QX-M4P9Z". `bytes` are ten uniformly random ones. */
export function toAccessCode(bytes: Uint8Array): string {
  const code = [...bytes.slice(0, 10)].map((byte) => letters[byte % letters.length]).join('');
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** What opens a door and what keeps it open: a code for people, a pass for their browsers. */
export function newSecrets(random: (length: number) => Uint8Array = randomBytes) {
  return { code: toAccessCode(random(10)), pass: Buffer.from(random(32)).toString('base64url') };
}
