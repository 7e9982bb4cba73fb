import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppToDrive } from './driven-app.ts';

/** The least an app can be: Usher's window with its options, and in it a page of one line. */
const main = `
const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.BARE_PROFILE);
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1080,
    height: 720,
    minWidth: 320,
    minHeight: 480,
    show: false,
    backgroundColor: '#f6f7f8',
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  window.loadFile('page.html');
});
`;

const page = `<!doctype html>
<meta charset="utf-8">
<title>Bare</title>
<h1>A bare window</h1>
<script>
  document.addEventListener('keydown', ({ key, ctrlKey }) => {
    if (key === '3' && ctrlKey) document.querySelector('h1').textContent = 'A key';
  });
</script>
`;

/** Writes the bare app into a folder, where its profile will be as well. */
export async function makeBareApp(
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<AppToDrive & { readonly profile: string }> {
  const profile = join(folder, 'profile');
  await mkdir(profile, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"name":"bare","main":"main.cjs"}');
  await writeFile(join(folder, 'main.cjs'), main);
  await writeFile(join(folder, 'page.html'), page);
  return {
    folder,
    profile,
    env: { ...env, BARE_PROFILE: profile },
    mark: { selector: 'h1', text: 'A bare window' },
    key: { keyCode: '3', leadsTo: { selector: 'h1', text: 'A key' } },
  };
}
