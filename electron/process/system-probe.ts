import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { SecretServiceFacts, SystemFacts } from '../../shared/model/doctor-report.ts';
import type { SystemProbe } from '../ports.ts';
import { platformOf } from './client-identity.ts';
import { busDaemon, openSessionBus, type SessionBus } from './session-bus.ts';

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
  const bus = openSessionBus({ env });
  try {
    const state = await bus.state();
    return state === 'reachable' ? await secretServiceOn(bus) : nothing(state);
  } finally {
    bus.close();
  }
}

async function secretServiceOn(bus: SessionBus): Promise<SecretServiceFacts> {
  const askDaemon = async (member: string, ...names: string[]): Promise<unknown> => {
    const call = { ...busDaemon, member };
    const isAsked = names.length > 0;
    return (await bus.ask(isAsked ? { ...call, signature: 's', body: names } : call))?.[0];
  };
  const owner = await askDaemon('GetNameOwner', secretsName);
  if (typeof owner !== 'string') {
    const activatable = await askDaemon('ListActivatableNames');
    if (!Array.isArray(activatable)) return nothing('reachable');
    const isActivatable = activatable.includes(secretsName);
    return { ...nothing('reachable'), service: isActivatable ? 'activatable' : 'missing' };
  }
  const processId = await askDaemon('GetConnectionUnixProcessID', owner);
  return {
    bus: 'reachable',
    service: 'running',
    provider: typeof processId === 'number' ? await programOf(processId) : null,
    collection: await readCollection(bus),
  };
}

async function readCollection(bus: SessionBus): Promise<SecretServiceFacts['collection']> {
  const alias = await bus.ask({
    destination: secretsName,
    path: secretsPath,
    interface: 'org.freedesktop.Secret.Service',
    member: 'ReadAlias',
    signature: 's',
    body: ['default'],
  });
  const path = alias?.[0];
  if (typeof path !== 'string') return 'unknown';
  // The specification's "there is none".
  if (path === '/') return 'missing';
  const isLocked = await bus.property({
    destination: secretsName,
    path,
    interface: 'org.freedesktop.Secret.Collection',
    property: 'Locked',
  });
  if (typeof isLocked !== 'boolean') return 'unknown';
  return isLocked ? 'locked' : 'unlocked';
}

/** The program behind a process id, by the name the kernel knows it by (15 characters at most). */
async function programOf(processId: number): Promise<string | null> {
  try {
    return (await readFile(`/proc/${processId}/comm`, 'utf8')).trim();
  } catch {
    return null;
  }
}

const nothing = (bus: SecretServiceFacts['bus']): SecretServiceFacts => ({
  bus,
  service: bus === 'reachable' ? 'unknown' : 'missing',
  provider: null,
  collection: 'unknown',
});
