import type { Locator, Page } from '@playwright/test';

/** The Account view. */
export class AccountPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly token: Locator;
  readonly error: Locator;
  /** The one of them that is no fault. */
  readonly offline: Locator;
  readonly refreshButton: Locator;
  readonly more: Locator;
  readonly dataTab: Locator;
  readonly recordTree: Locator;
  readonly recordSearch: Locator;
  /** The line that was found. */
  readonly recordMatch: Locator;
  readonly signOutDialog: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1 });
    this.token = main.getByRole('region', { name: 'Account token' });
    this.offline = main.getByRole('status').filter({ hasText: 'Offline.' });
    this.error = main.getByRole('alert').or(this.offline);
    this.refreshButton = main.getByRole('button', { name: 'Refresh' });
    this.more = main.getByRole('button', { name: /^More for / });
    this.dataTab = main.getByRole('button', { name: 'Data', exact: true });
    this.recordTree = main.getByRole('tree', { name: 'Account record' });
    this.recordSearch = main.getByRole('searchbox', { name: 'Search the record' });
    this.recordMatch = this.recordTree.locator('[aria-current="true"]');
    this.signOutDialog = page.getByRole('dialog', { name: /^Sign(ed|ing)? out / });
  }

  group(title: string): Locator {
    return this.page.getByRole('main').getByRole('region', { name: title });
  }

  /** What stands behind a name in one of the groups. */
  field(group: string, name: string): Locator {
    const term = this.page
      .getByRole('term')
      .filter({ has: this.page.getByText(name, { exact: true }) });
    return this.group(group).locator('div').filter({ has: term }).last().locator('dd');
  }

  async copyToken(): Promise<void> {
    await this.token.getByRole('button', { name: 'Copy account token' }).click();
  }

  /** The text itself, while it is revealed. */
  revealedToken(secret: string): Locator {
    return this.token.getByText(secret);
  }

  async revealToken(): Promise<void> {
    await this.token.getByRole('button', { name: 'Reveal account token' }).click();
  }

  async refresh(): Promise<void> {
    await this.refreshButton.click();
  }

  /** All fields in words, those too of which Plex tells nothing. */
  async openData(): Promise<void> {
    await this.dataTab.click();
    await this.page.getByRole('button', { name: /^Show .+ empty fields$/ }).click();
  }

  async openRecord(): Promise<void> {
    await this.dataTab.click();
    await this.showJson();
  }

  /** In place of the fields. */
  async showJson(): Promise<void> {
    await this.page.getByRole('main').getByText('JSON', { exact: true }).click();
  }

  async askToSignOut(): Promise<void> {
    await this.more.click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
  }

  async signOut(): Promise<void> {
    await this.askToSignOut();
    await this.signOutDialog.getByRole('button', { name: 'Sign out' }).click();
  }

  /** Once everything is proved, puts the dialog away. */
  async finishSigningOut(): Promise<void> {
    await this.signOutDialog.getByRole('button', { name: 'Done' }).click();
    await this.signOutDialog.waitFor({ state: 'hidden' });
  }

  async removeLocally(): Promise<void> {
    await this.signOutDialog.getByRole('button', { name: 'Remove from this computer' }).click();
  }
}
