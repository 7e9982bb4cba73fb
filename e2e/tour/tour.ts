import type { Locator, Page } from '@playwright/test';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../fixtures/project-root.ts';

const folder = join(projectRoot, 'out/tour');

/** Tells what is done, a line a step, and takes pictures of what is to be seen, in light and in dark. */
export class Tour {
  #pictureCount = 0;

  static async begin(): Promise<Tour> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return new Tour();
  }

  get pictureCount(): number {
    return this.#pictureCount;
  }

  /** One step; its line comes once it has held. */
  async step(text: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      process.stdout.write(`✗ ${text}\n`);
      throw error;
    }
    process.stdout.write(`✓ ${text}\n`);
  }

  /** The window as it is, or scrolled to a place in it. */
  async picture(page: Page, name: string, place?: Locator): Promise<void> {
    this.#pictureCount += 1;
    const number = String(this.#pictureCount).padStart(2, '0');
    await place?.evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      const path = join(folder, `${number}-${name}-${colorScheme}.png`);
      await page.screenshot({ path, animations: 'disabled' });
    }
  }
}
