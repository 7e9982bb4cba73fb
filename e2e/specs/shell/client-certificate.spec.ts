import { expect } from '@playwright/test';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeTestAuthority } from '../../../electron/plex/testing/test-server.ts';
import { test } from '../../fixtures/usher-test.ts';

test('A certificate of the person is shown to no server that asks for one', async ({
  launch,
  desk,
}) => {
  const authority = await makeTestAuthority();
  await desk.trust(authority.cert);
  const personCert = await desk.addPersonalCertificate('The person at this computer');
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

  const { electron } = await launch();
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
