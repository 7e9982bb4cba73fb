import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { commandTable } from '../../../electron/cli/command-table.ts';
import type { Context } from '../../../electron/cli/command.ts';
import { createProgram } from '../../../electron/cli/create-program.ts';
import { jsonText } from '../../../electron/cli/output.ts';
import { runCommand } from '../../../electron/cli/run-command-line.ts';
import { createMemoryVault } from '../../../electron/storage/keychain/vault-switch.ts';
import { createProfileFiles } from '../../../electron/storage/profile/profile-files.ts';
import { createTestLog } from '../../../electron/testing.ts';
import type { Vault } from '../../../electron/ports.ts';
import { ok } from '../../../shared/result.ts';
import { startCore } from '../../core/core-under-test.ts';
import type { FakePlex } from '../../fake-plex/fake-plex.ts';
import { startFakePlex } from '../../fake-plex/start-fake-plex.ts';
import { scanForSecrets } from '../../fixtures/scan-for-secrets.ts';
import type { Run, StartedCommand } from './start-command.ts';
import { waysToRun, type RunCommands } from './ways-to-run.ts';

/** Commands that run in the test's own process, on a profile on disk and a keychain in memory. */
export interface Commands extends RunCommands {
  readonly plex: FakePlex;
  readonly profileFolder: string;
  /** What a command has put on the clipboard last. */
  clipboardText(): string;
  /** Starts a command whose words are waited for. */
  start(args: readonly string[]): Pick<StartedCommand, 'printed' | 'ended'>;
}

/**
 * For all tests of the file that ask what a command says and with which code it ends, and nothing of its process, its
 * terminal or the system's keychain: those are for `useTerminal`, which is far slower. In the end nothing may hold a
 * secret, as there.
 */
export function useCommands(): Commands {
  let plex: FakePlex | null = null;
  let profileFolder = '';
  const vault = { ...createMemoryVault(), dispose: () => undefined };
  const complaints: string[] = [];
  let clipboardText = '';
  const copy = (text: string): void => {
    clipboardText = text;
  };
  const present = (): FakePlex => {
    if (plex === null) throw new Error('The fake Plex is there within a test.');
    return plex;
  };
  beforeAll(async () => {
    plex = await startFakePlex();
    profileFolder = await mkdtemp(join(tmpdir(), 'usher-commands-'));
  });
  afterAll(async () => {
    const leaks = await scanForSecrets(present().secrets.list(), {
      folder: profileFolder,
      texts: { 'standard error': complaints },
    });
    await present().stop();
    await rm(profileFolder, { recursive: true, force: true });
    expect(leaks, 'no secret is left anywhere').toEqual([]);
  });

  const run = (
    args: readonly string[],
    input: string,
  ): Pick<StartedCommand, 'printed' | 'ended'> => {
    const said = createSaid();
    const plexUrl = present().baseUrl;
    const ended = runHere(args, { input, said, vault, profileFolder, plexUrl, copy });
    void ended.then(({ stderr }) => complaints.push(stderr));
    return { ended, printed: (pattern) => said.printed(pattern, ended) };
  };
  return {
    get plex() {
      return present();
    },
    get profileFolder() {
      return profileFolder;
    },
    clipboardText: () => clipboardText,
    start: (args) => run(args, ''),
    ...waysToRun(
      (args, { input = '' } = {}) => run(args, input).ended,
      (name) => present().user(name),
    ),
  };
}

/** Opens Usher anew, as each process does. */
async function runHere(
  args: readonly string[],
  parts: {
    readonly input: string;
    readonly said: Said;
    readonly vault: Vault;
    readonly profileFolder: string;
    readonly plexUrl: string;
    readonly copy: (text: string) => void;
  },
): Promise<Run> {
  const { input, said, vault, profileFolder, plexUrl, copy } = parts;
  const files = createProfileFiles({ folder: profileFolder });
  // Questions that are still on their way end with the process.
  const process = new AbortController();
  const onTheirWay = new Set<Promise<unknown>>();
  const ask = (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const answer = fetch(url, { ...init, signal: signalOf(process, init) });
    onTheirWay.add(answer);
    return answer;
  };
  const core = await startCore({
    plexUrl,
    vault,
    files,
    fetch: ask,
    writeSecret: (text) => {
      copy(text);
      return Promise.resolve(ok({ isKeptFromHistory: true }));
    },
  });
  // Before a copy a server has 300 ms to answer, which are soon over on a machine that is busy with other tests.
  if (args[0] === 'copy') core.clock.slowDown(20);
  const context: Context = {
    output: {
      answer: said.answer,
      json: (value) => said.answer(jsonText(value)),
      note: said.note,
      paint: (_style, text) => text,
      isForPerson: false,
      isAttended: false,
      columns: 80,
    },
    input: inputOf(input),
    interruption: {
      signal: new AbortController().signal,
      exitCode: () => null,
      interrupt: () => undefined,
      expect: () => undefined,
      handTo: () => undefined,
    },
    log: createTestLog(),
    usher: async () => {
      await core.usher.takeUpUnfinished();
      return ok(core.usher);
    },
    dropExpired: () => core.usher.services.tokens.dropExpired(10),
    close: () => core.usher.close(),
  };
  let code: number | null = null;
  await createProgram(commandTable, '0.0.0', async (command, words) => {
    code = await runCommand(command, words, context);
  }).parseAsync([...args], { from: 'user' });
  process.abort();
  await Promise.allSettled(onTheirWay);
  return { code, ...said.all() };
}

const signalOf = (process: AbortController, init: RequestInit | undefined): AbortSignal =>
  AbortSignal.any([process.signal, init?.signal ?? process.signal]);

interface Said {
  readonly answer: (text: string) => void;
  readonly note: (text: string) => void;
  all(): Pick<Run, 'stdout' | 'stderr'>;
  printed(pattern: RegExp, ended: Promise<unknown>): Promise<string>;
}

function createSaid(): Said {
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  const lookAll = (): void => {
    for (const look of waiting) look();
  };
  return {
    answer: (text) => {
      stdout += `${text}\n`;
      lookAll();
    },
    note: (text) => {
      stderr += `${text}\n`;
      lookAll();
    },
    all: () => ({ stdout, stderr }),
    printed: (pattern, ended) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (pattern.test(stdout + stderr)) resolve(stdout + stderr);
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without ${String(pattern)}: ${stderr}`)));
      }),
  };
}

/** All of standard input, where nobody can be asked. */
function inputOf(text: string): Context['input'] {
  const lines = text.split('\n').slice(0, -1);
  return {
    isTerminal: false,
    ask: () => Promise.resolve(null),
    askHidden: () => Promise.resolve(null),
    line: () => Promise.resolve(lines.shift() ?? null),
    text: () => Promise.resolve(text),
  };
}
