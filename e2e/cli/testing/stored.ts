import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keychainService, type Terminal } from './terminal.ts';

type Profile = Pick<Terminal, 'profileFolder'>;

interface Entry {
  readonly secretKey: string;
}

/** What the profile's index names. */
export interface Index {
  readonly accounts: readonly Entry[];
  readonly transientTokens: readonly Entry[];
  readonly waitingSignOuts: readonly Entry[];
  readonly pendingPins: readonly Entry[];
  readonly unfinishedKeys: readonly string[];
}

export async function readIndex({ profileFolder }: Profile): Promise<Index> {
  const text = await readFile(join(profileFolder, 'index.json'), 'utf8');
  return (JSON.parse(text) as { readonly data: Index }).data;
}

/** The names of the items that the keychain holds for Usher, as another program sees them. */
export async function keychainKeys({ keyring }: Terminal): Promise<readonly string[]> {
  const search = ['search', '--all', '--unlock', 'service', keychainService];
  // It prints the secrets to standard output and the names to standard error.
  const printed = await keyring.run('sh', ['-c', '"$@" 2>&1', 'sh', 'secret-tool', ...search]);
  return [...printed.matchAll(/^attribute\.account = (.*)$/gm)].map(([, key = '']) => key).sort();
}

/** Index and keychain name the same secrets, and nothing is left to clear up. */
export async function isWhole(terminal: Terminal): Promise<boolean> {
  const index = await readIndex(terminal);
  const named = [
    ...index.accounts,
    ...index.transientTokens,
    ...index.waitingSignOuts,
    ...index.pendingPins,
  ].map(({ secretKey }) => secretKey);
  const kept = await keychainKeys(terminal);
  return index.unfinishedKeys.length === 0 && named.sort().join() === kept.join();
}

type Entries = 'accounts' | 'transientTokens';

/** Puts something else in place of these entries, as another Usher has left it. */
export async function changeEntries(
  { profileFolder }: Profile,
  entries: Entries,
  change: (those: readonly object[]) => readonly object[],
): Promise<void> {
  const file = join(profileFolder, 'index.json');
  const index = JSON.parse(await readFile(file, 'utf8')) as {
    readonly data: { readonly [Name in Entries]: readonly object[] };
  };
  const data = { ...index.data, [entries]: change(index.data[entries]) };
  await writeFile(file, JSON.stringify({ ...index, data }));
}

/** Writes into each of these entries. */
export const changeEach = (terminal: Profile, entries: Entries, change: object): Promise<void> =>
  changeEntries(terminal, entries, (those) => those.map((entry) => ({ ...entry, ...change })));
