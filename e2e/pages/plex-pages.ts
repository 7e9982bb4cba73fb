import type { Page } from '@playwright/test';

/** The two pages of Plex that a person meets in a browser: one allows an app, the other takes a code. */
export class PlexPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async approve(link: string, user: string): Promise<void> {
    await this.page.goto(link);
    await this.#choose(user);
    await this.page.getByRole('button', { name: 'Approve' }).click();
    await this.page
      .getByRole('status')
      .filter({ hasText: `Signed in as ${user}` })
      .waitFor();
  }

  async typeCode(link: string, code: string, user: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByLabel('Code').fill(code);
    await this.link(user);
  }

  /** On the link page with a code filled in already. */
  async link(user: string): Promise<void> {
    await this.#choose(user);
    await this.page.getByRole('button', { name: 'Link' }).click();
    await this.page.getByRole('heading', { name: 'App linked' }).waitFor();
  }

  async #choose(user: string): Promise<void> {
    await this.page.locator(`input[name="user"][value="${user}"]`).check();
  }
}
