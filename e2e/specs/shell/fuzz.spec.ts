import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { windowDoor, type UsherBridge } from '../../../shared/contract.ts';
import type { Garbage } from '../../fixtures/fuzz/garbage.ts';
import { sampleAnswers } from '../../fixtures/fuzz/sample-answers.ts';
import { sampleGarbage } from '../../fixtures/fuzz/sample-garbage.ts';
import { sendToDoors } from '../../fixtures/fuzz/send-to-doors.ts';
import { sendFromPage, type Tally } from '../../fixtures/fuzz/send-from-page.ts';
import { signInAs } from '../../fixtures/sign-in-as.ts';
import { test } from '../../fixtures/usher-test.ts';

const refusal = '{"ok":false,"error":{"code":"request.invalid"}}';

const tenMegabytes: readonly Garbage[] = [
  { kind: 'longText', length: 10_000_000 },
  { kind: 'object', entries: [['text', { kind: 'longText', length: 10_000_000 }]] },
  { kind: 'bytes', length: 10_000_000 },
];

test.describe('Garbage from the page', () => {
  test('is refused a hundred thousand times, ten thousand at once, and comes to nothing', async ({
    launch,
    plex,
    desk,
  }) => {
    const { page, electron } = await launch();
    const phases: Record<string, () => Promise<Tally>> = {
      'one after the other': () => sendFromPage(page, sampleGarbage(3_600), 250),
      'ten thousand at once': () => sendFromPage(page, sampleGarbage(400), 10_000),
      'ten megabytes each': () => sendFromPage(page, tenMegabytes, 25),
    };
    let sent = 0;
    for (const [name, act] of Object.entries(phases)) {
      const tally = await act();
      expect(Object.keys(tally), name).toEqual([refusal]);
      sent += tally[refusal] ?? 0;
    }
    expect(sent).toBeGreaterThanOrEqual(100_000);

    // The page's side already refuses what is like no request; main has to do so by itself. The work is the test's own.
    const tally = await sendToDoors(electron, sampleGarbage(1_000), {
      title: await page.title(),
      channels: windowDoor.names.map((name) => windowDoor.requestChannel(name)),
    });
    expect(tally).toEqual({ [refusal]: 1_000 * windowDoor.names.length });

    const snapshot = await page.evaluate(() =>
      (window as unknown as { usher: UsherBridge }).usher.request('app.snapshot', {}),
    );
    expect(snapshot).toMatchObject({
      ok: true,
      value: { accounts: [], signIn: { kind: 'idle' } },
    });
    expect(plex.requests.list()).toEqual([]);
    await expect.poll(() => desk.openedLinks()).toEqual([]);
    const log = await readFile(join(desk.profileFolder, 'logs/usher.log'), 'utf8');
    expect(log).not.toContain('request.bug');
  });
});

test.describe('Garbage from the network', () => {
  test('is answered in an error of the contract each time, and comes to nothing', async ({
    launch,
    plex,
    desk,
  }) => {
    const app = await launch({ hasMovableClock: true });
    await signInAs(app, plex, 'robin');
    const { page } = app;
    const ask = (name: 'account.load' | 'servers.refresh'): Promise<unknown> =>
      page.evaluate(async (asked) => {
        const { usher } = window as unknown as { usher: UsherBridge };
        const snapshot = await usher.request('app.snapshot', {});
        const account = snapshot.ok ? snapshot.value.accounts[0] : undefined;
        if (account === undefined) throw new Error('There is no account.');
        return usher.request(asked, { accountId: account.id });
      }, name);
    for (const raw of sampleAnswers(300)) {
      plex.faults.add({ match: {}, action: { raw } });
      const answer = await ask('account.load');
      expect(answer, JSON.stringify(raw)).toMatchObject({
        ok: false,
        error: { code: expect.stringMatching(/^(network|plex|token)\./) },
      });
      plex.faults.clear();
    }
    expect(await ask('account.load')).toMatchObject({ ok: true });
    const log = await readFile(join(desk.profileFolder, 'logs/usher.log'), 'utf8');
    expect(log).not.toMatch(/\.bug/);
    await expect(app.window.sidebar.overview).toHaveAccessibleName('Overview');
  });
});
