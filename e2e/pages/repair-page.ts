import type { Locator, Page } from '@playwright/test';

/** The run through the accounts that Plex has signed out. */
export class RepairPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly progress: Locator;
  readonly rows: Locator;
  /** Whom the sign-in that is offered is for. */
  readonly current: Locator;
  /** The programs that lost their tokens with the accounts. */
  readonly apps: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1 });
    this.progress = main.getByRole('progressbar');
    this.rows = main
      .getByRole('list', { name: 'Accounts to sign in to again' })
      .getByRole('listitem');
    this.apps = main
      .getByRole('list', { name: 'Apps that need a new token' })
      .locator(':scope > li');
    this.current = main.getByRole('heading', { level: 2, name: /^Sign in again as / });
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  app(name: string): Locator {
    return this.apps.filter({ hasText: name });
  }

  async replaceApps(): Promise<void> {
    await this.page.getByRole('button', { name: /^Make (\d+ )?new tokens?$/ }).click();
  }

  async copyTokenOf(app: string): Promise<void> {
    await this.app(app)
      .getByRole('button', { name: /^Copy token: / })
      .click();
  }

  async skip(): Promise<void> {
    await this.page.getByRole('button', { name: 'Skip', exact: true }).click();
  }

  async finish(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Done' }).click();
  }
}
