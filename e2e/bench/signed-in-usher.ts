import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createTestKeychain,
  TEST_SERVICE,
} from '../../electron/storage/keychain/testing/test-keychain.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import type { ProfileFiles, Vault } from '../../electron/ports.ts';
import type { AccountEntry } from '../../electron/storage/profile/index-content.ts';
import { startCore } from '../core/core-under-test.ts';
import { signInAndList } from '../core/testing/sign-in.ts';
import { memberName } from '../fake-plex/data/many.ts';
import { projectRoot } from '../fixtures/project-root.ts';
import type { BenchPlace } from './bench-place.ts';
import type { AppToDrive } from './driven-app.ts';

export interface SignedInUsher extends AppToDrive {
  readonly profile: string;
}

/** People who have signed in, on the real keychain. */
export interface SignedIn {
  /** Usher's window with a profile of its own, in which the first so many of them are. */
  usherWith(count: number): Promise<SignedInUsher>;
}

/** The first so many of the fake's many. */
export const members = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => memberName(index + 1));

/** Each sign-in writes all that is there: a thousand in one profile would take many minutes. */
const atOnce = 25;

/**
 * Signs people of the fake in by Usher's own core, puts their tokens into the real keychain by its own vault, and writes
 * what it kept of them into one profile or several.
 */
export async function signIn(place: BenchPlace, people: readonly string[]): Promise<SignedIn> {
  const { plex, folder, env } = place;
  const parts: Part[] = [];
  // A core that ends takes its vault with it.
  const tokens = { ...createMemoryVault(), dispose: () => undefined };
  for (let from = 0; from < people.length; from += atOnce) {
    parts.push(await signInSome(place, tokens, people.slice(from, from + atOnce), parts[0]));
  }
  const [first] = parts;
  if (first === undefined) throw new Error('Nobody is to sign in.');
  const accounts = parts.flatMap(({ index }) => index.data.accounts);
  const lists = parts.flatMap(({ servers }) => servers.data.lists);
  await moveToKeychain(place, tokens, accounts);

  return {
    usherWith: async (count) => {
      const profile = join(folder, `usher-${people[0] ?? ''}-${count}`);
      const write = (name: string, content: unknown): Promise<void> =>
        writeFile(join(profile, name), JSON.stringify(content));
      await mkdir(profile, { mode: 0o700 });
      await write('installation.json', first.installation);
      await write('index.json', {
        ...first.index,
        data: { ...first.index.data, accounts: accounts.slice(0, count) },
      });
      await write('servers.json', {
        ...first.servers,
        data: { ...first.servers.data, lists: lists.slice(0, count) },
      });
      return {
        folder: projectRoot,
        profile,
        env: {
          ...env,
          USHER_PLEX_URL: plex.baseUrl,
          USHER_PROFILE: profile,
          USHER_KEYCHAIN_SERVICE: TEST_SERVICE,
        },
        mark: { selector: 'nav', text: plex.user(people[0] ?? '').title },
        key: { keyCode: '3', leadsTo: { selector: 'h1', text: 'Tokens' } },
      };
    },
  };
}

/** The files of a profile, parsed. */
interface Part {
  readonly installation: unknown;
  readonly index: { readonly data: { readonly accounts: readonly AccountEntry[] } };
  readonly servers: { readonly data: { readonly lists: readonly unknown[] } };
}

async function signInSome(
  { plex }: BenchPlace,
  vault: Vault,
  people: readonly string[],
  like: Part | undefined,
): Promise<Part> {
  const files = createMemoryProfileFiles(
    like === undefined ? {} : { 'installation.json': JSON.stringify(like.installation) },
  );
  const core = await startCore({ plexUrl: plex.baseUrl, vault, files });
  for (const name of people) await signInAndList(core, plex, name);
  await core.usher.close();
  return {
    installation: await readJson(files, 'installation.json'),
    index: (await readJson(files, 'index.json')) as Part['index'],
    servers: (await readJson(files, 'servers.json')) as Part['servers'],
  };
}

async function moveToKeychain(
  { keyring }: BenchPlace,
  tokens: Vault,
  accounts: readonly AccountEntry[],
): Promise<void> {
  const { vault } = createTestKeychain(keyring.env);
  for (const { secretKey } of accounts) {
    const token = await tokens.get(secretKey);
    if (!token.ok || token.value === null) throw new Error('The core kept no token.');
    const written = await vault.set(secretKey, token.value);
    if (!written.ok) throw new Error(written.error.code);
  }
  vault.dispose();
}

async function readJson(files: ProfileFiles, name: string): Promise<unknown> {
  const read = await files.read(name);
  if (!read.ok || read.value === null) throw new Error(`The core wrote no ${name}.`);
  return JSON.parse(read.value);
}
