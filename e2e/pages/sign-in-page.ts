import type { Locator, Page } from '@playwright/test';
import { pressWhileThere } from './press-while-there.ts';

/** The Sign in view: the three ways, or the one that is under way. */
export class SignInPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly ways: Locator;
  readonly browserWay: Locator;
  readonly passwordWay: Locator;
  readonly login: Locator;
  readonly password: Locator;
  readonly verificationCode: Locator;
  readonly keepSignedIn: Locator;
  readonly submit: Locator;
  readonly error: Locator;
  /** The four characters, as a screen reader is told them. */
  readonly spokenCode: Locator;
  readonly qrCode: Locator;
  /** What of the time of the attempt is left. */
  readonly timeLeft: Locator;
  readonly keychainTrouble: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1 });
    this.ways = main.getByRole('group', { name: 'Ways to sign in' });
    this.browserWay = main.getByRole('region', { name: 'With your browser' });
    this.passwordWay = main.getByRole('region', { name: 'With your password' });
    this.login = main.getByLabel('Username or email');
    this.password = main.getByLabel('Password', { exact: true });
    this.verificationCode = main.getByLabel('Verification code');
    this.keepSignedIn = main.getByRole('checkbox', { name: 'Keep me signed in' });
    this.submit = this.passwordWay.getByRole('button', { name: 'Sign in' });
    this.error = main.getByRole('alert');
    this.spokenCode = main.getByText(/^Code: . . . .$/);
    this.qrCode = main.getByRole('img', { name: 'QR code' });
    this.timeLeft = main.getByRole('timer');
    this.keychainTrouble = main.getByRole('region', { name: 'Keychain' });
  }

  async startBrowser(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open browser' }).click();
  }

  async startCode(): Promise<void> {
    await this.page.getByRole('button', { name: 'Show a code' }).click();
  }

  async code(): Promise<string> {
    const spoken = await this.spokenCode.textContent();
    return (spoken ?? '').replace('Code:', '').replaceAll(' ', '');
  }

  async enter(login: string, password: string): Promise<void> {
    await this.login.fill(login);
    await this.password.fill(password);
    await this.submit.click();
  }

  async enterCode(code: string): Promise<void> {
    await this.verificationCode.fill(code);
    await this.submit.click();
  }

  async cancel(): Promise<void> {
    await this.page.getByRole('button', { name: 'Cancel' }).click();
  }

  async tryKeychainAgain(): Promise<void> {
    await pressWhileThere(this.keychainTrouble.getByRole('button', { name: 'Try again' }));
  }

  /** What tells how to mend the keychain. */
  async openDoctor(): Promise<void> {
    await this.keychainTrouble.getByRole('button', { name: 'Find the problem' }).click();
  }

  async useSessionOnly(): Promise<void> {
    await this.page.getByRole('button', { name: 'Continue without saving' }).click();
  }
}
