import { XMLParser } from 'fast-xml-parser';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import configuration from '../electron-builder.config.js';
import { projectRoot } from '../project.mjs';
import { archiveDigests, releaseObstacle } from './package.mjs';

test('the archive of each system is named with its digest', async () => {
  const output = await mkdtemp(path.join(tmpdir(), 'usher-digests-'));
  for (const folder of ['linux-unpacked/resources', 'mac/Usher.app/Contents/Resources']) {
    await mkdir(path.join(output, folder), { recursive: true });
    await writeFile(path.join(output, folder, 'app.asar'), 'the app');
    await writeFile(path.join(output, folder, 'LICENSE'), 'MIT');
  }
  await writeFile(path.join(output, 'usher.deb'), '');
  const digest = createHash('sha256').update('the app').digest('hex');
  expect(await archiveDigests(output)).toBe(
    `SHA-256 of linux-unpacked/resources/app.asar: ${digest}\n` +
      `SHA-256 of mac/Usher.app/Contents/Resources/app.asar: ${digest}\n`,
  );
  await rm(output, { recursive: true });
});

test('a release is made with the official Electron, and no other', () => {
  expect(releaseObstacle('official', {})).toBeUndefined();
  expect(releaseObstacle('stand-in', {})?.happened).toContain('requires the official Electron');
});

test('no release lets a debugger in', () => {
  const obstacle = releaseObstacle('official', { USHER_PACKAGE_INSPECTABLE: '1' });
  expect(obstacle?.happened).toContain('USHER_PACKAGE_INSPECTABLE');
});

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
