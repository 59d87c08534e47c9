import { type ComponentType, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { HistoryEntry } from '../../../src/app/ports/store.ts';

/** The page's own component for a message. It needs the browser's types, so the compiler must not follow the import. */
interface PageModules {
  readonly EntryView: ComponentType<{ entry: HistoryEntry; scope: object }>;
  readonly texts: { readonly zh: object };
}

const page = new URL('../../../src/adapters/web/page/', import.meta.url);

/** Gives the HTML the page makes of an entry for a reader. */
export async function loadHtmlRenderer(): Promise<(entry: HistoryEntry, personId: string) => string> {
  // A form asks for its draft when it is drawn; a server has no session.
  Object.assign(globalThis, { sessionStorage: { getItem: () => null } });
  const modules = (await Promise.all(
    ['entry.tsx', 'texts.ts'].map((file) => import(new URL(file, page).href)),
  )) as [Pick<PageModules, 'EntryView'>, Pick<PageModules, 'texts'>];
  const [{ EntryView }, { texts }] = modules;
  const scope = { words: texts.zh, language: 'zh', key: '1', isAtHand: true, say: () => {} };
  return (entry, personId) => renderToString(h(EntryView, { entry, scope: { ...scope, personId } }));
}

/** Gives what a reader reads: the text of the HTML, and the words for pictures. */
export async function loadRenderer(): Promise<(entry: HistoryEntry, personId: string) => string> {
  const render = await loadHtmlRenderer();
  return (entry, personId) =>
    render(entry, personId)
      .replace(/<img[^>]* alt="([^"]*)"[^>]*>/g, '$1')
      .replace(/<[^>]*>/g, '\n')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
}
