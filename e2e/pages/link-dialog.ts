import type { Locator, Page } from '@playwright/test';

/** The dialog that approves the code of another device. */
export class LinkDialog {
  readonly dialog: Locator;
  readonly done: Locator;
  readonly code: Locator;
  readonly error: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Link a device' });
    this.done = page.getByRole('dialog', { name: 'The device is linked' });
    this.code = this.dialog.getByLabel('Code', { exact: true });
    this.error = this.dialog.getByRole('alert');
  }

  /** From the page of the account. */
  async open(): Promise<void> {
    await this.#page
      .getByRole('main')
      .getByRole('button', { name: /^More for / })
      .click();
    await this.#page.getByRole('menuitem', { name: 'Link a device' }).click();
  }

  async approve(code: string): Promise<void> {
    await this.code.fill(code);
    await this.dialog.getByRole('button', { name: 'Approve' }).click();
  }

  async close(): Promise<void> {
    await this.done.getByRole('button', { name: 'Done' }).click();
  }
}
