import type { Locator, Page } from '@playwright/test';

/** The Devices view. */
export class DevicesPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly rows: Locator;
  /** That of this Usher, below the others. */
  readonly own: Locator;
  readonly search: Locator;
  readonly show: Locator;
  readonly sort: Locator;
  readonly error: Locator;
  readonly progress: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1, name: /Devices$/ });
    this.rows = main
      .getByRole('row')
      .filter({ has: page.getByRole('checkbox', { name: /^Select (?!all devices$)/ }) });
    this.own = main.getByRole('table', { name: 'This computer' }).getByRole('row');
    this.search = main.getByRole('searchbox', { name: 'Search devices' });
    this.show = main.getByRole('combobox', { name: 'Show devices' });
    this.sort = main.getByRole('combobox', { name: 'Sort devices' });
    this.error = main.getByRole('alert');
    this.progress = main.getByRole('progressbar', { name: 'Devices revoked' });
    this.dialog = page.getByRole('dialog', { name: /^Revoke / });
  }

  row(name: string): Locator {
    return this.rows.filter({
      has: this.page.getByRole('checkbox', { name: `Select ${name}`, exact: true }),
    });
  }

  async select(name: string): Promise<void> {
    await this.row(name).getByRole('checkbox').check();
  }

  async selectAll(): Promise<void> {
    await this.page.getByRole('checkbox', { name: 'Select all devices' }).check();
  }

  async askToRevoke(name: string): Promise<void> {
    await this.row(name).hover();
    await this.row(name)
      .getByRole('button', { name: `Revoke ${name}` })
      .click();
  }

  async askToRevokeSelected(): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: /^Revoke [\d,]+ devices?$/ })
      .click();
  }

  async confirm(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^Revoke/ }).click();
  }

  async refresh(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Refresh' }).first().click();
  }
}
