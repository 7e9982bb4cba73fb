import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { archiveDigests } from './archive-digests.mjs';

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
