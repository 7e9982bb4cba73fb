import keytar from 'keytar';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const onMac = process.platform === 'darwin';

/**
 * Runs macOS's own program, which asks nobody as long as no secret is to be shown. The keychain's library would read
 * the secrets that Usher keeps, and macOS would ask a person whether it may.
 */
const security = (command: string, service: string): Promise<boolean> =>
  run('security', [command, '-s', service]).then(
    () => true,
    () => false,
  );

/** Whether this system's keychain holds anything under a name. */
export async function isInKeychain(service: string): Promise<boolean> {
  if (onMac) return security('find-generic-password', service);
  return (await keytar.findCredentials(service)).length > 0;
}

/** Takes away everything that this system's keychain holds under a name. */
export async function emptyKeychain(service: string): Promise<void> {
  // One at a time, until there is none.
  while (onMac && (await security('delete-generic-password', service)));
  if (onMac) return;
  for (const { account } of await keytar.findCredentials(service)) {
    await keytar.deletePassword(service, account);
  }
}
