import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { everyView } from '../fixtures/every-view.ts';
import { test } from '../fixtures/usher-test.ts';

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test.describe('Every view is accessible', () => {
  for (const [name, media, rules] of [
    ['in light colours', { colorScheme: 'light' }, { tags: everyRule }],
    // The same views, which differ in their colours alone.
    ['in dark colours', { colorScheme: 'dark' }, { names: ['color-contrast'] }],
    [
      'with more contrast',
      { colorScheme: 'light', contrast: 'more' },
      { names: ['color-contrast'] },
    ],
  ] as const) {
    test(name, async ({ launch, plex }) => {
      test.setTimeout(300_000);
      const usher = await launch();
      await usher.page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      const found: string[] = [];
      await everyView(usher, plex, async (view) => {
        // Electron cannot open the page that axe would work in otherwise.
        const axe = new AxeBuilder({ page: usher.page }).setLegacyMode(true);
        const limited =
          'tags' in rules ? axe.withTags([...rules.tags]) : axe.withRules([...rules.names]);
        const { violations } = await limited.analyze();
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
