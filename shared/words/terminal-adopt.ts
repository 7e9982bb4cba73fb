import type { AdoptableToken, ChangedBy, ProgramRestart } from '../model/adoption.ts';
import { listOf, pluralOf } from './formats.ts';
import { catalogue } from './language.ts';

const restarts: Readonly<Record<ProgramRestart, (name: string) => string>> = {
  nextRun: (name) => `${name} reads it the next time it runs. If it’s running, restart it.`,
  restart: (name) => `Restart ${name}, so that it reads the new token.`,
  stopBefore: (name) =>
    `Start ${name} again. If it was running meanwhile, it may put the old token back when it quits: usher app list tells.`,
  recreate: () => 'Recreate the containers that read it: docker compose up -d',
};

const changes: Readonly<Record<ChangedBy, (name: string) => string>> = {
  plexSettings: (name) =>
    `${name} keeps its token in its own database, where Usher doesn’t write. Change it in ${name}: Settings, Plex.`,
  signingInAgain: (name) =>
    `${name} keeps the token of whoever signs in, in its own database, where Usher doesn’t write. To change it, sign in to ${name} with Plex again.`,
};

/** What the terminal tells of tokens in config files. Names and paths are text from outside, to be cleaned before. */
export const terminalAdoptText = catalogue({
  en: {
    noneFound: 'Found no Plex tokens.',
    tooMuch:
      'There’s more than Usher looks through at once. Name the rest of the files or folders.',
    unread: (path: string, reason: string): string => `Didn’t read ${path}: ${reason}`,
    elsewhere: (name: string, path: string, by: ChangedBy): string =>
      `${path}: ${changes[by](name)}`,
    serversOwn: 'the server’s own token',
    ushersOwn: 'the token Usher is signed in with',
    shared: (token: string, names: readonly string[]): string =>
      `${token} is shared by ${listOf(names)}.`,
    danger: (token: string, server: string): string =>
      `${token} is the own token of the server ${server}. Whoever reads the file can act as the server, and revoking the token would sign the server out. Take it out of every file; don’t revoke it.`,
    notReplaceable: (place: string, reason: string): string =>
      `Can’t replace the token in ${place}: ${reason}`,
    needsYes:
      'There’s no terminal to ask you in. To give each program a token without being asked, add --yes. Nothing was done.',
    whichAccount: (name: string): string =>
      `Left ${name} as it is: its token isn’t of an account that’s signed in here. To use one that is: --account ACCOUNT`,
    stopFirst: (name: string): string =>
      `Quit ${name} first: it writes over its file when it quits.`,
    question: (name: string, files: number): string =>
      `${pluralOf(files, {
        one: `Give ${name} a token of its own, and write it to its file`,
        other: `Give ${name} a token of its own, and write it to its ${files} files`,
      })}? [y/N] `,
    leftAlone: (name: string): string => `Left ${name} as it is.`,
    notAdopted: (name: string, reason: string): string =>
      `Couldn’t give ${name} a token of its own: ${reason}`,
    restart: (name: string, restart: ProgramRestart): string => restarts[restart](name),
    restartUnknown: (name: string): string => `Restart what reads ${name}.`,
    /** Where the token that was replaced can be ended. `names` are cleaned. */
    oldToken: (old: OldToken): string => oldTokenText(old),
  },
});

export type OldToken =
  | { readonly kind: 'rejected' }
  | { readonly kind: 'ofServer' }
  | { readonly kind: 'ofUsher'; readonly account: string }
  | { readonly kind: 'ofApp'; readonly name: string }
  | { readonly kind: 'ofDevice'; readonly device: string; readonly account: string }
  | { readonly kind: 'ofAccount'; readonly account: string }
  | { readonly kind: 'accepted' };

function oldTokenText(old: OldToken): string {
  switch (old.kind) {
    case 'rejected':
      return 'The old token was rejected already.';
    case 'ofServer':
      return 'The old token is the server’s own, and still works: don’t revoke it.';
    case 'ofUsher':
      return `The old token is the one Usher is signed in with as ${old.account}, and still works. To end it, sign out here and sign in again.`;
    case 'ofApp':
      return `The old token is the app token of ${old.name}, and still works. To end it: usher app rotate "${old.name}"`;
    case 'ofDevice':
      return `The old token still works. Once nothing else uses it, revoke ${old.device} in the Authorized Devices of ${old.account}.`;
    case 'ofAccount':
      return `The old token still works, and Plex lists no device for it. To end it, change the password of ${old.account} and sign out of all devices.`;
    case 'accepted':
      return 'The old token still works on its server, and can’t be revoked alone.';
  }
}

/** What is to be said of a token once another stands in its place. */
export function oldTokenOf({ found, isServersOwn, isUshersOwn }: AdoptableToken): OldToken {
  const { finding, appToken } = found;
  if (finding.kind === 'refused') return { kind: 'rejected' };
  if (appToken !== null) return { kind: 'ofApp', name: appToken.name };
  if (finding.kind !== 'account') return { kind: 'accepted' };
  const account = finding.account.title;
  if (isServersOwn) return { kind: 'ofServer' };
  if (isUshersOwn) return { kind: 'ofUsher', account };
  const device = finding.device?.name ?? finding.device?.product ?? null;
  return device === null ? { kind: 'ofAccount', account } : { kind: 'ofDevice', device, account };
}
