import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFileLog } from './file-log.ts';

test('a Home PIN in an address is in no line of the log, whatever carries the address', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'usher-log-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const log = createFileLog(folder, false);
  const url = 'https://plex.tv/api/v2/home/users/00aa/switch?pin=4321';
  const failure = new TypeError(`Failed to parse URL from ${url}`, { cause: new Error(url) });
  log.info(`asked ${url}`);
  log.warn('asked', { url, encoded: encodeURIComponent(url), more: `${url}&includeProviders=1` });
  log.error('request.bug', { thrown: failure, nested: { said: JSON.stringify({ url }) } });
  await expect
    .poll(() => readFile(join(folder, 'usher.log'), 'utf8').catch(() => ''))
    .toMatch(/bug/);
  const written = await readFile(join(folder, 'usher.log'), 'utf8');
  expect(written).toContain('pin=[redacted]');
  expect(written).not.toContain('4321');
});
