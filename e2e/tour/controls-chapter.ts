import type { Page } from '@playwright/test';
import { expect } from '../fixtures/expect.ts';
import { buildGallery, openGallery } from '../fixtures/gallery.ts';
import type { Tour } from './tour.ts';

/** Every control in every state, which no view shows all of. */
export async function controlsChapter(tour: Tour, page: Page): Promise<void> {
  const escape = (): Promise<void> => page.keyboard.press('Escape');

  await tour.step('Shows every control in every state', async () => {
    await buildGallery();
    await openGallery(page, 'controls');
    await page.getByRole('button', { name: 'Reveal token of Attic' }).click();
    await expect(page.getByRole('button', { name: 'Hide token of Attic' })).toBeVisible();
    await page.getByLabel('Verification code').focus();
    await tour.pictures(page, 'controls');

    await tour.pictures(page, 'controls-select', async () => {
      await escape();
      await page.getByRole('combobox', { name: 'Copy tokens as' }).press('ArrowDown');
      await expect(page.getByRole('option', { name: 'curl command' })).toBeVisible();
    });
    await escape();

    await tour.pictures(page, 'controls-combobox', async () => {
      await escape();
      await page.getByRole('combobox', { name: 'Server' }).fill('');
      await page.getByRole('combobox', { name: 'Server' }).fill('At');
      await expect(page.getByRole('option', { name: 'Use “At” as typed' })).toBeVisible();
    });
    await escape();

    await page.getByRole('button', { name: 'More: Mint & copy' }).nth(0).click();
    await page.getByRole('menuitem', { name: 'Copy as' }).press('ArrowRight');
    await expect(page.getByRole('menuitemradio', { name: 'Header' })).toBeVisible();
    await tour.picture(page, 'controls-menu');
    await escape();
  });

  await tour.step('Shows every message', async () => {
    await openGallery(page, 'messages');
    await tour.pictures(page, 'messages', async () => {
      await page.getByRole('heading', { level: 1 }).click();
      await page.getByRole('img', { name: 'Unencrypted' }).focus();
      await expect(page.getByRole('tooltip')).toBeVisible();
    });

    await tour.pictures(page, 'messages-popover', async () => {
      await escape();
      await page.getByRole('button', { name: 'Update required' }).click();
      await expect(page.getByRole('dialog', { name: 'Update this server' })).toBeVisible();
    });
    await escape();
    await page.getByRole('button', { name: 'Revoke 2 devices…' }).click();
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await tour.pictures(page, 'messages-dialog');
  });
}
