import type { Locator, Page } from '@playwright/test';

/** Where a server is asked about a source, on its page. */
export class SourcePage {
  readonly page: Page;
  readonly field: Locator;
  readonly ask: Locator;
  readonly error: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.field = main.getByRole('combobox', { name: 'Source' });
    this.ask = main.getByRole('button', { name: 'Resolve' });
    this.error = main.getByRole('alert');
  }

  /** What the answer says of one device. */
  device(name: string): Locator {
    return this.page.getByRole('main').getByRole('region', { name });
  }

  async askFor(source: string): Promise<void> {
    await this.field.fill(source);
    await this.ask.click();
  }

  async askForServer(name: string): Promise<void> {
    await this.field.fill(name);
    await this.page.getByRole('option', { name, exact: true }).click();
    await this.ask.click();
  }

  /** What is asked with, or whether the server looks anew. */
  async choose(name: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'More options' }).click();
    await this.page.getByRole('menuitemradio', { name }).click();
  }
}
