import { describe, expect, it } from 'vitest';
import { newest } from '../../../../src/adapters/telegram/answering/newest.ts';

const turn = () => new Promise(setImmediate);

async function* counting(to: number, then?: Error) {
  for (let number = 1; number <= to; number++) {
    yield number;
    await turn();
  }
  if (then !== undefined) throw then;
}

describe('the newest of what a source gives', () => {
  it('is everything, to someone quick', async () => {
    const seen: number[] = [];
    for await (const number of newest(counting(3))) seen.push(number);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('leaves out what was overtaken, and never the last', async () => {
    const seen: number[] = [];
    for await (const number of newest(counting(10))) {
      seen.push(number);
      for (let turns = 0; turns < 4; turns++) await turn();
    }
    expect(seen.length).toBeLessThan(6);
    expect(seen.at(-1)).toBe(10);
  });

  it('throws what the source throws, after what came before', async () => {
    const seen: number[] = [];
    const look = async () => {
      for await (const number of newest(counting(2, new Error('broken')))) seen.push(number);
    };
    await expect(look()).rejects.toThrow('broken');
    expect(seen).toEqual([1, 2]);
  });

  it('of nothing is nothing', async () => {
    for await (const _ of newest(counting(0))) expect.unreachable();
  });
});
