import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { ensureCliBuild } from '../../../build/set-up/builds.mjs';
import { withSetUpLock } from '../../../build/set-up/steps.mjs';
import {
  startKeyringSession,
  type KeyringSession,
} from '../../../electron/storage/keychain/testing/keyring-session.ts';
import type { FakePlex } from '../../fake-plex/fake-plex.ts';
import { startFakePlex } from '../../fake-plex/start-fake-plex.ts';
import { scanForSecrets } from '../../fixtures/scan-for-secrets.ts';
import { cliFile } from './cli-file.ts';
import { startCommand, type StartedCommand } from './start-command.ts';
import { waysToRun, type RunCommands, type RunOptions } from './ways-to-run.ts';

export interface StartOptions extends Pick<RunOptions, 'env'> {
  /** In a terminal of its own: what that shows, errors and what is typed too, is `stdout`. */
  readonly isAttended?: boolean;
  /** What goes elsewhere than to that terminal, as a shell has it: `2>file`. */
  readonly redirection?: string;
}

/**
 * A shell on a computer with a real keychain and a Plex played on it, for the tests of one file: every command is a process
 * of its own.
 */
export interface Terminal extends RunCommands {
  readonly plex: FakePlex;
  readonly keyring: KeyringSession;
  readonly profileFolder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Starts a command that is to be talked to, or ended from outside. */
  start(args: readonly string[], options?: StartOptions): StartedCommand;
}

export const keychainService = 'Usher cli test';

/**
 * A terminal for all tests of the file. When they are over, nothing that any command printed or stored may hold a
 * secret but where it was the answer.
 */
export function useTerminal(): Terminal {
  const held: { terminal: Terminal | null; stop: () => Promise<void> } = {
    terminal: null,
    stop: () => Promise.resolve(),
  };
  beforeAll(async () => {
    await withSetUpLock(ensureCliBuild);
    const keyring = await startKeyringSession('unlocked');
    const plex = await startFakePlex();
    const profileFolder = await mkdtemp(join(tmpdir(), 'usher-cli-'));
    const complaints: string[] = [];
    held.terminal = createTerminal({ keyring, plex, profileFolder, complaints });
    held.stop = async () => {
      const leaks = await scanForSecrets(plex.secrets.list(), {
        folder: profileFolder,
        texts: { 'standard error': complaints },
      });
      await keyring.stop();
      await plex.stop();
      await rm(profileFolder, { recursive: true, force: true });
      expect(leaks, 'no secret is left anywhere').toEqual([]);
    };
  });
  afterAll(() => held.stop());
  const terminal = (): Terminal => {
    if (held.terminal === null) throw new Error('The terminal is there within a test.');
    return held.terminal;
  };
  return {
    get plex() {
      return terminal().plex;
    },
    get keyring() {
      return terminal().keyring;
    },
    get profileFolder() {
      return terminal().profileFolder;
    },
    get env() {
      return terminal().env;
    },
    usher: (...given) => terminal().usher(...given),
    start: (...given) => terminal().start(...given),
    must: (...given) => terminal().must(...given),
    json: (...given) => terminal().json(...given),
    signIn: (user) => terminal().signIn(user),
  };
}

function createTerminal(parts: {
  readonly keyring: KeyringSession;
  readonly plex: FakePlex;
  readonly profileFolder: string;
  /** All that commands say besides their answers. */
  readonly complaints: string[];
}): Terminal {
  const { keyring, plex, profileFolder, complaints } = parts;
  const env: NodeJS.ProcessEnv = {
    ...keyring.env,
    USHER_PLEX_URL: plex.baseUrl,
    USHER_PROFILE: profileFolder,
    USHER_KEYCHAIN_SERVICE: keychainService,
    // Whether a terminal shows colours is for each test to say, not for where the tests run.
    NO_COLOR: undefined,
    FORCE_COLOR: undefined,
    NODE_DISABLE_COLORS: undefined,
    CI: undefined,
  };
  const start: Terminal['start'] = (args, options = {}) => {
    const { env: extra = {}, isAttended = false, redirection = '' } = options;
    const words = [process.execPath, cliFile, ...args];
    const [program = '', ...others] = isAttended
      ? ['script', '-qec', `${lineOf(words)} ${redirection}`, '/dev/null']
      : words;
    const started = startCommand(program, others, { ...env, ...extra });
    void started.ended.then(({ stderr }) => complaints.push(stderr));
    return started;
  };
  const usher: Terminal['usher'] = (args, { input = '', env: extra = {} } = {}) => {
    const started = start(args, { env: extra });
    started.type(input, 'andEnd');
    return started.ended;
  };
  return {
    plex,
    keyring,
    profileFolder,
    env,
    start,
    ...waysToRun(usher, (name) => plex.user(name)),
  };
}

const lineOf = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');
