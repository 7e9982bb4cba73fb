import type { World } from '../state/world.ts';
import { pageShell } from './page-shell.ts';
import { userChoice } from './user-choice.ts';

/**
 * What runs in the page: the request is in the fragment, after `#?` (https://developer.plex.tv/pms/) or `#!?` (as
 * several published clients write it), so only the browser can read it.
 */
const SCRIPT = `
  const asked = new URLSearchParams(location.hash.replace(/^#!?\\/?\\??/, ''));
  const byId = (id) => document.getElementById(id);
  const context = (name) => asked.get('context[device][' + name + ']') || '';
  const device = [context('deviceName') || context('device'), context('platform')].filter(Boolean).join(', ');
  byId('product').textContent = context('product') || 'An app without a name';
  byId('version').textContent = context('version') || 'not told';
  byId('device').textContent = device || 'not told';
  byId('client').textContent = asked.get('clientID') || 'not told';
  const finish = (text) => { byId('ask').hidden = true; byId('outcome').textContent = text; };
  byId('ask').addEventListener('submit', async (event) => {
    event.preventDefault();
    const user = new FormData(event.target).get('user');
    const answer = await fetch('/auth/approve', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ clientID: asked.get('clientID'), code: asked.get('code'), user }),
    });
    if (!answer.ok) { byId('outcome').textContent = (await answer.json()).error; return; }
    finish('Signed in as ' + user + '. You can close this page and go back to the app.');
    const forward = asked.get('forwardUrl');
    if (forward && /^https?:/i.test(forward)) location.assign(forward);
  });
  byId('deny').addEventListener('click', () => finish('Nothing was allowed. You can close this page.'));
`;

/** The page where a person allows an app that came with a strong PIN. */
export function authPage(world: World): string {
  return pageShell(
    'Allow an app',
    'app.plex.tv/auth',
    `<h1>Allow this app?</h1>
<dl>
<dt>App</dt><dd id="product"></dd>
<dt>Version</dt><dd id="version"></dd>
<dt>Device</dt><dd id="device"></dd>
<dt>Identifier</dt><dd id="client"></dd>
</dl>
<form id="ask">
${userChoice(world)}
<div class="row"><button class="main">Approve</button><button type="button" id="deny">Not now</button></div>
</form>
<p id="outcome" role="status"></p>
<script>${SCRIPT}</script>`,
  );
}
