import type { Page } from '@playwright/test';
import { AccountPage } from './account-page.ts';
import { ClipboardBar } from './clipboard-bar.ts';
import { PlainHttp } from './plain-http.ts';
import { DevicesPage } from './devices-page.ts';
import { IdentifyPage } from './identify-page.ts';
import { RepairPage } from './repair-page.ts';
import { HomePage } from './home-page.ts';
import { LinkDialog } from './link-dialog.ts';
import { ServerPage } from './server-page.ts';
import { ServersPage } from './servers-page.ts';
import { Sidebar } from './sidebar.ts';
import { SignInPage } from './sign-in-page.ts';
import { SourcePage } from './source-page.ts';
import { TokensPage } from './tokens-page.ts';

/** The app's window: every view it can show. */
export class UsherWindow {
  readonly page: Page;
  readonly sidebar: Sidebar;
  readonly signIn: SignInPage;
  readonly account: AccountPage;
  readonly repair: RepairPage;
  readonly home: HomePage;
  readonly link: LinkDialog;
  readonly servers: ServersPage;
  readonly server: ServerPage;
  readonly plainHttp: PlainHttp;
  readonly source: SourcePage;
  readonly devices: DevicesPage;
  readonly tokens: TokensPage;
  readonly identify: IdentifyPage;
  readonly clipboard: ClipboardBar;

  constructor(page: Page) {
    this.page = page;
    this.sidebar = new Sidebar(page);
    this.signIn = new SignInPage(page);
    this.account = new AccountPage(page);
    this.repair = new RepairPage(page);
    this.home = new HomePage(page);
    this.link = new LinkDialog(page);
    this.servers = new ServersPage(page);
    this.server = new ServerPage(page);
    this.plainHttp = new PlainHttp(page);
    this.source = new SourcePage(page);
    this.devices = new DevicesPage(page);
    this.tokens = new TokensPage(page);
    this.identify = new IdentifyPage(page);
    this.clipboard = new ClipboardBar(page);
  }
}
