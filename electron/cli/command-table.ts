import { tokenForms } from '../../shared/model/token.ts';
import type { Command, Operand, Option } from './command.ts';

const json: Option = { name: 'json' };
const account: Option = { name: 'account', value: { name: 'ACCOUNT' } };
const anAccount: Operand = { name: 'ACCOUNT', isOptional: true };
const aServer: Operand = { name: 'SERVER' };
const as: Option = { name: 'as', value: { name: 'FORM', choices: tokenForms } };
const allowHttp: Option = { name: 'allow-http' };
const shells = ['bash', 'zsh', 'fish'];

/** Everything `usher` can do, in the order of its help. */
export const commandTable: readonly Command[] = [
  {
    name: 'status',
    operands: [],
    options: [json],
    vault: 'used',
    load: async () => (await import('./commands/status.ts')).status,
  },
  {
    name: 'sign-in',
    operands: [],
    options: [
      { name: 'browser', conflictsWith: ['code', 'password'] },
      { name: 'code', conflictsWith: ['browser', 'password'] },
      { name: 'password', conflictsWith: ['browser', 'code'] },
      { name: 'user', value: { name: 'NAME' } },
      json,
    ],
    vault: 'used',
    load: async () => (await import('./commands/sign-in.ts')).signIn,
  },
  {
    name: 'accounts',
    operands: [],
    options: [json],
    vault: 'unused',
    load: async () => (await import('./commands/accounts.ts')).accounts,
  },
  {
    name: 'account',
    operands: [anAccount],
    options: [json],
    vault: 'used',
    load: async () => (await import('./commands/accounts.ts')).account,
  },
  {
    name: 'servers',
    operands: [anAccount],
    options: [json],
    vault: 'used',
    load: async () => (await import('./commands/servers.ts')).servers,
  },
  {
    name: 'server',
    operands: [{ name: 'ACTION', choices: ['add', 'remove'] }, { name: 'ADDRESS' }],
    options: [
      account,
      { name: 'yes' },
      { name: 'certificate', value: { name: 'FINGERPRINT' } },
      json,
    ],
    vault: 'used',
    load: async () => (await import('./commands/server.ts')).server,
  },
  {
    name: 'copy',
    operands: [aServer],
    options: [account, { name: 'new' }, as, allowHttp],
    vault: 'used',
    load: async () => (await import('./commands/copy.ts')).copy,
  },
  {
    name: 'mint',
    operands: [aServer],
    options: [account, as, { name: 'copy' }, allowHttp],
    vault: 'used',
    load: async () => (await import('./commands/mint.ts')).mint,
  },
  {
    name: 'source',
    operands: [aServer, { name: 'SOURCE' }],
    options: [
      account,
      { name: 'transient', value: { name: 'TOKEN' } },
      { name: 'refresh' },
      { name: 'show-token' },
      allowHttp,
      json,
    ],
    vault: 'used',
    load: async () => (await import('./commands/source.ts')).source,
  },
  {
    name: 'exec',
    operands: [aServer, { name: 'COMMAND', isRest: true }],
    options: [account, allowHttp],
    vault: 'used',
    load: async () => (await import('./commands/exec.ts')).exec,
  },
  {
    name: 'app',
    operands: [
      {
        name: 'ACTION',
        choices: ['add', 'adopt', 'list', 'show', 'rotate', 'restrict', 'repair', 'remove'],
      },
      { name: 'NAME', isOptional: true, isRepeatable: true },
    ],
    options: [
      account,
      { name: 'server', value: { name: 'SERVER' } },
      { name: 'to', value: { name: 'DESTINATION' }, isRepeatable: true },
      as,
      { name: 'all' },
      { name: 'clear' },
      { name: 'yes' },
      json,
    ],
    vault: 'used',
    load: async () => (await import('./commands/app.ts')).app,
  },
  {
    name: 'watch',
    operands: [{ name: 'COMMAND', isRest: true, isOptional: true }],
    options: [{ name: 'once' }, { name: 'hook', takesRest: true }],
    vault: 'used',
    load: async () => (await import('./commands/watch.ts')).watch,
  },
  {
    name: 'tokens',
    operands: [],
    options: [json],
    vault: 'unused',
    load: async () => (await import('./commands/tokens.ts')).tokens,
  },
  {
    name: 'forget',
    operands: [{ name: 'TOKEN' }],
    options: [json],
    vault: 'used',
    load: async () => (await import('./commands/tokens.ts')).forget,
  },
  {
    name: 'devices',
    operands: [anAccount],
    options: [json],
    vault: 'used',
    load: async () => (await import('./commands/devices.ts')).devices,
  },
  {
    name: 'revoke',
    operands: [{ name: 'DEVICE' }],
    options: [account, json],
    vault: 'used',
    load: async () => (await import('./commands/devices.ts')).revoke,
  },
  {
    name: 'identify',
    operands: [],
    options: [json],
    vault: 'used',
    load: async () => (await import('./commands/identify.ts')).identify,
  },
  {
    name: 'sign-out',
    operands: [anAccount],
    options: [{ name: 'local' }, json],
    vault: 'used',
    load: async () => (await import('./commands/accounts.ts')).signOut,
  },
  {
    name: 'open',
    operands: [],
    options: [],
    vault: 'unused',
    load: async () => (await import('./commands/open.ts')).open,
  },
  {
    name: 'doctor',
    operands: [],
    options: [json],
    vault: 'lookedAt',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'completions',
    operands: [{ name: 'SHELL', choices: shells }],
    options: [],
    vault: 'unused',
    load: async () => (await import('./commands/completions.ts')).completions(commandTable),
  },
];
