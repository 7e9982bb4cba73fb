import { expect, mergeTests } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import type { UsherBridge } from '../../../shared/contract.ts';
import { join } from 'node:path';
import type { Desk } from '../../fixtures/desk.ts';
import { outsideTest } from '../../fixtures/outside-test.ts';
import { signInAs } from '../../fixtures/sign-in-as.ts';
import type { UsherApp } from '../../fixtures/usher-app.ts';
import { test as usherTest } from '../../fixtures/usher-test.ts';

const test = mergeTests(usherTest, outsideTest);

/** What Chromium's network did while the page did something: every name that was looked up, every connection. */
async function netLogOf(app: UsherApp, desk: Desk, act: () => Promise<void>): Promise<string> {
  const file = join(desk.folder, 'net-log.json');
  await app.electron.evaluate(
    ({ session }, path) =>
      session.fromPartition('usher-page').netLog.startLogging(path, { captureMode: 'everything' }),
    file,
  );
  await act();
  await app.electron.evaluate(({ session }) =>
    session.fromPartition('usher-page').netLog.stopLogging(),
  );
  const log = await readFile(file, 'utf8');
  expect(log).toContain('"events"');
  return log;
}

test.describe('The network', () => {
  test('hears nothing from the page, by whatever the page asks', async ({ launch, outside }) => {
    const app = await launch();
    app.expectComplaint(/./);
    const refusals = await app.page.evaluate(async (host) => {
      const url = `http://${host}/`;
      const link = (rel: string): void => {
        document.head.append(Object.assign(document.createElement('link'), { rel, href: url }));
      };
      ['preconnect', 'prefetch', 'preload', 'modulepreload', 'icon', 'stylesheet'].forEach(link);
      navigator.sendBeacon(url, 'beacon');
      const anchor = document.createElement('a');
      Object.assign(anchor, { href: url, ping: url });
      document.body.append(anchor);
      anchor.click();
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [url] }] });
      document.head.append(rules);
      const settled = (act: (done: (outcome: string) => void) => void): Promise<string> =>
        new Promise((resolve) => {
          try {
            act(resolve);
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      return Promise.all([
        settled(
          (done) =>
            void fetch(url, { mode: 'no-cors' }).then(
              () => done('sent'),
              () => done('refused'),
            ),
        ),
        settled((done) => {
          const request = new XMLHttpRequest();
          request.open('POST', url);
          request.onload = () => done('sent');
          request.onerror = () => done('refused');
          request.send('x');
        }),
        settled((done) => {
          const socket = new WebSocket(`ws://${host}/`);
          socket.onopen = () => done('sent');
          socket.onerror = () => done('refused');
        }),
        settled((done) => {
          const source = new EventSource(url);
          source.onopen = () => done('sent');
          source.onerror = () => done('refused');
        }),
        settled((done) => {
          const image = new Image();
          image.onload = () => done('sent');
          image.onerror = () => done('refused');
          image.src = `${url}x.png`;
        }),
        settled(
          (done) =>
            void import(`${url}m.js`).then(
              () => done('sent'),
              () => done('refused'),
            ),
        ),
      ]);
    }, `127.0.0.1:${outside.port}`);
    expect(refusals.filter((outcome) => outcome === 'sent')).toEqual([]);
    expect(outside.heard).toEqual([]);
  });

  test('is out of reach of every session of the page, also without its policy', async ({
    guest: { usher },
    outside,
  }) => {
    const { electron } = usher;
    const outcomes = await electron.evaluate(async ({ session }, port) => {
      const pageSession = session.fromPartition('usher-page');
      const addresses = [
        `http://127.0.0.1:${port}/`,
        'https://plex.tv/',
        'app://other/index.html',
        'app://usher.example/index.html',
      ];
      return Promise.all(
        addresses.map((address) =>
          pageSession.fetch(address).then(
            ({ status }) => status,
            () => 'refused',
          ),
        ),
      );
    }, outside.port);
    expect(outcomes.filter((outcome) => outcome !== 'refused' && outcome !== 404)).toEqual([]);
    expect(outside.heard).toEqual([]);
  });

  test('is not asked for a name that the page only mentions', async ({ launch, desk }) => {
    const app = await launch();
    app.expectComplaint(/./);
    const log = await netLogOf(app, desk, () =>
      app.page.evaluate(async () => {
        const link = (rel: string, name: string): void => {
          const href = `https://${name}.example.invalid/`;
          document.head.append(Object.assign(document.createElement('link'), { rel, href }));
        };
        link('dns-prefetch', 'prefetched-name');
        link('preconnect', 'preconnected-name');
        // A load of our own that comes after, so that what came before has been dealt with.
        await new Promise((done) => {
          const image = new Image();
          image.onerror = done;
          image.src = 'app://usher/nowhere.png';
        });
        await new Promise((done) => requestIdleCallback(done));
      }),
    );
    expect(log).not.toMatch(/prefetched-name|preconnected-name/);
  });

  test('has no WebRTC to go around the rules by', async ({ guest: { usher } }) => {
    const { page, electron } = usher;
    const kinds = await page.evaluate(() =>
      ['RTCPeerConnection', 'webkitRTCPeerConnection'].map(
        (name) => typeof (window as unknown as Record<string, unknown>)[name],
      ),
    );
    expect(kinds).toEqual(['undefined', 'undefined']);
    const policy = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getWebRTCIPHandlingPolicy(),
    );
    expect(policy).toBe('disable_non_proxied_udp');
  });

  test('is asked for no name by the WebRTC of a frame, which the page can not reach however it makes one', async ({
    launch,
    desk,
  }) => {
    const app = await launch();
    app.expectComplaint(/./);
    const log = await netLogOf(app, desk, async () => {
      const outcomes = await app.page.evaluate(async () => {
        const added = <Made extends HTMLElement>(element: Made, fields: object = {}): Made => {
          Object.assign(element, fields);
          return document.body.appendChild(element);
        };
        const frame = (fields: object = {}): HTMLIFrameElement =>
          added(document.createElement('iframe'), fields);
        const loaded = async (fields: object): Promise<Window | null> => {
          const made = document.createElement('iframe');
          const load = new Promise((done) => (made.onload = done));
          added(made, fields);
          await load;
          return made.contentWindow;
        };
        const withSandbox = (rights: string): Window | null => {
          const made = document.createElement('iframe');
          made.setAttribute('sandbox', rights);
          return added(made).contentWindow;
        };
        const ways: Record<string, () => Window | null | undefined | Promise<Window | null>> = {
          main: () => window,
          blank: () => frame().contentWindow,
          byNumber: () => {
            frame();
            return window[window.length - 1];
          },
          byName: () => {
            frame({ name: 'inner' });
            return window.open('', 'inner');
          },
          document: () => frame().contentDocument?.defaultView,
          nested: () => {
            const inner = frame().contentDocument;
            const deepest = inner?.createElement('iframe');
            if (deepest !== undefined) inner?.body.append(deepest);
            return deepest?.contentWindow;
          },
          markup: () => {
            added(document.createElement('div'), { innerHTML: '<iframe id="markup"></iframe>' });
            return document.querySelector<HTMLIFrameElement>('#markup')?.contentWindow;
          },
          withOrigin: () => withSandbox('allow-same-origin'),
          withScripts: () => withSandbox('allow-same-origin allow-scripts'),
          text: () => frame({ srcdoc: '<p>x</p>' }).contentWindow,
          textLoaded: () => loaded({ srcdoc: '<p>x</p>' }),
          blankLoaded: () => loaded({ src: 'about:blank?x' }),
          object: () =>
            added(document.createElement('object'), { type: 'text/html', data: 'about:blank' })
              .contentWindow,
          window: () => window.open('about:blank'),
          worker: () => {
            Reflect.construct(Worker, ['app://usher/index.html']);
            return null;
          },
        };
        const attempt = async (name: string): Promise<string> => {
          const world = await ways[name]?.();
          if (world === null || world === undefined) return 'no window';
          const { RTCPeerConnection: Peer } = world as {
            readonly RTCPeerConnection?: typeof RTCPeerConnection;
          };
          if (Peer === undefined) return 'no WebRTC';
          const urls = ['udp', 'tcp'].map(
            (way) => `turn:${name.toLowerCase()}.turn-name.example.invalid?transport=${way}`,
          );
          const peer = new Peer({
            iceServers: [{ urls, username: 'carried', credential: 'out' }],
          });
          peer.createDataChannel('x');
          const gathered = new Promise<string>((done) => {
            peer.onicegatheringstatechange = () => {
              if (peer.iceGatheringState === 'complete') done('gathered');
            };
          });
          await peer.setLocalDescription(await peer.createOffer());
          return gathered;
        };
        const found = Object.keys(ways).map(async (name) => {
          const outcome = await attempt(name).catch((error: unknown) => (error as Error).name);
          return [name, outcome] as const;
        });
        return Promise.all(found);
      });
      expect(Object.fromEntries(outcomes)).toEqual({
        main: 'no WebRTC',
        blank: 'SecurityError',
        byNumber: 'SecurityError',
        byName: 'SecurityError',
        document: 'no window',
        nested: 'no window',
        markup: 'SecurityError',
        withOrigin: 'SecurityError',
        withScripts: 'SecurityError',
        text: 'SecurityError',
        textLoaded: 'SecurityError',
        blankLoaded: 'SecurityError',
        object: 'SecurityError',
        window: 'no window',
        worker: 'SecurityError',
      });
    });
    expect(log).not.toMatch(/turn-name/);
  });

  test('hears nothing of a WebRTC that a script should come by all the same: over UDP, TCP or, for STUN, DNS', async ({
    launch,
    outside,
    desk,
  }) => {
    const app = await launch();
    const gatherAll = async (port: number): Promise<readonly string[]> => {
      const account = { username: 'carried', credential: 'out' };
      const gather = async (server: RTCIceServer): Promise<string> => {
        const peer = new RTCPeerConnection({ iceServers: [server] });
        peer.createDataChannel('x');
        const gathered = new Promise<string>((done) => {
          peer.onicegatheringstatechange = () => {
            if (peer.iceGatheringState === 'complete') done('gathered');
          };
        });
        await peer.setLocalDescription(await peer.createOffer());
        return gathered;
      };
      return Promise.all(
        [
          { urls: `stun:127.0.0.1:${port}` },
          { urls: `turn:127.0.0.1:${port}?transport=udp`, ...account },
          { urls: `turn:127.0.0.1:${port}?transport=tcp`, ...account },
          { urls: `turns:127.0.0.1:${port}?transport=tcp`, ...account },
          { urls: `turn:localhost:${port}?transport=tcp`, ...account },
          { urls: 'stun:stun-name.example.invalid' },
        ].map((server) => gather(server).catch((error: unknown) => String(error))),
      );
    };
    const log = await netLogOf(app, desk, async () => {
      // In a world of the page where nothing was taken away.
      const outcomes = await app.electron.evaluate(
        ({ BrowserWindow }, code) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScriptInIsolatedWorld(1234, [
            { code },
          ]) as Promise<unknown>,
        `(${gatherAll.toString()})(${outside.port})`,
      );
      expect(outcomes).toEqual(Array(6).fill('gathered'));
    });
    expect(outside.heard).toEqual([]);
    expect(log).not.toMatch(/stun-name/);
  });

  test('leads an avatar on at Plex, and nowhere else', async ({ launch, plex, outside }) => {
    const app = await launch();
    const path = '/users/*';
    plex.faults.add({
      match: { path },
      times: 1,
      action: { redirectTo: `${plex.baseUrl}/users/${plex.user('robin').uuid}/avatar?led` },
    });
    await signInAs(app, plex, 'robin');
    await expect.poll(() => app.window.sidebar.hasPicture('robin')).toBe(true);

    plex.requests.clear();
    const other = `http://127.0.0.1:${String(outside.port)}/avatar`;
    plex.faults.add({ match: { path }, action: { redirectTo: other } });
    await signInAs(app, plex, 'sam');
    const asked = () => plex.requests.list().filter((request) => request.path.endsWith('/avatar'));
    await expect.poll(() => asked().length).toBeGreaterThan(0);
    // What comes after it in the same turn of the network has been dealt with as well.
    await app.window.account.refresh();
    await expect(app.window.account.refreshButton).toBeEnabled();
    expect(outside.heard).toEqual([]);
    expect(await app.window.sidebar.hasPicture('sam')).toBe(false);
  });

  test('lets go of each request once it is answered', async ({ launch, plex }) => {
    const app = await launch();
    await signInAs(app, plex, 'sam');
    const asked = 40;
    await app.page.evaluate(async (count) => {
      const { usher } = globalThis as unknown as { readonly usher: UsherBridge };
      const snapshot = await usher.request('app.snapshot', {});
      const [account] = snapshot.ok ? snapshot.value.accounts : [];
      if (account === undefined) throw new Error('nobody is signed in');
      for (let times = 0; times < count; times += 1) {
        const loaded = await usher.request('account.load', { accountId: account.id });
        if (!loaded.ok) throw new Error(loaded.error.code);
      }
    }, asked);
    // Counted after a collection of garbage, each time.
    const held = () =>
      app.electron.evaluate(({ net }) => {
        const probe = net.request('http://127.0.0.1/');
        probe.on('error', () => undefined);
        probe.abort();
        return process.getBuiltinModule('v8').queryObjects(probe.constructor, { format: 'count' });
      });
    await expect.poll(held).toBeLessThan(asked / 2);
  });
});
