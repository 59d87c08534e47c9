import type { Language } from '../../core/question/language.ts';

/** A share above PCA's error below which only the optimiser's last tremor and float32 are left. */
export const finest = 1e-4;

/** A share above PCA's error as a percentage for a label: 44%, 0.41%, <0.01%. */
export function excessText(share: number): string {
  const percent = 100 * share;
  if (share < finest) return `<${100 * finest}%`;
  return `${percent < 100 ? Number(percent.toPrecision(2)) : Math.round(percent)}%`;
}

/** The same in a sentence: "less than 0.01% above". */
export function excessWords(share: number, language: Language): string {
  const text = excessText(share);
  if (language === 'en') return `${text.replace('<', 'less than ')} above`;
  return text.startsWith('<') ? `高不到 ${text.slice(1)}` : `高 ${text}`;
}
