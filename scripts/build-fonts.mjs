// Builds the chart fonts: Noto Sans SC for Chinese, Inter for everything else, cut down to what a chart may contain.
// Only for maintainers, when a character is missing: the fonts are committed, and these packages are no dependencies.
//   npm install --no-save subset-font@2.9.0 @expo-google-fonts/noto-sans-sc@0.4.3 inter-ui@4.1.1
//   node scripts/build-fonts.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { default: subsetFont } = await import('subset-font');
const root = fileURLToPath(new URL('..', import.meta.url));
const from = (...path) => join(root, 'node_modules', ...path);
const fonts = join(root, 'src/experiments/chart/fonts');

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

/** The 3,755 commonest characters: level 1 of GB 2312, rows 16 to 55. */
function commonHan() {
  const decoder = new TextDecoder('gb18030');
  let text = '';
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) text += character;
    }
  }
  return text;
}

// Terms of the field that level 1 lacks.
const fieldTerms = '熵阈沌';
const cjkPunctuation = '、。，；：？！（）「」《》【】％～…—·“”‘’';
const latin = range(0x20, 0x7e) + range(0xa1, 0xff);
const greek = range(0x391, 0x3a1) + range(0x3a3, 0x3a9) + range(0x3b1, 0x3c9);
const scripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ₀₁₂₃₄₅₆₇₈₉₊₋ₙᵢⱼ';
const symbols = '←→↑↓↗↘≤≥≠≈×÷·•∞√∑∏∂∇−–—‘’“”…‖′″°±△▲●○■□◆◇✓✗ℓ';

const cuts = [
  ['@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', 'NotoSansSC-Regular', 'han'],
  ['@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf', 'NotoSansSC-SemiBold', 'han'],
  ['inter-ui/web/Inter-Regular.woff2', 'Inter-Regular', 'latin'],
  ['inter-ui/web/Inter-SemiBold.woff2', 'Inter-SemiBold', 'latin'],
];
const texts = {
  han: commonHan() + fieldTerms + cjkPunctuation + symbols,
  latin: latin + greek + scripts + symbols,
};

mkdirSync(fonts, { recursive: true });
let total = 0;
for (const [source, name, text] of cuts) {
  const cut = await subsetFont(readFileSync(from(source)), texts[text], {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: ['kern', 'tnum', 'palt', 'mark', 'ccmp'],
  });
  writeFileSync(join(fonts, `${name}.woff2`), cut);
  total += cut.length;
  console.log(`${name}.woff2 ${cut.length} bytes`);
}
for (const [source, name] of [
  ['@expo-google-fonts/noto-sans-sc/LICENSE_FONT', 'OFL-NotoSansSC.txt'],
  ['inter-ui/LICENSE.txt', 'OFL-Inter.txt'],
]) {
  writeFileSync(join(fonts, name), readFileSync(from(source)));
}
console.log(`${total} bytes in all`);
