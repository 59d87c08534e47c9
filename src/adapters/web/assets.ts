import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the page, held in memory. */
export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

/** The page's files by their path below `/assets/`. */
export type Assets = ReadonlyMap<string, Asset>;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Bare names the page's modules import, and where each is served: the page's import map. */
export const libraryPaths = {
  preact: '/assets/lib/preact.mjs',
  'preact/hooks': '/assets/lib/preact-hooks.mjs',
  'preact/jsx-runtime': '/assets/lib/preact-jsx-runtime.mjs',
} as const;

/** The compiled page beside this file's own compiled form. */
const builtPage = fileURLToPath(new URL('./page/', import.meta.url));

/** Reads everything the page is made of; nothing outside these files can ever be asked for. */
export function readAssets(folder = builtPage): Assets {
  const { resolve } = createRequire(import.meta.url);
  const own = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => extname(file) in types)
    .map((file) => [file.replaceAll('\\', '/'), join(folder, file)] as const);
  const lent = Object.entries(libraryPaths).map(
    ([name, path]) => [path.slice('/assets/'.length), resolve(name)] as const,
  );
  return new Map([...own, ...lent].map(([path, file]) => [path, toAsset(file)]));
}

function toAsset(file: string): Asset {
  const body = new Uint8Array(readFileSync(file));
  return {
    body,
    type: types[extname(file)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
  };
}
