import type { Locator, Page } from '@playwright/test';

/** The page that tells what a pasted token is. */
export class IdentifyPage {
  readonly heading: Locator;
  readonly type: Locator;
  readonly field: Locator;
  readonly clipboard: Locator;
  readonly forgetAll: Locator;
  readonly error: Locator;
  /** Every token that was found. */
  readonly found: Locator;
  readonly keepDialog: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1 });
    this.type = main.getByRole('button', { name: 'Type or paste' });
    this.field = main.getByRole('textbox', { name: 'Token or text' });
    this.clipboard = main.getByRole('button', { name: 'Use clipboard' });
    this.forgetAll = main.getByRole('button', { name: 'Forget all' });
    this.error = main.getByRole('alert');
    this.found = main.getByRole('region');
    this.keepDialog = page.getByRole('dialog');
  }

  /** The token that was told by these words. Names stand isolated in them, between two signs that are not seen. */
  token(title: string | RegExp): Locator {
    return this.found.filter({ hasText: title });
  }

  async paste(text: string): Promise<void> {
    await this.type.click();
    await this.field.fill(text);
    await this.field.press('Control+Enter');
  }

  /** Keeps the token of the one account that was found. */
  async keep(): Promise<void> {
    await this.found.getByRole('button', { name: 'Add as account' }).click();
    await this.keepDialog.getByRole('button', { name: 'Add anyway' }).click();
  }
}
