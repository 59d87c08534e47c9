import { describe, expect, it } from 'vitest';
import { choice, decimal, flag, integer, type Parameter } from '../../src/experiments/parameter.ts';

const title = { zh: '名', en: 'name' };

/** The value a text gives, or "refused". */
function read({ schema, fromText }: Parameter, text: string): unknown {
  const outcome = schema.safeParse(fromText(text));
  return outcome.success ? outcome.data : 'refused';
}

describe('a setting', () => {
  it.each([
    [
      choice(title, ['leaky-relu', 'relu'], 'relu'),
      { 'Leaky ReLU': 'leaky-relu', RELU: 'relu', elu: 'refused', '': 'refused' },
    ],
    [
      integer(title, [2, 60], 20),
      { '2': 2, '+60': 60, '1': 'refused', '61': 'refused', '2.5': 'refused', '0x10': 'refused' },
    ],
    [
      decimal(title, [0, 1], 0.5),
      { '0.1': 0.1, '.5': 0.5, '1e-3': 0.001, '1.1': 'refused', NaN: 'refused', '': 'refused' },
    ],
    [flag(title, false), { yes: true, 开: true, TRUE: true, off: false, 否: false, maybe: 'refused' }],
  ] as const)('reads what is allowed and refuses the rest (%#)', (setting, cases) => {
    for (const [text, expected] of Object.entries(cases)) expect(read(setting, text), text).toBe(expected);
  });
});
