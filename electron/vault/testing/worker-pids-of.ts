import { readFile, readdir } from 'node:fs/promises';

const childrenOf = async (taskFolder: string, task: string): Promise<string> =>
  readFile(`${taskFolder}/${task}/children`, 'utf8').catch(() => '');

/** The keychain processes that a process started, found as Linux tells. */
export const workerPidsOf = async (parentPid: number): Promise<readonly number[]> => {
  const taskFolder = `/proc/${parentPid}/task`;
  const tasks = await readdir(taskFolder);
  const lists = await Promise.all(tasks.map((task) => childrenOf(taskFolder, task)));
  const pids = lists.flatMap((list) => list.split(' ').filter((pid) => pid !== ''));
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return pids.filter((_pid, at) => commands[at]?.includes('vault/worker.ts')).map(Number);
};
