import type { Locator, Page } from '@playwright/test';
import { chooseOption } from './choose-option.ts';

/** Where a server is asked about a source, on its page. */
export class SourcePage {
  readonly page: Page;
  readonly field: Locator;
  readonly knownServer: Locator;
  /** There where a transient token of the server is valid. */
  readonly askWith: Locator;
  readonly lookAgain: Locator;
  readonly ask: Locator;
  readonly error: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.field = main.getByRole('textbox', { name: 'Source' });
    this.knownServer = main.getByRole('combobox', { name: 'Known server' });
    this.askWith = main.getByRole('combobox', { name: 'Ask with' });
    this.lookAgain = main.getByRole('checkbox', { name: 'Skip the server’s cache' });
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
    await chooseOption(this.knownServer, name);
    await this.ask.click();
  }
}
