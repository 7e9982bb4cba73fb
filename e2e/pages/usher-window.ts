import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures/expect.ts';
import { onceTheKeychainAnswers } from '../fixtures/once-the-keychain-answers.ts';
import { AccountPage } from './account-page.ts';
import { ActivityPage } from './activity-page.ts';
import { AppsPage } from './apps-page.ts';
import { ClipboardBar } from './clipboard-bar.ts';
import { DevicesPage } from './devices-page.ts';
import { IdentifyPage } from './identify-page.ts';
import { OverviewPage } from './overview-page.ts';
import { Palette } from './palette.ts';
import { RepairPage } from './repair-page.ts';
import { HomePage } from './home-page.ts';
import { LinkDialog } from './link-dialog.ts';
import { pressWhileThere } from './press-while-there.ts';
import { ServerPage } from './server-page.ts';
import { ServersPage } from './servers-page.ts';
import { SettingsPage } from './settings-page.ts';
import { Sidebar } from './sidebar.ts';
import { SignInPage } from './sign-in-page.ts';
import { SourcePage } from './source-page.ts';
import { TokensPage } from './tokens-page.ts';

/** The app's window: every view it can show. */
export class UsherWindow {
  readonly page: Page;
  /** The pane beside the sidebar. Behind a dialog it is not there for readers. */
  readonly main: Locator;
  /** The one that is open. */
  readonly dialog: Locator;
  /** Where what happened without the person asking is told: in the overview, or before there is an account. */
  readonly notices: Locator;
  /** What is said to readers and seen by nobody, for as long as it takes to be read. */
  readonly announcement: Locator;
  /** What the keychain wants of the person, in the overview. */
  readonly keychainTrouble: Locator;
  readonly sidebar: Sidebar;
  readonly palette: Palette;
  readonly overview: OverviewPage;
  readonly signIn: SignInPage;
  readonly account: AccountPage;
  readonly repair: RepairPage;
  readonly home: HomePage;
  readonly link: LinkDialog;
  readonly servers: ServersPage;
  readonly server: ServerPage;
  readonly source: SourcePage;
  readonly devices: DevicesPage;
  readonly tokens: TokensPage;
  readonly apps: AppsPage;
  readonly identify: IdentifyPage;
  readonly activity: ActivityPage;
  readonly settings: SettingsPage;
  readonly clipboard: ClipboardBar;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.dialog = page.getByRole('dialog');
    this.notices = this.main.getByRole('region', { name: /^(Notices|Needs attention)$/ });
    this.announcement = page.locator('[data-announcements]');
    this.keychainTrouble = this.main
      .getByRole('region', { name: 'Needs attention' })
      .getByRole('listitem')
      .filter({ hasText: /keychain/i })
      .first();
    this.sidebar = new Sidebar(page);
    this.palette = new Palette(page);
    this.overview = new OverviewPage(page);
    this.signIn = new SignInPage(page);
    this.account = new AccountPage(page);
    this.repair = new RepairPage(page);
    this.home = new HomePage(page);
    this.link = new LinkDialog(page);
    this.servers = new ServersPage(page);
    this.server = new ServerPage(page);
    this.source = new SourcePage(page);
    this.devices = new DevicesPage(page);
    this.tokens = new TokensPage(page);
    this.apps = new AppsPage(page);
    this.identify = new IdentifyPage(page);
    this.activity = new ActivityPage(page);
    this.settings = new SettingsPage(page);
    this.clipboard = new ClipboardBar(page);
  }

  /** What the pane says, as people see it; what is announced at the same time stands elsewhere. */
  told(text: string | RegExp): Locator {
    return this.main.getByText(text);
  }

  /** What the toast says was done. */
  done(text: string): Locator {
    return this.page.getByRole('region', { name: 'Done' }).getByText(text);
  }

  /** From now on keeps what is announced, which stands there for a moment only. */
  async listenToAnnouncements(): Promise<void> {
    await this.announcement.evaluate((region) => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      new MutationObserver(() => {
        if (region.textContent !== '') heard.push(region.textContent);
      }).observe(region, { characterData: true, childList: true, subtree: true });
    });
  }

  heardAnnouncements(): Promise<readonly string[]> {
    return this.page.evaluate(() => (globalThis as unknown as { heard: readonly string[] }).heard);
  }

  async tryKeychainAgain(): Promise<void> {
    await this.sidebar.openOverview();
    await pressWhileThere(this.keychainTrouble.getByRole('button', { name: 'Try again' }));
  }

  /**
   * Presses "Try again" as often as it is offered, until this holds. A call that was under way when the keychain was
   * unlocked may never be answered, and is offered again once it is given up.
   */
  async tryKeychainUntil(works: () => Promise<void>): Promise<void> {
    await expect(async () => {
      await this.tryKeychainAgain();
      await works();
    }).toPass(onceTheKeychainAnswers);
  }

  /** Opens the menu that a narrow window has its sidebar behind; a wide one has none. */
  async openMenu(): Promise<void> {
    // Behind a dialog that closes nothing is there for readers, and so no menu.
    await expect(this.main).toBeVisible();
    const menu = this.page.getByRole('button', { name: 'Menu' });
    if (await menu.isVisible()) await menu.click();
  }
}
