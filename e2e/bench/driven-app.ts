import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { spawnDependent } from '../../build/processes.mjs';
import { readRuntime } from '../fixtures/read-runtime.ts';
import { until } from '../fixtures/until.ts';
import { pidsInGroup } from './process-group.ts';
import { hookProgram, pageProgram, type Mark, type Milestone } from './driven-programs.ts';

/** An app to be started: Usher or the bare window. */
export interface AppToDrive {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** What its first paint shows. */
  readonly mark: Mark;
  /** A key that is pressed, with Control, as soon as that is painted, and what it leads to; null for none. */
  readonly key: { readonly keyCode: string; readonly leadsTo: Mark } | null;
}

/** When it came to what, in milliseconds since it was spawned. */
export type Start = Readonly<Record<Milestone, number>>;

export interface DrivenApp {
  /** Of its process, and of the group of all the processes it starts. */
  readonly groupId: number;
  /** What has been reached since the start; waits until all of it has. */
  reached(...milestones: readonly Milestone[]): Promise<Start>;
  /** Runs a function in the page's own world. */
  inPage<Input, T>(act: (input: Input) => T | Promise<T>, input: Input): Promise<T>;
  /** Runs a function in main. */
  inMain<Input, T>(
    act: (electron: typeof Electron.CrossProcessExports, input: Input) => T | Promise<T>,
    input: Input,
  ): Promise<T>;
  /** Quits, and waits until none of its processes is left. */
  quit(): Promise<void>;
  /** Ends it at once, if it still runs. */
  kill(): Promise<void>;
}

/** How a function that ran in the app ended. */
interface Outcome {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/**
 * Starts an app in the real Electron with a small program before its own that tells how far it is and does what it is
 * told over Node's own channel. Nothing debugs or inspects it, and it is the same for every app, so that what it costs
 * falls on all of them alike.
 *
 * @param scratch where that program may be written
 */
export async function driveApp(app: AppToDrive, scratch: string): Promise<DrivenApp> {
  const folder = await mkdtemp(join(scratch, 'driven-'));
  const [hook, preload] = [join(folder, 'hook.cjs'), join(folder, 'preload.cjs')];
  await writeFile(hook, hookProgram({ preload, keyCode: app.key?.keyCode ?? null }));
  await writeFile(preload, pageProgram({ mark: app.mark, leadsTo: app.key?.leadsTo ?? null }));
  const { executable, args } = await readRuntime();

  const spawnedAt = epochMs();
  const child = spawnDependent(executable, ['-r', hook, ...args, app.folder], {
    env: app.env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('The app did not start.');
  const over = once(child, 'exit');
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text));

  const start: Partial<Record<Milestone, number>> = {};
  const waiting = new Map<number, (outcome: Outcome) => void>();
  child.on(
    'message',
    (message: Outcome | { readonly milestone: Milestone; readonly at: number }) => {
      if ('milestone' in message) start[message.milestone] = message.at - spawnedAt;
      else waiting.get(message.id)?.(message);
    },
  );

  const run = async (where: 'page' | 'main', act: string, input: unknown): Promise<unknown> => {
    const id = (lastId += 1);
    const answer = new Promise<Outcome>((resolve) => waiting.set(id, resolve));
    child.send({ id, where, code: act, input: input ?? null });
    const { value, error } = await Promise.race([
      answer,
      over.then(() => ({ value: null, error: `The app ended.\n${complaints}` })),
      wait(answerWithinMs, { value: null, error: 'The app does not answer.' }, { ref: false }),
    ]);
    waiting.delete(id);
    if (error !== undefined) throw new Error(error);
    return value;
  };

  const kill = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGKILL');
    await over;
  };
  const hasEnded = async (): Promise<boolean> => (await pidsInGroup(pid)).length === 0;

  return {
    groupId: pid,
    reached: (...milestones) =>
      until(
        milestones.join(', '),
        () => (milestones.every((milestone) => milestone in start) ? (start as Start) : null),
        startedWithinMs,
      ),
    inPage: async <T>(act: unknown, input: unknown) => (await run('page', String(act), input)) as T,
    inMain: async <T>(act: unknown, input: unknown) => (await run('main', String(act), input)) as T,
    quit: async () => {
      child.send({ where: 'quit' });
      // One that is too busy to hear of it is still measured, and must not keep the others waiting.
      await Promise.race([over, wait(quitWithinMs, null, { ref: false })]);
      await kill();
      await until('every process of the app to end', hasEnded);
    },
    kill,
  };
}

const startedWithinMs = 60_000;
const answerWithinMs = 300_000;
const quitWithinMs = 20_000;

let lastId = 0;

const epochMs = (): number => performance.timeOrigin + performance.now();
