import type { Locator, Page } from '@playwright/test';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { projectRoot } from '../fixtures/project-root.ts';
import { until } from '../fixtures/until.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';
import { inEachSize } from './sizes.ts';

class StepFailure extends Error {}

const folder = join(projectRoot, 'out/tour');

/** Tells what is done, a line a step, and takes pictures of what is to be seen, in light and in dark. */
export class Tour {
  #pictureCount = 0;
  #heldCount = 0;
  #failedCount = 0;
  #watched: Page | null = null;

  static async begin(): Promise<Tour> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return new Tour();
  }

  get failedCount(): number {
    return this.#failedCount;
  }

  /** How it went, in one line. */
  get outcome(): string {
    const steps = `${this.#heldCount} steps held, ${this.#failedCount} failed`;
    return `${steps}. Pictures of ${this.#pictureCount} views, light and dark, are in ${relative(projectRoot, folder)}`;
  }

  /** From now on a step that fails is photographed on this page. */
  watch(page: Page): void {
    this.#watched = page;
  }

  /** One step; its line comes once it has held. What it takes for granted may be missing after one that failed. */
  async step(text: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      process.stdout.write(`✗ ${text}\n`);
      await this.#tellOfFailure(error);
      throw new StepFailure(text);
    }
    this.#heldCount += 1;
    process.stdout.write(`✓ ${text}\n`);
  }

  /** Steps that build on each other: after one that fails the rest are left out, and the tour goes on behind them. */
  async chapter(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      // What goes wrong between two steps has not been told yet.
      if (!(error instanceof StepFailure)) await this.#tellOfFailure(error);
    }
  }

  async #tellOfFailure(error: unknown): Promise<void> {
    this.#failedCount += 1;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stdout.write(`${text.replace(/^/gm, '    ')}\n`);
    const path = join(folder, `failed-${this.#failedCount}.png`);
    const isTaken = await this.#watched?.screenshot({ path, timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    const where = relative(projectRoot, path);
    const seen =
      isTaken === true ? `What was to be seen: ${where}` : 'It could not be photographed.';
    process.stdout.write(`    ${seen}\n`);
  }

  /** The whole window as the screen has it; for one that is zoomed, which a picture of the page alone would cut off. */
  async pictureOfWindow(usher: UsherApp, name: string): Promise<void> {
    await this.#inEachScheme(usher.page, this.#numbered(name), async (path) => {
      const capture = (): Promise<string> =>
        usher.electron.evaluate(async ({ BrowserWindow }) => {
          const [shown] = BrowserWindow.getAllWindows();
          return (await shown?.webContents.capturePage())?.toPNG().toString('base64') ?? '';
        });
      // The compositor shows what the page has drawn in its own time, and does not tell when: until it stays as it is.
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

  /** What is to be seen outside of a page, in its own words. */
  async note(name: string, lines: readonly string[]): Promise<void> {
    await writeFile(join(folder, `${this.#numbered(name)}.txt`), `${lines.join('\n')}\n`);
  }

  /** The window as it is, or scrolled to a place in it. */
  async picture(page: Page, name: string, place?: Locator): Promise<void> {
    await this.#photograph(page, this.#numbered(name), place);
  }

  /**
   * The app's window, or a page of a browser, in every size it is drawn in: scrolled to a place in it, or with something
   * shown anew that a change of size puts away.
   */
  async pictures(
    shown: UsherApp | Page,
    name: string,
    what?: Locator | (() => Promise<void>),
  ): Promise<void> {
    const numbered = this.#numbered(name);
    const page = 'electron' in shown ? shown.page : shown;
    await inEachSize(shown, async (width) => {
      if (typeof what === 'function') await what();
      const place = typeof what === 'object' ? what : undefined;
      await this.#photograph(page, `${numbered}-${width}`, place);
    });
  }

  async #photograph(page: Page, name: string, place?: Locator): Promise<void> {
    await place?.evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
    // What was pressed last would look as if the pointer still rested on it.
    await page.mouse.move(0, 0);
    await this.#inEachScheme(page, name, async (path) => {
      // The app's own page never scrolls as a whole; a sheet of the gallery does, where it is higher than the window.
      await page.screenshot({ path, animations: 'disabled', fullPage: true });
    });
  }

  #numbered(name: string): string {
    this.#pictureCount += 1;
    return `${String(this.#pictureCount).padStart(2, '0')}-${name}`;
  }

  async #inEachScheme(
    page: Page,
    name: string,
    take: (path: string) => Promise<void>,
  ): Promise<void> {
    for (const colorScheme of ['dark', 'light'] as const) {
      // With reduced motion the colours change at once; else they would be on their way from one scheme to the other.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await take(join(folder, `${name}-${colorScheme}.png`));
    }
  }
}
