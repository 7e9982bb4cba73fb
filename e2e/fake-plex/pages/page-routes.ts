import { escapeMarkup, htmlAnswer, jsonAnswer } from '../http/answers.ts';
import type { Route } from '../http/router.ts';
import type { JsonObject, WireAnswer, WireRequest } from '../http/wire.ts';
import type { World } from '../state/world.ts';

/**
 * The two pages a person meets in a browser (https://developer.plex.tv/pms/, "Authenticating with Plex"). The link
 * page takes 4-character codes only (https://github.com/nzbfast/nzbfast/issues/91) and prefills `?pin=`.
 */
export function pageRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/link',
      handle: ({ query }) => htmlAnswer(200, linkPage(world, query.get('pin') ?? '')),
    },
    { method: 'POST', path: '/link', handle: ({ form }) => link(form, world) },
    { method: 'GET', path: '/auth', handle: () => htmlAnswer(200, authPage(world)) },
    { method: 'POST', path: '/auth/approve', handle: (request) => approve(request, world) },
  ];
}

function link(form: WireRequest['form'], world: World): WireAnswer {
  const code = form?.get('code') ?? '';
  const user = world.users.find(({ name }) => name === form?.get('user'));
  const pin = world.pins.openByCode(code);
  if (user === undefined || pin === undefined || pin.strong) {
    return htmlAnswer(404, linkPage(world, code, 'This code is not known, or it has expired.'));
  }
  world.pins.approve(code, user);
  return htmlAnswer(200, linkedPage(user.name, pin.identity.product));
}

function approve({ json }: WireRequest, world: World): WireAnswer {
  const asked: JsonObject = isObject(json) ? json : {};
  const { code } = asked;
  const pin = typeof code === 'string' ? world.pins.openByCode(code) : undefined;
  if (pin === undefined) return refusal(404, 'This request is not known, or it has expired.');
  if (pin.identity.clientIdentifier !== asked['clientID']) {
    return refusal(403, 'This request came from another app than the link says.');
  }
  const user = world.users.find(({ name }) => name === asked['user']);
  if (user === undefined) return refusal(404, 'There is no such user.');
  world.pins.approve(pin.code, user);
  return jsonAnswer(200, { approved: true });
}

function refusal(status: number, error: string): WireAnswer {
  return jsonAnswer(status, { error });
}

function isObject(value: WireRequest['json']): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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
function authPage(world: World): string {
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

/** The page where a person types the four characters an app shows. */
function linkPage(world: World, code: string, problem = ''): string {
  return pageShell(
    'Link an app',
    'plex.tv/link',
    `<h1>Link an app</h1>
<p>Type the code the app shows, choose who you are, and press Link.</p>
<form method="post" action="/link">
<label class="code">Code
<input name="code" value="${escapeMarkup(code)}" maxlength="4" required autofocus autocomplete="off" autocapitalize="characters" spellcheck="false"></label>
${userChoice(world)}
<button class="main">Link</button>
<p role="status">${escapeMarkup(problem)}</p>
</form>`,
  );
}

/** The page a person sees once an app is linked. */
function linkedPage(userName: string, product: string): string {
  const app = product === '' ? 'The app' : product;
  return pageShell(
    'App linked',
    'plex.tv/link',
    `<h1>App linked</h1>
<p role="status">${escapeMarkup(app)} is signed in as ${escapeMarkup(userName)}. You can close this page.</p>`,
  );
}

const STYLE = `
  :root { color-scheme: light dark; --line: #8886; --accent: #b35c00; --on-accent: #fff; }
  @media (prefers-color-scheme: dark) { :root { --accent: #ffb454; --on-accent: #1b1300; } }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; grid-template-columns: minmax(0, 1fr); padding: 1rem;
    font: 16px/1.5 system-ui, sans-serif; }
  main { width: min(30rem, 100%); border: 1px solid var(--line); border-radius: 12px; padding: 1.5rem; }
  .demo { margin: -1.5rem -1.5rem 1.25rem; padding: .5rem 1.5rem; border-radius: 11px 11px 0 0;
    background: var(--accent); color: var(--on-accent); font-size: .875rem; font-weight: 600; }
  h1 { margin: 0 0 .5rem; font-size: 1.375rem; line-height: 1.25; }
  p { margin: 0 0 1rem; overflow-wrap: anywhere; }
  fieldset { min-width: 0; margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 8px; padding: .5rem .75rem; }
  legend { padding: 0 .25rem; font-weight: 600; }
  .user { display: flex; gap: .6rem; align-items: center; padding: .3rem 0; cursor: pointer; }
  .user img { width: 28px; height: 28px; border-radius: 50%; }
  .user span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  label.code { display: block; margin-bottom: 1rem; font-weight: 600; }
  input[name=code] { display: block; width: 100%; margin-top: .25rem; padding: .5rem; border: 1px solid var(--line);
    border-radius: 8px; font: 600 1.75rem/1.2 ui-monospace, monospace; letter-spacing: .3em; text-align: center;
    text-transform: uppercase; background: transparent; color: inherit; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 1rem; }
  dt { opacity: .75; } dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
  button { font: inherit; font-weight: 600; padding: .55rem 1.25rem; border-radius: 8px; border: 1px solid var(--line);
    cursor: pointer; background: transparent; color: inherit; }
  button.main { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .row { display: flex; gap: .75rem; flex-wrap: wrap; }
  [role=status]:not(:empty) { margin: 1rem 0 0; font-weight: 600; }
`;

/** The frame of both pages: it says at the top that this is a demo and stands in for what. */
function pageShell(title: string, standsInFor: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeMarkup(title)} (demo of ${escapeMarkup(standsInFor)})</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<div class="demo">Demo stand-in for ${escapeMarkup(standsInFor)}. Nothing here is real.</div>
${content}
</main>
</body>
</html>
`;
}

/** The list of demo users to sign in as. Managed Home users are not in it: they cannot sign in by themselves. */
function userChoice(world: World): string {
  const rows = world.users
    .filter(({ username }) => username !== '')
    .map(({ name, title, uuid }, index) => {
      const known = title === '' || title === name;
      const shown = known ? name : `${name}: <bdi>${escapeMarkup(title)}</bdi>`;
      return `<label class="user"><input type="radio" name="user" value="${escapeMarkup(name)}"${index === 0 ? ' checked' : ''}>
<img src="/users/${uuid}/avatar" alt=""><span>${shown}</span></label>`;
    });
  return `<fieldset><legend>Sign in as</legend>\n${rows.join('\n')}\n</fieldset>`;
}
