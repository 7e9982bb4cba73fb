import { expect, it } from 'vitest';
import { titleBarFor } from './title-bar.ts';

const dark = { shouldUseDarkColors: true, shouldUseHighContrastColors: false };

it('is the platform’s own: lights in the sidebar of macOS, buttons in the window’s colors on Windows, the frame of Linux', () => {
  expect(titleBarFor('darwin', dark)).toEqual({ titleBarStyle: 'hiddenInset' });
  expect(titleBarFor('win32', dark)).toEqual({
    titleBarStyle: 'hidden',
    titleBarOverlay: { color: '#12161a', symbolColor: '#e9edf0', height: 32 },
  });
  expect(titleBarFor('linux', dark)).toEqual({});
});
