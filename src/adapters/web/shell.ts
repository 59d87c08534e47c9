import { createHash } from 'node:crypto';
import { libraryPaths } from './assets.ts';

/** The import map must stand in the page itself; its hash is the one inline script the policy allows. */
const importMap = JSON.stringify({ imports: libraryPaths });
const importMapHash = createHash('sha256').update(importMap).digest('base64');

/** Sent with everything. Nothing is loaded from elsewhere, framed, or run inline. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src 'self' 'sha256-${importMapHash}'`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const styles = ['style', 'controls', 'frame', 'dialog', 'talk', 'blocks', 'narrow']
  .map((name) => `<link rel="stylesheet" href="/assets/${name}.css">`)
  .join('\n');

/** The study room, as it arrives before its script runs. */
export const roomPage = page(
  '梯度教练 GradCoach',
  `<script type="importmap">${importMap}</script>
<link rel="modulepreload" href="${libraryPaths.preact}">
<script type="module" src="/assets/main.js"></script>`,
  `<div id="room"><noscript><p>The study room needs JavaScript. 自习室需要 JavaScript。</p></noscript></div>`,
);

/** The page of a guarded room for those outside. */
export const doorPage = page(
  '梯度教练 GradCoach',
  '<script type="module" src="/assets/door.js"></script>',
  `<main class="door">
<h1>梯度教练 <span lang="en">GradCoach</span></h1>
<form id="door">
<label for="code">访问码 <span lang="en">Access code</span></label>
<input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="24" aria-describedby="about-code">
<p id="about-code" class="note">启动时打印在终端里。<br><span lang="en">It was printed in the terminal when the coach started.</span></p>
<button type="submit" class="button primary">进入 · <span lang="en">Enter</span></button>
<p id="refused" role="alert"></p>
</form>
</main>`,
);

function page(title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${styles}
${head}
</head>
<body>
${body}
</body>
</html>
`;
}
