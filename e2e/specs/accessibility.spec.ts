import { expect } from '@playwright/test';
import type { RunOnly } from 'axe-core';
import { everyView } from '../fixtures/every-view.ts';
import { buildGallery, openGallery } from '../fixtures/gallery.ts';
import { judgeAccessibility } from '../fixtures/judge-accessibility.ts';
import { pace } from '../fixtures/speed.ts';
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
  test.setTimeout(300_000 * pace.patience);
  const usher = await launch();
  const { page } = usher;
  const found: string[] = [];
  const show = async (media: typeof light | (typeof otherColours)[number][1]): Promise<void> => {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await page.evaluate(() => {
      // What is scrolled out of sight would keep the colours it had.
      for (const element of document.querySelectorAll<HTMLElement>('li')) {
        element.style.contentVisibility = 'visible';
      }
    });
  };
  await show(light);
  await everyView(usher, plex, async (view) => {
    // What the pointer rests on after the last press may say so in a tooltip, which is no part of a view.
    await page.mouse.move(0, 0);
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    found.push(...(await judgeAccessibility(page, view, everyRule)));
    for (const [name, media] of otherColours) {
      await show(media);
      found.push(...(await judgeAccessibility(page, `${view} ${name}`, contrastAlone)));
    }
    await show(light);
  });
  expect(found).toEqual([]);
});

test('Every control is accessible in every state, in light and dark colours and with more contrast', async ({
  systemBrowser: { page },
}) => {
  await buildGallery();
  const usual = page.viewportSize();
  const found: string[] = [];
  for (const sheet of ['controls', 'messages'] as const) {
    await openGallery(page, sheet);
    for (const [name, media] of [['in light colours', light], ...otherColours] as const) {
      await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      found.push(...(await judgeAccessibility(page, `${sheet} ${name}`, everyRule)));
    }
  }
  await page.emulateMedia({ colorScheme: null, contrast: null, reducedMotion: null });
  await page.goto('about:blank');
  if (usual !== null) await page.setViewportSize(usual);
  expect(found).toEqual([]);
});

test('Who asks for reduced motion has the colours change at once, however deep inside', async ({
  robin: {
    usher: { page, window },
  },
}) => {
  await page.emulateMedia({ ...light, reducedMotion: 'reduce' });
  await window.account.openRecord();
  const change = await window.account.recordTree.evaluateHandle((tree) => {
    const colour = (element: Element): string => getComputedStyle(element).color;
    const inText = [...document.querySelectorAll('*')].filter(
      (element) =>
        (element.contains(tree) || tree.contains(element)) &&
        colour(element) === colour(document.body),
    );
    // It is told of the change before the first frame in the new colours is drawn.
    const atOnce = new Promise<{ late: string[]; moving: number }>((tell) => {
      matchMedia('(prefers-color-scheme: dark)').addEventListener(
        'change',
        () => {
          // What is new has its colour from the start.
          const sample = document.createElement('p');
          sample.style.color = 'var(--color-text)';
          document.body.append(sample);
          const expected = colour(sample);
          sample.remove();
          const late = inText.filter((element) => colour(element) !== expected);
          tell({
            late: late.map((element) => element.outerHTML.slice(0, 80)),
            moving: document.getAnimations().length,
          });
        },
        { once: true },
      );
    });
    return { count: inText.filter((element) => tree.contains(element)).length, atOnce };
  });
  expect(await change.evaluate(({ count }) => count)).toBeGreaterThan(10);
  await page.emulateMedia({ ...light, colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await change.evaluate(({ atOnce }) => atOnce)).toEqual({ late: [], moving: 0 });
  await page.emulateMedia({ colorScheme: null, contrast: null, reducedMotion: null });
});
