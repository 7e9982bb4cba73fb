import type { Page } from '@playwright/test';
import { resizeWindow, type WindowSize } from '../fixtures/resize-window.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';

/** The window as it opens. */
export const usualSize: WindowSize = { width: 1080, height: 720, zoom: 1 };

/** One for each layout there is a drawing of; first the one that a chapter is in, since some of what is seen passes. */
const sizes: readonly WindowSize[] = [
  usualSize,
  { width: 320, height: 640, zoom: 1 },
  { width: 800, height: 720, zoom: 1 },
  { width: 1920, height: 1080, zoom: 1 },
];

/**
 * Has the app's window, or a page of a browser, looked at in each size, and leaves it in the usual one. Nothing scrolls
 * sideways in any of them.
 */
export async function inEachSize(
  shown: UsherApp | Page,
  look: (width: number) => Promise<void>,
): Promise<void> {
  const page = 'electron' in shown ? shown.page : shown;
  const resize = (size: WindowSize): Promise<void> =>
    'electron' in shown ? resizeWindow(shown, size) : shown.setViewportSize(size);
  for (const size of sizes) {
    await resize(size);
    await expectNoSidewaysScroll(page);
    await look(size.width);
  }
  await resize(usualSize);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );
}
