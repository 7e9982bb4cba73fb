import { expect } from '@playwright/test';
import type { UsherBridge } from '../../shared/contract.ts';
import { lastMinted } from '../fixtures/last-minted.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';

async function mintOnAttic(usher: UsherApp): Promise<void> {
  await usher.window.sidebar.openServers('robin');
  await usher.window.servers.mint('Attic');
  await expect(usher.window.clipboard.bar).toContainText('Attic');
}

/** Stops the app's time as good as whole, and tells how long what is on the clipboard has left. */
async function heldMs(usher: UsherApp): Promise<number> {
  await usher.slowDown(1_000);
  return usher.page.evaluate(async () => {
    const { usher: bridge } = globalThis as unknown as { readonly usher: UsherBridge };
    const snapshot = await bridge.request('app.snapshot', {});
    if (!snapshot.ok || snapshot.value.clipboard.kind !== 'holding') return 0;
    return snapshot.value.clipboard.remainingMs ?? 0;
  });
}

test.describe('The clipboard', () => {
  test('is cleared after 30 seconds, with a countdown in sight', async ({
    robin: { usher, plex, desk },
  }) => {
    await mintOnAttic(usher);
    await expect(usher.window.clipboard.bar).toContainText('Clears in');
    await expect(usher.window.clipboard.timeLeft).toHaveText(/^(30|[12]?\d) s$/);
    const leftMs = await heldMs(usher);
    expect(leftMs).toBeLessThanOrEqual(30_000);
    await usher.advance(leftMs - 2_000);
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    await usher.slowDown(1);
    await usher.advance(2_000);
    await expect.poll(() => desk.readClipboard()).toBe('');
    await expect(usher.window.clipboard.bar).toBeHidden();
  });

  test('is left alone when something else was copied meanwhile', async ({
    robin: { usher, desk },
  }) => {
    await mintOnAttic(usher);
    await desk.writeClipboard('a shopping list');
    await usher.advance(30_000);
    await expect(usher.window.clipboard.bar).toBeHidden();
    await expect.poll(() => desk.readClipboard()).toBe('a shopping list');
  });

  test('keeps the token when the person wants that', async ({ robin: { usher, plex, desk } }) => {
    await mintOnAttic(usher);
    await usher.window.clipboard.keep();
    await expect(usher.window.clipboard.bar).toContainText('Stays until you clear it');
    await usher.advance(50_000);
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    await expect(usher.window.clipboard.bar).toBeVisible();
    await usher.window.clipboard.clearNow();
    await expect(usher.window.clipboard.bar).toBeHidden();
    await expect.poll(() => desk.readClipboard()).toBe('');
  });

  test('is cleared at once when the person wants that', async ({ robin: { usher, desk } }) => {
    await mintOnAttic(usher);
    await usher.window.clipboard.clearNow();
    await expect(usher.window.clipboard.bar).toBeHidden();
    await expect.poll(() => desk.readClipboard()).toBe('');
  });

  test('holds no token once Usher has quit', async ({ launch, plex, desk }) => {
    const usher = await launch();
    await signInAs(usher, plex, 'robin');
    await mintOnAttic(usher);
    await usher.close();
    await expect.poll(() => desk.readClipboard()).toBe('');
  });

  test('takes the last of two tokens, with a countdown of its own', async ({
    robin: { usher, plex, desk },
  }) => {
    await mintOnAttic(usher);
    await usher.slowDown(20);
    await usher.advance(20_000);
    await usher.window.servers.mint('Cabin');
    await expect(usher.window.clipboard.bar).toContainText('Cabin');
    const leftMs = await heldMs(usher);
    expect(leftMs).toBeGreaterThan(10_000);
    await usher.advance(leftMs - 2_000);
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    await usher.slowDown(1);
    await usher.advance(2_000);
    await expect.poll(() => desk.readClipboard()).toBe('');
  });
});
