import type { Locator, Page } from '@playwright/test';
import { chooseOption } from './choose-option.ts';

/** The programs that have a token of their own. */
export class AppsPage {
  readonly page: Page;
  readonly heading: Locator;
  /** Every program. */
  readonly cards: Locator;
  readonly error: Locator;
  /** The one that is open: to add an app or a file, to rotate, or to revoke. */
  readonly dialog: Locator;
  /** How the file that is to be chosen is written, and which value of it is the token. */
  readonly format: Locator;
  readonly key: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1, name: 'Apps' });
    this.cards = main
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 2 }) });
    this.error = main.getByRole('alert');
    this.dialog = page.getByRole('dialog');
    this.format = this.dialog.getByRole('combobox', { name: 'Format' });
    this.key = this.dialog.getByRole('textbox', { name: 'Key' });
  }

  card(app: string): Locator {
    return this.cards.filter({
      has: this.page.getByRole('heading', { level: 2, name: app, exact: true }),
    });
  }

  /** One of its files, with what is to be done about it. */
  file(app: string, path: string): Locator {
    return this.card(app).getByRole('listitem').filter({ hasText: path });
  }

  async askToAdd(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Add app' }).click();
  }

  /** Makes the token; what comes next asks for a file. */
  async add(app: string): Promise<void> {
    await this.askToAdd();
    await this.dialog.getByRole('combobox', { name: 'Program' }).fill(app);
    // The list of programs lies over the rest until it is left.
    await this.dialog.getByRole('combobox', { name: 'Program' }).press('Escape');
    await this.dialog.getByRole('button', { name: 'Add app' }).click();
    await this.format.waitFor();
  }

  async askToAddFile(app: string): Promise<void> {
    await this.choose(app, 'Add file…');
    await this.format.waitFor();
  }

  async chooseFormat(name: RegExp): Promise<void> {
    await chooseOption(this.format, name);
  }

  /** Has the system ask for the file that is described in the dialog. */
  async chooseFile(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Choose file…' }).click();
  }

  /** Something of the card's menu. */
  async choose(app: string, name: string): Promise<void> {
    await this.card(app)
      .getByRole('button', { name: `More for ${app}` })
      .click();
    await this.page.getByRole('menuitem', { name, exact: true }).click();
  }

  async copy(app: string): Promise<void> {
    await this.choose(app, 'Copy token');
  }

  async rotate(app: string): Promise<void> {
    await this.card(app)
      .getByRole('button', { name: `Rotate token of ${app}` })
      .click();
  }

  async finishRotation(app: string): Promise<void> {
    await this.card(app)
      .getByRole('button', { name: `Finish rotation of ${app}` })
      .click();
  }

  async write(app: string, path: string): Promise<void> {
    await this.file(app, path)
      .getByRole('button', { name: /^Write…/ })
      .click();
  }

  async reviewChange(app: string, path: string): Promise<void> {
    await this.file(app, path)
      .getByRole('button', { name: /^Review change/ })
      .click();
  }

  async restrictAccess(app: string, path: string): Promise<void> {
    await this.file(app, path)
      .getByRole('button', { name: /^Restrict access/ })
      .click();
  }

  /** Revokes it, and clears its files too where `isClearing` says so. */
  async revoke(app: string, isClearing = false): Promise<void> {
    await this.choose(app, 'Revoke…');
    if (isClearing) await this.dialog.getByRole('checkbox').check();
    await this.dialog.getByRole('button', { name: 'Revoke token' }).click();
    // As long as a dialog is open, nothing behind it is there for a screen reader.
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** What the person chooses is scanned. */
  async scan(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Scan files…' }).click();
  }

  /** A program that uses a token which was found in files. */
  use(name: string): Locator {
    return this.page
      .getByRole('main')
      .getByRole('region', { name: 'Found in files' })
      .getByRole('listitem')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .last();
  }

  async forgetFound(): Promise<void> {
    await this.page
      .getByRole('region', { name: 'Found in files' })
      .getByRole('button', { name: 'Forget' })
      .click();
  }

  async adopt(name: string): Promise<void> {
    await this.use(name).getByRole('button').click();
  }

  async refresh(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Refresh apps' }).click();
  }
}
