import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The Settings view. */
export class SettingsPage {
  readonly tokenForm: Locator;
  readonly mintAnew: Locator;
  readonly background: Locator;
  readonly quickAccess: Locator;
  readonly search: Locator;
  readonly sections: Locator;

  readonly #main: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.#main = main;
    this.tokenForm = main.getByRole('combobox', { name: 'Default format' });
    this.quickAccess = main.getByRole('group', { name: 'Quick access' });
    this.search = main.getByRole('searchbox', { name: 'Find a setting' });
    this.sections = main.getByRole('navigation', { name: 'Sections' });
    this.background = main.getByRole('switch', { name: 'Keep running in the background' });
    this.mintAnew = main.getByRole('switch', { name: /^Replace a token/ });
  }

  async chooseTheme(name: 'System' | 'Light' | 'Dark'): Promise<void> {
    await this.#main.getByRole('radio', { name, exact: true }).check();
  }

  /** Begins to record the shortcut of quick access; the keys are for the test to press. */
  async recordShortcut(): Promise<void> {
    await this.quickAccess.getByRole('button', { name: /^(?:Record|Change)$/ }).click();
    await expect(this.quickAccess.getByRole('textbox')).toBeFocused();
  }
}
