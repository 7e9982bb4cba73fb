import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** The processes that still run in this process group, by Linux's own account. */
export async function pidsInGroup(groupId: number): Promise<readonly number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readSoft(`/proc/${name}/stat`);
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(group) === groupId && state !== 'Z') found.push(Number(name));
  }
  return found;
}

/** The memory of all of them in bytes, what they share with others counted by halves, thirds and so on (PSS). */
export async function memoryOf(groupId: number): Promise<number> {
  const pids = await pidsInGroup(groupId);
  const texts = await Promise.all(pids.map((pid) => readSoft(`/proc/${pid}/smaps_rollup`)));
  const kibibytes = texts.map((text) => Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0));
  return sum(kibibytes) * 1024;
}

/** The time all their threads have had of a core, in milliseconds. */
export async function coreTimeOf(groupId: number): Promise<number> {
  const pids = await pidsInGroup(groupId);
  const ofEach = await Promise.all(
    pids.map(async (pid) => {
      const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
      const texts = await Promise.all(
        threads.map((thread) => readSoft(`/proc/${pid}/task/${thread}/schedstat`)),
      );
      return sum(texts.map((text) => Number(text.split(' ')[0])));
    }),
  );
  return sum(ofEach) / 1e6;
}

/** A process or thread may end between two reads. */
const readSoft = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

const restMs = 2_000;
const mostAtRestMs = 60;
// An Usher with a thousand accounts asks about all of them first.
const restWithinMs = 300_000;

/** Resolves once the processes have next to nothing to do any more. */
export async function atRest(groupId: number): Promise<void> {
  const giveUpAt = performance.now() + restWithinMs;
  for (let spentMs = Infinity; spentMs > mostAtRestMs;) {
    if (performance.now() > giveUpAt) throw new Error('The app does not come to rest.');
    const before = await coreTimeOf(groupId);
    await wait(restMs);
    spentMs = (await coreTimeOf(groupId)) - before;
  }
}
