import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { SecretServiceFacts } from '../../shared/model/doctor-report.ts';
import { askSessionBus, type BusAnswer } from './ask-session-bus.ts';

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
