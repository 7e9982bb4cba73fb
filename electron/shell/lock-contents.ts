import { app } from 'electron';

/**
 * SECURITY: no page of ours goes anywhere, opens anything or embeds anything, and nothing of ours shows who the person is.
 */
export function lockContents(): void {
  app.on('web-contents-created', (_created, contents) => {
    // SECURITY: of the page by itself or by a link, of a frame in it, and by what a server answers.
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    // SECURITY: a webview brings settings of its own.
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // SECURITY: unanswered, Electron hands the page the first Bluetooth device it finds.
    contents.on('select-bluetooth-device', (event, _devices, choose) => {
      event.preventDefault();
      choose('');
    });
    // SECURITY: a window of the page's making would have its rights.
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  // SECURITY: unanswered, Electron shows the person's first certificate that fits to any server that asks: for a page, and
  // from Electron 44 on also for a request of main's own, where the contents are null.
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
}
