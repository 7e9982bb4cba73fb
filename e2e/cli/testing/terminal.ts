import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { ensureCliBuild } from '../../../build/set-up/ensure-cli-build.mjs';
import { withSetUpLock } from '../../../build/set-up/with-set-up-lock.mjs';
import {
  startKeyringSession,
  type KeyringSession,
} from '../../../electron/vault/testing/keyring-session.ts';
import type { FakePlex } from '../../fake-plex/fake-plex.ts';
import { startFakePlex } from '../../fake-plex/start-fake-plex.ts';
import { projectRoot } from '../../fixtures/project-root.ts';
import { scanForSecrets } from '../../fixtures/scan-for-secrets.ts';

/** How a command ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** All of standard input. */
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** A shell on a computer with a real keychain and a Plex played on it, for the tests of one file. */
export interface Terminal {
  readonly plex: FakePlex;
  readonly keyring: KeyringSession;
  readonly profileFolder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Runs the real command as a process, without a terminal. */
  usher(args: readonly string[], options?: RunOptions): Promise<Run>;
  /** As `usher`; throws unless it exits with 0. Answers what it printed. */
  must(args: readonly string[], options?: RunOptions): Promise<string>;
  /** As `must`, with `--json`. */
  json(args: readonly string[], options?: RunOptions): Promise<unknown>;
  signIn(user: string): Promise<void>;
}

export const cliFile = join(projectRoot, 'out/cli/usher.cjs');
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
  }, 120_000);
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
    NO_COLOR: undefined,
    FORCE_COLOR: undefined,
  };
  const usher: Terminal['usher'] = async (args, { input = '', env: extra = {} } = {}) => {
    const run = await runProcess(process.execPath, [cliFile, ...args], { ...env, ...extra }, input);
    complaints.push(run.stderr);
    return run;
  };
  const must: Terminal['must'] = async (args, options) => {
    const run = await usher(args, options);
    if (run.code !== 0) throw new Error(`usher ${args.join(' ')}: ${run.code}\n${run.stderr}`);
    return run.stdout;
  };
  return {
    plex,
    keyring,
    profileFolder,
    env,
    usher,
    must,
    json: async (args, options) => JSON.parse(await must([...args, '--json'], options)) as unknown,
    signIn: async (user) => {
      const { username, email, emailOnly, password, verificationCode } = plex.user(user);
      await must(['sign-in', '--user', emailOnly ? email : username], {
        input: `${password ?? ''}\n${verificationCode ?? ''}\n`,
      });
    },
  };
}

export function runProcess(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  input: string,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // What reads nothing may be gone before this.
    child.stdin.on('error', () => undefined).end(input);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
