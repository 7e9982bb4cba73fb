import { catalogue } from './language.ts';

/** Words of the help that are of no single command. */
export const helpText = catalogue({
  en: {
    program: 'Manage Plex tokens from the terminal.',
    /** The headings of the argument parser, by its own words. */
    headings: {
      'Usage:': 'Usage:',
      'Arguments:': 'Arguments:',
      'Options:': 'Options:',
      'Commands:': 'Commands:',
    },
    exitCodes: 'Exit codes:',
    /** Behind what an operand or option is. */
    choices: (choices: string): string => `(choices: ${choices})`,
    version: 'print the version',
    thisHelp: 'print this help',
    help: 'print the help',
    helpOfIt: 'print its help',
    helpOfCommand: 'print the help of a command',
    hint: "Run 'usher --help' for commands.",
    hintFor: (name: string): string => `Run 'usher ${name} --help' for usage.`,
    hintForRest: (name: string, rest: string): string =>
      `Run 'usher ${name} --help' for usage. Put ${rest} and its arguments after --.`,
  },
});

interface CommandHelp {
  /** What it does, on one line. */
  readonly summary: string;
  /** Further paragraphs of its help. */
  readonly details?: readonly string[];
  /** Where an operand or option is something else here than in other commands. */
  readonly operands?: { readonly [Name in OperandName]?: string };
  readonly options?: { readonly [Name in OptionName]?: string };
}

export type CommandName =
  | 'status'
  | 'sign-in'
  | 'accounts'
  | 'account'
  | 'servers'
  | 'server'
  | 'copy'
  | 'mint'
  | 'source'
  | 'exec'
  | 'app'
  | 'watch'
  | 'tokens'
  | 'forget'
  | 'devices'
  | 'revoke'
  | 'identify'
  | 'sign-out'
  | 'open'
  | 'doctor'
  | 'completions';

/** What each command does. */
export const commandText = catalogue<Readonly<Record<CommandName, CommandHelp>>>({
  en: {
    status: {
      summary: 'check every account token and server access token',
      details: ['Exits 0 if all are valid, 1 if any was rejected, 3 if any couldn’t be checked.'],
    },
    'sign-in': {
      summary: 'sign in to an account',
      details: [
        'Prompts for the password without echo. If stdin isn’t a terminal, reads the password from line 1\nand a verification code, if needed, from line 2.',
        'Default: --password with --user, otherwise the browser if available, otherwise a code.',
        'Keeps the token in the keychain. To stay signed in only until you quit, use the app.',
      ],
    },
    accounts: { summary: 'list the accounts signed in on this computer' },
    account: { summary: 'show account details, without secrets' },
    servers: {
      summary: 'list the servers of one account or of all',
      operands: { ACCOUNT: 'username, title, or email (default: all accounts)' },
    },
    server: {
      summary: 'add an address Plex doesn’t list for one of your servers, or remove it',
      details: [
        'Checks which of the account’s servers is at the address, without a token. If no certificate\nproves that it’s the server, asks before it uses the address. Over https, it then accepts\nonly the certificate it showed.',
      ],
      options: { account: 'the account that uses the server (optional with a single account)' },
    },
    copy: {
      summary: 'copy a token for a server: one that’s still valid, or else a new one',
      details: ['Checks the newest token with the server. Saves a new one like mint.'],
      options: { as: 'format to copy it in (default: the one chosen in Settings)' },
    },
    mint: { summary: 'mint and save a transient token, and print it' },
    source: { summary: 'get the connections to a source from a server you own' },
    exec: {
      summary: 'run a command with a new transient token that isn’t saved',
      details: ['Sets PLEX_TOKEN and PLEX_URL. Exits with the command’s exit code.'],
    },
    app: {
      summary: 'give a program its own token: make, list, show, rotate, repair, or revoke it',
      details: [
        'app add NAME makes a token that appears as NAME in Authorized Devices, and prints it, or\nwrites it with --to. It has the full rights of the account.',
        'app adopt FILE… finds the tokens in config files, and tells whose they are and which programs\nshare them. It asks, program by program, before it writes one of its own there. It revokes none.\nWithout FILE it looks in the usual places; of a folder, at the files of known programs.',
        'app list shows every app token, and whether each file still holds it.',
        'app rotate NAME writes a new token everywhere, checks it, then revokes the old one.\nIf it stops, both tokens keep working; run it again to finish.',
        'app remove NAME revokes the token. --clear also empties it in its files.',
        'Usher asks before it replaces what’s in a file, and leaves the rest of the file as it is.',
      ],
      operands: {
        ACTION: 'what to do',
        NAME: 'the name of the program, such as Kometa; for adopt, files and folders',
      },
      options: {
        account: 'the account the token is for (optional with a single account)',
        server: 'also write the address of this server, where the file has a place for it',
        as: 'format to print it in (default: raw)',
      },
    },
    watch: {
      summary: 'keep checking tokens, and run a command when something changes',
      details: [
        'Checks account tokens, server access tokens, app tokens, and the files they’re in, as rarely as\nthe app does, and keeps tokens alive if that’s on in Settings. Prints each change until stopped.',
        'Only a clear answer is a change, even across restarts: being offline isn’t one. What couldn’t be\nchecked for a whole day is reported once.',
        'COMMAND runs without a shell and gets one line of JSON on stdin, with no secret in it. One runs at\na time, for at most 30 seconds. If it fails, the watch goes on.',
        '--once exits 0 if all is well, 1 if a token was rejected or a file doesn’t hold its token, 3 if\nanything couldn’t be checked.',
      ],
      operands: { COMMAND: 'the command for --hook and its arguments, as given' },
    },
    tokens: { summary: 'list the transient tokens that haven’t expired' },
    forget: { summary: 'forget a transient token (the server accepts it until it expires)' },
    devices: { summary: 'list the Authorized Devices of an account' },
    revoke: {
      summary: 'sign a device out of Plex',
      options: { account: 'the account whose device it is' },
    },
    identify: {
      summary: 'identify tokens read from stdin',
      details: [
        'Checks only with plex.tv, your own and Home servers, and the server of an access token you have.\nExits 1 if any was rejected, 3 if any couldn’t be checked.',
      ],
    },
    'sign-out': { summary: 'revoke the account token and remove the account from this computer' },
    open: { summary: 'open Usher’s window, or bring it to the front' },
    doctor: { summary: 'diagnose keychain problems' },
    completions: { summary: 'print a shell completion script' },
  },
});

