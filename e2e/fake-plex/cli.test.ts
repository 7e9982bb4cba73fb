import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ask, including, matching } from './testing/ask.ts';

const CLI = fileURLToPath(new URL('cli.ts', import.meta.url));

describe('the command', () => {
  test('prints one line that says where everything is, and runs on', async () => {
    const child = spawn(process.execPath, [CLI], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout });
    const [line] = (await once(lines, 'line')).map(String);
    const told: unknown = JSON.parse(line ?? '');
    expect(told).toMatchObject({
      baseUrl: matching(/^http:\/\/127\.0\.0\.1:\d+$/),
      servers: including([
        {
          name: 'Attic',
          url: matching(/./),
          machineIdentifier: matching(/./),
          version: matching(/./),
          owner: 'robin',
        },
      ]),
      users: including([
        expect.objectContaining({
          name: 'robin',
          password: 'robin-demo-password',
          verificationCode: '246810',
        }),
        expect.objectContaining({ name: 'juno', homePin: '4321' }),
      ]),
    });
    const baseUrl = /"baseUrl":"([^"]+)"/.exec(line ?? '')?.[1] ?? '';
    expect((await ask(`${baseUrl}/link`)).status).toBe(200);
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  test.runIf(process.platform !== 'win32')(
    'ends well when it is told to stop (Windows has no SIGTERM to tell it by: it just ends a process)',
    async () => {
      const child = spawn(process.execPath, [CLI], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(createInterface({ input: child.stdout }), 'line');
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
    },
  );

  test.each([['--port=abc'], ['--answer-delay-ms=soon'], ['--jitter-ms=0.5'], ['--seed=x']])(
    'refuses what it can’t use: %s',
    async (option) => {
      const child = spawn(process.execPath, [CLI, option], { stdio: 'ignore' });
      expect(await once(child, 'exit')).toEqual([2, null]);
    },
  );
});
