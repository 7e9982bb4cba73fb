import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures/expect.ts';
import { pressWhileThere } from './press-while-there.ts';

/** The Sign in view: the ways to choose from, or the one that was opened. */
export class SignInPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly continueInBrowser: Locator;
  readonly useCode: Locator;
  readonly usePassword: Locator;
  /** Back to the ways. */
  readonly otherWays: Locator;
  readonly tryAgain: Locator;
  readonly login: Locator;
  readonly password: Locator;
  readonly verificationCode: Locator;
  readonly keepSignedIn: Locator;
  readonly submit: Locator;
  /** What is typed, and what sends it. */
  readonly form: Locator;
  readonly error: Locator;
  /** The four characters, as a screen reader is told them. */
  readonly spokenCode: Locator;
  /** The same, as they are seen. */
  readonly tiles: Locator;
  readonly qrCode: Locator;
  /** Plex has been asked, and the person has not approved it yet. */
  readonly waiting: Locator;
  readonly keychainTrouble: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1 });
    this.continueInBrowser = main.getByRole('button', { name: 'Continue in browser' });
    this.useCode = main.getByRole('button', { name: 'Use a code' });
    this.usePassword = main.getByRole('button', { name: 'Use a password' });
    this.otherWays = main.getByRole('button', { name: 'Other ways to sign in' });
    this.tryAgain = main.getByRole('button', { name: 'Try again', exact: true });
    this.login = main.getByLabel('Username or email');
    this.password = main.getByLabel('Password', { exact: true });
    this.verificationCode = main.getByRole('textbox', { name: 'Verification code' });
    this.keepSignedIn = main.getByRole('checkbox', { name: 'Keep me signed in' });
    this.submit = main.getByRole('button', { name: 'Sign in', exact: true });
    this.form = main.locator('form');
    this.error = main.getByRole('alert');
    this.spokenCode = main.getByText(/^Code: . . . .$/);
    this.tiles = main.locator('[data-code]');
    this.qrCode = main.getByRole('img', { name: 'QR code' });
    this.waiting = main.getByText('Waiting for plex.tv…');
    this.keychainTrouble = main.getByRole('region', { name: 'Keychain' });
  }

  async startBrowser(): Promise<void> {
    await this.continueInBrowser.click();
  }

  async startCode(): Promise<void> {
    await this.useCode.click();
  }

  /** The fields of the password, which may be open already. */
  async openPassword(): Promise<void> {
    await expect(this.usePassword.or(this.login)).toBeVisible();
    if (await this.usePassword.isVisible()) await this.usePassword.click();
    await expect(this.login).toBeEnabled();
  }

  async code(): Promise<string> {
    const spoken = await this.spokenCode.textContent();
    return (spoken ?? '').replace('Code:', '').replaceAll(' ', '');
  }

  async enter(login: string, password: string): Promise<void> {
    await this.openPassword();
    await this.login.fill(login);
    await this.password.fill(password);
    await this.submit.click();
  }

  /** The last digit sends it. */
  async enterCode(code: string): Promise<void> {
    await this.verificationCode.fill(code);
  }

  /** Gives up what is under way, for the ways. */
  async cancel(): Promise<void> {
    await this.otherWays.click();
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
