import { expect } from '@playwright/test';
import type { RunOnly } from 'axe-core';
import { everyView } from '../fixtures/every-view.ts';
import { judgeAccessibility } from '../fixtures/judge-accessibility.ts';
import { test } from '../fixtures/usher-test.ts';

const everyRule: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
const contrastAlone: RunOnly = { type: 'rule', values: ['color-contrast'] };

const light = { colorScheme: 'light', contrast: 'no-preference' } as const;
/** The same views, which differ in their colours alone. */
const otherColours = [
  ['in dark colours', { ...light, colorScheme: 'dark' }],
  ['with more contrast', { ...light, contrast: 'more' }],
] as const;

test('Every view is accessible, in light and dark colours and with more contrast', async ({
  launch,
  plex,
}) => {
  test.setTimeout(300_000);
  const usher = await launch();
  const { page } = usher;
  const found: string[] = [];
  const show = async (media: typeof light | (typeof otherColours)[number][1]): Promise<void> => {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await page.evaluate(async () => {
      // What is scrolled out of sight would keep the colours it had.
      for (const element of document.querySelectorAll<HTMLElement>('li')) {
        element.style.contentVisibility = 'visible';
      }
      const frame = () => new Promise(requestAnimationFrame);
      await frame();
      // Each box begins to change when the one around it has.
      do await frame();
      while (document.getAnimations().length > 0);
    });
  };
  await show(light);
  await everyView(usher, plex, async (view) => {
    found.push(...(await judgeAccessibility(page, view, everyRule)));
    for (const [name, media] of otherColours) {
      await show(media);
      found.push(...(await judgeAccessibility(page, `${view} ${name}`, contrastAlone)));
    }
    await show(light);
  });
  expect(found).toEqual([]);
});
