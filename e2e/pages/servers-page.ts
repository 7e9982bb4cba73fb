import type { Locator, Page } from '@playwright/test';
import { ServerPage } from './server-page.ts';

/** The Servers view of an account. */
export class ServersPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly rows: Locator;
  readonly search: Locator;
  readonly error: Locator;
  readonly addDialog: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1, name: 'Servers' });
    this.rows = main.getByRole('list', { name: 'Servers' }).getByRole('listitem');
    this.search = main.getByRole('searchbox', { name: 'Filter servers' });
    this.error = main.getByRole('alert');
    this.addDialog = page.getByRole('dialog', { name: 'Add an address' });
  }

  row(server: string): Locator {
    const open = this.page.getByRole('button', { name: server, exact: true });
    return this.page.getByRole('main').getByRole('listitem').filter({ has: open });
  }

  /** While it waits or has just copied it has another name: `row(server)` finds it then too. */
  copyButton(server: string): Locator {
    return this.page.getByRole('main').getByRole('button', {
      name: new RegExp(`^(Copy token|Mint & copy): ${server}$`),
    });
  }

  async copyToken(server: string): Promise<void> {
    await this.copyButton(server).click();
  }

  /** One of the menu that the button has, and the row itself where it is narrow. */
  async choose(server: string, action: string): Promise<void> {
    const row = this.row(server);
    const more = row.getByRole('button', { name: `More actions: ${server}` });
    const name = row.getByRole('button', { name: server, exact: true });
    await name.waitFor();
    if (await more.isVisible()) await more.click();
    else await name.click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  /** Where several accounts reach a server: its row of this one. */
  rowOf(account: string, server: string): Locator {
    return this.row(server).filter({ hasText: `${server}${account}` });
  }

  /** Pins it as this account reaches it, or takes the pin off. */
  async pin(account: string, server: string): Promise<void> {
    await this.rowOf(account, server)
      .getByRole('button', { name: `Pin ${server}` })
      .click();
  }

  async mint(server: string): Promise<void> {
    await this.choose(server, 'Mint a new one');
  }

  /** The server's page as it opens. */
  async show(server: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: server, exact: true }).click();
  }

  /** The server's page with all of it to be seen. */
  async open(server: string): Promise<void> {
    await this.show(server);
    await new ServerPage(this.page).unfold();
  }

  async openAddDialog(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Add a server' }).click();
  }

  async addByAddress(address: string): Promise<void> {
    await this.openAddDialog();
    await this.addDialog.getByLabel('Address of the server').fill(address);
    await this.addDialog.getByRole('button', { name: 'Add address' }).click();
  }

  async refresh(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Refresh' }).first().click();
  }
}
