import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** What the session starts with: `locked` has a keyring that was made and locked again, `noService` a bus alone. */
export type KeyringStart = 'unlocked' | 'locked' | 'noCollection' | 'noService';

/** A real bus and a real gnome-keyring for one test, apart from those of the person who runs it. */
export interface KeyringSession {
  /** For the program under test: HOME, runtime folder and bus address of the session, and no display to ask on. */
  readonly env: NodeJS.ProcessEnv;
  /** Locks the keyring as a person would. Nothing in the session can ask for its password. */
  lock(): Promise<void>;
  /** Starts the keyring service anew with the keyring unlocked. */
  unlock(): Promise<void>;
  stopKeyring(): Promise<void>;
  stopBus(): Promise<void>;
  /** The service is there and never answers, as when a prompt is left open; until `resume`. */
  pause(): void;
  resume(): void;
  /** A command of another program in the same session; answers what it printed. */
  run(command: string, args: readonly string[], input?: string): Promise<string>;
  stop(): Promise<void>;
}

const PASSWORD = 'the keyring password of a test';
const READY_WITHIN_MS = 10_000;
const SECRETS_NAME = 'org.freedesktop.secrets';
const LOGIN_COLLECTION = '/org/freedesktop/secrets/collection/login';

const needed = [
  ['dbus-daemon', 'dbus'],
  ['dbus-send', 'dbus-bin'],
  ['gnome-keyring-daemon', 'gnome-keyring'],
  ['secret-tool', 'libsecret-tools'],
  ['setpriv', 'util-linux'],
] as const;

const execute = promisify(execFile);

/** What needs a keychain is never skipped: it fails, and says what to install. */
const requirePrograms = async (): Promise<void> => {
  for (const [program, debianPackage] of needed) {
    await execute('sh', ['-c', 'command -v "$0"', program]).catch(() => {
      throw new Error(
        `A keychain of its own needs ${program}: install it (Debian package ${debianPackage}).`,
      );
    });
  }
};

/** No folder of services: nothing is started that the test did not start, neither a keyring nor a prompt. */
const busConfig = (socketPath: string): string => `<busconfig>
  <type>session</type>
  <listen>unix:path=${socketPath}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="false"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

const until = async (what: string, isReady: () => Promise<boolean>): Promise<void> => {
  const startMs = performance.now();
  while (!(await isReady())) {
    if (performance.now() - startMs > READY_WITHIN_MS) throw new Error(`No ${what} came up.`);
    await wait(10);
  }
};

export const startKeyringSession = async (start: KeyringStart): Promise<KeyringSession> => {
  await requirePrograms();
  const folder = await mkdtemp(join(tmpdir(), 'usher-keyring-'));
  const home = join(folder, 'home');
  const runtime = join(folder, 'run');
  const busSocket = join(runtime, 'bus');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: join(home, '.local', 'share'),
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${busSocket}`,
    GNOME_KEYRING_CONTROL: undefined,
    DISPLAY: undefined,
    WAYLAND_DISPLAY: undefined,
    XAUTHORITY: undefined,
    XDG_CACHE_HOME: undefined,
    XDG_CONFIG_HOME: undefined,
    XDG_STATE_HOME: undefined,
  };
  let bus: Daemon | null = null;
  let keyring: Daemon | null = null;

  const run = (command: string, args: readonly string[], input = ''): Promise<string> => {
    const running = execute(command, args, { env });
    // A command that reads nothing may be gone before this.
    running.child.stdin?.on('error', () => undefined).end(input);
    return running.then(({ stdout }) => stdout);
  };

  const send = (destination: string, path: string, ...rest: readonly string[]): Promise<string> =>
    run('dbus-send', ['--session', '--print-reply', `--dest=${destination}`, path, ...rest]);

  const answers = (sent: Promise<string>, text: string): Promise<boolean> =>
    sent.then(
      (reply) => reply.includes(text),
      () => false,
    );

  const askOwner = (): Promise<string> =>
    send(
      'org.freedesktop.DBus',
      '/',
      'org.freedesktop.DBus.NameHasOwner',
      `string:${SECRETS_NAME}`,
    );

  const askLocked = (): Promise<string> =>
    send(
      SECRETS_NAME,
      LOGIN_COLLECTION,
      'org.freedesktop.DBus.Properties.Get',
      'string:org.freedesktop.Secret.Collection',
      'string:Locked',
    );

  const startBus = async (): Promise<void> => {
    const configPath = join(folder, 'bus.conf');
    await writeFile(configPath, busConfig(busSocket));
    bus = startDaemon({
      command: 'dbus-daemon',
      args: [`--config-file=${configPath}`, '--nofork', '--nopidfile'],
      env,
    });
    await until('message bus', () => answers(askOwner(), 'boolean'));
  };

  const startKeyring = async (isUnlocked: boolean): Promise<void> => {
    const args = ['--foreground', '--components=secrets'];
    keyring = startDaemon({
      command: 'gnome-keyring-daemon',
      args: isUnlocked ? [...args, '--unlock'] : args,
      env,
      input: isUnlocked ? PASSWORD : '',
    });
    await until('keyring service', () => answers(askOwner(), 'boolean true'));
    if (isUnlocked) await until('unlocked keyring', () => answers(askLocked(), 'boolean false'));
  };

  const stopKeyring = async (): Promise<void> => {
    await keyring?.stop();
    keyring = null;
  };

  const stopBus = async (): Promise<void> => {
    await bus?.stop();
    bus = null;
  };

  const lock = async (): Promise<void> => {
    const locked = ['org.freedesktop.Secret.Service.Lock', `array:objpath:${LOGIN_COLLECTION}`];
    await send(SECRETS_NAME, '/org/freedesktop/secrets', ...locked);
    await until('locked keyring', () => answers(askLocked(), 'boolean true'));
  };

  const stop = async (): Promise<void> => {
    await stopKeyring();
    await stopBus();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    await mkdir(home, { mode: 0o700 });
    await mkdir(runtime, { mode: 0o700 });
    await startBus();
    if (start !== 'noService') await startKeyring(start !== 'noCollection');
    if (start === 'locked') await lock();
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    env,
    lock,
    unlock: async () => {
      await stopKeyring();
      await startKeyring(true);
    },
    stopKeyring,
    stopBus,
    pause: () => keyring?.pause(),
    resume: () => keyring?.resume(),
    run,
    stop,
  };
};

/** A daemon of a test's own, which ends with the process that started it, however that ends. */
interface Daemon {
  /** SIGSTOP: it is there and never answers. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

export interface DaemonOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Written to its standard input, which is then closed. */
  readonly input?: string;
}

const startDaemon = ({ command, args, env, input = '' }: DaemonOptions): Daemon => {
  // The kernel ends the daemon with its parent, also when that is killed and can clean up nothing.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', command, ...args], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
    // A process group of its own: Ctrl-C in the terminal leaves it to a program that is still closing its windows.
    detached: true,
  });
  const exited = once(child, 'exit').catch(() => undefined);
  // Ended before it read: its readiness check tells.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return {
    pause: () => {
      child.kill('SIGSTOP');
    },
    resume: () => {
      child.kill('SIGCONT');
    },
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
};
