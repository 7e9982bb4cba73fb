import { expect } from '@playwright/test';
import { test } from '../../fixtures/usher-test.ts';

const refusals = new Set([
  'NotAllowedError',
  'NotFoundError',
  'SecurityError',
  'TypeError',
  'denied',
]);

test.describe('Permissions', () => {
  test('are denied to whoever asks for one', async ({ launch }) => {
    const app = await launch();
    app.expectComplaint(/permission|Permissions policy|denied/i);
    const outcomes = await app.page.evaluate(async () => {
      const named = (promise: Promise<unknown>): Promise<string> =>
        promise.then(
          (value) => (typeof value === 'string' ? value : 'granted'),
          (error: unknown) => (error as Error).name,
        );
      const { navigator } = window as unknown as {
        navigator: Navigator &
          Record<string, Record<string, (options?: object) => Promise<unknown>>>;
      };
      const ask = async (group: string, call: string, options?: object): Promise<string> => {
        const target = navigator[group];
        if (typeof target?.[call] !== 'function') return 'NotFoundError';
        return named(Promise.resolve().then(() => target[call]?.(options)));
      };
      return {
        notifications: await named(Notification.requestPermission()),
        geolocation: await named(
          new Promise((resolve, reject) =>
            navigator.geolocation.getCurrentPosition(resolve, () =>
              reject(new DOMException('', 'NotAllowedError')),
            ),
          ),
        ),
        camera: await ask('mediaDevices', 'getUserMedia', { video: true }),
        microphone: await ask('mediaDevices', 'getUserMedia', { audio: true }),
        midi: await named(navigator.requestMIDIAccess({ sysex: true })),
        clipboard: await ask('clipboard', 'readText'),
        wakeLock: await ask('wakeLock', 'request'),
        // Refused, Chromium answers with an empty list.
        fonts: await (window as unknown as { queryLocalFonts(): Promise<readonly unknown[]> })
          .queryLocalFonts()
          .then(
            (fonts) => (fonts.length === 0 ? 'denied' : `${fonts.length} fonts`),
            (error: unknown) => (error as Error).name,
          ),
      };
    });
    expect(Object.entries(outcomes).filter(([, outcome]) => !refusals.has(outcome))).toEqual([]);
  });

  test('are denied to a page that a person has just clicked in: screens and devices', async ({
    launch,
  }) => {
    const app = await launch();
    app.expectComplaint(/./);
    const calls = {
      usb: ['requestDevice', { filters: [] }],
      hid: ['requestDevice', { filters: [] }],
      serial: ['requestPort', {}],
      bluetooth: ['requestDevice', { acceptAllDevices: true }],
      mediaDevices: ['getDisplayMedia', { video: true }],
    } as const;
    const outcomes: Record<string, string> = {};
    for (const [group, [call, options]] of Object.entries(calls)) {
      await app.window.main.click({ position: { x: 2, y: 2 } });
      outcomes[group] = await app.page.evaluate(
        async ([name, method, argument]) => {
          const target = (navigator as unknown as Record<string, unknown>)[name] as
            Record<string, (options: object) => Promise<unknown>> | undefined;
          if (target?.[method] === undefined) return 'NotFoundError';
          try {
            const given = await target[method](argument);
            return Array.isArray(given) && given.length === 0 ? 'denied' : 'granted';
          } catch (error) {
            return (error as Error).name;
          }
        },
        [group, call, options] as const,
      );
    }
    const granted = Object.entries(outcomes).filter(
      ([, outcome]) => !refusals.has(outcome) && outcome !== 'NotSupportedError',
    );
    expect(granted).toEqual([]);
  });

  test('are denied to whoever only checks, also in a session made by mistake', async ({
    guest: { usher },
  }) => {
    const { page, electron } = usher;
    const names = [
      'notifications',
      'geolocation',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'clipboard-write',
      'persistent-storage',
      'idle-detection',
      'local-fonts',
      'window-management',
      'background-sync',
    ];
    const query = async (list: readonly string[]): Promise<readonly string[]> =>
      Promise.all(
        list.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => state,
            (error: unknown) => (error as Error).name,
          ),
        ),
      );
    expect([...new Set(await page.evaluate(query, names))]).toEqual(['denied']);
    const elsewhere = await electron.evaluate(
      async ({ BrowserWindow }, { list, source }) => {
        const window = new BrowserWindow({ show: false, webPreferences: { partition: 'other' } });
        await window.loadURL('data:text/html,x');
        const found = (await window.webContents.executeJavaScript(
          `(${source})(${JSON.stringify(list)})`,
        )) as readonly string[];
        window.destroy();
        return found;
      },
      { list: ['notifications', 'geolocation', 'camera'], source: query.toString() },
    );
    expect([...new Set(elsewhere)]).toEqual(['denied']);
  });
});
