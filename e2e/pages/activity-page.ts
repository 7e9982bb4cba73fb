import type { Locator, Page } from '@playwright/test';

/** The list of what was done with tokens. */
export class ActivityPage {
  readonly page: Page;
  readonly entries: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.entries = main.getByRole('listitem');
    this.search = main.getByRole('searchbox');
  }

  /** Everything of this kind, on whatever server. */
  entriesOf(deed: string): Locator {
    return this.entries.filter({ hasText: deed });
  }

  /** Something of the page's menu. */
  async choose(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More actions for activity' }).click();
    await this.page.getByRole('menuitem', { name }).click();
  }
}
