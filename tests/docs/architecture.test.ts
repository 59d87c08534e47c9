import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true }).map((file) => `docs/${file}`),
];

describe('the documentation', () => {
  it.each(pages.filter((page) => page.endsWith('.md') && existsSync(page)))(
    '%s names only files that exist',
    (page) => {
      const text = readFileSync(page, 'utf8');
      const named = [...text.matchAll(/`((?:src|docs|content|migrations|tests|scripts)\/[^`\s]*)`/g)]
        .map(([, path = '']) => path)
        .filter((path) => !/[<>*{…]/.test(path));
      const missing = named.filter((path) => !existsSync(path));
      expect(missing).toEqual([]);
    },
  );

  it('holds an architecture page', () => {
    expect(pages).toContain('docs/architecture.md');
  });
});
