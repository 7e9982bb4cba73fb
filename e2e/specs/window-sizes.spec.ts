import { expect } from '@playwright/test';
import { everyView } from '../fixtures/every-view.ts';
import { oversizedViews } from '../fixtures/oversized-views.ts';
import { resizeWindow } from '../fixtures/resize-window.ts';
import { strayOverflow } from '../fixtures/stray-overflow.ts';
import { test } from '../fixtures/usher-test.ts';

const usual = { width: 1080, height: 720, zoom: 1 };
const narrow = { width: 320, height: 640, zoom: 1 };
const enlarged = { ...usual, zoom: 2 };

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

test('The way to sign in by password is seen whole in the usual window, whatever went wrong', async ({
  launch,
  plex,
}) => {
  const usher = await launch();
  await resizeWindow(usher, usual);
  const { signIn } = usher.window;
  const hidden: string[] = [];
  const look = async (state: string): Promise<void> => {
    const below = await signIn.form.evaluate((form) => {
      const main = form.closest('main');
      if (main === null) throw new Error('not in the view');
      return form.getBoundingClientRect().bottom + main.scrollTop - main.clientHeight;
    });
    if (below > 0) hidden.push(`${state}: ${String(below)} pixels`);
  };
  const { username, password } = plex.user('robin');

  await signIn.enter(username, 'not-the-password');
  await expect(signIn.error).toContainText('Wrong username or password');
  await look('a wrong password');
  await signIn.enter(username, password ?? '');
  await signIn.enterCode('000000');
  await expect(signIn.error).toContainText('Wrong code');
  await look('a wrong code');
  plex.faults.add({ match: { path: '/api/v2/users/signin' }, action: { reset: true } });
  await signIn.enterCode('000000');
  await expect(signIn.error).toContainText('Can’t reach Plex');
  await look('a code, and no network');
  plex.faults.clear();
  const headers = { 'Retry-After': '3000' };
  plex.faults.add({ match: { path: '/api/v2/users/signin' }, action: { status: 429, headers } });
  await signIn.submit.click();
  await expect(signIn.form).toContainText('Try again in');
  await look('a code, and a time to wait');
  // What is typed stays as long as the form is there.
  await usher.page.reload();
  await signIn.openPassword();
  await expect(signIn.password).toHaveValue('');
  expect(hidden).toEqual([]);
});
