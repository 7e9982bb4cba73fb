import { expect, mergeTests } from '@playwright/test';
import { outsideTest } from '../../fixtures/outside-test.ts';
import { test as usherTest } from '../../fixtures/usher-test.ts';

const test = mergeTests(usherTest, outsideTest);

test.describe('The window', () => {
  test('goes nowhere, opens nothing, embeds nothing and downloads nothing', async ({
    launch,
    outside,
    desk,
  }) => {
    const app = await launch();
    app.expectComplaint(/./);
    const { page, electron } = app;
    await electron.evaluate(({ app: electronApp, BrowserWindow }) => {
      const seen: string[] = [];
      const asked: string[] = [];
      Object.assign(globalThis, { seen, asked });
      electronApp.on('web-contents-created', (_event, contents) => seen.push(contents.getType()));
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.on('did-start-navigation', ({ url }) => asked.push(url));
    });
    const attempts = await page.evaluate(async (url) => {
      const attempt = (act: () => unknown): unknown => {
        try {
          return act();
        } catch (error) {
          return (error as Error).name;
        }
      };
      const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done));
      const click = (fields: Partial<HTMLAnchorElement>): void => {
        const link = Object.assign(document.createElement('a'), fields);
        document.body.append(link);
        link.click();
      };
      const opened = [
        attempt(() => window.open(url)),
        attempt(() => window.open('about:blank')),
        attempt(() => window.open('app://usher/index.html', '_blank', 'nodeIntegration=yes')),
      ];
      click({ href: url, target: '_blank' });
      click({ href: `${url}file.txt`, download: 'file.txt' });
      click({ href: URL.createObjectURL(new Blob(['x'])), download: 'x.txt' });
      const view = document.createElement('webview');
      view.setAttribute('src', url);
      document.body.append(view);
      const form = document.createElement('form');
      Object.assign(form, { action: url, method: 'post' });
      document.body.append(form);
      attempt(() => form.submit());
      const refresh = document.createElement('meta');
      Object.assign(refresh, { httpEquiv: 'refresh', content: `0;url=${url}` });
      document.head.append(refresh);
      for (const address of [url, 'file:///etc/passwd', 'data:text/html,x', 'app://usher/other']) {
        click({ href: address });
        attempt(() => location.assign(address));
        await nextTask();
      }
      // What the page asks for reaches main in its order: main has heard all the rest with this.
      location.assign('app://usher/last');
      return { opened, embeds: 'getWebContentsId' in view, isHere: location.href };
    }, `http://127.0.0.1:${outside.port}/`);
    const asked = (): Promise<readonly string[]> =>
      electron.evaluate(() => (globalThis as unknown as { asked: readonly string[] }).asked);
    await expect.poll(asked).toContain('app://usher/last');
    expect(attempts).toEqual({
      opened: [null, null, null],
      embeds: false,
      isHere: 'app://usher/index.html',
    });
    const made = await electron.evaluate(({ BrowserWindow, webContents }) => ({
      contents: (globalThis as unknown as { seen: readonly string[] }).seen,
      windows: BrowserWindow.getAllWindows().length,
      all: webContents.getAllWebContents().map((contents) => contents.getURL()),
    }));
    expect(made).toEqual({ contents: [], windows: 1, all: ['app://usher/index.html'] });
    expect(outside.heard).toEqual([]);
    await expect.poll(() => desk.openedLinks()).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll('main').length)).toBe(1);
  });

  test('leads to no file outside its own folder, however the address is written', async ({
    launch,
  }) => {
    const app = await launch();
    app.expectComplaint(/./);
    const tricks = [
      '../main.cjs',
      '%2e%2e/main.cjs',
      '..%2fmain.cjs',
      '%2e%2e%2fmain.cjs',
      '..%5cmain.cjs',
      '..\\main.cjs',
      '%252e%252e%252fmain.cjs',
      'assets/../../main.cjs',
      'assets/%2e%2e/%2e%2e/main.cjs',
      './/..//main.cjs',
      '%c0%ae%c0%ae/main.cjs',
      'index.html%00/../../main.cjs',
      '/etc/passwd',
      '//etc/passwd',
      '%2fetc%2fpasswd',
      'file:///etc/passwd',
      'avatar/../../main.cjs',
      'avatar/%2e%2e%2f%2e%2e%2fmain.cjs',
    ];
    const read = await app.page.evaluate(async (list) => {
      const load = (src: string): Promise<string | null> =>
        new Promise((resolve) => {
          const script = document.createElement('script');
          script.onload = () => resolve(src);
          script.onerror = () => resolve(null);
          script.src = src;
          document.head.append(script);
        });
      const loaded = await Promise.all(
        list.flatMap((path) => [load(path), load(`app://usher/${path}`)]),
      );
      return loaded.filter((src) => src !== null);
    }, tricks);
    expect(read).toEqual([]);
    const answers = await app.electron.evaluate(
      async ({ session }, list) => {
        const pageSession = session.fromPartition('usher-page');
        const texts = await Promise.all(
          list.map((path) =>
            pageSession.fetch(`app://usher/${path}`).then(
              (answer) => answer.text(),
              () => '',
            ),
          ),
        );
        return texts.filter((text) => text !== '').map((text) => text.slice(0, 80));
      },
      tricks.filter((path) => !path.includes(':')),
    );
    expect(answers).toEqual([]);
  });
});
