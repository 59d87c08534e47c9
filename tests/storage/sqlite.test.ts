import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/index.ts';
import { storeContract } from '../contracts/store-contract.ts';

describe('SQLite in memory', () => {
  storeContract(() => openStore(':memory:'));
});

describe('SQLite in a file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gradcoach-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('remembers after it was closed, and migrates once', async () => {
    const file = join(folder, 'deep', 'coach.db');
    const store = await openStore(file);
    await store.transaction((tx) => tx.groups.save({ id: 'g', zone: 'UTC' }));
    await store.close();
    const again = await openStore(file);
    expect(await again.transaction((tx) => tx.groups.find('g'))).toEqual({ id: 'g', zone: 'UTC' });
    await again.close();
  });

  it('copies itself while in use', async () => {
    const store = await openStore(join(folder, 'coach.db'));
    await store.transaction((tx) => tx.groups.save({ id: 'g', zone: 'UTC' }));
    await store.backup(join(folder, 'copy.db'));
    await store.close();
    const copy = await openStore(join(folder, 'copy.db'));
    expect(await copy.transaction((tx) => tx.groups.find('g'))).toEqual({ id: 'g', zone: 'UTC' });
    await copy.close();
  });

  it('shows one connection what another wrote', async () => {
    const file = join(folder, 'coach.db');
    const [one, other] = [await openStore(file), await openStore(file)];
    expect(await one.transaction((tx) => tx.deliveries.claim('same', 1))).toBe(true);
    expect(await other.transaction((tx) => tx.deliveries.claim('same', 2))).toBe(false);
    await Promise.all([one.close(), other.close()]);
  });

  it('says what to do when the file cannot be opened', async () => {
    await expect(openStore(join(folder, '.'))).rejects.toThrow(/GRADCOACH_DB/);
  });
});
