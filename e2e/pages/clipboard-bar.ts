import type { Locator, Page } from '@playwright/test';

/** The toast that tells what Usher put on the clipboard, and until when. */
export class ClipboardBar {
  readonly bar: Locator;
  readonly timeLeft: Locator;

  constructor(page: Page) {
    this.bar = page.getByRole('region', { name: 'Clipboard' });
    this.timeLeft = this.bar.getByRole('timer');
  }

  async keep(): Promise<void> {
    await this.bar.getByRole('button', { name: 'Don’t clear' }).click();
  }

  async clearNow(): Promise<void> {
    await this.bar.getByRole('button', { name: 'Clear', exact: true }).click();
  }
}