/** What each operand is. */
export const operandText = catalogue({
  en: {
    ACCOUNT: 'username, title, or email (optional with a single account)',
    ACTION: 'add or remove it',
    ADDRESS: 'such as 192.168.1.20:32400 or https://media.example.org',
    COMMAND: 'the command and its arguments',
    DEVICE: 'its name, id or client identifier',
    NAME: 'the name of the program, such as Kometa',
    SERVER: 'its name or machine identifier',
    SHELL: 'the shell',
    SOURCE: 'server://machineIdentifier or provider://identifier',
    TOKEN: 'its id, its last four characters, or its server',
  },
});

/** What each option does. */
export const optionText = catalogue({
  en: {
    account: 'account to use if several can reach the server',
    'allow-http': 'allow unencrypted HTTP if nothing else works (remembered)',
    all: 'rotate every app token',
    as: 'format of the token (default: raw; with --copy, the one chosen in Settings)',
    browser: 'sign in with your browser',
    certificate: 'answer yes to the certificate with this SHA-256, and to no other',
    clear: 'also empty it in its files',
    code: 'sign in with a code at plex.tv/link',
    copy: 'copy instead of printing',
    hook: 'run COMMAND, which is all that follows, for each change',
    json: 'print JSON, errors too',
    local: 'remove locally without revoking',
    new: 'mint a new one even if there’s a valid one',
    once: 'check everything once, print it, and exit',
    password: 'sign in with username and password',
    refresh: 'skip the server’s cache',
    server: 'its name or machine identifier',
    'show-token': 'show the tokens for the source',
    to: 'where the program reads it: env:FILE#KEY, yaml:FILE#a.b, ini:FILE#section.key,\njson:FILE#a.b, or file:FILE (can be repeated)',
    transient: 'use this transient token of the server instead of the access token',
    user: 'username or email',
    yes: 'answer yes where it would ask',
  },
});

export type OperandName = keyof ReturnType<typeof operandText>;
export type OptionName = keyof ReturnType<typeof optionText>;

export const operandSummary = (command: CommandName, operand: OperandName): string =>
  commandText()[command].operands?.[operand] ?? operandText()[operand];

export const optionSummary = (command: CommandName, option: OptionName): string =>
  commandText()[command].options?.[option] ?? optionText()[option];

/** What each exit code means. */
export const exitCodeText = catalogue({
  en: {
    done: 'success',
    refused:
      'rejected by Plex or the server; `status`, `watch --once`: a token was rejected, its server doesn’t accept its kind, or a file doesn’t hold it',
    wrongUse: 'usage error, unknown name, or something this computer doesn’t have',
    unreachable:
      'couldn’t reach Plex or the server, or read the response; `status`, `watch --once`: something couldn’t be checked',
    vault: 'couldn’t use the keychain or the profile folder',
    bug: 'internal error',
  },
});
