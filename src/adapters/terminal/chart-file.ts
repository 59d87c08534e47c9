import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../../app/ports/store.ts';

/** Writes a chart of the store into a folder and gives the file's path, as short as the folder was named. */
export async function saveChart(store: Store, folder: string, key: string): Promise<string | undefined> {
  const chart = await store.transaction(({ charts }) => charts.findChart(key));
  if (chart === undefined) return undefined;
  // Keys are safe in a URL, and so are file names made of their tamer characters.
  const file = join(folder, `${key.replace(/[^\w.-]/g, '-')}.png`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, chart.png);
  return file;
}
