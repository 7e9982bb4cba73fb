import { openSessionBus } from './session-bus.ts';

/**
 * Whether the keyring would have to ask the person to unlock it. On Linux the keyring tells without asking anybody
 * (https://specifications.freedesktop.org/secret-service-spec/, `Locked` of a collection); elsewhere nothing does, and it
 * counts as open.
 */
export async function isKeyringLocked({
  platform,
  env,
}: Pick<NodeJS.Process, 'platform' | 'env'>): Promise<boolean> {
  if (platform !== 'linux') return false;
  const bus = openSessionBus({ env, rules: [], onSignal: () => undefined });
  const isLocked = await bus.isTrue({
    destination: 'org.freedesktop.secrets',
    path: '/org/freedesktop/secrets/aliases/default',
    interface: 'org.freedesktop.Secret.Collection',
    property: 'Locked',
  });
  bus.close();
  return isLocked;
}
