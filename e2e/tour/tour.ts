import type { Locator, Page } from '@playwright/test';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../fixtures/project-root.ts';
import { until } from '../fixtures/until.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';

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

  /** The whole window as the screen has it; for one that is zoomed, which a picture of the page alone would cut off. */
  async pictureOfWindow(usher: UsherApp, name: string): Promise<void> {
    await this.#inEachScheme(usher.page, name, async (path) => {
      const capture = (): Promise<string> =>
        usher.electron.evaluate(async ({ BrowserWindow }) => {
          const [shown] = BrowserWindow.getAllWindows();
          return (await shown?.webContents.capturePage())?.toPNG().toString('base64') ?? '';
        });
      // What is on the screen may still be of the other scheme, in parts: until it stays as it is.
      let last = '';
      const picture = await until('the window to be drawn', async () => {
        await usher.page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        const shown = await capture();
        const isDone = shown !== '' && shown === last;
        last = shown;
        return isDone ? shown : null;
      });
      await writeFile(path, Buffer.from(picture, 'base64'));
    });
  }

  /** The window as it is, or scrolled to a place in it. */
  async picture(page: Page, name: string, place?: Locator): Promise<void> {
    await place?.evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
    await this.#inEachScheme(page, name, async (path) => {
      await page.screenshot({ path, animations: 'disabled' });
    });
  }

  async #inEachScheme(
    page: Page,
    name: string,
    take: (path: string) => Promise<void>,
  ): Promise<void> {
    this.#pictureCount += 1;
    const number = String(this.#pictureCount).padStart(2, '0');
    for (const colorScheme of ['dark', 'light'] as const) {
      // Else the colours are still on their way from one scheme to the other.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await take(join(folder, `${number}-${name}-${colorScheme}.png`));
    }
  }
}
