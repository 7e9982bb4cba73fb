import type { AdoptableToken, ChangedBy, ProgramRestart, TokenUse } from '../model/adoption.ts';
import { countOf, nameWithin, pluralOf } from './formats.ts';
import { type Around, catalogue } from './language.ts';

const restarts: Readonly<Record<ProgramRestart, (program: string) => string>> = {
  nextRun: (program) => `${program} reads it on its next run.`,
  restart: (program) => `Restart ${program}.`,
  stopBefore: (program) =>
    `Stop ${program} before you write to its file: it overwrites the file when it stops. Then start it again.`,
  recreate: (program) => `Recreate ${program}’s container (docker compose up -d).`,
};

const elsewhere: Readonly<Record<ChangedBy, string>> = {
  plexSettings: 'Change it in its own Plex settings.',
  signingInAgain: 'It gets another one when you sign in to Plex there again.',
};

/** Words for the tokens that were found in the files of programs. */
export const adoptionText = catalogue({
  en: {
    scanFiles: 'Scan files…',
    scanFolder: 'Scan a folder…',
    scanMore: 'More ways to scan',
    scanning: 'Scanning…',
    title: 'Found in files',
    forgottenIn: <Part>(left: Part): Around<Part> => ['In memory only · clears in ', left],
    forget: 'Forget',
    forgotten: 'The tokens found in files are forgotten.',
    none: 'No Plex token found',
    noneDetail: 'None of these files has a token in a place where Usher looks for one.',
    cutOff: 'There were more files or tokens; these are the first.',
    unread: (count: number): string =>
      `${countOf(count, { one: 'file', other: 'files' })} couldn’t be read`,
    listLabel: 'Tokens found in files',
    serversOwn: {
      title: (server: string | null): string =>
        `This is ${server === null ? 'a server' : nameWithin(server)}’s own sign-in token`,
      detail:
        'Anyone who reads the file can take the server over, and revoking the token cuts the server off. Give the program its own, and don’t revoke this one.',
    },
    ushersOwn: 'Usher is signed in with this token. Revoking it signs Usher out too.',
    shared: (count: number): string =>
      `${countOf(count, { one: 'program', other: 'programs' })} share this token: if it’s revoked, all of them stop.`,
    unknownProgram: 'Unknown program',
    adopt: 'Give it its own token',
    adoptLabel: (use: TokenUse): string => `Give it its own token: ${use.appName}`,
    adoptFor: (account: string): string => `For ${nameWithin(account)}`,
    adoptForLabel: ({ appName }: TokenUse, account: string): string =>
      `For ${nameWithin(account)}: give ${nameWithin(appName)} its own token`,
    adopting: 'Writing…',
    adopted: 'Has its own token',
    isAppToken: 'Already has its own token',
    unchecked: 'Not checked yet',
    noToken: 'Not an account’s token',
    unwritable: 'Usher can’t write there',
    done: (app: string): string => `${nameWithin(app)} has its own token`,
    restart: (program: string, restart: ProgramRestart): string =>
      restarts[restart](nameWithin(program)),
    source: 'About this file',
    endOld: ({ isServersOwn, isUshersOwn, found }: AdoptableToken): string =>
      isServersOwn
        ? 'The old token still works, and belongs to the server. Leave it there.'
        : isUshersOwn
          ? 'The old token still works: it’s Usher’s own.'
          : found.finding.kind === 'account'
            ? `The old token still works. When nothing else uses it, revoke its device in Authorized Devices of ${nameWithin(found.finding.account.title)}.`
            : 'The old token still works. Revoke its device in Authorized Devices when nothing else uses it.',
    elsewhere: (name: string, changedBy: ChangedBy): string =>
      `${nameWithin(name)} keeps its token in a database Usher doesn’t write to. ${elsewhere[changedBy]}`,
    count: (count: number): string =>
      pluralOf(count, { one: 'One token found', other: `${count} tokens found` }),
  },
});
