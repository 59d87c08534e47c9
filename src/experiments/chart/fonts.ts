import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';

const files = [
  ['GradCoach Latin', 'Inter-Regular.woff2'],
  ['GradCoach Latin', 'Inter-SemiBold.woff2'],
  ['GradCoach Han', 'NotoSansSC-Regular.woff2'],
  ['GradCoach Han', 'NotoSansSC-SemiBold.woff2'],
] as const;

let areRegistered = false;

/** Makes the bundled fonts known to the canvas, once per thread. A missing font file is a fault. */
export function registerFonts(): void {
  if (areRegistered) return;
  for (const [family, file] of files) {
    const path = fileURLToPath(new URL(`./fonts/${file}`, import.meta.url));
    if (GlobalFonts.registerFromPath(path, family) === null) {
      throw new Error(`${path}: the chart font cannot be read; build again with \`npm run build\``);
    }
  }
  areRegistered = true;
}
