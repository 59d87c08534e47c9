import { Converter, CustomConverter } from 'opencc-js/cn2t';

/** Taiwan's characters and words for those of the mainland; it has no words of ours to choose from, so they are derived. */
export type ToTaiwan = (text: string) => string;

/** What Discord itself calls things in Taiwan, where that differs. */
const discordWords = CustomConverter([
  ['子區', '討論串'],
  ['身份組', '身分組'],
]);

export function createToTaiwan(): ToTaiwan {
  const convert = Converter({ from: 'cn', to: 'twp' });
  return (text) => discordWords(convert(text));
}
