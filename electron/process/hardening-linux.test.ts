import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const module = join(import.meta.dirname, 'hardening.ts');

const filterOf = async (pid: number): Promise<number> =>
  Number.parseInt(await readFile(`/proc/${pid}/coredump_filter`, 'utf8'), 16);

test.runIf(process.platform === 'linux')(
  'a core dump of a process, of its child from before and of its child from after holds no memory',
  async () => {
    const script = `
      const { spawn } = await import('node:child_process');
      const { stopCoreDumps } = await import(${JSON.stringify(module)});
      const before = spawn('sleep', ['60']);
      stopCoreDumps();
      const after = spawn('sleep', ['60']);
      console.log(JSON.stringify([process.pid, before.pid, after.pid]));
      setInterval(() => {}, 1000);
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    });
    const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    const pids = JSON.parse(line) as readonly number[];
    expect(await filterOf(process.pid)).not.toBe(0);
    expect(await Promise.all(pids.map(filterOf))).toEqual([0, 0, 0]);
  },
);
