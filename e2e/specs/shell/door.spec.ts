import { expect } from '@playwright/test';
import { windowDoor, type Door } from '../../../shared/contract.ts';
import { quickDoor } from '../../../shared/quick-access.ts';
import { projectRoot } from '../../fixtures/project-root.ts';
import { test } from '../../fixtures/usher-test.ts';

const refused = { ok: false, error: { code: 'request.invalid' } };
const preload = `${projectRoot}/out/app/preload.cjs`;
const askForSnapshot = `window.usher.request('app.snapshot', {})`;

test.describe('A request to main', () => {
  test('is refused from another window, whatever its page', async ({ guest: { usher } }) => {
    const { electron } = usher;
    const answers = await electron.evaluate(
      async ({ BrowserWindow, session }, { file, script }) => {
        const ask = async (url: string): Promise<unknown> => {
          const window = new BrowserWindow({
            show: false,
            webPreferences: { session: session.fromPartition('usher-page'), preload: file },
          });
          await window.loadURL(url);
          const answer: unknown = await window.webContents.executeJavaScript(script);
          window.destroy();
          return answer;
        };
        return [await ask('app://usher/index.html'), await ask('about:blank')];
      },
      { file: preload, script: askForSnapshot },
    );
    expect(answers).toEqual([refused, refused]);
  });

  test('is refused from a frame within the page, and from a page that went elsewhere', async ({
    launch,
  }) => {
    const app = await launch();
    app.expectComplaint(/./);
    const answers = await app.electron.evaluate(async ({ BrowserWindow, ipcMain }, channel) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) throw new Error('There is no window.');
      const contents = window.webContents;
      // What Electron keeps of `ipcMain.handle`: the door itself, with a sender of the test's making.
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: unknown, payload: unknown) => Promise<unknown>>;
      };
      const knock = (senderFrame: unknown): Promise<unknown> | undefined =>
        handlers.get(channel)?.({ sender: contents, senderFrame }, {});
      const main = contents.mainFrame;
      await contents.executeJavaScript('document.body.append(document.createElement("iframe")); 0');
      const [inner] = main.frames;
      const url = 'app://usher/index.html';
      const found = [
        await knock(inner),
        await knock(null),
        await knock({ parent: main, origin: 'null', url }),
        await knock({ parent: null, origin: 'null', url: 'app://usher.example/index.html' }),
        await knock({ parent: null, origin: 'null', url: 'https://plex.tv/' }),
        await knock({ parent: null, origin: 'null', url: 'about:blank' }),
        // Our page without its policy.
        await knock({ parent: null, origin: 'app://usher', url }),
      ];
      const isOpen = ((await knock(main)) as { ok: boolean }).ok;
      const isInner = inner?.parent === main;
      const refusal = await contents.loadURL('data:text/html,elsewhere').then(
        () => 'went there',
        (error: unknown) => (error as { code: string }).code,
      );
      return { isOpen, isInner, refusal, found };
    }, windowDoor.requestChannel('app.snapshot'));
    // The window does not even go elsewhere when main sends it there.
    expect(answers.refusal).toBe('ERR_BLOCKED_BY_CLIENT');
    await app.electron.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Rejected as well when what the refused load left behind ends only now.
      window?.loadURL('app://usher/index.html').catch(() => undefined);
    });
    await expect(app.window.main).toBeVisible();
    expect(answers.isOpen).toBe(true);
    expect(answers.isInner).toBe(true);
    expect(answers.found).toEqual(answers.found.map(() => refused));
  });

  test('has a door for each known name and no other', async ({ guest: { usher } }) => {
    const { electron } = usher;
    const doors = await electron.evaluate(({ ipcMain }) => {
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, unknown>;
      };
      return {
        asked: [...handlers.keys()],
        told: ipcMain.eventNames().filter((name) => typeof name === 'string'),
      };
    });
    const channelsOf = <Name extends string>({ names, requestChannel }: Door<Name>) =>
      names.map(requestChannel);
    expect(doors.asked.sort()).toEqual(
      [...channelsOf(windowDoor), ...channelsOf(quickDoor)].sort(),
    );
    // Electron's own, which does nothing.
    expect(doors.told).toEqual(['error']);
  });
});
