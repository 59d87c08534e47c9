import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';

const sources = fileURLToPath(new URL('../../../src/experiments', import.meta.url));
const folder = join(sources, 'chart/fonts');

function font(file: string) {
  const opened = fontkit.create(readFileSync(join(folder, file)));
  if (!('hasGlyphForCodePoint' in opened)) throw new Error(`${file} is a collection`);
  return opened;
}

/** Every character of the experiments' code but its comments: whatever a chart may say is written there. */
function writtenCharacters(): Set<string> {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const code = files.map((file) =>
    readFileSync(join(sources, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
  );
  return new Set(code.join('').replace(/\s/g, ''));
}

describe('chart fonts', () => {
  it.each(['Regular', 'SemiBold'])('have every character a chart may contain, in %s', (weight) => {
    const fonts = [font(`Inter-${weight}.woff2`), font(`NotoSansSC-${weight}.woff2`)];
    const missing = [...writtenCharacters()].filter(
      (character) => !fonts.some((each) => each.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
    );
    expect(missing, 'add them to scripts/build-fonts.mjs').toEqual([]);
  });

  it('has real superscripts and subscripts', () => {
    const inter = font('Inter-Regular.woff2');
    for (const character of '⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉') {
      expect(inter.hasGlyphForCodePoint(character.codePointAt(0) ?? 0), character).toBe(true);
    }
  });

  it('weigh at most 1.5 MB, licences included', () => {
    const files = readdirSync(folder);
    const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    expect(bytes).toBeLessThan(1.5e6);
    expect(files.filter((file) => file.startsWith('OFL-'))).toHaveLength(2);
  });
});
