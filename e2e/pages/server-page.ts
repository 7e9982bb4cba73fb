import type { Locator, Page } from '@playwright/test';

/** The page of one server. */
export class ServerPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly copyToken: Locator;
  readonly tokens: Locator;
  readonly addresses: Locator;
  readonly facts: Locator;
  readonly source: Locator;
  readonly error: Locator;
  /** Whether tokens may go unencrypted. */
  readonly plainHttpSetting: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1 });
    this.copyToken = main.getByRole('button', { name: /^(Copy token|Mint & copy): / });
    this.tokens = main.getByRole('list', { name: 'Tokens' });
    this.addresses = main.getByRole('region', { name: 'Connection', exact: true });
    this.facts = main.getByRole('region', { name: 'Details', exact: true });
    this.source = main.getByRole('region', { name: 'Advanced', exact: true });
    this.error = main.getByRole('alert');
    this.plainHttpSetting = main.getByRole('checkbox', { name: 'Allow unencrypted connections' });
  }

  address(uri: string): Locator {
    return this.addresses.getByRole('listitem').filter({ hasText: uri });
  }

  async mint(): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: /^More actions/ })
      .click();
    await this.page.getByRole('menuitem', { name: 'Mint a new one' }).click();
  }

  async checkAddresses(): Promise<void> {
    await this.addresses.getByRole('button', { name: 'Test all addresses' }).click();
  }

  /** Unfolds how it is reached and what it is. */
  async unfold(): Promise<void> {
    await this.addresses.getByRole('button', { name: 'Connection', exact: true }).click();
    await this.facts.getByRole('button', { name: 'Details', exact: true }).click();
  }

  async askAboutSource(): Promise<void> {
    await this.source.getByRole('button', { name: 'Advanced' }).click();
  }
}
