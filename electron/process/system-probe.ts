import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { SecretServiceFacts, SystemFacts } from '../../shared/model/doctor-report.ts';
import type { SystemProbe } from '../ports.ts';
import { SECOND_MS } from '../timing.ts';
import { platformOf } from './client-identity.ts';

/** Looks at this computer. */
export function createSystemProbe(
  env: NodeJS.ProcessEnv,
  versions: Pick<SystemFacts, 'platformVersion' | 'appVersion'>,
): SystemProbe {
  return {
    system: () => Promise.resolve(readSystem(env, versions)),
    secretService: () =>
      process.platform === 'linux' ? readSecretService(env) : Promise.resolve(null),
  };
}

const packageTools = [
  ['apt', '/usr/bin/apt-get'],
  ['dnf', '/usr/bin/dnf'],
  ['pacman', '/usr/bin/pacman'],
  ['zypper', '/usr/bin/zypper'],
] as const;

/** What this computer tells of itself, as far as the keychain depends on it. */
function readSystem(
  env: NodeJS.ProcessEnv,
  versions: Pick<SystemFacts, 'platformVersion' | 'appVersion'>,
): SystemFacts {
  const { platform } = process;
  return {
    ...versions,
    platform: platformOf(platform),
    runtimeVersion:
      process.versions['electron'] === undefined
        ? `Node ${process.versions.node}`
        : `Electron ${process.versions['electron']}`,
    desktop: textOf(env['XDG_CURRENT_DESKTOP']),
    hasDisplay:
      platform !== 'linux' ||
      [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((name) => textOf(name) !== null),
    sessionType: textOf(env['XDG_SESSION_TYPE']),
    packageTool:
      platform === 'linux'
        ? (packageTools.find(([, path]) => existsSync(path))?.[0] ?? null)
        : null,
    container: containerOf(env),
  };
}

function containerOf(env: NodeJS.ProcessEnv): SystemFacts['container'] {
  if (env['FLATPAK_ID'] !== undefined || existsSync('/.flatpak-info')) return 'flatpak';
  return env['SNAP'] === undefined ? null : 'snap';
}

const textOf = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

const secretsName = 'org.freedesktop.secrets';
const secretsPath = '/org/freedesktop/secrets';

/** The Secret Service as the session bus tells of it, without asking anybody for a password. */
export async function readSecretService(env: NodeJS.ProcessEnv): Promise<SecretServiceFacts> {
  const askBus = (method: string, ...args: string[]): Promise<BusAnswer> =>
    askSessionBus(
      {
        destination: 'org.freedesktop.DBus',
        path: '/org/freedesktop/DBus',
        interface: 'org.freedesktop.DBus',
        method,
        args,
      },
      env,
    );

  if (!hasBusAddress(env)) return nothing('missing');
  const names = await askBus('ListActivatableNames');
  if (names.kind === 'noProgram') return { ...nothing('reachable'), service: 'unknown' };
  if (names.kind === 'refused') return nothing('unreachable');

  const owner = await askBus('GetNameOwner', secretsName);
  const ownerName = owner.kind === 'answer' ? /:\d+\.\d+/.exec(owner.text)?.[0] : undefined;
  if (ownerName === undefined) {
    const isActivatable = names.text.includes(secretsName);
    return { ...nothing('reachable'), service: isActivatable ? 'activatable' : 'missing' };
  }
  const processId = await askBus('GetConnectionUnixProcessID', ownerName);
  return {
    bus: 'reachable',
    service: 'running',
    provider: processId.kind === 'answer' ? await programOf(processId.text) : null,
    collection: await readCollection(env),
  };
}

async function readCollection(env: NodeJS.ProcessEnv): Promise<SecretServiceFacts['collection']> {
  const alias = await askSessionBus(
    {
      destination: secretsName,
      path: secretsPath,
      interface: 'org.freedesktop.Secret.Service',
      method: 'ReadAlias',
      args: ['default'],
    },
    env,
  );
  if (alias.kind !== 'answer') return 'unknown';
  const path = /\/org\/freedesktop\/secrets\/[\w/]+/.exec(alias.text)?.[0];
  if (path === undefined) return 'missing';
  const locked = await askSessionBus(
    {
      destination: secretsName,
      path,
      interface: 'org.freedesktop.DBus.Properties',
      method: 'Get',
      args: ['org.freedesktop.Secret.Collection', 'Locked'],
    },
    env,
  );
  if (locked.kind !== 'answer') return 'unknown';
  return /true/.test(locked.text) ? 'locked' : 'unlocked';
}

/** The program behind a process id, by the name the kernel knows it by (15 characters at most). */
async function programOf(answer: string): Promise<string | null> {
  const processId = /(\d+)\D*$/.exec(answer)?.[1];
  if (processId === undefined) return null;
  try {
    return (await readFile(`/proc/${processId}/comm`, 'utf8')).trim();
  } catch {
    return null;
  }
}

function hasBusAddress(env: NodeJS.ProcessEnv): boolean {
  const address = env['DBUS_SESSION_BUS_ADDRESS'];
  if (address !== undefined && address !== '') return !address.startsWith('disabled:');
  const runtimeFolder = env['XDG_RUNTIME_DIR'];
  return runtimeFolder !== undefined && existsSync(`${runtimeFolder}/bus`);
}

const nothing = (bus: SecretServiceFacts['bus']): SecretServiceFacts => ({
  bus,
  service: bus === 'reachable' ? 'unknown' : 'missing',
  provider: null,
  collection: 'unknown',
});

const run = promisify(execFile);
const limitMs = 3 * SECOND_MS;

/** One call on the session bus; every argument is a string. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly method: string;
  readonly args: readonly string[];
}

type BusAnswer =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'refused' }
  /** None of the programs that speak to the bus is installed. */
  | { readonly kind: 'noProgram' };

const programs: readonly (readonly [string, (call: BusCall) => readonly string[]])[] = [
  [
    'gdbus',
    ({ destination, path, interface: name, method, args }) => [
      ...['call', '--session', '--timeout', '3', '--dest', destination, '--object-path', path],
      ...['--method', `${name}.${method}`, ...args],
    ],
  ],
  [
    'dbus-send',
    ({ destination, path, interface: name, method, args }) => [
      ...['--session', '--print-reply=literal', '--reply-timeout=3000', `--dest=${destination}`],
      ...[path, `${name}.${method}`, ...args.map((text) => `string:${text}`)],
    ],
  ],
  [
    'busctl',
    ({ destination, path, interface: name, method, args }) => [
      ...['--user', '--timeout=3', 'call', destination, path, name, method],
      ...(args.length === 0 ? [] : ['s'.repeat(args.length), ...args]),
    ],
  ],
];

/** Asks through whichever of the usual programs is there; their answers differ in form, so it is left as text. */
async function askSessionBus(call: BusCall, env: NodeJS.ProcessEnv): Promise<BusAnswer> {
  for (const [program, argsOf] of programs) {
    try {
      const { stdout } = await run(program, [...argsOf(call)], { env, timeout: limitMs });
      return { kind: 'answer', text: stdout.trim() };
    } catch (thrown) {
      const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
      if (!isMissing) return { kind: 'refused' };
    }
  }
  return { kind: 'noProgram' };
}
