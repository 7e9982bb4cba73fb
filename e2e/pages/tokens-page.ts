import type { Locator, Page } from '@playwright/test';

/** The list of transient tokens. */
export class TokensPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1, name: 'Tokens' });
    this.rows = main
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: /^More: token/ }) });
  }

  row(server: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('button', { name: server, exact: true }) });
  }

  async copy(server: string): Promise<void> {
    await this.row(server)
      .getByRole('button', { name: `Copy token of ${server}` })
      .click();
  }

  async openForms(server: string): Promise<void> {
    await this.row(server)
      .getByRole('button', { name: `Choose a form for token of ${server}` })
      .click();
  }

  async copyAs(server: string, form: string): Promise<void> {
    await this.openForms(server);
    await this.page.getByRole('menuitem', { name: form }).click();
  }

  async reveal(server: string): Promise<void> {
    await this.choose(server, 'Reveal');
  }

  /** Something of the row's menu. */
  async choose(server: string, name: string): Promise<void> {
    await this.row(server)
      .getByRole('button', { name: /^More: token/ })
      .click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  async forget(server: string): Promise<void> {
    await this.choose(server, 'Forget…');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Forget token' }).click();
    // As long as a dialog is open, nothing behind it is there for a screen reader.
    await dialog.waitFor({ state: 'hidden' });
  }
}
