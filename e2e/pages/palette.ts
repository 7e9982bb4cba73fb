import type { Locator, Page } from '@playwright/test';

/** What the search field of the sidebar opens, and Ctrl+K. */
export class Palette {
  readonly dialog: Locator;
  readonly field: Locator;
  /** What Enter is about. */
  readonly marked: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Search' });
    this.field = this.dialog.getByRole('combobox');
    this.rows = this.dialog.getByRole('option');
    this.marked = this.dialog.getByRole('option', { selected: true });
  }
}
