import type { Locator, Page } from '@playwright/test';

/** The question whether a token may go unencrypted, and the setting that keeps the answer. */
export class PlainHttp {
  readonly page: Page;
  readonly setting: Locator;

  constructor(page: Page) {
    this.page = page;
    this.setting = page.getByRole('checkbox', { name: /over plain HTTP$/ });
  }

  dialog(server: string): Locator {
    return this.page.getByRole('dialog', { name: `Send the token unencrypted to ${server}?` });
  }

  async allow(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send unencrypted' }).click();
  }

  async decline(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  }
}
