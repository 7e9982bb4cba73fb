import type { Locator, Page } from '@playwright/test';

/** The list of what was done with tokens. */
export class ActivityPage {
  readonly entries: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.entries = main.getByRole('listitem');
    this.search = main.getByRole('searchbox');
  }

  /** Everything of this kind, on whatever server. */
  entriesOf(deed: string): Locator {
    return this.entries.filter({ hasText: deed });
  }
}
