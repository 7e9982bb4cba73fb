import type { Locator, Page } from '@playwright/test';

/** The page of one server. */
export class ServerPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly minting: Locator;
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
    this.minting = main.getByRole('region', { name: 'Transient token', exact: true });
    this.tokens = main.getByRole('list', { name: 'Transient tokens of this server' });
    this.addresses = main.getByRole('region', { name: 'Addresses' });
    this.facts = main.getByRole('region', { name: 'Server', exact: true });
    this.source = main.getByRole('region', { name: 'Source', exact: true });
    this.error = main.getByRole('alert');
    this.plainHttpSetting = main.getByRole('checkbox', { name: /over plain HTTP$/ });
  }

  address(uri: string): Locator {
    return this.addresses.getByRole('listitem').filter({ hasText: uri });
  }

  async mint(): Promise<void> {
    await this.minting.getByRole('button', { name: /^More actions/ }).click();
    await this.page.getByRole('menuitem', { name: 'Mint a new one' }).click();
  }

  async checkAddresses(): Promise<void> {
    await this.addresses.getByRole('button', { name: 'Check addresses' }).click();
  }

  async askAboutSource(): Promise<void> {
    await this.source.getByRole('button', { name: 'Ask about a source' }).click();
  }
}
