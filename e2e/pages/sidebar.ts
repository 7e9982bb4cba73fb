import type { Locator, Page } from '@playwright/test';

/** The places and the accounts at the side of every view, and the ways from one view to another. */
export class Sidebar {
  readonly navigation: Locator;
  readonly accounts: Locator;
  /** Tells by its name of notices too. */
  readonly overview: Locator;
  readonly tokens: Locator;
  readonly addAccount: Locator;
  readonly keychain: Locator;
  /** Tells that this Usher talks to a Plex that is made up. */
  readonly demoMark: Locator;

  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.navigation = page.getByRole('navigation', { name: 'Main' });
    // Counted behind a dialog too, where they are there and yet kept from screen readers.
    this.accounts = page
      .getByRole('navigation', { name: 'Main', includeHidden: true })
      .getByRole('button', { name: /Token: /, includeHidden: true });
    this.overview = this.navigation.getByRole('button', { name: /^Overview/ });
    this.tokens = this.navigation.getByRole('button', { name: /^Tokens/ });
    this.addAccount = this.navigation.getByRole('button', {
      name: /^(Add account|Waiting for a sign-in)$/,
    });
    this.demoMark = page.getByText('Demo', { exact: true });
    this.keychain = this.navigation.getByRole('button', { name: /^Keychain/ });
  }

  /** By its own name: a Home user's button tells whose it is as well. */
  account(name: string): Locator {
    return this.accounts.filter({ has: this.#page.locator('bdi').filter({ hasText: name }) });
  }

  /** Of those that have the same name, or begin like it: the newest stands below the others. */
  newestAccount(beginning: string): Locator {
    return this.account(beginning).nth(-1);
  }

  /** Whether the picture of an account is there and has been loaded. */
  hasPicture(name: string): Promise<boolean> {
    return this.account(name)
      .locator('img')
      .evaluateAll((images) =>
        images.some((image) => (image as HTMLImageElement).naturalWidth > 0),
      );
  }

  async openOverview(): Promise<void> {
    await this.overview.click();
  }

  /** The servers of one account. */
  async openServers(account: string): Promise<void> {
    await this.#openTab(account, 'Servers');
  }

  /** The account's own page, whichever of its pages is open. */
  async openProfile(account: string): Promise<void> {
    await this.#openTab(account, 'Profile');
  }

  async openAccount(account: string): Promise<void> {
    await this.account(account).click();
  }

  async openDevices(account: string): Promise<void> {
    await this.#openTab(account, 'Devices');
  }

  async openHome(account: string): Promise<void> {
    await this.#openTab(account, 'Plex Home');
  }

  /** One of the pages of the window. */
  async openPage(name: 'Servers' | 'Apps' | 'Identify' | 'Activity' | 'Settings'): Promise<void> {
    await this.navigation.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  }

  async openTokens(): Promise<void> {
    await this.tokens.click();
  }

  async openKeychain(): Promise<void> {
    await this.keychain.click();
  }

  async openAbout(): Promise<void> {
    await this.navigation.getByRole('button', { name: 'Help' }).click();
    await this.#page.getByRole('menuitem', { name: 'About Usher' }).click();
  }

  async openSignIn(): Promise<void> {
    await this.addAccount.click();
  }

  async #openTab(account: string, name: string): Promise<void> {
    await this.openAccount(account);
    await this.#page
      .getByRole('navigation', { name: 'Pages of this account' })
      .getByRole('button', { name: new RegExp(`^${name}( [\\d,]+)?$`) })
      .click();
  }
}
