import type { EpochMs } from './ids.ts';

/** What the palette leads to or does that is the same for everybody: none of it names an account or a server. */
export const commands = [
  'overview',
  'attention',
  'servers',
  'tokens',
  'apps',
  'identify',
  'activity',
  'keychain',
  'settings',
  'refresh',
  'addAccount',
  'addApp',
  'checkTokens',
  'identifyClipboard',
  'clearClipboard',
  'shortcuts',
  'about',
] as const;
export type Command = (typeof commands)[number];

export interface UsedCommand {
  readonly command: Command;
  readonly usedAt: EpochMs;
}

/** More of them is more than the palette shows. */
export const mostUsedCommands = 8;
