import type { Locator, Page } from '@playwright/test';
import { chooseOption } from './choose-option.ts';

/** The page that asks a server about a source. */
export class SourcePage {
  readonly page: Page;
  readonly heading: Locator;
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
    this.heading = main.getByRole('heading', { level: 1 });
    this.field = main.getByRole('textbox', { name: 'Source' });
    this.knownServer = main.getByRole('combobox', { name: 'Known server' });
    this.askWith = main.getByRole('combobox', { name: 'Ask with' });
    this.lookAgain = main.getByRole('checkbox', { name: 'Have the server look again' });
    this.ask = main.getByRole('button', { name: 'Ask server' });
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
