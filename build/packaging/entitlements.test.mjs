import { XMLParser } from 'fast-xml-parser';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import configuration from '../electron-builder.config.js';
import { projectRoot } from '../project-root.mjs';

test('on macOS every part of the app may compile JavaScript, and nothing else', async () => {
  const { hardenedRuntime, entitlements, entitlementsInherit } = configuration.mac ?? {};
  expect(hardenedRuntime).toBe(true);
  expect(entitlementsInherit).toBe(entitlements);
  const text = await readFile(path.join(projectRoot, String(entitlements)), 'utf8');
  const parser = new XMLParser({ preserveOrder: true, trimValues: true });
  /** @type {unknown} */
  const parsed = parser.parse(text);
  expect(parsed).toMatchObject([
    {},
    {
      plist: [{ dict: [{ key: [{ '#text': 'com.apple.security.cs.allow-jit' }] }, { true: [] }] }],
    },
  ]);
});
