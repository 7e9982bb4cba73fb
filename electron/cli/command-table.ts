import { tokenForms } from '../../shared/model/token.ts';
import type { Command, Operand, Option } from './command.ts';

const json: Option = { name: 'json', summary: 'print JSON, errors too' };
const account: Option = {
  name: 'account',
  value: { name: 'ACCOUNT' },
  summary: 'account to use if several can reach the server',
};
const anAccount: Operand = {
  name: 'ACCOUNT',
  summary: 'username, title, or email (optional with a single account)',
  isOptional: true,
};
const aServer: Operand = { name: 'SERVER', summary: 'its name or machine identifier' };

const allowHttp: Option = {
  name: 'allow-http',
  summary: 'allow unencrypted HTTP if nothing else works (remembered)',
};
const shells = ['bash', 'zsh', 'fish'];

/** Everything `usher` can do, in the order of its help. */
export const commandTable: readonly Command[] = [
  {
    name: 'status',
    summary: 'check every account token and server access token',
    operands: [],
    options: [json],
    details: ['Exits 0 if all are valid, 1 if any was rejected, 3 if any couldn’t be checked.'],
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
        summary: 'sign in with your browser',
        conflictsWith: ['code', 'password'],
      },
      {
        name: 'code',
        summary: 'sign in with a code at plex.tv/link',
        conflictsWith: ['browser', 'password'],
      },
      {
        name: 'password',
        summary: 'sign in with username and password',
        conflictsWith: ['browser', 'code'],
      },
      { name: 'user', value: { name: 'NAME' }, summary: 'username or email' },
      json,
    ],
    details: [
      'Prompts for the password without echo. If stdin isn’t a terminal, reads the password from line 1\nand a verification code, if needed, from line 2.',
      'Default: --password with --user, otherwise the browser if available, otherwise a code.',
    ],
    vault: 'used',
    load: async () => (await import('./commands/sign-in.ts')).signIn,
  },
  {
    name: 'accounts',
    summary: 'list the accounts signed in on this computer',
    operands: [],
    options: [json],
    vault: 'unused',
    load: async () => (await import('./commands/accounts.ts')).accounts,
  },
  {
    name: 'account',
    summary: 'show account details, without secrets',
    operands: [anAccount],
    options: [json],
    vault: 'used',
    load: async () => (await import('./commands/accounts.ts')).account,
  },
  {
    name: 'servers',
    summary: 'list the servers of one account or of all',
    operands: [{ ...anAccount, summary: 'username, title, or email (default: all accounts)' }],
    options: [json],
    vault: 'used',
    load: async () => (await import('./commands/servers.ts')).servers,
  },
  {
    name: 'mint',
    summary: 'mint and save a transient token, and print it',
    operands: [aServer],
    options: [
      account,
      {
        name: 'as',
        value: { name: 'FORM', choices: tokenForms },
        summary: 'format to print it in (default: raw)',
      },
      { name: 'copy', summary: 'copy instead of printing' },
      allowHttp,
    ],
    vault: 'used',
    load: async () => (await import('./commands/mint.ts')).mint,
  },
  {
    name: 'source',
    summary: 'get the connections to a source from a server you own',
    operands: [
      aServer,
      { name: 'SOURCE', summary: 'server://machineIdentifier or provider://identifier' },
    ],
    options: [
      account,
      { name: 'refresh', summary: 'make the server look them up again' },
      { name: 'show-token', summary: 'show the token for the source' },
      allowHttp,
      json,
    ],
    vault: 'used',
    load: async () => (await import('./commands/source.ts')).source,
  },
  {
    name: 'exec',
    summary: 'run a command with a new transient token that isn’t saved',
    operands: [
      aServer,
      { name: 'COMMAND', summary: 'the command and its arguments', isRest: true },
    ],
    options: [account, allowHttp],
    details: ['Sets PLEX_TOKEN and PLEX_URL. Exits with the command’s exit code.'],
    vault: 'used',
    load: async () => (await import('./commands/exec.ts')).exec,
  },
  {
    name: 'tokens',
    summary: 'list the transient tokens that haven’t expired',
    operands: [],
    options: [json],
    vault: 'unused',
    load: async () => (await import('./commands/tokens.ts')).tokens,
  },
  {
    name: 'forget',
    summary: 'forget a transient token (the server accepts it until it expires)',
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
    summary: 'sign a device out of Plex',
    operands: [{ name: 'DEVICE', summary: 'its name, id or client identifier' }],
    options: [{ ...account, summary: 'the account whose device it is' }, json],
    vault: 'used',
    load: async () => (await import('./commands/devices.ts')).revoke,
  },
  {
    name: 'identify',
    summary: 'identify tokens read from stdin',
    operands: [],
    options: [json],
    details: [
      'Checks only with plex.tv, your own and Home servers, and the server of an access token you have.\nExits 1 if any was rejected, 3 if any couldn’t be checked.',
    ],
    vault: 'used',
    load: async () => (await import('./commands/identify.ts')).identify,
  },
  {
    name: 'sign-out',
    summary: 'revoke the account token and remove the account from this computer',
    operands: [anAccount],
    options: [{ name: 'local', summary: 'remove locally without revoking' }, json],
    vault: 'used',
    load: async () => (await import('./commands/accounts.ts')).signOut,
  },
  {
    name: 'doctor',
    summary: 'diagnose keychain problems',
    operands: [],
    options: [json],
    vault: 'lookedAt',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'completions',
    summary: 'print a shell completion script',
    operands: [{ name: 'SHELL', summary: 'the shell', choices: shells }],
    options: [],
    vault: 'unused',
    load: async () => (await import('./commands/completions.ts')).completions(commandTable),
  },
];
