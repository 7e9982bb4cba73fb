import type { Locator, Page } from '@playwright/test';

/** The Plex Home view. */
export class HomePage {
  readonly list: Locator;
  readonly rows: Locator;
  readonly pinDialog: Locator;

  constructor(page: Page) {
    this.list = page.getByRole('main').getByRole('list', { name: 'Users of the Home' });
    this.rows = this.list.getByRole('listitem');
    this.pinDialog = page.getByRole('dialog', { name: /’s PIN$/ });
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  async getToken(name: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: `Add to Usher: ${name}` })
      .click();
  }

  async enterPin(pin: string): Promise<void> {
    await this.pinDialog.getByLabel('PIN', { exact: true }).fill(pin);
  }

  async open(name: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: `Open ${name}` })
      .click();
  }
}
