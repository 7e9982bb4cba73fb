import type { Locator, Page } from '@playwright/test';

/** The Overview, which a returning person sees first. */
export class OverviewPage {
  readonly heading: Locator;
  readonly quickCopy: Locator;
  readonly rows: Locator;
  /** The one that has the focus when the view opens. */
  readonly firstRow: Locator;
  readonly attention: Locator;
  readonly tokens: Locator;
  readonly accounts: Locator;
  readonly refreshButton: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1, name: 'Overview' });
    this.quickCopy = main.getByRole('region', { name: 'Quick copy' });
    this.rows = this.quickCopy.getByRole('listitem');
    this.firstRow = this.quickCopy.locator('[data-server-row]').nth(0);
    this.attention = main.getByRole('region', { name: 'Needs attention' });
    this.tokens = main.getByRole('region', { name: 'Active tokens' });
    this.accounts = main.getByRole('region', { name: 'Accounts' });
    this.refreshButton = main.getByRole('button', { name: 'Refresh', exact: true });
  }

  /** The button that takes the focus, and on which Enter copies. */
  row(server: string): Locator {
    return this.quickCopy.getByRole('button', { name: server, exact: true });
  }

  account(name: string): Locator {
    return this.accounts.getByRole('button').filter({ hasText: name });
  }

  async refresh(): Promise<void> {
    await this.refreshButton.click();
  }
}
