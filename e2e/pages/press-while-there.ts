import type { Locator } from '@playwright/test';
import { expect, expectTimeoutMs, soonMs } from '../fixtures/expect.ts';

/**
 * Presses a button that is in sight and may go away by itself: a "Try again" is needed no more once Usher has noticed
 * that the trouble is over, which can be before the person gets to it.
 */
export async function pressWhileThere(button: Locator): Promise<void> {
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: soonMs });
  }).toPass({ timeout: expectTimeoutMs });
}
