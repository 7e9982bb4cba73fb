import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { everyView } from '../fixtures/every-view.ts';
import { test } from '../fixtures/usher-test.ts';

test.describe('Every view is accessible', () => {
  for (const [name, media] of [
    ['in light colours', { colorScheme: 'light' }],
    ['in dark colours', { colorScheme: 'dark' }],
    ['with more contrast', { colorScheme: 'light', contrast: 'more' }],
  ] as const) {
    test(name, async ({ launch, plex }) => {
      test.setTimeout(300_000);
      const usher = await launch();
      await usher.page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      const found: string[] = [];
      await everyView(usher, plex, async (view) => {
        // Electron cannot open the page that axe would work in otherwise.
        const { violations } = await new AxeBuilder({ page: usher.page })
          .setLegacyMode(true)
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        found.push(
          ...violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target }) => `${view}: ${id} at ${target.join(' ')}`),
          ),
        );
      });
      expect(found).toEqual([]);
    });
  }
});
