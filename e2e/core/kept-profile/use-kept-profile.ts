import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexContent } from '../../../electron/storage/profile/index-content.ts';
import type { FakePlex } from '../../fake-plex/fake-plex.ts';
import { blankIdentity } from '../../fake-plex/state/identity.ts';

/** What the keychain held when the profile was written, by the names of the items. */
export interface KeptKeychain {
  readonly writtenAt: number;
  readonly items: Readonly<Record<string, string>>;
}

/** Its files, to be copied and not to be written to. */
export const keptFolder = join(import.meta.dirname, 'profile');

export const readKeptKeychain = async (): Promise<KeptKeychain> =>
  (await readJson(join(import.meta.dirname, 'keychain.json'))) as KeptKeychain;

export const indexIn = async (folder: string): Promise<IndexContent> =>
  ((await readJson(join(folder, 'index.json'))) as { readonly data: IndexContent }).data;

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

/** Puts the kept files into a folder, and has a fake Plex know the tokens and the PIN that were good when they were written. */
export async function useKeptProfile(folder: string, plex: FakePlex): Promise<void> {
  await cp(keptFolder, folder, { recursive: true });
  const [{ items }, index, installation] = await Promise.all([
    readKeptKeychain(),
    indexIn(folder),
    readJson(join(folder, 'installation.json')),
  ]);
  const { clientIdentifier } = (installation as { readonly data: { clientIdentifier: string } })
    .data;
  const identity = { ...blankIdentity(clientIdentifier), product: 'Usher' };
  const secretOf = ({ secretKey }: { readonly secretKey: string }): string => {
    const secret = items[secretKey];
    if (secret === undefined) throw new Error(`The kept keychain has no ${secretKey}.`);
    return secret;
  };

  for (const { title, tokenEndsAt, rejectedAt, ...place } of [
    ...index.accounts,
    ...index.waitingSignOuts.map((one) => ({ ...one, tokenEndsAt: null, rejectedAt: null })),
  ]) {
    const user = plex.users.find((one) => one.title === title);
    if (user === undefined || rejectedAt !== null) continue;
    const endsAt = tokenEndsAt === null ? null : tokenEndsAt / 1000;
    plex.sessions.adopt(user, identity, secretOf(place), endsAt);
  }
  for (const { accountName, serverName, rejectedAt, ...place } of index.transientTokens) {
    if (rejectedAt === null && place.expiresAt > plex.clock.now()) {
      plex.server(serverName).adoptTransient(plex.user(accountName), secretOf(place));
    }
  }
  for (const pin of index.pendingPins) {
    plex.pins.create(
      identity,
      false,
      (JSON.parse(secretOf(pin)) as { readonly code: string }).code,
    );
  }
}
