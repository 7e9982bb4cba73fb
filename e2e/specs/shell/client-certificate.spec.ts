import { expect } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeTestAuthority } from '../../../electron/plex/testing/make-test-authority.ts';
import { test } from '../../fixtures/usher-test.ts';

const run = promisify(execFile);
const person = 'The person at this computer';

/** A home folder whose certificate store trusts the authority, and holds a certificate of the person's own. */
async function makeHome(folder: string, authorityCert: string): Promise<{ personCert: string }> {
  const store = join(folder, '.pki/nssdb');
  await mkdir(store, { recursive: true });
  const certutil = async (...args: string[]): Promise<string> =>
    (await run('certutil', ['-d', `sql:${store}`, ...args])).stdout;
  const [authority, noise] = [join(folder, 'authority.pem'), join(folder, 'noise')];
  await writeFile(authority, authorityCert);
  await writeFile(noise, crypto.getRandomValues(new Uint8Array(64)));
  await certutil('-N', '--empty-password');
  await certutil('-A', '-n', 'authority', '-t', 'C,,', '-i', authority);
  const own = ['-S', '-x', '-n', 'person', '-s', `CN=${person}`, '-t', 'u,u,u'];
  await certutil(...own, '-k', 'rsa', '-z', noise);
  return { personCert: await certutil('-L', '-n', 'person', '-a') };
}

test('A certificate of the person is shown to no server that asks for one', async ({
  launch,
  desk,
}) => {
  const authority = await makeTestAuthority();
  const { personCert } = await makeHome(desk.folder, authority.cert);
  const identity = await authority.certify('localhost');
  const asking = { requestCert: true, rejectUnauthorized: false, ca: personCert };
  const shown: string[] = [];
  const server = createServer({ ...identity, ...asking }, (_request, response) => {
    response.end('a page');
  });
  server.on('secureConnection', (socket) => {
    const certificate = socket.getPeerCertificate();
    // An empty object stands for none.
    shown.push('subject' in certificate ? String(certificate.subject.CN) : 'nothing');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address in this form.
  const { port } = server.address() as AddressInfo;

  const { electron } = await launch({ env: { HOME: desk.folder } });
  const read = await electron.evaluate(
    async ({ BrowserWindow, net }, url) => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL(url);
      const byPage: unknown = await window.webContents.executeJavaScript('document.body.innerText');
      window.destroy();
      const byNet = await net.fetch(url).then(
        (answer) => answer.text(),
        (error: unknown) => String(error),
      );
      return { byPage, byNet };
    },
    `https://localhost:${String(port)}/`,
  );
  expect(read.byPage).toBe('a page');
  // An older Electron gives up in place of going on without.
  expect(read.byNet).toMatch(/^a page$|ERR_SSL_CLIENT_AUTH_CERT_NEEDED/);
  expect(new Set(shown)).toEqual(new Set(['nothing']));
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
});
