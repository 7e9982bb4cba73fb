import { escapeMarkup } from '../http/escape-markup.ts';
import { pageShell } from './page-shell.ts';

/** The page a person sees once an app is linked. */
export function linkedPage(userName: string, product: string): string {
  const app = product === '' ? 'The app' : product;
  return pageShell(
    'App linked',
    'plex.tv/link',
    `<h1>App linked</h1>
<p role="status">${escapeMarkup(app)} is signed in as ${escapeMarkup(userName)}. You can close this page.</p>`,
  );
}
