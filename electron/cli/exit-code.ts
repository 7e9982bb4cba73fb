/** The exit codes of every command. `exec` answers its command's own besides. */
export const exitCode = {
  done: 0,
  refused: 1,
  wrongUse: 2,
  unreachable: 3,
  vault: 4,
  /** A mistake in Usher: EX_SOFTWARE of sysexits.h. */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export const exitCodeMeanings: readonly (readonly [code: number, meaning: string])[] = [
  [exitCode.done, 'done'],
  [
    exitCode.refused,
    'Plex or the server refused; `status`: a token is rejected, or of a kind its server does not take',
  ],
  [exitCode.wrongUse, 'wrong use: an option, a name, something this computer does not have'],
  [
    exitCode.unreachable,
    'could not reach Plex or the server, or not read the answer; `status`: a token could not be asked about',
  ],
  [exitCode.vault, 'the keychain or the profile folder could not be used'],
  [exitCode.bug, 'a mistake in Usher'],
];
