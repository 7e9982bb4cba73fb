import type { Locator, Page } from '@playwright/test';

/** The Settings view. */
export class SettingsPage {
  readonly tokenForm: Locator;
  readonly mintAnew: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.tokenForm = main.getByRole('combobox', { name: 'Copy tokens as' });
    this.mintAnew = main.getByRole('checkbox', { name: /^Replace a token/ });
  }
}
