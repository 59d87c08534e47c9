// Writes content/schema/*.json from the schemas the loader checks with. Run it after changing one: `npm run schemas`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonSchemas } from '../dist/content/json-schemas.js';

const folder = fileURLToPath(new URL('../content/schema/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of jsonSchemas()) {
  writeFileSync(join(folder, name), text);
  console.log(`content/schema/${name}`);
}
