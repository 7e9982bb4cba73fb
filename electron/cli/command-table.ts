import { tokenForms } from '../../shared/model/token.ts';
import type { Command, Operand, Option } from './command.ts';

const json: Option = { name: 'json', summary: 'print JSON, errors too' };
const account: Option = {
  name: 'account',
  value: { name: 'ACCOUNT' },
  summary: 'the account to use, where several reach the server',
};
const anAccount: Operand = {
  name: 'ACCOUNT',
  summary: 'user name, title or e-mail address; may be left out when there is one account',
  isOptional: true,
};
const aServer: Operand = { name: 'SERVER', summary: 'its name or machine identifier' };

const allowHttp: Option = {
  name: 'allow-http',
  summary:
    'let a token go to this server without encryption where nothing else leads there; remembered',
};
const shells = ['bash', 'zsh', 'fish'];

/** Everything `usher` can do, in the order of its help. */
export const commandTable: readonly Command[] = [
  {
    name: 'status',
    summary: 'ask about every account token and access token, and tell whether each is good',
    operands: [],
    options: [json],
    details: [
      'Exit code 0: all are valid; 1: some are rejected; 3: some could not be asked about.',
    ],
    vault: 'used',
    load: async () => (await import('./commands/status.ts')).status,
  },
  {
    name: 'sign-in',
    summary: 'sign in to an account',
    operands: [],
    options: [
      {
        name: 'browser',
        summary: 'by approving it in a browser',
        conflictsWith: ['code', 'password'],
      },
      {
        name: 'code',
        summary: 'by typing a code at plex.tv/link, on any device',
        conflictsWith: ['browser', 'password'],
      },
      {
        name: 'password',
        summary: 'by user name and password',
        conflictsWith: ['browser', 'code'],
      },
      { name: 'user', value: { name: 'NAME' }, summary: 'the user name or e-mail address' },
      json,
    ],
    details: [
      'The password is asked for without showing it. Without a terminal it is the first line of\nstandard input, and a verification code, if Plex wants one, the second. It is never an argument.',
      'Without a way to sign in, it is the password where a user is named, else the browser where\none can be opened, else a code.',
    ],
    vault: 'used',
    load: async () => (await import('./commands/sign-in.ts')).signIn,
  },
  {
    name: 'accounts',
    summary: 'list the accounts that are signed in here',
    operands: [],
    options: [json],
    vault: 'unused',
    load: async () => (await import('./commands/accounts.ts')).accounts,
  },
  {
    name: 'account',
    summary: 'show everything Plex holds about an account, secrets taken out',
    operands: [anAccount],
    options: [json],
    vault: 'used',
    load: async () => (await import('./commands/accounts.ts')).account,
  },
  {
    name: 'servers',
    summary: 'list the servers of one account or of all',
    operands: [anAccount],
    options: [json],
    vault: 'used',
    load: async () => (await import('./commands/servers.ts')).servers,
  },
  {
    name: 'mint',
    summary: 'mint a transient token, print it, and keep it in the list',
    operands: [aServer],
    options: [
      account,
      {
        name: 'as',
        value: { name: 'FORM', choices: tokenForms },
        summary: 'the form to print it in (default: raw)',
      },
      { name: 'copy', summary: 'put it on the clipboard in place of printing it' },
      allowHttp,
    ],
    vault: 'used',
    load: async () => (await import('./commands/mint.ts')).mint,
  },
  {
    name: 'source',
    summary: 'ask a server of yours for the connections to a source',
    operands: [
      aServer,
      { name: 'SOURCE', summary: 'server://machineIdentifier or provider://identifier' },
    ],
    options: [
      account,
      { name: 'refresh', summary: 'have the server ask anew' },
      { name: 'show-token', summary: 'show the token for the source' },
      allowHttp,
      json,
    ],
    vault: 'used',
    load: async () => (await import('./commands/source.ts')).source,
  },
  {
    name: 'exec',
    summary: 'run a command with a fresh transient token, which is kept nowhere',
    operands: [
      aServer,
      { name: 'COMMAND', summary: 'the command and its arguments', isRest: true },
    ],
    options: [account, allowHttp],
    details: [
      'The command finds the token in PLEX_TOKEN and the address of the server in PLEX_URL.\nIts exit code is the exit code.',
    ],
    vault: 'used',
    load: async () => (await import('./commands/exec.ts')).exec,
  },
  {
    name: 'tokens',
    summary: 'list the transient tokens that were minted here and have not run out',
    operands: [],
    options: [json],
    vault: 'unused',
    load: async () => (await import('./commands/tokens.ts')).tokens,
  },
  {
    name: 'forget',
    summary: 'delete a transient token from this computer; at the server it ends by itself',
    operands: [{ name: 'TOKEN', summary: 'its id, its last four characters, or its server' }],
    options: [json],
    vault: 'used',
    load: async () => (await import('./commands/tokens.ts')).forget,
  },
  {
    name: 'devices',
    summary: 'list the Authorized Devices of an account',
    operands: [anAccount],
    options: [json],
    vault: 'used',
    load: async () => (await import('./commands/devices.ts')).devices,
  },
  {
    name: 'revoke',
    summary: 'revoke a device: its token ends at Plex',
    operands: [{ name: 'DEVICE', summary: 'its name, id or client identifier' }],
    options: [{ ...account, summary: 'the account whose device it is' }, json],
    vault: 'used',
    load: async () => (await import('./commands/devices.ts')).revoke,
  },
  {
    name: 'identify',
    summary: 'read a token, an address or a document from standard input and say what is in it',
    operands: [],
    options: [json],
    details: [
      'It is shown to nobody but plex.tv and the servers of you and your Home. Exit code 1: refused;\n3: nobody could be asked.',
    ],
    vault: 'used',
    load: async () => (await import('./commands/identify.ts')).identify,
  },
  {
    name: 'sign-out',
    summary: 'revoke the account token at Plex and remove everything of the account here',
    operands: [anAccount],
    options: [{ name: 'local', summary: 'without asking Plex: the token stays good there' }, json],
    vault: 'used',
    load: async () => (await import('./commands/accounts.ts')).signOut,
  },
  {
    name: 'doctor',
    summary: 'look at everything the keychain depends on, and say how to mend it',
    operands: [],
    options: [json],
    vault: 'lookedAt',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'completions',
    summary: 'print what completes these commands in a shell',
    operands: [{ name: 'SHELL', summary: 'the shell', choices: shells }],
    options: [],
    vault: 'unused',
    load: async () => (await import('./commands/completions.ts')).completions(commandTable),
  },
];
