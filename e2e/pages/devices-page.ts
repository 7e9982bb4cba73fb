import type { Locator, Page } from '@playwright/test';

type Group = 'This Usher' | 'Other installations of Usher' | 'Apps and players' | 'Media servers';

/** The Devices view. */
export class DevicesPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly rows: Locator;
  readonly search: Locator;
  readonly sort: Locator;
  readonly error: Locator;
  readonly progress: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1, name: /Devices$/ });
    this.rows = main
      .getByRole('listitem')
      .filter({ has: page.getByRole('checkbox', { name: /^Select / }) });
    this.search = main.getByRole('searchbox', { name: 'Search devices' });
    this.sort = main.getByRole('combobox', { name: 'Sort by' });
    this.error = main.getByRole('alert');
    this.progress = main.getByRole('progressbar', { name: 'Devices revoked' });
    this.dialog = page.getByRole('dialog', { name: /^Revoke / });
  }

  group(name: Group): Locator {
    return this.page.getByRole('main').getByRole('region', { name });
  }

  row(name: string): Locator {
    return this.rows.filter({
      has: this.page.getByRole('checkbox', { name: `Select ${name}`, exact: true }),
    });
  }

  async select(name: string): Promise<void> {
    await this.row(name).getByRole('checkbox').check();
  }

  async selectAll(group: Group): Promise<void> {
    await this.group(group)
      .getByRole('checkbox', { name: /^Select all/ })
      .check();
  }

  async askToRevoke(name: string): Promise<void> {
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
