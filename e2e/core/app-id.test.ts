import { expect, test } from 'vitest';
import { appId } from '../../electron/app-id.ts';
import configuration from '../../build/electron-builder.config.js';

test('the app calls itself by the id that it is installed under', () => {
  expect(configuration.appId).toBe(appId);
});
