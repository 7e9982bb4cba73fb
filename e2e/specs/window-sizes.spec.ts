import { expect } from '@playwright/test';
import { everyView } from '../fixtures/every-view.ts';
import { oversizedViews } from '../fixtures/oversized-views.ts';
import { resizeWindow } from '../fixtures/resize-window.ts';
import { strayOverflow } from '../fixtures/stray-overflow.ts';
import { test } from '../fixtures/usher-test.ts';

const narrow = { width: 320, height: 640, zoom: 1 };
const enlarged = { width: 1080, height: 720, zoom: 2 };

test.describe('No view scrolls sideways, and no document scrolls', () => {
  test('in a window 320 pixels wide, nor in the usual one at 200 %', async ({ launch, plex }) => {
    const usher = await launch();
    await resizeWindow(usher, narrow);
    await expect(usher.window.sidebar.addAccount).toBeHidden();
    const found: string[] = [];
    const look = async (view: string): Promise<void> => {
      for (const size of [narrow, enlarged]) {
        await resizeWindow(usher, size);
        const overflow = await strayOverflow(usher.page);
        found.push(...overflow.map((what) => `${view} at ${size.width} pixels: ${what}`));
      }
      await resizeWindow(usher, narrow);
    };
    await everyView(usher, plex, look);
    await oversizedViews(usher, plex, look);
    expect(found).toEqual([]);
  });
});
