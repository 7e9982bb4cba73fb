import { expect, test } from 'vitest';
import { readKeptKeychain, useKeptProfile } from '../core/kept-profile/use-kept-profile.ts';
import { isWhole, readIndex } from './testing/stored.ts';
import { keychainService, useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();

const store = ['store', '--label=Usher', 'xdg:schema', 'org.freedesktop.Secret.Generic'];

test('what an earlier Usher left in profile and keychain is listed, minted with and signed out of', async () => {
  const { keyring, plex, profileFolder } = terminal;
  await useKeptProfile(profileFolder, plex);
  for (const [key, secret] of Object.entries((await readKeptKeychain()).items)) {
    const item = ['service', keychainService, 'account', key];
    await keyring.run('secret-tool', [...store, ...item], secret);
  }
  expect(await terminal.must(['mint', 'Cabin', '--account', 'sam'])).toMatch(/^transient-\S+\n$/);
  expect(await isWhole(terminal)).toBe(true);
  const { accounts } = (await terminal.json(['accounts'])) as {
    readonly accounts: readonly { readonly title: string }[];
  };
  expect(accounts.map(({ title }) => title)).toEqual(['robin', 'sam', 'ada', 'Guest']);
  await terminal.must(['sign-out', 'sam']);
  expect(await isWhole(terminal)).toBe(true);
  expect(await readIndex(terminal)).toMatchObject({
    accounts: [{ title: 'robin' }, { title: 'ada' }, { title: 'Guest' }],
  });
});
