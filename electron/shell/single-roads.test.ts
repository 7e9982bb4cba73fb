import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const electronFolder = join(import.meta.dirname, '..');

/** The files of the app, tests aside, that name something. */
async function filesNaming(name: RegExp): Promise<readonly string[]> {
  const all = await readdir(electronFolder, { recursive: true });
  const sources = all.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const texts = await Promise.all(
    sources.map((file) => readFile(join(electronFolder, file), 'utf8')),
  );
  // Not where it is only spoken of.
  const code = texts.map((text) => text.replace(/\/\*[^]*?\*\/|\/\/.*/g, ''));
  return sources.filter((_file, index) => name.test(code[index] ?? '')).sort();
}

test.each([
  [/\.openExternal\(/, ['shell/system-browser.ts']],
  [/\.openPath\(/, ['shell/desktop.ts']],
  [/\bipcMain\b/, ['shell/register-ipc.ts']],
  [/\bipcRenderer\b/, ['preload.ts']],
  [/new BrowserWindow\(/, ['shell/create-window.ts', 'shell/quick-access.ts']],
  [/\brequest\b.* from 'node:https?'/, ['plex/http/open-response.ts']],
  [/\.isPackaged\b/, ['shell/environment.ts']],
  [/rejectUnauthorized(?!: true)/, ['plex/http/pinned-connection.ts']],
])('%s is in these files alone', async (name, files) => {
  expect(await filesNaming(name)).toEqual(files);
});

test.each([
  /setCertificateVerifyProc|certificate-error|ignore-certificate/,
  /crashReporter/,
  /nodeIntegration\w*: true|contextIsolation: false|sandbox: false|webSecurity: false|webviewTag: true/,
  /showItemInFolder|<webview/,
  /['"]file:\/\//,
  /enableBlinkFeatures|bypassCSP|\beval\(|new Function\(/,
  /setAsDefaultProtocolClient|remote-debugging/,
])('%s is nowhere', async (name) => {
  expect(await filesNaming(name)).toEqual([]);
});
