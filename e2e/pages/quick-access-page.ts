import type { Locator, Page } from '@playwright/test';

/** The window that the global shortcut opens. */
export class QuickAccessPage {
  readonly page: Page;
  readonly field: Locator;
  readonly rows: Locator;
  /** What Enter is about. */
  readonly marked: Locator;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole('combobox', { name: 'Copy a token or search' });
    this.rows = page.getByRole('option');
    this.marked = page.getByRole('option', { selected: true });
  }
}
